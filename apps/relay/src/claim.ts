import { waitUnlessStopped } from '@quancheng/kafka';
import postgres from 'postgres';

/** The right to publish, held by one relay of the whole store. */
export interface Claim {
  /** False once the connection that held it was lost: another relay may have it by now. */
  readonly held: () => boolean;
  release(): Promise<void>;
}

/** Any number, only the same for every relay of the store. */
const CLAIM = 7_210_004_212;
const ASK_AGAIN_MS = 500;

/**
 * Waits for the claim; undefined when told to stop before. It is a lock of the session and not a row with a time in it: it
 * ends with its holder, and no clock decides who is alive. Throws when the database is away.
 */
export async function waitForClaim(url: string, signal: AbortSignal): Promise<Claim | undefined> {
  let lost = false;
  const sql = postgres(url, {
    max: 1,
    // The driver would renew an old connection, and drop the lock with it.
    max_lifetime: null,
    connect_timeout: 5,
    // The driver's own pauses grow to 20 s; a database that is back should be noticed at once.
    backoff: () => 0.5,
    onnotice: () => {},
    onclose: () => {
      lost = true;
    },
    connection: { application_name: 'quancheng-relay-claim' },
  });
  const end = () => sql.end({ timeout: 1 });
  try {
    while (!signal.aborted) {
      const [row] = await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(${CLAIM}) as mine`;
      if (row?.mine === true) return { held: () => !lost, release: end };
      await waitUnlessStopped(ASK_AGAIN_MS, signal);
    }
  } catch (error) {
    await end();
    throw error;
  }
  await end();
  return undefined;
}
