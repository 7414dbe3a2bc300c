import { describe, expect, it } from '@jest/globals';
import { type Data, step, yuan } from '@quancheng/testing';
import type { Json } from '@quancheng/kernel';
import {
  approving,
  controlling,
  declaring,
  type Life,
  opened,
  passing,
  paying,
  resubmitting,
  reviewingGoal,
  reviewingMoney,
  round,
  story,
} from './project-year.story.ts';

const { dataOf, live } = story;

const indicator = (row: string, more: Data): Json => ({
  row,
  kind: 'quantity',
  name: `指标${row}`,
  direction: 'higher',
  target: '100',
  unit: '户',
  weight: '15',
  ...more,
});
const INDICATORS = [
  indicator('1', { rollUp: 'cumulative' }),
  indicator('2', { rollUp: 'last', unit: '%', target: '95' }),
  indicator('3', { direction: 'lower', target: '12', unit: '月' }),
  indicator('4', { direction: 'lower', target: '50', unit: '万元', rollUp: 'cumulative' }),
  indicator('5', { direction: 'equal', target: '0', unit: '起' }),
  indicator('6', { direction: 'qualitative', target: '水质明显改善' }),
];
const ACTUALS = [
  { row: '1', actual: '40' },
  { row: '2', actual: '90' },
  { row: '3', actual: '12' },
  { row: '4', actual: '20' },
  { row: '5', actual: '1' },
  { row: '6', attainedPercent: '60' },
];

/** The project approved with this plan, and what July's round says of it with 200,000.00 of 500,000.00 yuan paid. */
function july(plan: Data): { lights: unknown[]; standings: unknown; plannedPercent: unknown } {
  const approved: Life = live(
    opened,
    declaring({ indicators: INDICATORS, ...plan }),
    passing,
    reviewingMoney,
    reviewingGoal,
    controlling,
    resubmitting,
    approving,
  );
  const form: Json = { indicators: ACTUALS, progressPercent: '30', likelihood: 'certain' };
  const life = live(
    approved,
    round,
    paying('200000.00'),
    step('ReportTracking', 'unit-clerk', '2014-08-20', { round: '2014-07', form }),
  );
  return dataOf(life, 'TrackingReported') as never;
}

const PLANNED = {
  milestones: [
    {
      on: '2014-07-31',
      expect: '完成一个村',
      progressPercent: '40',
      goalPercent: '50',
      spendFen: yuan('300000.00'),
    },
  ],
};
const light = 'zh-2014/light/goal';
const level = (actual: string) => ({
  expectedBy: 'whole-year',
  forecast: { straight: actual, byPlan: null },
  clause: light,
});

describe('the standing of a round at 31 July', () => {
  it.each([
    [
      '1',
      {
        light: 'green',
        percent: '80.00',
        expected: '50.00',
        expectedBy: 'plan-curve',
        forecast: { straight: '68.57', byPlan: '80.00' },
      },
    ],
    ['2', { light: 'green', percent: '94.74', expected: '95.00', ...level('90') }],
    ['3', { light: 'green', percent: '100.00', expected: '12.00', ...level('12') }],
    [
      '4',
      {
        light: 'green',
        percent: '125.00',
        expected: '25.00',
        expectedBy: 'plan-curve',
        forecast: { straight: '34.29', byPlan: '40.00' },
      },
    ],
    ['5', { light: 'red', percent: '0.00', expected: '0.00', ...level('1') }],
  ])('of each indicator by its own sort, with a plan: row %s', (row, standing) => {
    const { lights } = july(PLANNED);
    expect(lights).toContainEqual(expect.objectContaining({ row, ...standing }));
  });

  it('of a judgement in words is none', () => {
    expect(july(PLANNED).lights).toHaveLength(5);
  });

  it('of goal, money and progress goes by the plan of each', () => {
    const { standings, plannedPercent } = july(PLANNED);
    expect(plannedPercent).toBe('50.00');
    expect(standings).toMatchObject({
      goal: { expected: '50.00', expectedBy: 'plan-curve', clause: light },
      money: {
        light: 'yellow',
        percent: '66.67',
        expected: '300000.00',
        expectedBy: 'plan-curve',
        forecast: { straight: '342857.14', byPlan: '333333.33' },
        clause: 'zh-2014/light/money',
      },
      progress: {
        light: 'yellow',
        percent: '75.00',
        expected: '40.00',
        expectedBy: 'plan-curve',
        forecast: { straight: '51.43', byPlan: '75.00' },
        clause: 'zh-2014/light/progress',
      },
    });
  });

  it('goes by the straight months without a dated plan, and then no plan is missed', () => {
    const { lights, standings, plannedPercent } = july({ milestones: [] });
    expect(plannedPercent).toBeNull();
    expect(lights[0]).toMatchObject({
      light: 'yellow',
      percent: '68.57',
      expected: '58.33',
      expectedBy: 'straight-months',
      forecast: { straight: '68.57', byPlan: null },
    });
    expect(standings).toMatchObject({
      money: { light: 'yellow', percent: '68.57', expected: '291666.67', expectedBy: 'straight-months' },
      progress: { light: 'red', percent: '51.43', expected: '58.33', expectedBy: 'straight-months' },
    });
  });

  it("goes first by the indicator's own period values: a season's work is not red before its season", () => {
    const periodValues = [
      { row: '1', period: 'Q2', planned: '10' },
      { row: '1', period: '07', planned: '40' },
      { row: '1', period: 'Q4', planned: '100' },
    ];
    expect(july({ ...PLANNED, periodValues }).lights[0]).toMatchObject({
      light: 'green',
      percent: '100.00',
      expected: '40.00',
      expectedBy: 'period-values',
      forecast: { straight: '68.57', byPlan: '100.00' },
    });
  });
});
