import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPeriodPlan, type Indicator, type PeriodValue } from './index.ts';

const indicator = (more: Partial<Indicator> = {}): Indicator => ({
  row: '1',
  kind: 'quantity',
  name: '入网户数',
  direction: 'higher',
  target: '120',
  unit: '户',
  weight: '10',
  rollUp: 'sum',
  ...more,
});
const quarters = (...planned: readonly string[]): PeriodValue[] =>
  planned.map((value, index) => ({
    row: '1',
    period: `Q${index + 1}` as PeriodValue['period'],
    planned: value,
  }));
const found = (one: Indicator, periodValues: PeriodValue[]) =>
  checkPeriodPlan({ indicators: [one], periodValues }).map(({ field, code }) => `${field} ${code}`);

describe('values by period against the target', () => {
  it.each<[string, Indicator, PeriodValue[], string[]]>([
    ['none at all', indicator(), [], []],
    ['added they make it', indicator(), quarters('30', '30', '30', '30'), []],
    [
      'added they fall short',
      indicator(),
      quarters('30', '30'),
      ['periodValues.0.planned PERIODS_NE_TARGET'],
    ],
    [
      'a running total ends at it',
      indicator({ rollUp: 'cumulative' }),
      quarters('30', '60', '90', '120.0'),
      [],
    ],
    [
      'a running total was filled in quarter by quarter',
      indicator({ rollUp: 'cumulative' }),
      quarters('30', '30', '30', '30'),
      ['periodValues.0.planned PERIODS_NE_TARGET'],
    ],
    ['a mean', indicator({ rollUp: 'average', target: '30' }), quarters('20', '40'), []],
    [
      'a ratio cannot be held against it',
      indicator({ rollUp: 'percentage', unit: '%' }),
      quarters('1', '2'),
      [],
    ],
    ['a ratio that is to be added', indicator({ unit: '%' }), [], ['indicators.0.rollUp RATIO_NOT_ADDED']],
    ['a target in words', indicator({ direction: 'qualitative', target: '改善' }), quarters('1'), []],
    [
      'a quarter and one of its months',
      indicator(),
      [...quarters('60'), { row: '1', period: '02', planned: '60' }],
      ['periodValues.0.planned PERIODS_OVERLAP'],
    ],
    [
      'of a row that is not there',
      indicator(),
      [{ row: '9', period: 'Q1', planned: '1' }],
      ['periodValues.0.row PERIOD_OF_NO_INDICATOR'],
    ],
  ])('%s', (_, one, periodValues, faults) => {
    expect(found(one, periodValues)).toEqual(faults);
  });

  it('any split of a whole number over the quarters is accepted, and no other sum', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 50 }), (values, off) => {
        const sum = values.reduce((total, value) => total + value, 0);
        const plan = quarters(...values.map(String));
        expect(found(indicator({ target: String(sum) }), plan)).toEqual([]);
        expect(found(indicator({ target: String(sum + off) }), plan)).toHaveLength(1);
      }),
    );
  });
});
