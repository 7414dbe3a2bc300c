import type { DivisionCode, Instant, StreamId } from '@quancheng/kernel';
import { type CommandRecord, commandIn, type NewCommandRecord, recordCommand } from './commands.ts';
import { type EventRow, eventOf, type NewStoredEvent, type ReadRow, rowOf, type StoredEvent } from './event.ts';
import { type NewFollowUp, recordFollowUps } from './follow-ups.ts';
import type { Sql } from './sql-types.ts';
import type { Store } from './store.ts';
import { partsOf } from './stream-parts.ts';
import { behindWall, type Transaction, transact } from './transaction.ts';

export type StreamStage = { readonly stage: string; readonly wakeAt: Instant | null; readonly closed: boolean };

/** One stream, locked, inside one short transaction. Nothing is waited for that need not be: writes travel with the commit. */
export type StreamTx = {
  /** For read models and notices of the same transaction. Fails after the connection was lost. */
  readonly sql: Sql;
  readonly stream: StreamId;
  readonly division: DivisionCode;
  /** The version before this transaction; 0 for a stream without events. */
  readonly version: number;
  /** Events with a version above `afterVersion` (default 0: all). */
  load(afterVersion?: number): Promise<StoredEvent[]>;
  /** Appends after what this transaction has appended already. The answer has their versions; they are stored at commit. */
  append(events: readonly NewStoredEvent[]): StoredEvent[];
  findCommand(commandId: string): Promise<CommandRecord | undefined>;
  /** A second record of the same id makes the transaction fail. */
  saveCommand(command: NewCommandRecord): void;
  addFollowUps(followUps: readonly NewFollowUp[]): void;
  setStage(stage: StreamStage): void;
};

/**
 * The only way to write events. Whoever comes second to a stream waits until the first has committed, and sees its events.
 * Throws on anything that is not a fault of the caller's words: a database that is away, a command id recorded twice.
 */
export async function withStream<T>(store: Store, stream: StreamId, division: DivisionCode, work: (tx: StreamTx) => Promise<T>): Promise<T> {
  partsOf(stream, division);
  return transact(store, async (tx) => {
    const [opened] = await tx.sql<[{ version: number }]>`select open_stream(${stream}, ${division}) as version`;
    const written = writerOf(tx, { stream, division, version: opened.version });
    const result = await work(written.streamTx);
    written.finish();
    return result;
  });
}

/** The events of a stream in order, with a version above `afterVersion`. */
export async function readStream(store: Store, stream: StreamId, afterVersion = 0): Promise<StoredEvent[]> {
  return behindWall(store, partsOf(stream).division, (sql) => loadEvents(sql, stream, afterVersion));
}

type Place = { stream: StreamId; division: DivisionCode; version: number };

function writerOf({ sql, send }: Transaction, { stream, division, version }: Place): { streamTx: StreamTx; finish(): void } {
  let head = version;
  let stage: StreamStage | undefined;
  const streamTx: StreamTx = {
    sql,
    stream,
    division,
    version,
    load: (afterVersion = 0) => loadEvents(sql, stream, afterVersion),
    append(events) {
      if (events.length === 0) return [];
      const rows = events.map((event, index) => rowOf(event, { stream, division, version: head + 1 + index }));
      head += rows.length;
      send(insertEvents(sql, rows));
      return rows.map(storedOf);
    },
    findCommand: (commandId) => commandIn(sql, division, commandId),
    saveCommand: (command) => send(recordCommand(sql, { stream, division }, command)),
    addFollowUps: (followUps) => {
      if (followUps.length > 0) send(recordFollowUps(sql, { stream, division }, followUps));
    },
    setStage(next) {
      stage = next;
    },
  };
  const finish = () => {
    // A stream gets its row with its first event: what was refused leaves no trace.
    if (head > version || (head > 0 && stage !== undefined)) send(writeHead(sql, { stream, division, version: head, isNew: version === 0, stage }));
  };
  return { streamTx, finish };
}

type Head = Place & { isNew: boolean; stage: StreamStage | undefined };

function writeHead(sql: Sql, { stream, division, version, isNew, stage }: Head) {
  const staged = stage && { stage: stage.stage, wake_at: stage.wakeAt, closed: stage.closed };
  if (isNew) return sql`insert into streams ${sql({ stream, division, aggregate: partsOf(stream).aggregate, version, ...staged })}`;
  return sql`update streams set ${sql({ version, ...staged })} where stream = ${stream}`;
}

async function loadEvents(sql: Sql, stream: StreamId, afterVersion: number): Promise<StoredEvent[]> {
  const rows = await sql<ReadRow[]>`
    select event_id, stream, version, type, data, meta, happened_on, recorded_at, training
    from events where stream = ${stream} and version > ${afterVersion} order by version`;
  return rows.map(eventOf);
}

/** Queued in the order of their versions. No NOTIFY here: it takes a lock of the whole instance at commit (13,000 → 3,300 appends/s). */
function insertEvents(sql: Sql, rows: readonly EventRow[]) {
  const columns = rows.map((row) => ({
    event_id: row.eventId,
    stream: row.stream,
    version: row.version,
    division: row.division,
    type: row.type,
    data: row.data,
    meta: row.meta,
    salt: row.salt,
    commitment: row.commitment,
    happened_on: row.happenedOn,
    recorded_at: row.recordedAt,
    training: row.training,
  }));
  return sql`
    with stored as (insert into events ${sql(columns)} returning event_id, division, version)
    insert into feed_queue (event_id, division) select event_id, division from stored order by version`;
}

/** What a reader will get back, so that a caller cannot come to rely on more. */
function storedOf(row: EventRow): StoredEvent {
  return eventOf({
    event_id: row.eventId,
    stream: row.stream,
    version: row.version,
    type: row.type,
    data: row.data,
    meta: row.meta,
    happened_on: row.happenedOn,
    recorded_at: row.recordedAt,
    training: row.training,
  });
}

