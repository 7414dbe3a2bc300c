import { beforeAll, describe, expect, it } from '@jest/globals';
import { aggregates } from '@quancheng/domain';
import { workflowBundle } from '@quancheng/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { KEPT } from '../support/stack.ts';
import { type RecordedHistory, recordedHistories } from './histories.ts';
import { bundleWith, type Plant } from './plant.ts';

const histories = recordedHistories();
const replay = async (bundle: { code: string }, { name, history }: RecordedHistory) =>
  await Worker.runReplayHistory({ workflowBundle: bundle, replayName: name }, history);

/** The Chinese name in the title is what a person would look for; the file name is what is on disk. */
const named = histories.map((recorded) => ({ name: recorded.name, recorded }));

describe('old runs stay alive', () => {
  let present: { code: string };
  beforeAll(async () => {
    present = await workflowBundle(KEPT);
  });

  it.each(Object.keys(aggregates))('a history of %s is recorded', (aggregate) => {
    expect(histories.some(({ name }) => name.startsWith(`${aggregate}.`))).toBe(true);
  });

  it.each(named)('$name replays under the present code', async ({ recorded }) => {
    await expect(replay(present, recorded)).resolves.toBeUndefined();
  });
});

describe.each<[string, Plant]>([
  [
    'a changed refusal in decide',
    {
      file: 'libs/domain/src/core/run.ts',
      find: 'const denial = can(command.actor',
      put: "if (command.type !== 'planted') return unknownCommand(aggregate as unknown as Aggregate, command);\n  const denial = can(command.actor",
    },
  ],
  [
    'a dropped reminder in openObligations',
    {
      file: 'libs/domain/src/core/obligation.ts',
      find: 'if (obligation.date === null || mark?.lapsed) return [];',
      put: 'return [];',
    },
  ],
])('%s', (_what, plant) => {
  let changed: { code: string };
  beforeAll(async () => {
    changed = await bundleWith(plant);
  });

  it.each(named)('does not break $name', async ({ recorded }) => {
    await expect(replay(changed, recorded)).resolves.toBeUndefined();
  });
});

describe('a changed skeleton', () => {
  let changed: { code: string };
  beforeAll(async () => {
    changed = await bundleWith({
      file: 'workflows/src/life/life.ts',
      find: 'private learn(answer: StreamAnswer): void {',
      put: 'private learn(answer: StreamAnswer): void {\n    void condition(() => false, 1_000);',
    });
  });

  it.each(named)('is caught in $name', async ({ recorded }) => {
    await expect(replay(changed, recorded)).rejects.toThrow(DeterminismViolationError);
  });
});
