import { describe, expect, it } from '@jest/globals';
import type { Exit, Running } from './process.ts';
import {
  BAD_SETTINGS_EXIT,
  failuresAfter,
  SETTLED_AFTER_MS,
  type Supervised,
  supervise,
  waitBeforeStart,
} from './supervise.ts';

/** A process that ends when the story says so. */
function life(pid: number): Running & { end(exit: Exit): void } {
  const { promise: exited, resolve: end } = Promise.withResolvers<Exit>();
  const stopped: Exit = { code: 0, signal: null };
  const stop = async () => {
    end(stopped);
    return stopped;
  };
  return { name: 'relay', pid, logFile: '', exited, end, stop };
}

const crash: Exit = { code: 1, signal: null };

/** Supervises a process through the lives given; an error stands for a start that fails. */
function story(lives: (ReturnType<typeof life> | Error)[]) {
  const notes: string[] = [];
  const waits: number[] = [];
  const started = lives.map(() => Promise.withResolvers<void>());
  const begun = Promise.withResolvers<void>();
  const first = life(1);
  let next = 0;
  let time = 0;
  const supervised: Supervised = supervise(first, {
    name: 'relay',
    now: () => time,
    wait: async (ms) => void waits.push(ms),
    note: (line) => {
      notes.push(line);
      if (line.startsWith('✗')) begun.resolve();
    },
    onChange: () => void (supervised.current() !== undefined && started[next - 1]?.resolve()),
    start: async () => {
      const current = lives[next++];
      if (current === undefined) throw new Error('the story has no further life');
      if (current instanceof Error) throw current;
      return current;
    },
  });
  return {
    first,
    supervised,
    notes,
    waits,
    gaveUp: begun.promise,
    started: (index: number) => started[index]?.promise,
    pass: (ms: number) => (time += ms),
  };
}

describe('the wait before the next start', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [6, 16_000],
    [7, 30_000],
    [50, 30_000],
  ])('after %i failures in a row is %i ms', (failures, ms) => {
    expect(waitBeforeStart(failures)).toBe(ms);
  });

  it('begins anew after a life that lasted', () => {
    expect([failuresAfter(4, SETTLED_AFTER_MS - 1), failuresAfter(4, SETTLED_AFTER_MS)]).toEqual([5, 1]);
  });
});

describe('a process that dies', () => {
  it('is started again, later each time, and said so', async () => {
    const second = life(2);
    const third = life(3);
    const { first, supervised, notes, waits, started } = story([second, third]);
    first.end({ code: null, signal: 'SIGKILL' });
    await started(0);
    second.end(crash);
    await started(1);
    await supervised.stop();
    expect(waits).toEqual([500, 1_000]);
    expect(notes[0]).toBe(
      '! relay 意外退出（SIGKILL），0.5 秒后重启 / relay ended (SIGKILL), starting it again in 0.5 s',
    );
    expect(await third.exited).toEqual({ code: 0, signal: null });
  });

  it('waits from the beginning again after a long life', async () => {
    const second = life(2);
    const { first, supervised, waits, started, pass } = story([new Error('no'), second, life(3)]);
    first.end(crash);
    await started(1);
    pass(SETTLED_AFTER_MS);
    second.end(crash);
    await started(2);
    await supervised.stop();
    expect(waits).toEqual([500, 1_000, 500]);
  });

  it('is tried again when the start itself fails', async () => {
    const { first, supervised, waits, notes, started } = story([new Error('port in use'), life(3)]);
    first.end(crash);
    await started(1);
    await supervised.stop();
    expect(waits).toEqual([500, 1_000]);
    expect(notes[1]).toContain('port in use');
  });

  it('stays down when it refuses its settings', async () => {
    const { first, supervised, gaveUp, waits } = story([]);
    first.end({ code: BAD_SETTINGS_EXIT, signal: null });
    await gaveUp;
    await supervised.stop();
    expect(waits).toEqual([]);
  });

  it('is not started again when it was told to stop', async () => {
    const { supervised, notes, first } = story([]);
    await supervised.stop();
    expect([notes, await first.exited]).toEqual([[], { code: 0, signal: null }]);
  });
});
