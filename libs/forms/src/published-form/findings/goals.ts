import { exact, formatWan, parseMoney } from '@quancheng/kernel';
import { saysNothing } from '../../evaluation-sheet.check.ts';
import { readTargetValue } from '../../target-value/index.ts';
import { isBlankCell } from '../cell.ts';
import type { FormFacts } from '../facts.ts';
import { type FormFinding, finding } from '../finding.ts';
import type { FormResult } from '../score.ts';

const at = (code: string, zh: string, en: string): FormFinding => finding(code, 'goals', zh, en);
const HINT = /\d+字(?:以内|左右)|\*{2,}|[Xx×]{2,}/;
const LATE_FUNDS =
  /(?:资金|指标|经费|下达|拨付|到位)[^。;；]{0,12}(?:滞后|较晚|偏晚|延迟|不及时)|下达(?:较|过|偏)?(?:晚|迟)/;

/** The goal in words: whether it says anything, and whether its figures fit the money. */
export function goalFindings({ facts }: FormResult): FormFinding[] {
  const expected = facts.form.goals?.expected ?? null;
  const actual = facts.form.goals?.actual ?? null;
  const texts = [expected, actual].filter((text) => text !== null);
  return [
    ...(texts.some((text) => /^[\d.,\s]+(?:万?元)?$/.test(text))
      ? [at('GOAL_IS_A_NUMBER', '绩效目标只写了金额', 'the goal is nothing but an amount')]
      : []),
    ...(texts.some((text) => HINT.test(text))
      ? [
          at(
            'PLACEHOLDER_LEFT',
            '绩效目标栏里还留着模板的提示文字',
            'a hint of the template is still in the goal',
          ),
        ]
      : []),
    ...sameText(expected, actual, facts),
    ...(LATE_FUNDS.test(actual ?? '')
      ? [
          finding(
            'LATE_FUNDS',
            'narrative',
            '资金下达或到位滞后，是执行率低的客观原因（经费保障）',
            'the money came late: an objective cause of a low rate',
          ),
        ]
      : []),
    ...crossesYear(texts, facts),
    ...byItem(actual, facts),
  ];
}

function sameText(
  expected: string | null,
  actual: string | null,
  { isSelfEvaluation }: FormFacts,
): FormFinding[] {
  if (!isSelfEvaluation || actual === null) return [];
  if (actual === expected || /^\s*(?:同左|同上)/.test(actual))
    return [at('SAME_TEXT', '实际完成情况照抄目标', 'what was achieved repeats the goal')];
  return saysNothing(actual) && !HINT.test(actual) && !/^[\d.,\s]+(?:万?元)?$/.test(actual)
    ? [
        at(
          'GOAL_SAYS_NOTHING',
          `实际完成情况“${actual.slice(0, 30)}”没有写明完成了什么`,
          'it does not say what was done',
        ),
      ]
    : [];
}

/** A period of the goal or of a row that reaches into another year than the form's. */
function crossesYear(
  texts: readonly string[],
  { lines, fiscalYear, isSelfEvaluation }: FormFacts,
): FormFinding[] {
  if (isSelfEvaluation) return [];
  const spans = texts.flatMap((text) => [
    ...text.matchAll(/\d{4}[.年]\d{1,2}月?[-~至到—]+\d{4}[.年]\d{1,2}月?/g),
  ]);
  const periods = [...lines.map(({ target }) => target), ...spans.map(([span]) => readTargetValue(span))];
  const crossing = periods.find((reading) => {
    if (reading?.kind !== 'period' || (reading.from?.length ?? 0) < 7) return false;
    const [from, to] = [Number(reading.from?.slice(0, 4)), Number(reading.to?.slice(0, 4))];
    return from !== to || (fiscalYear !== null && from !== fiscalYear);
  });
  return crossing == null
    ? []
    : [
        finding(
          'CROSSES_YEAR',
          'period',
          `${crossing.text}跨预算年度，请写明本年度的目标和资金`,
          `${crossing.text} crosses the budget year: state this year's share of goal and money`,
        ),
      ];
}

const WHOLE_COST = /总成本|总投资|总造价|投资总额|成本总额/;

/** One amount told in several places: executed money, the actual of the whole cost, and the sum in the text. */
function byItem(actual: string | null, { lines, money, total, form }: FormFacts): FormFinding[] {
  const executed =
    total?.executedFen || money.map(({ executedFen }) => executedFen).find((fen) => fen !== null && fen > 0n);
  if (executed === undefined || executed === null || executed === 0n) return [];
  const told = [...(actual ?? '').matchAll(/(\d+(?:\.\d+)?)(万元)/g)].map(([, amount = '']) => ({
    amount,
    unit: '万元',
  }));
  const costs = lines
    .filter(
      ({ name, actual: reading }) =>
        WHOLE_COST.test(name) && reading?.value != null && !isBlankCell(reading.value),
    )
    .map(({ actual: reading }) => ({
      amount: reading?.value ?? '',
      unit: reading?.unit ?? form.money_unit ?? '',
    }));
  const others = [...told, ...costs]
    .map((amount) => parseMoney(amount))
    .filter((fen) => typeof fen === 'bigint');
  const near = others.filter((fen) => fen !== executed && isNear(fen, executed));
  return near.length === 0
    ? []
    : [
        finding(
          'ACTUAL_NE_BY_ITEM',
          'goals vs cost',
          `同一笔支出有几个数：执行数${formatWan(executed)}万元，另有${near.map(formatWan).join('、')}万元`,
          `one amount, several figures: executed ${formatWan(executed)} 万元, elsewhere ${near.map(formatWan).join(', ')}`,
        ),
      ];
}

/** Within a tenth: the same amount written otherwise, not another amount. */
const isNear = (one: bigint, other: bigint): boolean =>
  exact(one).minus(exact(other)).abs().times(10).lte(exact(other));
