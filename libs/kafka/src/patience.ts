import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  readonly signal: AbortSignal;
  readonly firstMs?: number;
  readonly mostMs?: number;
  /** Told of every failed try: once in the log, always in the metrics, is the caller's choice. */
  readonly onFailure?: (error: unknown, tries: number, nextMs: number) => void;
}

/** The pauses between tries: doubling, up to a ceiling. */
export const backoffMs = (
  tries: number,
  { firstMs = 100, mostMs = 5_000 }: { firstMs?: number; mostMs?: number } = {},
): number => Math.min(mostMs, firstMs * 2 ** Math.min(tries - 1, 20));

/** Waits; false when the signal came first. */
export async function waitUnlessStopped(ms: number, signal: AbortSignal): Promise<boolean> {
  return pause(ms, true, { signal }).catch(() => false);
}

/** Tries until it works; undefined when told to stop before that. */
export async function untilItWorks<T>(work: () => Promise<T>, patience: Patience): Promise<T | undefined> {
  for (let tries = 1; !patience.signal.aborted; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const nextMs = backoffMs(tries, patience);
      patience.onFailure?.(error, tries, nextMs);
      await waitUnlessStopped(nextMs, patience.signal);
    }
  }
  return undefined;
}
