import { isBlankCell, saysNothing } from '@quancheng/forms';
import { day, type Decimal, exact, isExactText, isRefusal, parseMoney } from '@quancheng/kernel';
import { askScore, isProvisional, rulebook, type ScoredSheet } from '@quancheng/rulebook';
import {
  FORM_PATH,
  linePath,
  type Money,
  moneyOf,
  plainActual,
  type Sheet,
  type SheetLine,
} from './printed-sheet.ts';
import type { PublishedForm } from './published-form.ts';
import type { SideLists } from './side-lists.ts';
import { spread, toHundredths, toText } from './weights.ts';

export interface CompleteSheet extends Sheet {
  readonly narrative: {
    readonly goalExpected: string | null;
    readonly goalAchieved: string;
    readonly problems: string;
    readonly measures: string;
  };
}

/** The day whose rules the rehearsal is scored by. */
const RULED_ON = day('2014-10-01');

/** The sheet as a clerk would mend it after the refusals: every value added is on the side list. */
export function completeSheet(form: PublishedForm, printed: Sheet, side: SideLists): CompleteSheet {
  const money = completeMoney(form, printed.money, side);
  const filled = withRows(form, printed.indicators, side).map((line, index) =>
    completeLine(line, form, { index, side }),
  );
  const weighed = completeWeights(form, { ...printed, indicators: filled, money }, side);
  const scored = scoreOf(weighed);
  const indicators = weighed.indicators.map((line, index) =>
    explained(line, scored.byRow.get(line.row), { index, side }),
  );
  const execution = explainedExecution(weighed, scored.execution, side);
  const { selfTotal, ...untotalled } = weighed;
  return {
    ...untotalled,
    ...execution,
    indicators,
    ...totalThatHolds({ ...weighed, indicators }, selfTotal),
    narrative: narrativeOf(form, scored.missed, side),
  };
}

/** A form without any indicator gets three; the ones printed are never replaced. */
function withRows(form: PublishedForm, lines: readonly SheetLine[], side: SideLists): readonly SheetLine[] {
  if (lines.length > 0) return lines;
  const row = (index: number, kind: string, name: string, target: string): SheetLine => ({
    row: String(index + 1),
    kind,
    name,
    direction: 'higher',
    target,
    unit: '%',
  });
  const made = [
    row(0, 'quantity', '年度任务完成率', '100'),
    row(1, 'timeliness', '按期完成率', '100'),
    row(2, 'satisfaction', '受益对象满意度', '90'),
  ];
  return made.map((line, index) => {
    side.invent(linePath(index, 'name'), line.name, `原表（${form.extent}）没有指标`);
    side.invent(linePath(index, 'target'), line.target, '原表没有指标');
    side.invent(linePath(index, 'unit'), '%', '原表没有指标');
    return line;
  });
}

function completeLine(
  line: SheetLine,
  form: PublishedForm,
  { index, side }: { index: number; side: SideLists },
): SheetLine {
  if (line.notApplicable !== undefined) return line;
  const aimed = withTarget(line, { index, side });
  const measured = withUnit(aimed, form, { index, side });
  return withActual(measured, { index, side });
}

/** A target that sits in the indicator's name (…完成率100%) is offered; otherwise the state that the name describes. */
function withTarget(line: SheetLine, { index, side }: { index: number; side: SideLists }): SheetLine {
  if (line.target !== '') return line;
  const inName = /^(.*\D)(\d+(?:\.\d+)?)%$/.exec(line.name);
  if (inName === null)
    return {
      ...line,
      target: side.invent(linePath(index, 'target'), line.name, '原表没有目标值，以指标名称所述状态为目标'),
    };
  const [, , target = ''] = inName;
  side.read(linePath(index, 'target'), {
    printed: line.name,
    read: `≥${target}%`,
    why: '目标值写在指标名称里',
  });
  return { ...line, direction: 'higher', target, unit: '%' };
}

function withUnit(
  line: SheetLine,
  form: PublishedForm,
  { index, side }: { index: number; side: SideLists },
): SheetLine {
  if (line.direction === 'qualitative' || line.unit !== undefined) return line;
  const isMoney = /金额|资金|成本|投资/.test(line.name) && !/率/.test(line.name);
  const unit = isMoney ? form.money_unit : /[率性力度]/.test(line.name) ? '%' : '项';
  return { ...line, unit: side.invent(linePath(index, 'unit'), unit, '原表没有计量单位') };
}

function withActual(line: SheetLine, { index, side }: { index: number; side: SideLists }): SheetLine {
  const reached = line.direction === 'qualitative' ? '达成' : line.target;
  if (line.actual === undefined)
    return { ...line, actual: side.invent(linePath(index, 'actual'), reached, '原表没有完成值') };
  const plain =
    line.direction === 'qualitative'
      ? line.actual === '达成' || isExactText(line.actual)
      : isExactText(line.actual);
  if (plain) return line;
  return {
    ...line,
    actual: side.invent(
      linePath(index, 'actual'),
      plainActual(line.actual, line) ?? reached,
      `原表填“${line.actual}”，不是一个值`,
    ),
  };
}

/** A total of 0 beside parts that are not 0 is answered with the part; a paper without payments is taken as paid in full. */
function completeMoney(form: PublishedForm, printed: Money, side: SideLists): Money {
  const isZero = ({ amount }: { amount: string }) => exact(amount.replaceAll(',', '')).isZero();
  const stated = printed.fullYearBudgetFen ?? printed.beginBudgetFen;
  const part = form.money.find(({ full_year_budget, begin_budget }) =>
    [full_year_budget, begin_budget].some((cell) => !isBlankCell(cell) && !/^0(\.0+)?$/.test(cell ?? '')),
  );
  const contradicted = stated === undefined || isZero(stated);
  const money = contradicted ? moneyOf(part, form.money_unit) : printed;
  if (contradicted) {
    for (const [name, value] of Object.entries(money))
      side.invent(`${FORM_PATH}.${name}`, value, `合计行为空或0，用“${part?.row}”行`);
  }
  if (money.executedFen !== undefined) return money;
  const budget = money.fullYearBudgetFen ?? money.beginBudgetFen ?? { amount: '0', unit: form.money_unit };
  return {
    ...money,
    executedFen: side.invent(`${FORM_PATH}.executedFen`, budget, '原表没有执行数，按全部支付'),
  };
}

const DEFAULT_EXECUTION_WEIGHT = '10';

/** Weights including execution come to exactly 100: the missing ones share the rest, 110 is scaled, a cut form gets one more row. */
function completeWeights(form: PublishedForm, sheet: Sheet, side: SideLists): Sheet {
  const counted = sheet.indicators.filter(
    ({ partOf, notApplicable }) => partOf === undefined && notApplicable === undefined,
  );
  const none = counted.every(({ weight }) => weight === undefined);
  const noExecution = sheet.executionWeight === '0' && none;
  const executionWeight = noExecution
    ? side.invent(`${FORM_PATH}.executionWeight`, DEFAULT_EXECUTION_WEIGHT, '原表没有执行率分值')
    : sheet.executionWeight;
  const rest = 10_000n - toHundredths(executionWeight);
  const given = counted.map(({ weight }) => (weight === undefined ? null : toHundredths(weight)));
  const sum = given.reduce<bigint>((total, weight) => total + (weight ?? 0n), 0n);
  const reweigh = (weights: readonly bigint[], why: string): Sheet => ({
    ...sheet,
    executionWeight,
    indicators: reweighed(sheet.indicators, counted, { weights, why, side }),
  });

  if (given.includes(null)) {
    const fromScores = counted.map(({ selfScore }) =>
      selfScore === undefined ? 0n : toHundredths(exact(selfScore).ceil().toString()),
    );
    const scoresFit = none && fromScores.reduce((total, weight) => total + weight, 0n) === rest;
    const shares = spread(
      rest - sum,
      given.filter((weight) => weight === null).map(() => 1n),
    );
    let next = 0;
    const shared = given.map((weight) => weight ?? shares[next++] ?? 0n);
    return reweigh(
      scoresFit ? fromScores : shared,
      scoresFit ? '原表没有分值列，由得分上取整' : '原表没有分值，平均分配',
    );
  }
  if (sum > rest)
    return reweigh(
      spread(rest, given as bigint[]),
      `原表分值连同执行率合计${toText(sum + 10_000n - rest)}，按比例缩到100`,
    );
  return sum === rest
    ? { ...sheet, executionWeight }
    : withTail(form, { ...sheet, executionWeight }, { weight: toText(rest - sum), side });
}

function reweighed(
  all: readonly SheetLine[],
  counted: readonly SheetLine[],
  by: { weights: readonly bigint[]; why: string; side: SideLists },
): SheetLine[] {
  return all.map((line, index) => {
    const position = counted.indexOf(line);
    const weight = by.weights[position];
    if (weight === undefined || (line.weight !== undefined && toHundredths(line.weight) === weight))
      return line;
    const scaled = { ...line, weight: by.side.invent(linePath(index, 'weight'), toText(weight), by.why) };
    if (line.weight === undefined || line.selfScore === undefined) return scaled;
    const own = exact(line.selfScore).times(toText(weight)).div(line.weight).toDecimalPlaces(2).toString();
    return { ...scaled, selfScore: by.side.invent(linePath(index, 'selfScore'), own, '自评得分随分值缩放') };
  });
}

function withTail(
  form: PublishedForm,
  sheet: Sheet,
  { weight, side }: { weight: string; side: SideLists },
): Sheet {
  const index = sheet.indicators.length;
  const left = sheet.selfTotal === undefined ? undefined : ownSum(sheet)?.neg().plus(sheet.selfTotal);
  const selfScore = left === undefined || left.lt(0) || left.gt(weight) ? weight : left.toString();
  const line = {
    row: String(index + 1),
    kind: 'satisfaction',
    name: '原表未收入部分（推定为满意度）',
    direction: 'higher',
    target: '90',
    unit: '%',
    actual: '90',
    weight,
    selfScore,
  } as const;
  for (const [field, value] of Object.entries(line))
    side.invent(linePath(index, field), value, `原表不完整：${form.extent}`);
  return { ...sheet, indicators: [...sheet.indicators, line] };
}

interface Scored {
  readonly byRow: ReadonlyMap<string, ScoredSheet['lines'][number]>;
  readonly execution: ScoredSheet['execution'];
  readonly missed: boolean;
}

function scoreOf(sheet: Sheet): Scored {
  const counted = sheet.indicators.filter(({ partOf }) => partOf === undefined);
  const lines = counted.map(({ name, direction, target, actual, weight, notApplicable }) => ({
    name,
    kind: direction,
    target,
    actual: actual ?? null,
    weight: weight ?? '0',
    notApplicable,
  }));
  const money =
    sheet.executionWeight === '0' ? null : { ...fenOf(sheet.money), weight: sheet.executionWeight };
  const scored = askScore(rulebook, { lines, money }, RULED_ON);
  if (isProvisional(scored)) throw new Error(scored.because.en);
  const missed = scored.lines.some(({ points, weight }) => points !== null && exact(points).lt(weight));
  return {
    byRow: new Map(
      counted.map(({ row }, index) => [row, scored.lines[index] as ScoredSheet['lines'][number]]),
    ),
    execution: scored.execution,
    missed,
  };
}

function fenOf({ beginBudgetFen, fullYearBudgetFen, executedFen }: Money): {
  budgetFen: bigint;
  paidFen: bigint;
} {
  const fen = (amount: Money['executedFen']) => {
    const value = parseMoney(amount ?? { amount: '0', unit: '元' });
    if (isRefusal(value)) throw new RangeError(value.because.en);
    return value;
  };
  return { budgetFen: fen(fullYearBudgetFen ?? beginBudgetFen), paidFen: fen(executedFen) };
}

/** A score that is not the rule's, a missed target and a target far passed each get the reason that is asked for. */
function explained(
  line: SheetLine,
  rule: ScoredSheet['lines'][number] | undefined,
  { index, side }: { index: number; side: SideLists },
): SheetLine {
  if (rule === undefined || rule.points === null || line.reason !== undefined) return line;
  const differs = line.selfScore !== undefined && !exact(line.selfScore).eq(rule.points);
  const owed = differs || exact(rule.points).lt(rule.weight) || rule.findings.length > 0;
  if (!owed) return line;
  const words = differs
    ? `原表自评${line.selfScore}分，按规则为${rule.points}分，原表未说明`
    : '原表未说明原因';
  return { ...line, reason: side.invent(linePath(index, 'reason'), words, '演练补填原因') };
}

function explainedExecution(
  { executionSelfScore }: Sheet,
  rule: ScoredSheet['execution'],
  side: SideLists,
): { executionReason?: string } {
  if (rule === null || rule.points === null) return {};
  const differs = executionSelfScore !== undefined && !exact(executionSelfScore).eq(rule.points);
  if (!differs && rule.findings.length === 0) return {};
  const words = `原表自评${executionSelfScore ?? '空'}分，按规则为${rule.points}分，原表未说明`;
  return { executionReason: side.invent(`${FORM_PATH}.executionReason`, words, '演练补填原因') };
}

/** The printed total stays where its rows still reach it. */
function totalThatHolds(sheet: Sheet, selfTotal: string | undefined): { selfTotal?: string } {
  return selfTotal !== undefined && ownSum(sheet)?.eq(selfTotal) === true ? { selfTotal } : {};
}

/** The sum of all scores that the paper gives itself; null where one is blank. */
function ownSum({ indicators, executionSelfScore, executionWeight }: Sheet): Decimal | null {
  const own = indicators
    .filter(({ partOf, notApplicable }) => partOf === undefined && notApplicable === undefined)
    .map(({ selfScore }) => selfScore);
  const all = executionWeight === '0' ? own : [...own, executionSelfScore];
  if (all.includes(undefined)) return null;
  return all.reduce<Decimal>((sum, score) => sum.plus(score ?? '0'), exact('0'));
}

function narrativeOf(
  { goals, project }: PublishedForm,
  missed: boolean,
  side: SideLists,
): CompleteSheet['narrative'] {
  const put = (name: string, value: string, why: string) => side.invent(`${FORM_PATH}.${name}`, value, why);
  const printed = goals.actual;
  const told = !isBlankCell(printed) && !saysNothing(printed ?? '') && !/照抄/.test(printed ?? '');
  return {
    goalExpected: goals.expected,
    goalAchieved: told
      ? (printed as string)
      : put('goalAchieved', `${project}已按年度任务实施，完成情况见各项指标`, `原表填“${printed ?? ''}”`),
    problems: put('problems', missed ? '部分指标未达到目标值' : '无', '原表未收入存在问题'),
    measures: put('measures', missed ? '逐项查明原因，下年补足' : '无', '原表未收入改进措施'),
  };
}
