import type { DivisionCode, Instant, StreamId } from '@quancheng/kernel';
import type { Sql } from './sql-types.ts';
import type { Store } from './store.ts';
import { behindWall } from './transaction.ts';

/** The next instant up to `until` for which streams of a division wait, and which ones; null when none does. */
export async function nextWake(
  store: Store,
  division: DivisionCode,
  until: Instant,
): Promise<{ readonly at: Instant; readonly streams: readonly StreamId[] } | null> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<{ stream: StreamId; wake_at: Instant }[]>`
      select stream, wake_at from streams
      where not closed and division = ${division} and wake_at = (
        select min(wake_at) from streams where not closed and division = ${division} and wake_at <= ${until})
      order by stream`,
  );
  const at = rows[0]?.wake_at;
  return at === undefined ? null : { at, streams: rows.map((row) => row.stream) };
}

/** Every stream of a division that a workflow still lives for. */
export async function openStreams(store: Store, division: DivisionCode): Promise<StreamId[]> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<{ stream: StreamId }[]>`select stream from streams where not closed and version > 0 order by stream`,
  );
  return rows.map((row) => row.stream);
}

/** How many commands the streams of a division still owe each other. Zero is quiet. */
export async function owedInDivision(store: Store, division: DivisionCode): Promise<number> {
  return await behindWall(store, division, async (sql) => await count(sql`select count(*)::int as owed from follow_ups where done_at is null`));
}

/** As `pendingFollowUps`, counted inside the stream's own transaction. */
export async function owedByStream(sql: Sql, stream: StreamId): Promise<number> {
  return await count(sql`select count(*)::int as owed from follow_ups where source_stream = ${stream} and done_at is null`);
}

async function count(rows: PromiseLike<readonly { owed?: unknown }[]>): Promise<number> {
  return Number((await rows)[0]?.owed ?? 0);
}
