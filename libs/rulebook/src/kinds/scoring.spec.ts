import { describe, expect, it } from '@jest/globals';
import { exact } from '@quancheng/kernel';
import fc from 'fast-check';
import { answerScoring, type ScoringValue, scoreExactly, splitPoints } from './scoring.ts';

const HIGHER: ScoringValue = { formula: 'higher-is-better', askReasonAbovePercent: '120' };
const LINEAR: ScoringValue = { formula: 'lower-is-better-linear' };
const RATIO: ScoringValue = { formula: 'lower-is-better-ratio' };
const EQUAL: ScoringValue = { formula: 'equal' };
const EXECUTION: ScoringValue = { formula: 'execution' };
const DEDUCTION: ScoringValue = { formula: 'deduction', pointsEach: '0.5' };
const TIERS: ScoringValue = {
  formula: 'qualitative',
  tiers: [
    { word: '达成', fromPercent: '80', wordAlonePercent: '100' },
    { word: '未达成', fromPercent: '0', wordAlonePercent: '0' },
  ],
};

const codesOf = (value: ScoringValue, target: string, actual: string | null, strict = false) =>
  answerScoring(value, { target, actual, weight: '10', strict }).findings.map(({ code }) => code);

describe('the points of one row', () => {
  it.each([
    ['higher is better', HIGHER, '100', '95', '9.50'],
    ['higher is better', HIGHER, '100', '130', '10.00'],
    ['higher is better', HIGHER, '3', '1', '3.33'],
    ['lower is better, in a straight line', LINEAR, '100', '110', '9.00'],
    ['lower is better, in a straight line', LINEAR, '100', '199', '0.10'],
    ['lower is better, in a straight line', LINEAR, '100', '200', '0.00'],
    ['lower is better, by ratio', RATIO, '100', '80', '10.00'],
    ['lower is better, by ratio', RATIO, '100', '110', '9.09'],
    ['lower is better, by ratio', RATIO, '100', '200', '5.00'],
    ['lower is better, by ratio', RATIO, '0', '0', '10.00'],
    ['lower is better, by ratio', RATIO, '0', '1', '0.00'],
    ['equal', EQUAL, '0', '0', '10.00'],
    ['equal', EQUAL, '0', '1', '0.00'],
    ['equal', EQUAL, '100', '98', '9.80'],
    ['execution', EXECUTION, '43.2', '37.24', '8.62'],
    ['execution', EXECUTION, '100', '105', '10.00'],
    ['a deduction', DEDUCTION, '', '0', '10.00'],
    ['a deduction', DEDUCTION, '', '3', '8.50'],
    ['a deduction', DEDUCTION, '', '20', '0.00'],
    ['a deduction', DEDUCTION, '', '21', '0.00'],
    ['words', TIERS, '效果明显', '85', '8.50'],
  ] as const)('%s: %j, target %s, actual %s gives %s of 10', (_name, value, target, actual, points) => {
    expect(answerScoring(value, { target, actual, weight: '10' }).points).toBe(points);
  });

  it.each([
    ['a blank', HIGHER, '100', null, 'ACTUAL_NOT_FILLED'],
    ['a blank', DEDUCTION, '', ' ', 'ACTUAL_NOT_FILLED'],
    ['an operator in the actual', HIGHER, '100', '≥95', 'ACTUAL_NOT_A_NUMBER'],
    ['an operator in the target', LINEAR, '≤100', '95', 'TARGET_NOT_A_NUMBER'],
    ['a negative target', EQUAL, '-1', '0', 'TARGET_NEGATIVE'],
    ['a target of 0 to be reached', HIGHER, '0', '5', 'TARGET_ZERO'],
    ['no budget', EXECUTION, '0', '0', 'BUDGET_ZERO'],
    ['half a time', DEDUCTION, '', '0.5', 'COUNT_NOT_WHOLE'],
    ['an unknown tier', TIERS, '明显', '较好', 'TIER_UNKNOWN'],
  ] as const)('%s is never scored as 0 or full: %j %s %s is %s', (_name, value, target, actual, code) => {
    const { points, findings } = answerScoring(value, { target, actual, weight: '10' });
    expect(points).toBeNull();
    expect(findings).toMatchObject([{ code, zh: expect.any(String), en: expect.any(String) }]);
  });

  it('a weight that is no number leaves the row without points', () => {
    expect(answerScoring(HIGHER, { target: '1', actual: '1', weight: '十' })).toMatchObject({
      points: null,
      findings: [{ code: 'WEIGHT_NOT_A_NUMBER' }],
    });
  });
});

describe('what is noticed', () => {
  it('above 120 % asks for the reason; 120 % itself does not', () => {
    expect(codesOf(HIGHER, '100', '120')).toEqual([]);
    expect(codesOf(HIGHER, '100', '120.01')).toEqual(['FAR_ABOVE_TARGET']);
  });

  it('where the clause says so, what a target set too low would cost is proposed and not taken off', () => {
    const value: ScoringValue = { ...HIGHER, lowTarget: 'less-the-deviation' };
    expect(answerScoring(value, { target: '100', actual: '130', weight: '10' })).toMatchObject({
      points: '10.00',
      proposedPoints: '7.00',
    });
    expect(answerScoring(value, { target: '100', actual: '120', weight: '10' }).proposedPoints).toBeNull();
    expect(answerScoring(HIGHER, { target: '100', actual: '130', weight: '10' }).proposedPoints).toBeNull();
  });

  it('a target that had to be passed and was only reached says so, and keeps the points of the formula', () => {
    expect(codesOf(HIGHER, '95', '95', true)).toEqual(['BOUND_NOT_PASSED']);
    expect(codesOf(LINEAR, '3', '3', true)).toEqual(['BOUND_NOT_PASSED']);
    expect(codesOf(HIGHER, '95', '95.01', true)).toEqual([]);
    expect(answerScoring(HIGHER, { target: '0', actual: '0', weight: '10', strict: true }).points).toBe(
      '0.00',
    );
    expect(answerScoring(HIGHER, { target: '0', actual: '1', weight: '10', strict: true }).points).toBe(
      '10.00',
    );
  });
});

const decimal = (most: number) =>
  fc.integer({ min: 0, max: most * 100 }).map((hundredths) => (hundredths / 100).toFixed(2));
const formula = fc.constantFrom(HIGHER, LINEAR, RATIO, EQUAL, EXECUTION);

describe('every formula', () => {
  it('keeps the points between 0 and the weight', () => {
    fc.assert(
      fc.property(formula, decimal(500), decimal(5000), decimal(60), (value, target, actual, weight) => {
        const { points } = scoreExactly(value, { target, actual, weight });
        expect(points === null || (points.gte(0) && points.lte(weight))).toBe(true);
      }),
    );
  });

  it('never gives less for a better actual', () => {
    fc.assert(
      fc.property(formula, decimal(500), decimal(900), decimal(900), (value, target, one, other) => {
        const [less, more] = exact(one).lte(other) ? [one, other] : [other, one];
        const [low, high] = [less, more].map(
          (actual) => scoreExactly(value, { target, actual, weight: '10' }).points,
        );
        if (low == null || high == null) return;
        const lowerIsBetter =
          value.formula.startsWith('lower') || (value.formula === 'equal' && exact(target).isZero());
        expect(lowerIsBetter ? low.gte(high) : high.gte(low)).toBe(true);
      }),
    );
  });

  it('says the same whatever unit target and actual are written in', () => {
    fc.assert(
      fc.property(formula, decimal(500), decimal(900), (value, target, actual) => {
        const inYuan = (wan: string) => exact(wan).times(10_000).toFixed();
        const given = { target, actual, weight: '10' };
        const scaled = { target: inYuan(target), actual: inYuan(actual), weight: '10' };
        expect(answerScoring(value, scaled)).toEqual(answerScoring(value, given));
      }),
    );
  });

  it('gives all points exactly where the target is reached', () => {
    fc.assert(
      fc.property(formula, decimal(500), decimal(900), (value, target, actual) => {
        const { points } = scoreExactly(value, { target, actual, weight: '10' });
        if (points === null || (value.formula === 'equal' && exact(target).isZero())) return;
        const reached = value.formula.startsWith('lower')
          ? exact(actual).lte(target)
          : exact(actual).gte(target);
        expect(points.equals(10)).toBe(reached);
      }),
    );
  });
});

describe('the points of a class over its rows', () => {
  it.each([
    ['15', 2, 0, ['8', '7']],
    ['12', 3, 0, ['4', '4', '4']],
    ['7', 6, 0, ['2', '1', '1', '1', '1', '1']],
    ['10', 3, 2, ['3.34', '3.33', '3.33']],
    ['0.5', 2, 0, ['0.5', '0']],
  ])('%s over %i rows in steps of %i decimals', (points, rows, places, each) => {
    expect(splitPoints(points, rows, places)).toEqual(each);
  });

  it('sum to the class, and no two rows are more than a step apart', () => {
    const whole = fc.integer({ min: 0, max: 100 }).map(String);
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 2 }),
        (points, rows, places) => {
          const each = splitPoints(points, rows, places).map((one) => exact(one));
          expect(each.reduce((sum, one) => sum.plus(one)).equals(points)).toBe(true);
          const spread = (each[0] ?? exact('0')).minus(each.at(-1) ?? '0');
          expect(spread.lte(exact('10').pow(-places))).toBe(true);
        },
      ),
    );
  });
});
