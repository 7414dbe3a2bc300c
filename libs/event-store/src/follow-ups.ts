import type { DivisionCode, Json, StreamId } from '@quancheng/kernel';
import { asJson, type Sql } from './sql-types.ts';
import type { Store } from './store.ts';
import { partsOf } from './stream-parts.ts';
import { behindWall } from './transaction.ts';

/** A command that one stream owes another because of an event. The receiver takes it in the transaction of its own events. */
export type FollowUp = {
  readonly id: string;
  readonly sourceStream: StreamId;
  readonly sourceEvent: string;
  readonly targetStream: StreamId;
  readonly command: Json;
};

export type NewFollowUp = Omit<FollowUp, 'sourceStream'>;

type FollowUpRow = {
  id: string;
  source_stream: StreamId;
  source_event: string;
  target_stream: StreamId;
  command: Json;
};

/** Streams that this stream still owes something. */
export async function owedStreams(store: Store, stream: StreamId): Promise<StreamId[]> {
  const rows = await behindWall(
    store,
    partsOf(stream).division,
    (sql) => sql<{ target_stream: StreamId }[]>`
      select target_stream from follow_ups where source_stream = ${stream} and done_at is null
      group by target_stream order by min(number)`,
  );
  return rows.map((row) => row.target_stream);
}

/** What others owe this stream, in the order in which they came to owe it. Asked inside the stream's own transaction. */
export async function mailIn(sql: Sql, stream: StreamId, limit: number): Promise<FollowUp[]> {
  const rows = await sql<FollowUpRow[]>`
    select id, source_stream, source_event, target_stream, command
    from follow_ups where target_stream = ${stream} and done_at is null order by number limit ${limit}`;
  return rows.map((row) => ({
    id: row.id,
    sourceStream: row.source_stream,
    sourceEvent: row.source_event,
    targetStream: row.target_stream,
    command: row.command,
  }));
}

/** How many commands the stream owes, asked inside its transaction. */
export async function owedByStream(sql: Sql, stream: StreamId): Promise<number> {
  const [row] = await sql<
    [{ owed: bigint }]
  >`select count(*) as owed from follow_ups where source_stream = ${stream} and done_at is null`;
  return Number(row.owed);
}

/** How many commands the division's streams owe altogether: 0 means that every fact has been carried to where it matters. */
export async function owedInDivision(store: Store, division: DivisionCode): Promise<number> {
  const [row] = await behindWall(
    store,
    division,
    (sql) =>
      sql<
        [{ owed: bigint }]
      >`select count(*) as owed from follow_ups where division = ${division} and done_at is null`,
  );
  return Number(row.owed);
}

export type FollowUpAnswer = { readonly id: string; readonly answer: Json };

/** Keeps the first answer: marking again changes nothing. */
export function answerFollowUp(sql: Sql, stream: StreamId, { id, answer }: FollowUpAnswer) {
  return sql`
    update follow_ups set done_at = clock_timestamp(), answer = ${asJson(sql, answer)}
    where id = ${id} and target_stream = ${stream} and done_at is null`;
}

/** Adding the same follow-up again changes nothing: its id names the event and the receiver. */
export function recordFollowUps(
  sql: Sql,
  { stream, division }: { stream: StreamId; division: DivisionCode },
  followUps: readonly NewFollowUp[],
) {
  const rows = followUps.map(({ id, sourceEvent, targetStream, command }) => ({
    id,
    division,
    source_stream: stream,
    source_event: sourceEvent,
    target_stream: targetStream,
    command: asJson(sql, command),
  }));
  return sql`insert into follow_ups ${sql(rows)} on conflict (id) do nothing`;
}
