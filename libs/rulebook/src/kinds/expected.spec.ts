import { describe, expect, it } from '@jest/globals';
import { addDays, day, exact } from '@quancheng/kernel';
import fc from 'fast-check';
import { answerExpected, type PlanPoint } from './expected.ts';

const from = day('2014-01-01');
const to = day('2014-12-31');
const whole = '100';
const straight = { withoutPlan: 'straight-months' } as const;
const point = (on: string, reached: string): PlanPoint => ({ on: day(on), reached });
const road = [point('2014-09-30', '90'), point('2014-04-30', '0'), point('2014-06-30', '40')];

describe('what is expected by a day', () => {
  it.each([
    ['2014-01-31', '0.00'],
    ['2014-04-30', '0.00'],
    ['2014-05-31', '20.33'],
    ['2014-06-30', '40.00'],
    ['2014-09-30', '90.00'],
    ['2014-12-31', '100.00'],
    ['2015-01-15', '100.00'],
  ])('a road that is built from May on: by %s, %s percent of the year', (asOf, percent) => {
    const answer = answerExpected(straight, { asOf: day(asOf), from, to, whole, points: road });
    expect(answer).toMatchObject({ percent, by: 'plan-curve' });
  });

  it('a plan that states its last day is not taken further', () => {
    const points = [point('2014-06-30', '50'), point('2014-12-31', '95')];
    expect(answerExpected(straight, { asOf: to, from, to, whole, points })).toMatchObject({
      percent: '95.00',
    });
  });

  it('without a plan it is the straight months, kept as a fraction, or nothing, as the edition says', () => {
    const given = { asOf: day('2014-07-31'), from, to, whole, points: [] };
    expect(answerExpected(straight, given)).toEqual({
      share: { part: '7', whole: '12' },
      percent: '58.33',
      by: 'straight-months',
    });
    expect(answerExpected({ withoutPlan: 'nothing' }, given)).toEqual({
      share: null,
      percent: null,
      by: null,
    });
  });

  it('a budget that was cut is never expected to be spent twice: the plan ends at what there is', () => {
    const points = [point('2014-06-30', '300000'), point('2014-09-30', '600000')];
    const spent = (asOf: string) =>
      answerExpected(straight, { asOf: day(asOf), from, to, whole: '500000', points });
    expect(spent('2014-06-30')).toMatchObject({ percent: '60.00' });
    expect(spent('2014-10-31')).toMatchObject({ percent: '100.00' });
  });

  it('points of other years are no plan of this one', () => {
    const points = [point('2013-06-30', '60'), point('2015-06-30', '100')];
    expect(answerExpected(straight, { asOf: day('2014-07-31'), from, to, whole, points })).toMatchObject({
      by: 'straight-months',
    });
  });
});

describe('the curve of a plan that never goes back', () => {
  const plan = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 100 })), {
      minLength: 1,
      maxLength: 6,
      selector: ([at]) => at,
    })
    .map((pairs) => {
      const days = pairs.map(([at]) => at).toSorted((a, b) => a - b);
      const percents = pairs.map(([, percent]) => percent).toSorted((a, b) => a - b);
      return days.map((at, index) => point(addDays(from, at), String(percents[index])));
    });
  const dayOfYear = fc.integer({ min: 0, max: 364 });
  const shareAt = (points: readonly PlanPoint[], at: number) => {
    const { share } = answerExpected(straight, { asOf: addDays(from, at), from, to, whole, points });
    return exact(share?.part ?? '-1').div(share?.whole ?? '1');
  };

  it('stays between nothing and all, and never goes back either', () => {
    fc.assert(
      fc.property(plan, dayOfYear, dayOfYear, (points, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(shareAt(points, early).gte(0)).toBe(true);
        expect(shareAt(points, late).lte(1)).toBe(true);
        expect(shareAt(points, early).lte(shareAt(points, late))).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which the points are written', () => {
    fc.assert(
      fc.property(plan, dayOfYear, (points, at) => {
        expect(shareAt(points.toReversed(), at)).toEqual(shareAt(points, at));
      }),
    );
  });
});
