import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { sendSignal } from '../start/process.ts';
import type { ProcessName, TemporaryStack } from '../start/temporary.ts';
import type { Passage } from './passage.ts';
import type { Fault, Kind } from './plan.ts';

export interface Victim {
  readonly stack: TemporaryStack;
  /** The API's way to Temporal. */
  readonly passage: Passage;
}

type Deed = (victim: Victim, lastsMs: number) => Promise<void>;

const kill =
  (name: ProcessName): Deed =>
  async ({ stack }) =>
    void sendSignal(await atWork(stack, name), 'SIGKILL');

const DEEDS: Readonly<Record<Kind, Deed>> = {
  'kill-api': kill('api'),
  'kill-worker': kill('worker'),
  'kill-relay': kill('relay'),
  'kill-reporting': kill('reporting'),
  'kill-postgres': kill('postgres'),
  'kill-temporal': kill('temporal'),
  'kill-kafka': kill('kafka'),
  'cut-database': ({ stack }, lastsMs) => endSessions(stack.addresses.database, lastsMs),
  'cut-temporal': ({ passage }, lastsMs) => passage.cut(lastsMs),
  async 'pause-kafka'({ stack }, lastsMs) {
    const pid = await atWork(stack, 'kafka');
    sendSignal(pid, 'SIGSTOP');
    await pause(lastsMs);
    sendSignal(pid, 'SIGCONT');
  },
  async 'wipe-temporal'({ stack }) {
    await atWork(stack, 'temporal');
    stack.wipeTemporal();
  },
};

/** Does it, and answers when it is over; what was hit comes back by itself. */
export async function inflict(victim: Victim, { kind, afterMs, lastsMs }: Fault): Promise<void> {
  await pause(afterMs);
  await DEEDS[kind](victim, lastsMs);
}

const LOOK_AGAIN_MS = 20;

/** A process that is between two lives is waited for: every fault of the plan befalls somebody. */
async function atWork(stack: TemporaryStack, name: ProcessName): Promise<number> {
  for (;;) {
    const pid = stack.pidOf(name);
    if (pid !== undefined) return pid;
    await pause(LOOK_AGAIN_MS);
  }
}

const BETWEEN_CUTS_MS = 150;

/** Ends every session of the product again and again, in the middle of whatever it does. */
async function endSessions(database: string, lastsMs: number): Promise<void> {
  const until = performance.now() + lastsMs;
  const sql = postgres(database, { max: 1, onnotice: () => undefined, backoff: () => 0.1 });
  while (performance.now() < until) {
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.catch(() => undefined);
    await pause(BETWEEN_CUTS_MS);
  }
  await sql.end({ timeout: 1 });
}
