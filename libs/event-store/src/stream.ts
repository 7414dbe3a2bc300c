import type { DivisionCode, Instant, StreamId } from '@quancheng/kernel';
import { type CommandRecord, commandIn, type NewCommandRecord, recordCommand } from './commands.ts';
import {
  type EventRow,
  eventOf,
  type NewStoredEvent,
  type ReadRow,
  rowOf,
  type StoredEvent,
} from './event.ts';
import {
  answerFollowUp,
  type FollowUp,
  type FollowUpAnswer,
  mailIn,
  type NewFollowUp,
  recordFollowUps,
} from './follow-ups.ts';
import type { Sql } from './sql-types.ts';
import type { Store } from './store.ts';
import { partsOf } from './stream-parts.ts';
import { behindWall, type Transaction, transact, type Wall } from './transaction.ts';

export type StreamStage = {
  readonly stage: string;
  readonly wakeAt: Instant | null;
  readonly closed: boolean;
  /** The version that the stream's run knew before this transaction: kept, so that the sweep finds a run that is behind. */
  readonly acknowledged?: number;
};

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
  /** Appends after what this transaction has appended already. The rows go to the database with the commit; `load` knows them before. */
  append(events: readonly NewStoredEvent[]): StoredEvent[];
  findCommand(commandId: string): Promise<CommandRecord | undefined>;
  /** A second record of the same id makes the transaction fail. */
  saveCommand(command: NewCommandRecord): void;
  addFollowUps(followUps: readonly NewFollowUp[]): void;
  /** What other streams owe this one, at most so many. */
  mail(limit: number): Promise<FollowUp[]>;
  /** Keeps the answer to something from `mail`, with the commit. */
  answerFollowUp(answer: FollowUpAnswer): void;
  setStage(stage: StreamStage): void;
};

/**
 * The only way to write events. Whoever comes second to a stream waits until the first has committed, and sees its events.
 * Throws on anything that is not a fault of the caller's words: a database that is away, a command id recorded twice.
 */
export async function withStream<T>(
  store: Store,
  stream: StreamId,
  division: DivisionCode,
  work: (tx: StreamTx) => Promise<T>,
): Promise<T> {
  partsOf(stream, division);
  return transact(store, async (tx) => {
    const [opened] = await tx.sql<
      [{ version: number }]
    >`select open_stream(${stream}, ${division}) as version`;
    const written = writerOf(tx, { stream, division, version: opened.version });
    const result = await work(written.streamTx);
    written.finish();
    return result;
  });
}

/** The events of a stream in order, with a version above `afterVersion`; as a reader of another division sees them, by its wall. */
export async function readStream(
  store: Store,
  stream: StreamId,
  afterVersion = 0,
  wall: Wall = partsOf(stream).division,
): Promise<StoredEvent[]> {
  return behindWall(store, wall, (sql) => loadEvents(sql, stream, afterVersion));
}

type Place = { stream: StreamId; division: DivisionCode; version: number };

function writerOf({ sql, send }: Transaction, place: Place): { streamTx: StreamTx; finish(): void } {
  const { stream, division, version } = place;
  const appended: EventRow[] = [];
  let stage: StreamStage | undefined;
  const streamTx: StreamTx = {
    sql,
    stream,
    division,
    version,
    async load(afterVersion = 0) {
      const own = appended.map(storedOf).filter((event) => event.version > afterVersion);
      return [...(await loadEvents(sql, stream, afterVersion)), ...own];
    },
    append(events) {
      const rows = events.map((event, index) =>
        rowOf(event, { stream, division, version: version + appended.length + index + 1 }),
      );
      appended.push(...rows);
      return rows.map(storedOf);
    },
    findCommand: (commandId) => commandIn(sql, division, commandId),
    saveCommand: (command) => send(recordCommand(sql, { stream, division }, command)),
    addFollowUps: (followUps) => {
      if (followUps.length > 0) send(recordFollowUps(sql, { stream, division }, followUps));
    },
    mail: (limit) => mailIn(sql, stream, limit),
    answerFollowUp: (answer) => send(answerFollowUp(sql, stream, answer)),
    setStage(next) {
      stage = next;
    },
  };
  const finish = () => {
    if (appended.length > 0)
      send(
        sql`${insertEvents(sql, appended)} ${headOf(sql, place, { version: version + appended.length, ...stageColumns(stage) }, stage?.acknowledged)}`,
      );
    // A stream gets its row with its first event: what was refused leaves no trace.
    else if (version > 0 && stage !== undefined)
      send(headOf(sql, place, stageColumns(stage), stage.acknowledged));
  };
  return { streamTx, finish };
}

/**
 * Queued in the order of their versions, in the statement that also moves the stream's row: each statement less is a tenth of the
 * whole. No NOTIFY here: it takes a lock of the whole instance at commit (13,000 → 3,300 appends/s).
 */
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
    with stored as (insert into events ${sql(columns)}),
      queued as (insert into feed_queue ${sql(columns, 'event_id')})`;
}

type HeadColumns = { version?: number; stage?: string; wake_at?: Instant | null; closed?: boolean };

/**
 * The statement for the stream's row: its first event creates it. An acknowledgement above the version is kept too: that run
 * knows a future which this store no longer has.
 */
function headOf(sql: Sql, { stream, division, version }: Place, columns: HeadColumns, acknowledged = 0) {
  if (version === 0) {
    const first = { stream, division, aggregate: partsOf(stream).aggregate, ...columns };
    return sql`insert into streams ${sql({ ...first, acknowledged_version: acknowledged })}`;
  }
  return sql`
    update streams set ${sql(columns)}, touched_at = clock_timestamp(),
      acknowledged_version = greatest(acknowledged_version, ${acknowledged})
    where stream = ${stream}`;
}

function stageColumns(stage: StreamStage | undefined): HeadColumns {
  return stage === undefined ? {} : { stage: stage.stage, wake_at: stage.wakeAt, closed: stage.closed };
}

async function loadEvents(sql: Sql, stream: StreamId, afterVersion: number): Promise<StoredEvent[]> {
  const rows = await sql<ReadRow[]>`
    select event_id, stream, version, type, data, meta, happened_on, recorded_at, training
    from events where stream = ${stream} and version > ${afterVersion} order by version`;
  return rows.map(eventOf);
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
