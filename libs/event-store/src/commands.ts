import { createHash } from 'node:crypto';
import { canonicalJson, type DivisionCode, type Instant, type Json, type StreamId } from '@quancheng/kernel';
import { asJson, type Sql } from './sql-types.ts';
import type { Store } from './store.ts';
import { behindWall } from './transaction.ts';

/** The first answer to a command id. It is given again to whoever repeats the command. */
export type CommandRecord = {
  readonly commandId: string;
  readonly stream: StreamId;
  readonly actor: string;
  /** `requestHash` of the request that was answered: the same id with another body is another request, and refused. */
  readonly requestHash: string;
  readonly answer: Json;
  readonly recordedAt: Instant;
};

export type NewCommandRecord = Omit<CommandRecord, 'stream' | 'recordedAt'>;

type CommandRow = {
  command_id: string;
  stream: StreamId;
  actor: string;
  request_hash: string;
  answer: Json;
  recorded_at: Instant;
};

/** sha256 of the request's canonical JSON, in hex: the order of keys and the spaces of a client make no other request. */
export function requestHash(request: unknown): string {
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}

export async function findCommand(
  store: Store,
  division: DivisionCode,
  commandId: string,
): Promise<CommandRecord | undefined> {
  return behindWall(store, division, (sql) => commandIn(sql, division, commandId));
}

export async function commandIn(
  sql: Sql,
  division: DivisionCode,
  commandId: string,
): Promise<CommandRecord | undefined> {
  const [row] = await sql<CommandRow[]>`
    select command_id, stream, actor, request_hash, answer, recorded_at
    from commands where division = ${division} and command_id = ${commandId}`;
  if (row === undefined) return undefined;
  return {
    commandId: row.command_id,
    stream: row.stream,
    actor: row.actor,
    requestHash: row.request_hash,
    answer: row.answer,
    recordedAt: row.recorded_at,
  };
}

export function recordCommand(
  sql: Sql,
  { stream, division }: { stream: StreamId; division: DivisionCode },
  command: NewCommandRecord,
) {
  return sql`
    insert into commands (division, command_id, stream, actor, request_hash, answer)
    values (${division}, ${command.commandId}, ${stream}, ${command.actor}, ${command.requestHash}, ${asJson(sql, command.answer)})`;
}
