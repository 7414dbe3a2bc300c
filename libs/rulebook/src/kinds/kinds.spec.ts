import { describe, expect, it } from '@jest/globals';
import { exact } from '@quancheng/kernel';
import fc from 'fast-check';
import { classWeightsSelfEvaluation } from '../editions/national-2020/class-weights-self-evaluation.clause.ts';
import { frameworkProject } from '../editions/national-2020/framework-project.clause.ts';
import { goalReviewGeneralSheet } from '../editions/national-2020/goal-review-general-sheet.clause.ts';
import { answerClassWeights, type ClassWeights, WEIGHT_CLASSES } from './class-weights.ts';
import { answerFitSheet } from './fit-sheet.ts';
import { answerFramework, frameworkIndicators } from './framework.ts';
import { answerSample } from './sample.ts';

describe('weights of classes', () => {
  const { value } = classWeightsSelfEvaluation;
  const applies = fc.record({ costApplies: fc.boolean(), satisfactionApplies: fc.boolean() });

  it('add up to the full score in every set, and each way to apply has exactly one set', () => {
    fc.assert(
      fc.property(applies, (given) => {
        const { weights } = answerClassWeights(value, given);
        const sum = WEIGHT_CLASSES.reduce((total, name) => total.plus(weights?.[name] ?? '0'), exact('0'));
        expect(sum.toString()).toBe(value.fullScore);
        expect(weights?.cost !== undefined).toBe(given.costApplies);
        expect(weights?.satisfaction !== undefined).toBe(given.satisfactionApplies);
      }),
    );
  });

  it('find nothing in their own set, and something as soon as one class moves', () => {
    const move = fc.integer({ min: -999, max: 999 }).filter((hundredths) => hundredths !== 0);
    fc.assert(
      fc.property(applies, fc.constantFrom(...WEIGHT_CLASSES), move, (given, name, hundredths) => {
        const rule = answerClassWeights(value, given).weights as ClassWeights;
        expect(answerClassWeights(value, { ...given, weights: rule }).findings).toEqual([]);
        const moved = exact(rule[name] ?? '0')
          .plus(exact(String(hundredths)).div(100))
          .toString();
        expect(
          answerClassWeights(value, { ...given, weights: { ...rule, [name]: moved } }).findings,
        ).toHaveLength(2);
      }),
    );
  });

  it('that are no numbers count as nothing', () => {
    const given = { costApplies: false, satisfactionApplies: true };
    const { weights } = answerClassWeights(value, given);
    expect(
      answerClassWeights(value, { ...given, weights: { ...weights, output: '五十' } }).findings,
    ).toHaveLength(2);
  });
});

describe('a sample', () => {
  it('is never more than there are, at least the minimum, and does not shrink as the group grows', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.nat({ max: 5 }),
        (count, percent, atLeast) => {
          const value = { percent: String(percent), atLeast };
          const { drawn } = answerSample(value, { count });
          expect(drawn).toBeLessThanOrEqual(count);
          expect(drawn).toBeGreaterThanOrEqual(Math.min(count, atLeast));
          expect(drawn * 100).toBeGreaterThanOrEqual(count * percent);
          expect(answerSample(value, { count: count + 1 }).drawn).toBeGreaterThanOrEqual(drawn);
        },
      ),
    );
  });

  it.each([-1, 0.5])('of %s is broken code', (count) => {
    expect(() => answerSample({ percent: '10', atLeast: 1 }, { count })).toThrow(RangeError);
  });
});

describe('a framework', () => {
  it('tells what a sheet leaves out and what it adds, whatever it scores', () => {
    const known = frameworkIndicators(frameworkProject.value).map(({ no }) => no);
    expect(new Set(known).size).toBe(known.length);
    fc.assert(
      fc.property(fc.subarray(known), fc.subarray(['9.1.1', '9.1.2']), (scored, added) => {
        const answer = answerFramework(frameworkProject.value, { scored: [...added, ...scored] });
        expect(answer.added).toEqual(added);
        expect(answer.missing.length).toBe(known.length - scored.length);
      }),
    );
  });
});

describe('a review without scores is refused', () => {
  const { value } = goalReviewGeneralSheet;
  const fits = Object.fromEntries(
    value.aspects.flatMap(({ points }) => points).map(({ no }) => [no, true] as const),
  );

  it.each([
    ['with a point left open', { '1.1': true }, 'fits.1.2', 'POINT_NOT_MARKED'],
    ['with a point it does not have', { ...fits, '9.9': true }, 'fits.9.9', 'POINT_UNKNOWN'],
  ])('%s', (_, given, field, code) => {
    const answer = answerFitSheet(value, { fits: given, result: '优' });
    expect('fields' in answer ? answer.fields?.[0] : null).toMatchObject({ field, code });
  });
});
