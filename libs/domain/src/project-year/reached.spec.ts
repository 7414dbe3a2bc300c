import { describe, expect, it } from '@jest/globals';
import type { Json } from '@quancheng/kernel';
import { type Data, step } from '@quancheng/testing';
import { yearActuals } from './reached.ts';
import {
  approving,
  controlling,
  declaring,
  type Life,
  opened,
  passing,
  resubmitting,
  reviewingGoal,
  reviewingMoney,
  story,
} from './project-year.story.ts';
import type { OpenYear } from './state.ts';

const { dataOf, live } = story;

const indicator = (row: string, rollUp: string, more: Data = {}): Json => ({
  row,
  kind: 'quantity',
  name: `指标${row}`,
  direction: 'higher',
  target: '100',
  unit: '户',
  weight: '30',
  rollUp,
  ...more,
});
const INDICATORS: Json = [
  indicator('1', 'sum'),
  indicator('2', 'cumulative'),
  indicator('3', 'percentage', { unit: '%', target: '90' }),
];
const approved = live(
  opened,
  declaring({ indicators: INDICATORS }),
  passing,
  reviewingMoney,
  reviewingGoal,
  controlling,
  resubmitting,
  approving,
);

const DAYS: Readonly<Record<string, readonly [asOf: string, opened: string, reported: string]>> = {
  '2014-03': ['2014-03-31', '2014-04-01', '2014-04-10'],
  '2014-07': ['2014-07-31', '2014-08-01', '2014-08-11'],
  '2014-12': ['2014-12-31', '2014-12-31', '2014-12-31'],
};
/** One round with what each row reports: a plain actual, or one with its numerator and denominator. */
function reported(life: Life, round: string, rows: readonly Data[]): Life {
  const [asOf, on, reportedOn] = DAYS[round] ?? ['', '', ''];
  const indicators = rows.map((row, index) => ({ row: String(index + 1), ...row }));
  return live(
    life,
    step('OpenTrackingRound', 'system', on, { round, asOf }),
    step('ReportTracking', 'unit-clerk', reportedOn, {
      round,
      form: { indicators, progressPercent: '50', likelihood: 'certain' },
    }),
  );
}
const share = (actual: string, numerator: string, denominator: string) => ({
  actual,
  numerator,
  denominator,
});

const march = reported(approved, '2014-03', [{ actual: '20' }, { actual: '20' }, share('100', '10', '10')]);
const july = reported(march, '2014-07', [{ actual: '30' }, { actual: '50' }, share('50', '45', '90')]);

describe('what an indicator has reached by a round', () => {
  it('is what its own roll-up makes of the reports: added, the last one, or numerators over denominators', () => {
    // 50 of 100, 50 of 100, and 55% of 90%.
    expect(dataOf(july, 'TrackingReported')).toMatchObject({ goalPercent: '53.70', notes: [] });
  });

  it('a ratio without its parts has no value to date: it is left out, and the note says why', () => {
    const bare = reported(march, '2014-07', [{ actual: '30' }, { actual: '50' }, { actual: '95' }]);
    const { goalPercent, lights, notes } = dataOf(bare, 'TrackingReported') as {
      goalPercent: string;
      lights: { row: string }[];
      notes: { zh: string }[];
    };
    expect(goalPercent).toBe('50.00');
    expect(lights.map(({ row }) => row)).not.toContain('3');
    expect(notes.map(({ zh }) => zh)).toEqual(['3 指标3：比率没有分子和分母，不能汇总，也不能相加']);
  });

  it('a running total that went back is noted', () => {
    const back = reported(march, '2014-07', [{ actual: '30' }, { actual: '15' }, share('50', '45', '90')]);
    expect(dataOf(back, 'TrackingReported')).toMatchObject({
      notes: [{ zh: '2 指标2：累计数在 07 月比前期减少' }],
    });
  });
});

describe('what is proposed to the evaluation', () => {
  it('is nothing while the year was not looked at to its end', () => {
    expect(yearActuals(july.state as OpenYear)).toEqual({});
  });

  it("is each indicator's value of the year, where its roll-up gives one", () => {
    const year = reported(july, '2014-12', [{ actual: '45' }, { actual: '98' }, share('85', '85', '100')]);
    expect(yearActuals(year.state as OpenYear)).toEqual({ 1: '95', 2: '98', 3: '70' });
  });
});
