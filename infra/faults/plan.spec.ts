import { describe, expect, it } from '@jest/globals';
import { KINDS, planOf } from './plan.ts';

const wish = { seed: 7, rounds: 8, faultsPerRound: 6, steps: 111, wipe: 'last' } as const;
const kindsOf = (plan: ReturnType<typeof planOf>) =>
  plan.flatMap(({ faults }) => faults.map(({ kind }) => kind));

describe('the plan of a run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planOf(wish)).toEqual(planOf(wish));
    expect(planOf({ ...wish, seed: 8 })).not.toEqual(planOf(wish));
  });

  it('gives a round the same faults however many rounds are played', () => {
    const [first, second] = planOf({ ...wish, rounds: 20 });
    expect(planOf(wish).slice(0, 2)).toEqual([first, second]);
  });

  it('lets every two rounds see every kind, and each round as many faults as asked for', () => {
    const plan = planOf({ ...wish, wipe: 'never' });
    for (let index = 0; index < plan.length; index += 5) {
      const two = plan.slice(index, index + 2);
      expect(new Set(kindsOf(two))).toEqual(new Set(KINDS));
    }
    expect(plan.map(({ faults }) => faults.length)).toEqual(plan.map(() => 6));
  });

  it('plays every kind in a round that has room for all', () => {
    const [round] = planOf({ ...wish, rounds: 1, faultsPerRound: KINDS.length });
    expect(round?.faults.map(({ kind }) => kind).sort()).toEqual([...KINDS, 'wipe-temporal'].sort());
  });

  it.each([
    ['never', []],
    ['last', [8]],
    ['always', [1, 2, 3, 4, 5, 6, 7, 8]],
  ] as const)('deletes the data of Temporal %s, in the middle half of the story', (wipe, rounds) => {
    const wiped = planOf({ ...wish, wipe }).flatMap(({ number, faults }) =>
      faults.filter(({ kind }) => kind === 'wipe-temporal').map((fault) => ({ number, ...fault })),
    );
    expect(wiped.map(({ number }) => number)).toEqual(rounds);
    for (const { afterStep } of wiped) {
      expect(afterStep).toBeGreaterThanOrEqual(27);
      expect(afterStep).toBeLessThan(84);
    }
  });

  it('stays within the story', () => {
    for (const { faults } of planOf(wish))
      for (const { afterStep } of faults) {
        expect(afterStep).toBeGreaterThan(0);
        expect(afterStep).toBeLessThan(wish.steps);
      }
  });
});
