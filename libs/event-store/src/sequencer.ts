import { setTimeout as pause } from 'node:timers/promises';
import { linkHash } from './chain.ts';
import type { Store } from './store.ts';
import { type Transaction, transact } from './transaction.ts';

/** Told once a batch, with the last number as text. A relay that misses it finds the events by polling. */
export const FEED_CHANNEL = 'quancheng_feed';

const BATCH_LIMIT = 500;
const BUSY_PAUSE_MS = 10;
const IDLE_PAUSE_MS = 200;
const TROUBLE_PAUSE_MS = 1000;

type Waiting = { queue_id: bigint; event_id: string; division: string; commitment: Buffer };
type Head = { seq: bigint; hash: Buffer };

/**
 * Numbers events that are committed and not numbered yet, at most `limit`; answers how many. Any number of sequencers may run: the
 * lock on the one head row lets one of them work, and the others then see what it did, because each statement looks anew.
 * Numbers handed out before the commit would let readers pass over events; waiting for all older transactions would stand still
 * behind any long one; skipping locked rows would break the order within a stream.
 */
export async function sequenceBatch(store: Store, limit = BATCH_LIMIT): Promise<number> {
  return transact(store, async (tx) => {
    // Sent together, run one after the other: the second statement's snapshot is younger than the lock.
    const [[head], waiting] = await Promise.all([
      tx.sql<Head[]>`select seq, hash from feed_head for update`.execute(),
      tx.sql<Waiting[]>`
        select queue_id, event_id, division, commitment
        from (select queue_id, event_id from feed_queue order by queue_id limit ${limit}) queue
        join events using (event_id) order by queue_id`.execute(),
    ]);
    if (head === undefined)
      throw new Error('the table feed_head is empty: the migrations did not run to their end');
    if (waiting.length > 0) number(tx, head, waiting);
    return waiting.length;
  });
}

function number({ sql, send }: Transaction, head: Head, waiting: readonly Waiting[]): void {
  let seq = Number(head.seq);
  let hash: Buffer = head.hash;
  const hashes = waiting.map(({ event_id: eventId, commitment }) => {
    seq += 1;
    hash = linkHash(hash, { seq, eventId, commitment });
    return hash.toString('hex');
  });
  send(sql`
    insert into feed (seq, event_id, division, hash)
    select ${head.seq}::bigint + position, event_id, division, decode(hash, 'hex')
    from unnest(${waiting.map((row) => row.event_id)}::uuid[], ${waiting.map((row) => row.division)}::text[], ${hashes}::text[])
      with ordinality as numbered (event_id, division, hash, position)`);
  send(
    sql`delete from feed_queue where queue_id = any(${waiting.map((row) => row.queue_id.toString())}::bigint[])`,
  );
  send(sql`update feed_head set seq = ${seq}, hash = ${hash}`);
  send(sql`select pg_notify(${FEED_CHANNEL}, ${seq.toString()})`);
}

export type SequencerSettings = {
  readonly signal: AbortSignal;
  readonly onBatch?: (numbered: number) => void;
  /** The loop goes on after trouble, for a database comes back; somebody should hear of it. */
  readonly onTrouble?: (fault: unknown) => void;
};

/** Numbers events until the signal; ends after the batch at hand. */
export async function runSequencer(
  store: Store,
  { signal, onBatch, onTrouble }: SequencerSettings,
): Promise<void> {
  let idle = BUSY_PAUSE_MS;
  while (!signal.aborted) {
    const numbered = await sequenceBatch(store).catch((fault: unknown) => {
      onTrouble?.(fault);
      return undefined;
    });
    if (numbered !== undefined && numbered > 0) onBatch?.(numbered);
    idle = numbered === 0 ? Math.min(idle * 2, IDLE_PAUSE_MS) : BUSY_PAUSE_MS;
    if (numbered === BATCH_LIMIT) continue;
    await rest(numbered === undefined ? TROUBLE_PAUSE_MS : idle, signal);
  }
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch((reason: unknown) => {
    if (!signal.aborted) throw reason;
  });
}
