import type { DivisionCode, Instant, StreamId } from '@quancheng/kernel';
import type { Store } from './store.ts';
import { partsOf } from './stream-parts.ts';
import { behindWall } from './transaction.ts';

export type StreamHead = {
  readonly stream: StreamId;
  readonly division: DivisionCode;
  readonly version: number;
  readonly acknowledgedVersion: number;
  readonly stage: string | null;
  readonly wakeAt: Instant | null;
  readonly closed: boolean;
};

type HeadRow = {
  stream: StreamId;
  division: DivisionCode;
  version: number;
  acknowledged_version: number;
  stage: string | null;
  wake_at: Instant | null;
  closed: boolean;
};

/** The workflow knows the stream up to this version. An older acknowledgement that comes late changes nothing. */
export async function acknowledge(store: Store, stream: StreamId, version: number): Promise<void> {
  await behindWall(
    store,
    partsOf(stream).division,
    (sql) =>
      sql`update streams set acknowledged_version = ${version} where stream = ${stream} and acknowledged_version < ${version}`,
  );
}

export type StaleQuestion = {
  readonly now: Instant;
  readonly limit: number;
  readonly division?: DivisionCode;
};

/**
 * Streams whose workflow has to be nudged: the store is ahead of what it acknowledged, or the moment to wake has come. In order of
 * the time to wake, because a moved clock must find its duties in that order. Without a division: of all.
 */
export async function staleStreams(
  store: Store,
  { now, limit, division }: StaleQuestion,
): Promise<StreamHead[]> {
  const rows = await behindWall(
    store,
    division ?? '*',
    (sql) => sql<HeadRow[]>`
      select stream, division, version, acknowledged_version, stage, wake_at, closed
      from streams
      where version > acknowledged_version or (wake_at <= ${now} and not closed)
      order by wake_at nulls first, stream limit ${limit}`,
  );
  return rows.map((row) => ({
    stream: row.stream,
    division: row.division,
    version: row.version,
    acknowledgedVersion: row.acknowledged_version,
    stage: row.stage,
    wakeAt: row.wake_at,
    closed: row.closed,
  }));
}

/** The next moment, not after `until`, at which streams of the division have to wake, and all that wake then. Null: none wakes by then. */
export async function nextWake(
  store: Store,
  division: DivisionCode,
  until: Instant,
): Promise<{ at: Instant; streams: StreamId[] } | null> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<{ stream: StreamId; wake_at: Instant }[]>`
      select stream, wake_at from streams
      where division = ${division} and not closed
        and wake_at = (select min(wake_at) from streams where division = ${division} and not closed and wake_at <= ${until})
      order by stream`,
  );
  const [first] = rows;
  return first === undefined ? null : { at: first.wake_at, streams: rows.map(({ stream }) => stream) };
}

/** The division's streams that are not closed. */
export async function openStreams(store: Store, division: DivisionCode): Promise<StreamId[]> {
  const rows = await behindWall(
    store,
    division,
    (sql) =>
      sql<
        { stream: StreamId }[]
      >`select stream from streams where division = ${division} and not closed order by stream`,
  );
  return rows.map(({ stream }) => stream);
}
