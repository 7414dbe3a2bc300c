import type { DivisionCode, Instant, StreamId } from '@quancheng/kernel';
import type { Store } from './store.ts';
import { partsOf } from './stream-parts.ts';
import { behindWall } from './transaction.ts';

/**
 * The run that was asked knows the stream up to this version. A late answer changes nothing, and an acknowledgement that is
 * ahead of the store (the store was put back to an earlier point) is corrected.
 */
export async function acknowledge(store: Store, stream: StreamId, version: number): Promise<void> {
  await behindWall(
    store,
    partsOf(stream).division,
    (sql) => sql`
      update streams set acknowledged_version = ${version}
      where stream = ${stream} and version >= ${version}
        and (acknowledged_version < ${version} or acknowledged_version > streams.version)`,
  );
}

export type StaleQuestion = {
  /** Only what was not written since, and whose moment came before: what is being worked on is left alone. */
  readonly before: Instant;
  readonly limit: number;
  readonly division?: DivisionCode;
};

/**
 * Open streams whose run has to be looked at: it did not acknowledge what the store has, or the moment to wake has passed. A
 * standing clock is moved by its own run, which wakes in order; there only the first counts. Without a division: of all.
 */
export async function staleStreams(
  store: Store,
  { before, limit, division }: StaleQuestion,
): Promise<StreamId[]> {
  const rows = await behindWall(
    store,
    division ?? '*',
    (sql) => sql<{ stream: StreamId }[]>`
      select stream from streams left join business_clock using (division)
      where not closed and touched_at <= ${before}
        and (acknowledged_version <> version or (wake_at <= ${before} and frozen_at is null))
      order by wake_at nulls first, stream limit ${limit}`,
  );
  return rows.map(({ stream }) => stream);
}

/** Streams that others owe something since before: the word that there is mail may have been lost. Also those that are not there yet. */
export async function streamsWithMail(
  store: Store,
  { before, limit, division }: StaleQuestion,
): Promise<StreamId[]> {
  const rows = await behindWall(
    store,
    division ?? '*',
    (sql) => sql<{ target_stream: StreamId }[]>`
      select target_stream from follow_ups join streams on stream = source_stream
      where done_at is null and touched_at <= ${before}
      group by target_stream order by min(number) limit ${limit}`,
  );
  return rows.map(({ target_stream }) => target_stream);
}

export type Place = {
  readonly version: number;
  readonly closed: boolean;
  /** Its moment to wake has passed, and its clock runs. */
  readonly overdue: boolean;
  /** The id of the event at the version asked for; null when the store has none there. */
  readonly eventAt: string | null;
};

/** Where the stream stands, and which event it has at a version that somebody believes to know. Null: there is no such stream. */
export async function placeOf(store: Store, stream: StreamId, version: number): Promise<Place | null> {
  const [row] = await behindWall(
    store,
    partsOf(stream).division,
    (sql) => sql<Place[]>`
      select version, closed,
        coalesce(not closed and wake_at <= clock_timestamp() and frozen_at is null, false) as overdue,
        (select event_id from events where events.stream = streams.stream and events.version = ${version}) as "eventAt"
      from streams left join business_clock using (division) where stream = ${stream}`,
  );
  return row === undefined ? null : { ...row };
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

/** The streams that are not closed: of one division, or of all. */
export async function openStreams(store: Store, division?: DivisionCode): Promise<StreamId[]> {
  const rows = await behindWall(
    store,
    division ?? '*',
    (sql) => sql<{ stream: StreamId }[]>`
      select stream from streams
      where not closed ${division === undefined ? sql`` : sql`and division = ${division}`} order by stream`,
  );
  return rows.map(({ stream }) => stream);
}

export async function countOpenStreams(store: Store): Promise<number> {
  const [row] = await behindWall(
    store,
    '*',
    (sql) => sql<[{ open: bigint }]>`select count(*) as open from streams where not closed`,
  );
  return Number(row.open);
}
