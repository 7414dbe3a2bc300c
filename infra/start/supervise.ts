import type { Running } from './process.ts';

/** A start that lasted this long was a good one: the next failure counts from the beginning. */
export const SETTLED_AFTER_MS = 60_000;
const LONGEST_WAIT_MS = 30_000;
/** What a program answers when its settings do not hold: starting it again would change nothing. */
export const BAD_SETTINGS_EXIT = 78;

/** How long to wait before the next start, after so many failures in a row: half a second, doubled each time, 30 s at most. */
export const waitBeforeStart = (failuresInARow: number): number =>
  Math.min(500 * 2 ** Math.max(0, failuresInARow - 1), LONGEST_WAIT_MS);

/** Failures in a row after one more, given how long the process had lived. */
export const failuresAfter = (before: number, livedMs: number): number =>
  livedMs >= SETTLED_AFTER_MS ? 1 : before + 1;

export interface Supervised {
  readonly name: string;
  /** The process at work, or undefined between two lives. */
  current(): Running | undefined;
  stop(): Promise<void>;
}

export interface Supervision {
  readonly name: string;
  readonly start: () => Promise<Running>;
  readonly onChange: () => void;
  readonly note: (line: string) => void;
  readonly now?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps a started process alive: when it dies it is started again, after a growing wait, and said so. The wait grows with
 * failures in a row, whether the process did not come up or came up and soon died.
 */
export function supervise(
  first: Running,
  { name, start, onChange, note, now = () => performance.now(), wait = abortableWait }: Supervision,
): Supervised {
  const stopping = new AbortController();
  let current: Running | undefined = first;
  let failures = 0;

  async function nextLife(reason: string): Promise<Running | undefined> {
    const ms = waitBeforeStart(failures);
    note(
      `! ${name} 意外退出（${reason}），${ms / 1000} 秒后重启 / ${name} ended (${reason}), starting it again in ${ms / 1000} s`,
    );
    await wait(ms, stopping.signal);
    if (stopping.signal.aborted) return undefined;
    try {
      const next = await start();
      if (!stopping.signal.aborted) {
        note(`✓ ${name} 已恢复 / ${name} is back`);
        return next;
      }
      // The stop came while the process was starting, when there was nothing yet that it could have stopped.
      await next.stop();
      return undefined;
    } catch (error) {
      failures += 1;
      return await nextLife(error instanceof Error ? error.message : String(error));
    }
  }

  const life = (async () => {
    while (current !== undefined) {
      const born = now();
      const exit = await current.exited;
      current = undefined;
      onChange();
      if (stopping.signal.aborted) return;
      failures = failuresAfter(failures, now() - born);
      if (exit.code === BAD_SETTINGS_EXIT) {
        note(
          `✗ ${name} 的设置有误，不再重启，见其日志 / ${name} refuses its settings and is not started again, see its log`,
        );
        return;
      }
      current = await nextLife(exit.signal ?? `exit ${exit.code}`);
      onChange();
    }
  })();

  return {
    name,
    current: () => current,
    async stop() {
      stopping.abort();
      await current?.stop();
      await life;
    },
  };
}

function abortableWait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
