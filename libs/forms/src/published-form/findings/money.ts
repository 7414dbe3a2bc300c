import { type Decimal, exact, type Fen, formatWan, formatYuan, roundHalfUp } from '@quancheng/kernel';
import { isBlankCell } from '../cell.ts';
import { amountFen, type FormFacts, type MoneyFacts } from '../facts.ts';
import { type FormFinding, finding } from '../finding.ts';
import { budgetFenOf, type FormResult } from '../score.ts';

const at = (code: string, zh: string, en: string): FormFinding => finding(code, 'money', zh, en);

const COLUMNS = [
  ['beginFen', 'begin_budget', '年初预算数', 'year-start budget'],
  ['fullYearFen', 'full_year_budget', '全年预算数', 'full-year budget'],
  ['executedFen', 'executed', '全年执行数', 'executed'],
] as const;

export function moneyFindings(result: FormResult): FormFinding[] {
  const { facts } = result;
  const { total } = facts;
  return [
    ...facts.money.flatMap(cellFindings),
    ...dashes(facts),
    ...(total === null ? noTotal(facts) : [...baseFindings(facts, total), ...partsFindings(facts, total)]),
    ...executionFindings(result),
    ...childWeights(facts, total),
    ...planFindings(facts),
    ...unitFindings(facts),
  ];
}

function noTotal({ money, isSelfEvaluation }: FormFacts): FormFinding[] {
  return isSelfEvaluation && money.length === 0
    ? [at('MONEY_MISSING', '没有资金行，执行率无法计算', 'no money rows: execution cannot be computed')]
    : [];
}

function cellFindings({ name, printed, beginFen, fullYearFen, executedFen }: MoneyFacts): FormFinding[] {
  const read = { beginFen, fullYearFen, executedFen };
  const amounts = COLUMNS.map(([key, column]) => ({ text: printed[column], fen: read[key] }));
  const unread = amounts.find(({ text, fen }) => !isBlankCell(text) && fen === null);
  const longest = amounts.find(({ text }) => /\.\d{5,}$/.test((text ?? '').trim()));
  const budget = fullYearFen ?? beginFen;
  return [
    ...(unread === undefined
      ? []
      : [at('AMOUNT_UNREADABLE', `“${name}”的“${unread.text}”不是金额`, `"${unread.text}" is no amount`)]),
    ...(longest === undefined
      ? []
      : [
          at(
            'SIX_DECIMALS',
            `“${name}”的金额有五位以上小数，按原样精确计算`,
            'an amount with five or more decimals, computed exactly',
          ),
        ]),
    ...(budget === 0n && executedFen === 0n && !isBlankCell(printed.rate)
      ? [
          at(
            'ZERO_ROW_RATE',
            `“${name}”0÷0印为${printed.rate}，应为空白`,
            `0 ÷ 0 is printed as ${printed.rate}; it should be blank`,
          ),
        ]
      : []),
    ...(isBlankCell(printed.arrived_rate)
      ? []
      : [
          at(
            'TWO_RATES',
            '到位率和执行率是两个数，都保留',
            'the rate of arrival and that of execution are two figures: both are kept',
          ),
        ]),
  ];
}

function dashes({ money, form }: FormFacts): FormFinding[] {
  const cells = [
    ...money.flatMap(({ printed }) => [printed.weight, printed.rate, printed.score, printed.begin_budget]),
    ...form.indicators.flatMap(({ target, actual }) => [target, actual]),
  ];
  return cells.some((text) => /^\s*[-—–]+\s*$/.test(text ?? ''))
    ? [finding('ROW_DASH', 'tables', '短横表示空白，不是0', 'a dash marks an empty cell, not zero')]
    : [];
}

/** On which budget the rate stands, and what became of the budget since the year began. */
function baseFindings(
  { money, isSelfEvaluation }: FormFacts,
  { beginFen, fullYearFen }: MoneyFacts,
): FormFinding[] {
  if (!isSelfEvaluation) return [];
  if (fullYearFen === null && beginFen !== null)
    return [
      at(
        'BASE_YEARSTART',
        '没有全年预算数，执行率按年初预算数计算',
        'no full-year budget: the rate is on the year-start figure',
      ),
    ];
  if (fullYearFen === null) return [];
  if (beginFen === null)
    return money.some(({ printed }) => printed.begin_budget !== null)
      ? [at('BLANK_BEGIN', '年初预算数空白，不等于0', 'the year-start budget is blank, which is not 0')]
      : [];
  if (beginFen === fullYearFen) return [];
  const amounts = {
    zh: `年初${wan(beginFen)}，全年${wan(fullYearFen)}`,
    en: `${wan(beginFen)} → ${wan(fullYearFen)}`,
  };
  const adjusted = at(
    'BASE_ADJUSTED',
    `预算有调整（${amounts.zh}），执行率按全年预算数计算`,
    `the budget was adjusted (${amounts.en}); the rate is on the full-year figure`,
  );
  return fullYearFen < beginFen
    ? [
        adjusted,
        at(
          'BUDGET_CUT',
          `预算调减（${amounts.zh}），请说明目标是否相应调整`,
          `the budget was cut (${amounts.en}): were the targets?`,
        ),
      ]
    : [adjusted];
}

const wan = (fen: Fen): string => `${formatWan(fen)}万元`;

/** The parts sum to the total, in each column. A part may itself be broken down, so any parts that do are accepted. */
function partsFindings({ money }: FormFacts, total: MoneyFacts): FormFinding[] {
  const parts = money.slice(money.indexOf(total) + 1);
  if (!parts.some(({ name }) => name.startsWith('其中'))) return [];
  const wrong = COLUMNS.filter(([key]) => {
    const amounts = parts.flatMap((part) => (part[key] === null ? [] : [part[key]]));
    const whole = total[key];
    return whole !== null && amounts.length > 0 && !sumsTo(whole, amounts);
  });
  if (wrong.length === 0) return [];
  const columns = {
    zh: wrong.map(([, , zh]) => zh).join('、'),
    en: wrong.map(([, , , en]) => en).join(', '),
  };
  return [
    at(
      'MONEY_TOTAL_NE_PARTS',
      `${columns.zh}：总额与各部分之和不等`,
      `${columns.en}: the total is not the sum of its parts`,
    ),
  ];
}

const MOST_PARTS = 12;

function sumsTo(whole: Fen, amounts: readonly Fen[]): boolean {
  let sums = new Set<Fen>();
  for (const amount of amounts.slice(0, MOST_PARTS)) {
    sums = new Set([...sums, amount, ...[...sums].map((sum) => sum + amount)]);
  }
  return sums.has(whole);
}

/** Printed rate and points against executed ÷ budget. A rate printed in whole percents is compared in whole percents. */
function executionFindings({ facts, execution }: FormResult): FormFinding[] {
  const { total, isSelfEvaluation } = facts;
  if (total === null || !isSelfEvaluation) return [];
  const budgetFen = budgetFenOf(facts);
  const found: FormFinding[] = [];
  if (budgetFen === 0n)
    found.push(at('ZERO_BUDGET', '预算为0，执行率无法计分', 'the budget is 0: execution cannot be scored'));
  if (budgetFen === null || budgetFen === 0n || total.executedFen === null) return found;
  const rate = exact(total.executedFen).times(100).div(exact(budgetFen));
  if (total.executedFen > budgetFen)
    found.push(
      at(
        'EXECUTED_OVER_BUDGET',
        `执行率${roundHalfUp(rate, 2)}%，超过预算，按满分封顶`,
        `${roundHalfUp(rate, 2)}% of the budget: over it, capped at the weight`,
      ),
    );
  found.push(...rateFindings(total, rate));
  const { points } = execution;
  if (points !== null && total.score !== null && !total.score.eq(points))
    found.push(
      at(
        'EXEC_SCORE_MISMATCH',
        `执行率${roundHalfUp(rate, 2)}%应得${points}分，表上为${total.printed.score}分`,
        `${roundHalfUp(rate, 2)}% earns ${points}; ${total.printed.score} is printed`,
      ),
    );
  return found;
}

function rateFindings({ printed, score }: MoneyFacts, rate: Decimal): FormFinding[] {
  if (isBlankCell(printed.rate))
    return score === null
      ? []
      : [
          at(
            'RATE_BLANK',
            `执行率未填，应为${roundHalfUp(rate, 2)}%`,
            `the rate is blank; it is ${roundHalfUp(rate, 2)}%`,
          ),
        ];
  const [, digits = '', decimals = ''] = /^\s*(\d+(?:\.(\d+))?)\s*[%％]?\s*$/.exec(printed.rate ?? '') ?? [];
  const isPercent = /[%％]/.test(printed.rate ?? '') || exact(digits || '0').gt(2);
  const expected = isPercent ? rate : rate.div(100);
  if (digits !== '' && exact(digits).eq(roundHalfUp(expected, decimals.length))) return [];
  return [
    at(
      'RATE_MISMATCH',
      `执行率应为${roundHalfUp(rate, 2)}%，表上为${printed.rate}`,
      `the rate is ${roundHalfUp(rate, 2)}%; ${printed.rate} is printed`,
    ),
  ];
}

function childWeights({ money }: FormFacts, total: MoneyFacts | null): FormFinding[] {
  const repeated = money.some((row) => row !== total && row.weight !== null && !row.weight.isZero());
  return repeated && total?.weight != null
    ? [
        at(
          'DUPLICATE_CHILD_WEIGHT',
          '“其中”行重复了执行率的分值和得分，只计一次',
          'a part repeats the points of execution: they count once',
        ),
      ]
    : [];
}

/** A plan of several years or items beside the year's budget. */
function planFindings({ form, total }: FormFacts): FormFinding[] {
  const amounts = (form.extra?.plan ?? []).map(([, amount]) => amountFen(amount, form.money_unit));
  const annual = total?.fullYearFen ?? total?.beginFen ?? null;
  if (amounts.length === 0 || annual === null || amounts.includes(null)) return [];
  const sum = amounts.reduce<Fen>((all, amount) => all + (amount ?? 0n), 0n);
  return sum === annual
    ? []
    : [
        finding(
          'ANNUAL_NE_PLAN',
          'money vs plan',
          `支出计划合计${wan(sum)}，年度预算${wan(annual)}，请说明各属哪一年`,
          `the plan sums to ${wan(sum)}, the year's budget is ${wan(annual)}: which year does it cover?`,
        ),
      ];
}

/** An amount in a cost row that is ten thousand times the budget, or the ten-thousandth part: 元 taken for 万元. */
function unitFindings(facts: FormFacts): FormFinding[] {
  const budget = budgetFenOf(facts);
  if (budget === null || budget === 0n) return [];
  const apart = facts.lines.some(({ target, printed }) => {
    const fen =
      target?.kind === 'money'
        ? amountFen(printed.target?.replace(/^[^\d]+/, '') ?? null, facts.form.money_unit)
        : null;
    return fen !== null && (fen === budget * 10_000n || fen * 10_000n === budget);
  });
  return apart
    ? [
        at(
          'UNIT_TEN_THOUSAND',
          `成本指标与预算${formatYuan(budget)}元正好相差一万倍，请核对元和万元`,
          'a cost is exactly ten thousand times the budget, or its ten-thousandth: 元 or 万元?',
        ),
      ]
    : [];
}
