import { describe, expect, it } from '@jest/globals';
import { exact } from '@quancheng/kernel';
import fc from 'fast-check';
import {
  monthsOf,
  type Part,
  type Period,
  PERIODS,
  type PeriodPart,
  plannedBy,
  ROLL_UPS,
  type RolledUp,
  rollUpPeriods,
  rollUpUnits,
} from './index.ts';

const said = (answer: RolledUp): string => (answer.value === null ? answer.code : answer.value);
const at = (values: Readonly<Record<string, string>>): PeriodPart[] =>
  Object.entries(values).map(([period, value]) => ({ period: period as Period, value }));
const share = (numerator: string, denominator: string): Part => ({ numerator, denominator });

describe('the value of a year from its periods', () => {
  it.each([
    ['sum', '人次', { '01': '10', '02': '20.5', '03': '0' }, '30.5'],
    ['sum', '%', { '01': '90', '02': '95' }, 'RATIO_NOT_ADDED'],
    ['sum', '元/人', { '01': '90', '02': '95' }, 'RATIO_NOT_ADDED'],
    ['sum', '个', { '01': '10', '02': '约20' }, 'NOT_A_NUMBER'],
    ['sum', '个', { Q1: '10', '03': '4' }, 'PERIODS_OVERLAP'],
    ['sum', '个', { Q1: '10', '04': '4' }, '14'],
    ['cumulative', '公里', { '03': '12', '06': '25', '09': '40' }, '40'],
    ['cumulative', '%', { '06': '45', '09': '80' }, '80'],
    ['average', '%', { Q1: '90', Q2: '95', Q3: '91' }, '92'],
    ['average', '人', { '01': '1', '02': '2', '03': '2' }, '1.666667'],
    ['last', '张', { '06': '510', '12': '498' }, '498'],
    ['last', '张', {}, 'NOTHING_REPORTED'],
    ['percentage', '%', { Q1: '90', Q2: '95' }, 'PARTS_OF_RATIO_MISSING'],
    ['percentage', '%', { Q1: '90' }, '90'],
    ['qualitative', undefined, { Q1: '部分达成', Q2: '达成' }, '达成'],
  ] as const)('%s in %s of %j is %s', (rollUp, unit, values, expected) => {
    expect(said(rollUpPeriods({ rollUp, unit }, at(values)))).toBe(expected);
  });

  it('without a rule the latest report stands, whichever came in last', () => {
    expect(said(rollUpPeriods({}, at({ '09': '80', '06': '45' })))).toBe('80');
  });

  it('a ratio is the sum of its numerators over that of its denominators', () => {
    const quarters: PeriodPart[] = [
      { period: 'Q1', value: '100', ...share('10', '10') },
      { period: 'Q2', value: '50', ...share('45', '90') },
    ];
    expect(said(rollUpPeriods({ rollUp: 'percentage', unit: '%' }, quarters))).toBe('55');
    expect(said(rollUpPeriods({ rollUp: 'average', unit: '天' }, quarters))).toBe('0.55');
    expect(
      said(rollUpPeriods({ rollUp: 'percentage', unit: '%' }, [{ period: 'Q1', ...share('0', '0') }])),
    ).toBe('DENOMINATOR_ZERO');
  });

  it('a blank is not a report of zero', () => {
    const parts: PeriodPart[] = [
      { period: '01', value: '8' },
      { period: '02', value: ' ' },
      { period: '03', value: null },
    ];
    expect(said(rollUpPeriods({ rollUp: 'average' }, parts))).toBe('8');
  });

  it('a running total that went back is named by its period', () => {
    expect(rollUpPeriods({ rollUp: 'cumulative' }, at({ '03': '12', '06': '9', '09': '20' }))).toMatchObject({
      value: '20',
      fell: ['06'],
    });
  });
});

describe('the value of several units together', () => {
  const units: Part[] = [{ value: '10' }, { value: '30' }];
  it.each([
    ['sum', '人', units, '40'],
    ['cumulative', '人', units, '40'],
    ['cumulative', '%', units, 'RATIO_NOT_ADDED'],
    ['average', '天', units, 'NOT_ADDED_OVER_UNITS'],
    ['last', '张', units, 'NOT_ADDED_OVER_UNITS'],
    ['percentage', '%', units, 'PARTS_OF_RATIO_MISSING'],
    ['qualitative', undefined, [{ value: '达成' }, { value: '达成' }], 'NOT_ADDED_OVER_UNITS'],
    ['percentage', '%', [share('9', '10'), share('30', '90')], '39'],
    ['average', '天', [share('100', '10'), share('20', '10')], '6'],
    ['sum', '人', [], 'NOTHING_REPORTED'],
  ] as const)('%s in %s of %j is %s', (rollUp, unit, parts, expected) => {
    expect(said(rollUpUnits({ rollUp, unit }, parts))).toBe(expected);
  });
});

describe('what the plan foresaw by a month', () => {
  const plan = [
    { row: '1', period: 'Q1', planned: '10' },
    { row: '1', period: 'Q2', planned: '20' },
    { row: '2', period: 'Q1', planned: '99' },
    { row: '1', period: '07', planned: '5' },
  ] as const;
  it.each([
    ['sum', 2, 'NOTHING_REPORTED'],
    ['sum', 3, '10'],
    ['sum', 6, '30'],
    ['sum', 12, '35'],
    ['cumulative', 6, '20'],
  ] as const)('%s by month %i: %s', (rollUp, month, expected) => {
    expect(said(plannedBy({ row: '1', rollUp, unit: '个' }, plan, month))).toBe(expected);
  });
});

const amounts = fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => exact(BigInt(cents)).div(100).toFixed());
const months = PERIODS.map(({ value }) => value).filter((period) => !period.startsWith('Q'));
const years = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...months), amounts), {
    selector: ([period]) => period,
    minLength: 2,
  })
  .map((pairs) => pairs.map(([period, value]): PeriodPart => ({ period, value })));
const rules = fc.constantFrom(...ROLL_UPS.map(({ value }) => value));

describe('whatever is reported', () => {
  it('the order in which periods come in does not matter', () => {
    fc.assert(
      fc.property(rules, years, (rollUp, parts) => {
        const turned = parts.toReversed();
        expect(rollUpPeriods({ rollUp }, turned)).toEqual(rollUpPeriods({ rollUp }, parts));
      }),
    );
  });

  it('a late edit of an early period leaves a running total and an end value as they are', () => {
    fc.assert(
      fc.property(fc.constantFrom('cumulative', 'last'), years, amounts, (rollUp, parts, edited) => {
        const inOrder = parts.toSorted((a, b) => monthsOf(a.period).to - monthsOf(b.period).to);
        const after = inOrder.map((part, index) => (index === 0 ? { ...part, value: edited } : part));
        expect(said(rollUpPeriods({ rollUp }, after))).toBe(said(rollUpPeriods({ rollUp }, inOrder)));
      }),
    );
  });

  it('an edit moves a sum by exactly its difference', () => {
    fc.assert(
      fc.property(years, amounts, (parts, edited) => {
        const after = parts.map((part, index) => (index === 0 ? { ...part, value: edited } : part));
        const moved = exact(said(rollUpPeriods({ rollUp: 'sum' }, after))).minus(
          said(rollUpPeriods({ rollUp: 'sum' }, parts)),
        );
        expect(moved.toFixed()).toBe(
          exact(edited)
            .minus(parts[0]?.value ?? '0')
            .toFixed(),
        );
      }),
    );
  });

  it('a mean lies between its least and its greatest, and no ratio is ever a sum of values', () => {
    fc.assert(
      fc.property(years, (parts) => {
        const values = parts.map(({ value }) => exact(value ?? '0'));
        const mean = exact(said(rollUpPeriods({ rollUp: 'average' }, parts)));
        const least = values.reduce((a, b) => (a.lt(b) ? a : b));
        const greatest = values.reduce((a, b) => (a.gt(b) ? a : b));
        expect([mean.gte(least), mean.lte(greatest)]).toEqual([true, true]);
        for (const rollUp of ['sum', 'percentage'] as const)
          expect(rollUpPeriods({ rollUp, unit: '%' }, parts).value).toBeNull();
      }),
    );
  });

  it('a ratio lies between the least and the greatest of its parts', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(parts, (pairs) => {
        const given = pairs.map(([above, below]) => share(String(above), String(below)));
        const ratio = exact(said(rollUpUnits({ rollUp: 'percentage', unit: '%' }, given)));
        const shares = pairs.map(([above, below]) =>
          exact(BigInt(above)).times(100).div(BigInt(below).toString()).toDecimalPlaces(6),
        );
        expect(shares.some((one) => one.lte(ratio))).toBe(true);
        expect(shares.some((one) => one.gte(ratio))).toBe(true);
      }),
    );
  });
});
