import { beforeAll, describe, expect, it } from '@jest/globals';
import { KINDS, planOf } from '../../infra/faults/plan.ts';
import type { Played } from '../../infra/faults/round.ts';
import { playFaults } from '../../infra/faults/run.ts';
import { timeline } from '../../infra/rehearsal/timeline.ts';
import { silentReport } from '../../infra/start/report.ts';

const MINUTES = 60_000;

/** `npm run faults` plays many such rounds. */
describe('every process and every server killed, cut off or emptied in the middle of the rehearsal', () => {
  const rounds = planOf({
    seed: 2014,
    rounds: 1,
    faultsPerRound: KINDS.length,
    steps: timeline.length,
    wipe: 'last',
  });
  let played: Played;

  beforeAll(async () => {
    [played] = (await playFaults({ rounds, report: silentReport })) as [Played];
  }, 8 * MINUTES);

  it('befell each of them', () => {
    expect(new Set(played.faults.map(({ kind }) => kind))).toEqual(new Set([...KINDS, 'wipe-temporal']));
  });

  it('drives the whole year through', () => {
    expect(played.commands).toBeGreaterThan(400);
    expect(played.acknowledged).toBeGreaterThan(400);
  });

  it.each(['lost', 'twice', 'stuck', 'wrong'] as const)('leaves nothing %s', (meaning) => {
    expect(played.findings.filter((one) => one.meaning === meaning)).toEqual([]);
  });
});
