import type { DivisionCode } from '@quancheng/kernel';
import { eventOf, type ReadRow, type StoredEvent } from './event.ts';
import type { Store } from './store.ts';
import { behindWall, type Wall } from './transaction.ts';

/** An event with its place in the order of the whole store. Numbers run 1, 2, 3 … without a gap. */
export type FeedEvent = StoredEvent & { readonly seq: number; readonly hash: string };

export type FeedHead = { readonly seq: number; readonly hash: string };

/** The last number given and its hash in hex; 0 before the first event. */
export async function feedHead(store: Store): Promise<FeedHead> {
  const [head] = await store.sql<[{ seq: bigint; hash: Buffer }]>`select seq, hash from feed_head`;
  return { seq: Number(head.seq), hash: head.hash.toString('hex') };
}

/** The id of the event with that number; undefined when there is none. */
export async function eventNumbered(store: Store, seq: number): Promise<string | undefined> {
  const [row] = await behindWall(
    store,
    '*',
    (sql) => sql<{ event_id: string }[]>`select event_id from feed where seq = ${seq}`,
  );
  return row?.event_id;
}

/**
 * Events in global order after a number, at most `limit`. Of one division (then the numbers have gaps) or, without one, of all.
 * An event that was read once never gets a neighbour before it.
 */
export async function readFeed(
  store: Store,
  afterSeq: number,
  limit: number,
  division?: DivisionCode,
  wall: Wall = division ?? '*',
): Promise<FeedEvent[]> {
  const rows = await behindWall(
    store,
    wall,
    (sql) => sql<(ReadRow & { seq: bigint; hash: Buffer })[]>`
      select seq, hash, event_id, stream, version, type, data, meta, happened_on, recorded_at, training
      from feed join events using (event_id)
      where seq > ${afterSeq} ${division === undefined ? sql`` : sql`and feed.division = ${division}`}
      order by seq limit ${limit}`,
  );
  return rows.map((row) => ({ ...eventOf(row), seq: Number(row.seq), hash: row.hash.toString('hex') }));
}
