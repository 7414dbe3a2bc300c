import { Context } from '@temporalio/activity';

const BEAT_MS = 1_000;

/**
 * Longer work that says every second that it is alive: when its worker is killed, another one begins it anew within
 * seconds. When its worker stops politely the work is given up at once; all of it may safely be done again.
 */
export async function beating<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), BEAT_MS);
  try {
    return await Promise.race([work(), context.cancelled]);
  } finally {
    clearInterval(beat);
  }
}
