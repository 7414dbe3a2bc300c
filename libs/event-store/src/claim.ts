import { setTimeout as pause } from 'node:timers/promises';
import { connect } from './sql-types.ts';

/** The right to a work that only one process of the whole store may do at a time. */
export type Claim = {
  /** False once the connection that held it was lost: another process may have it by now. */
  readonly held: () => boolean;
  release(): Promise<void>;
};

export type ClaimSettings = {
  /** Any number, only the same for every process that would do this work. */
  readonly lock: number;
  readonly name: string;
  readonly signal: AbortSignal;
};

const ASK_AGAIN_MS = 500;

/**
 * Waits for the claim; undefined when told to stop before. It is a lock of the session and not a row with a time in it: it
 * ends with its holder, and no clock decides who is alive. Throws when the database is away.
 */
export async function waitForClaim(
  url: string,
  { lock, name, signal }: ClaimSettings,
): Promise<Claim | undefined> {
  let lost = false;
  const sql = connect(url, {
    max: 1,
    name,
    // The driver would renew an old connection, and drop the lock with it.
    maxLifetimeSeconds: null,
    onclose: () => {
      lost = true;
    },
  });
  const end = () => sql.end({ timeout: 1 });
  try {
    while (!signal.aborted) {
      const [row] = await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(${lock}::bigint) as mine`;
      if (row?.mine === true) return { held: () => !lost, release: end };
      await pause(ASK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  } catch (error) {
    await end();
    throw error;
  }
  await end();
  return undefined;
}
