import { Decimal, exact, isExactText, type Words } from '@quancheng/kernel';
import type { Indicator, Period, PeriodValue } from './indicator.ts';

/**
 * 汇总: how values of parts of a year become the value of the year, and values of units that of all of them. Sources: the traps
 * of systems in use: a running total is its last value and never the sum; ratios and judgements are never added.
 */

/** What was reached in one part. A ratio gives its numerator and denominator, in whatever unit both have. */
export interface Part {
  readonly value?: string | null | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
}

export interface PeriodPart extends Part {
  readonly period: Period;
}

/** What is rolled up: the indicator's own rule and unit. Without a rule the latest value stands. */
export type Rolled = Pick<Indicator, 'rollUp' | 'unit'>;

export type NoRollUp =
  | 'NOTHING_REPORTED'
  | 'NOT_A_NUMBER'
  | 'PERIODS_OVERLAP'
  | 'RATIO_NOT_ADDED'
  | 'PARTS_OF_RATIO_MISSING'
  | 'DENOMINATOR_ZERO'
  | 'NOT_ADDED_OVER_UNITS';

/** The value as an exact decimal (a mean or ratio rounded half up to six places), or why there is none. */
export type RolledUp =
  | { readonly value: string; readonly how: Words; readonly fell: readonly Period[] }
  | { readonly value: null; readonly code: NoRollUp; readonly because: Words };

/** A mean or a ratio seldom ends: it is rounded here, once. */
const PLACES = 6;

const none = (code: NoRollUp, zh: string, en: string): RolledUp => ({
  value: null,
  code,
  because: { zh, en },
});
const rolled = (value: Decimal, zh: string, en: string, fell: readonly Period[] = []): RolledUp => ({
  value: value.toFixed(),
  how: { zh, en },
  fell,
});

/** The months that a period covers, from 1 to 12. */
export function monthsOf(period: Period): { readonly from: number; readonly to: number } {
  const number = Number(period.replace('Q', ''));
  return period.startsWith('Q') ? { from: number * 3 - 2, to: number * 3 } : { from: number, to: number };
}

/** The value of the year so far, from the periods that were reported, in whatever order they came. */
export function rollUpPeriods({ rollUp = 'last', unit }: Rolled, given: readonly PeriodPart[]): RolledUp {
  const parts = given.filter(isReported).toSorted(byPeriod);
  const latest = parts.at(-1);
  if (latest === undefined) return nothingReported();
  if (overlaps(parts))
    return none('PERIODS_OVERLAP', '时期重复或重叠，会重复计算', 'periods are there twice or overlap');
  if (rollUp === 'qualitative')
    return latestOf(latest, '以最近一期的判断为准', 'the latest judgement stands');
  if (rollUp === 'percentage') return ratioOf(parts);
  if (rollUp === 'average' && parts.every(hasParts)) return ratioOf(parts, 1);
  if (!parts.every(isNumber)) return notANumber();
  switch (rollUp) {
    case 'sum':
      return isRatio(unit) ? ratioNotAdded() : rolled(sumOf(parts), '各期相加', 'the periods are added');
    case 'cumulative':
      return latestOf(latest, '累计数取最近一期', 'a running total is its last value', fallen(parts));
    case 'last':
      return latestOf(latest, '取最近一期', 'the latest value stands');
    case 'average':
      return rolled(
        sumOf(parts).div(parts.length).toDecimalPlaces(PLACES),
        '各期平均',
        'the mean of the periods',
      );
  }
}

/** The value of several units together, from the value that each reached in the same time. */
export function rollUpUnits({ rollUp = 'last', unit }: Rolled, given: readonly Part[]): RolledUp {
  const parts = given.filter(isReported);
  if (parts.length === 0) return nothingReported();
  if (rollUp === 'qualitative')
    return none('NOT_ADDED_OVER_UNITS', '定性判断不能合并', 'judgements of several units do not make one');
  if (rollUp === 'percentage') return ratioOf(parts);
  if (rollUp === 'sum' || rollUp === 'cumulative') {
    if (isRatio(unit)) return ratioNotAdded();
    return parts.every(isNumber) ? rolled(sumOf(parts), '各单位相加', 'the units are added') : notANumber();
  }
  if (parts.every(hasParts)) return ratioOf(parts, 1);
  return none(
    'NOT_ADDED_OVER_UNITS',
    '平均数、期末数没有分子分母，各单位之间不能合并',
    'means and end values of several units need their numerators and denominators',
  );
}

/** What the plan foresaw by the end of a month (1–12), by the periods that had ended then. */
export function plannedBy(
  indicator: Pick<Indicator, 'row' | 'rollUp' | 'unit'>,
  plan: readonly PeriodValue[],
  month: number,
): RolledUp {
  const due = plan.filter(({ row, period }) => row === indicator.row && monthsOf(period).to <= month);
  return rollUpPeriods(
    indicator,
    due.map(({ period, planned }) => ({ period, value: planned })),
  );
}

/** Units in which a value is a share or a rate of something: two of them never add up. */
export const isRatio = (unit: string | undefined): boolean =>
  unit !== undefined && /[%％‰/／]|百分|千分|比例|比率/.test(unit);

const isReported = (part: Part): boolean =>
  (part.value !== undefined && part.value !== null && part.value.trim() !== '') || hasParts(part);

const hasParts = ({ numerator, denominator }: Part): boolean =>
  numerator !== undefined && denominator !== undefined;

const isNumber = ({ value }: Part): boolean => isExactText(value?.trim() ?? '');

const byPeriod = (a: PeriodPart, b: PeriodPart): number => monthsOf(a.period).to - monthsOf(b.period).to;

const overlaps = (parts: readonly PeriodPart[]): boolean =>
  parts.some(({ period }, index) => {
    const next = parts[index + 1];
    return next !== undefined && monthsOf(next.period).from <= monthsOf(period).to;
  });

const numberOf = ({ value }: Part): Decimal => exact(value?.trim() ?? '');

const sumOf = (parts: readonly Part[]): Decimal =>
  parts.reduce((sum, part) => sum.plus(numberOf(part)), new Decimal(0));

/** A running total does not go back: the periods in which it did, for a person to explain. */
const fallen = (parts: readonly PeriodPart[]): Period[] =>
  parts.flatMap((part, index) => {
    const before = parts[index - 1];
    return before !== undefined && numberOf(part).lt(numberOf(before)) ? [part.period] : [];
  });

/** The sum of the numerators over that of the denominators; in percent unless said otherwise. */
function ratioOf(parts: readonly Part[], times = 100): RolledUp {
  const texts = parts.flatMap(({ numerator, denominator }) => [numerator ?? '', denominator ?? '']);
  if (!parts.every(hasParts) || !texts.every(isExactText))
    return parts.length === 1 && parts.every(isNumber)
      ? rolled(sumOf(parts), '只有一期', 'there is only one')
      : none(
          'PARTS_OF_RATIO_MISSING',
          '比率没有分子和分母，不能汇总，也不能相加',
          'a ratio without numerator and denominator can be neither rolled up nor added',
        );
  const over = parts.reduce((sum, { denominator = '0' }) => sum.plus(denominator), new Decimal(0));
  if (over.lte(0)) return none('DENOMINATOR_ZERO', '分母合计为0', 'the denominators sum to 0');
  const above = parts.reduce((sum, { numerator = '0' }) => sum.plus(numerator), new Decimal(0));
  return rolled(
    above.times(times).div(over).toDecimalPlaces(PLACES),
    '分子合计÷分母合计',
    'the sum of numerators over that of denominators',
  );
}

/** A value that stands as it was written, whether a number or a word. */
const latestOf = (part: Part, zh: string, en: string, fell: readonly Period[] = []): RolledUp =>
  isNumber(part)
    ? rolled(numberOf(part), zh, en, fell)
    : { value: (part.value ?? '').trim(), how: { zh, en }, fell };

const nothingReported = () => none('NOTHING_REPORTED', '还没有填报', 'nothing is reported yet');
const notANumber = () => none('NOT_A_NUMBER', '有的值不是数，不能汇总', 'a value is not a number');
const ratioNotAdded = () =>
  none('RATIO_NOT_ADDED', '比率不能相加，请改用“比率”或“期末数”', 'ratios are never added');
