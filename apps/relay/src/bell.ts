import { waitUnlessStopped } from '@quancheng/kafka';

/** Wakes one sleeper. A ring between `listen` and the wait is not missed. */
export interface Bell {
  ring(): void;
  /** Call before looking; then wait with the answer: at most so long, and not past the signal. */
  listen(): (mostMs: number, signal: AbortSignal) => Promise<void>;
}

export function openBell(): Bell {
  let next = Promise.withResolvers<void>();
  return {
    ring() {
      next.resolve();
      next = Promise.withResolvers<void>();
    },
    listen() {
      const heard = next.promise;
      return async (mostMs, signal) => {
        const enough = new AbortController();
        await Promise.race([heard, waitUnlessStopped(mostMs, AbortSignal.any([signal, enough.signal]))]);
        enough.abort();
      };
    },
  };
}
