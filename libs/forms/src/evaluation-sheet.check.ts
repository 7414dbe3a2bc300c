import { exact, type Fen, type FieldFault, isExactText, type Words } from '@quancheng/kernel';
import type { EvaluationLine, SelfEvaluation } from './self-evaluation.form.ts';
import { isShareName, meantBy, readTargetValue, startsWithOperator } from './target-value/index.ts';

/** The scored part that a self-evaluation and a key report have in common. */
export type EvaluationSheet = {
  readonly indicators: readonly EvaluationLine[];
  readonly beginBudgetFen?: Fen | undefined;
  readonly fullYearBudgetFen?: Fen | undefined;
  readonly executedFen: Fen;
  readonly executionWeight: string;
  readonly executionNotApplicable?: string | undefined;
};

const fault = (field: string, code: string, zh: string, en: string): FieldFault => ({
  field,
  code,
  because: { zh, en },
});

/** What the fields of a sheet must be to each other before any rule can score it. Field names start at the sheet. */
export function checkEvaluationSheet(sheet: EvaluationSheet): FieldFault[] {
  return [
    ...sheet.indicators.flatMap((line, index) => checkLine(line, `indicators.${index}`, sheet.indicators)),
    ...checkWeights(sheet),
    ...checkMoney(sheet),
  ];
}

/** The budget that execution is measured on: the full-year figure; the one of the beginning only where no other exists. */
export function executionBase(
  sheet: Pick<EvaluationSheet, 'beginBudgetFen' | 'fullYearBudgetFen'>,
): { budgetFen: Fen; base: 'full-year' | 'year-start' } | null {
  if (sheet.fullYearBudgetFen !== undefined) return { budgetFen: sheet.fullYearBudgetFen, base: 'full-year' };
  return sheet.beginBudgetFen === undefined ? null : { budgetFen: sheet.beginBudgetFen, base: 'year-start' };
}

/** Words that fill a cell and say nothing: 同左, 暂无, a template's hint, or a bare number. */
export function saysNothing(written: string): boolean {
  const bare = written.replace(/[\s。．.、,，]/g, '');
  return (
    /^(同左|同上|无|暂无|没有|已?完成(年度)?(绩效)?目标|达成预期(指标|目标)?|[/／—–-]*|[\d.]+(万?元)?)$/.test(
      bare,
    ) || /\d+字以内/.test(bare)
  );
}

/** A self-evaluation in words: what was reached is told, and a missed target has its problem and measure. */
export function checkNarrative(paper: SelfEvaluation, anythingMissed: boolean): FieldFault[] {
  const told = saysNothing(paper.goalAchieved)
    ? [fault('goalAchieved', 'SAYS_NOTHING', '没有写明完成了什么', 'it does not say what was done')]
    : [];
  if (!anythingMissed) return told;
  const owed = (['problems', 'measures'] as const)
    .filter((field) => saysNothing(paper[field]))
    .map((field) =>
      fault(
        field,
        'SAYS_NOTHING',
        '有指标未达到，须写明问题和措施',
        'a target is missed: name the problem and the measure',
      ),
    );
  return [...told, ...owed];
}

function checkLine(line: EvaluationLine, at: string, all: readonly EvaluationLine[]): FieldFault[] {
  const twice = all.filter(({ row }) => row === line.row).length > 1;
  const identity = twice
    ? [fault(`${at}.row`, 'ROW_TWICE', `序号${line.row}重复`, `row ${line.row} is there twice`)]
    : [];
  if (line.partOf !== undefined) return [...identity, ...checkBreakdown(line, at, all)];
  const weight =
    line.weight === undefined
      ? [fault(`${at}.weight`, 'WEIGHT_MISSING', '没有分值', 'the weight is missing')]
      : [];
  const values = line.notApplicable === undefined ? [...checkTarget(line, at), ...checkActual(line, at)] : [];
  return [...identity, ...weight, ...values];
}

/** A 其中 row explains its parent. It is never scored, and its values do not exceed the parent's. */
function checkBreakdown(line: EvaluationLine, at: string, all: readonly EvaluationLine[]): FieldFault[] {
  const parent = all.find(({ row, partOf }) => row === line.partOf && partOf === undefined);
  if (parent === undefined)
    return [
      fault(`${at}.partOf`, 'PART_OF_UNKNOWN', `没有序号${line.partOf}`, `there is no row ${line.partOf}`),
    ];
  if (line.weight !== undefined)
    return [
      fault(
        `${at}.weight`,
        'BREAKDOWN_HAS_WEIGHT',
        '“其中”行不单独计分',
        'a breakdown row has no weight of its own',
      ),
    ];
  const isFirst = all.find(({ partOf }) => partOf === line.partOf) === line;
  const parts = all.filter(({ partOf }) => partOf === line.partOf).map(({ actual }) => actual ?? '');
  if (!isFirst || ![...parts, parent.actual ?? ''].every(isExactText)) return [];
  const sum = parts.reduce((total, part) => total.plus(part), exact('0'));
  if (sum.lte(parent.actual ?? '0')) return [];
  return [
    fault(
      `${at}.actual`,
      'PARTS_EXCEED_WHOLE',
      `“其中”合计${sum}，超过${parent.actual}`,
      `the parts sum to ${sum}, above ${parent.actual}`,
    ),
  ];
}

function checkTarget(line: EvaluationLine, at: string): FieldFault[] {
  if (line.direction === 'qualitative') return [];
  if (!isExactText(line.target)) return [notANumber(line, at)];
  const unit =
    line.unit === undefined
      ? [fault(`${at}.unit`, 'UNIT_MISSING', '没有计量单位', 'the unit is missing')]
      : [];
  return [...unit, ...checkShare(line, line.target, `${at}.target`)];
}

/** Several cells typed into one: what was meant is said, and the clerk types it. */
function notANumber({ target, name }: EvaluationLine, at: string): FieldFault {
  const meant = meantBy(target, { name });
  return startsWithOperator(target)
    ? fault(
        `${at}.target`,
        'TARGET_HAS_OPERATOR',
        `方向单独选择，目标值只填数字${meant.zh}`,
        `choose the direction; the target is a number alone${meant.en}`,
      )
    : fault(
        `${at}.target`,
        'TARGET_NOT_A_NUMBER',
        `定量指标的目标值应为数字${meant.zh}`,
        `the target of a quantitative indicator is a number${meant.en}`,
      );
}

function checkActual(line: EvaluationLine, at: string): FieldFault[] {
  const { actual } = line;
  if (actual === undefined)
    return [
      fault(`${at}.actual`, 'ACTUAL_NOT_FILLED', '实际完成值未填报', 'the actual value is not filled in'),
    ];
  if (startsWithOperator(actual))
    return [
      fault(
        `${at}.actual`,
        'ACTUAL_HAS_OPERATOR',
        '实际完成值应是一个值，不带≥、≤',
        'an actual is a plain value, without ≥ or ≤',
      ),
    ];
  if (line.direction === 'qualitative') return [];
  if (!isExactText(actual))
    return [
      fault(
        `${at}.actual`,
        'ACTUAL_NOT_A_NUMBER',
        `定量指标的完成值应为数字，单位另填${plainNumber(line).zh}`,
        `a number alone; the unit has its own cell${plainNumber(line).en}`,
      ),
    ];
  return checkShare(line, actual, `${at}.actual`);
}

/** The number in an actual such as 50个, where its unit is that of the row. */
function plainNumber({ actual, unit, name }: EvaluationLine): Words {
  const { value, kind, unit: printed } = readTargetValue(actual ?? '', { column: 'actual', name });
  const fits = value !== null && isExactText(value) && kind !== 'unreadable' && (printed ?? unit) === unit;
  return fits ? { zh: `：填${value}`, en: `: write ${value}` } : { zh: '', en: '' };
}

/** A share of a whole cannot pass 100: 290% is a misread ≥90%. */
function checkShare(line: EvaluationLine, value: string, at: string): FieldFault[] {
  const isShare = line.unit === '%' && (line.kind === 'satisfaction' || isShareName(line.name));
  if (!isShare || exact(value).lte(100)) return [];
  return [
    fault(
      at,
      'SHARE_ABOVE_100',
      `${value}%超过100%，请核对是否误读`,
      `${value}% is more than the whole: was it misread?`,
    ),
  ];
}

function checkWeights({ indicators, executionWeight }: EvaluationSheet): FieldFault[] {
  const sum = indicators.reduce((total, { weight }) => total.plus(weight ?? '0'), exact(executionWeight));
  const negative = [...indicators.map(({ weight }) => weight ?? '0'), executionWeight].some((weight) =>
    exact(weight).lt(0),
  );
  if (negative)
    return [fault('indicators', 'WEIGHT_NEGATIVE', '分值不能为负', 'a weight cannot be negative')];
  if (sum.eq(100)) return [];
  return [
    fault(
      'indicators',
      'WEIGHTS_NOT_100',
      `分值含预算执行率合计为${sum}，应为100`,
      `the weights with execution sum to ${sum}, not 100`,
    ),
  ];
}

function checkMoney(sheet: EvaluationSheet): FieldFault[] {
  if (sheet.executionNotApplicable !== undefined || exact(sheet.executionWeight).isZero()) return [];
  const base = executionBase(sheet);
  if (base === null)
    return [
      fault(
        'fullYearBudgetFen',
        'BUDGET_MISSING',
        '没有预算数，执行率无法计算',
        'without a budget there is no rate',
      ),
    ];
  if (base.budgetFen > 0n) return [];
  const words: Words = {
    zh: '预算数为0，执行率无法计分；请核对或说明不适用',
    en: 'the budget is 0: execution cannot be scored; correct it or say why it does not apply',
  };
  return [{ field: 'fullYearBudgetFen', code: 'BUDGET_ZERO', because: words }];
}
