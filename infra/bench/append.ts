import { randomUUID } from 'node:crypto';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  addressFor,
  EVENT_STORE_MIGRATIONS,
  FEED_CHANNEL,
  migrate,
  type NewStoredEvent,
  openStore,
  type RoomMigrations,
  runSequencer,
  type Sql,
  type Store,
  type StoredEvent,
  type StreamTx,
  withStream,
} from '@quancheng/event-store';
import { atHour, type DivisionCode, day, type StreamId, streamIdOf } from '@quancheng/kernel';
import { randomFrom } from './chance.ts';
import { type Figures, figuresOf } from './figures.ts';

/**
 * Events per second through the store (lock, append, commitment, global number, chain) against a bare INSERT of the same rows, one
 * row a statement, by as many clients. Both sides take turns in one run on one database, so that the machine's mood falls on both.
 */
export type AppendBench = {
  readonly seed: number;
  /** The owner's address of a server; the bench makes a database of its own on it and removes it. */
  readonly url: string;
  /** The strictest is 1: each event pays for a whole transaction. */
  readonly eventsPerCommand?: number;
  readonly runs?: number;
  /** The roles belong to the whole server: on one that is in use, give the password that it uses. */
  readonly rolePassword?: string;
  /** Work inside the append transaction, for the figure with read models on, and the migrations that it needs. */
  readonly readModels?: {
    readonly rooms: readonly RoomMigrations[];
    readonly write: (tx: StreamTx, events: readonly StoredEvent[]) => Promise<unknown>;
  };
};

const CLIENTS = 10;
const EVENTS_PER_RUN = 6000;
const EVENTS_PER_STREAM = 24;
const ZHENHAI = '330211000' as DivisionCode;

export async function benchAppend(settings: AppendBench): Promise<Figures> {
  const {
    seed,
    url,
    eventsPerCommand = 1,
    runs = 5,
    rolePassword = 'quancheng-bench',
    readModels,
  } = settings;
  const place = await ownDatabase({
    server: url,
    rolePassword,
    rooms: [EVENT_STORE_MIGRATIONS, ...(readModels?.rooms ?? [])],
  });
  const admin = openStore(place.url, { max: CLIENTS, name: 'bench-owner' });
  const writer = openStore(addressFor(place.url, 'writer', rolePassword), {
    max: CLIENTS,
    name: 'bench-writer',
  });
  const sequencer = await startSequencer(addressFor(place.url, 'sequencer', rolePassword));
  try {
    await admin.sql`create table bare_events (like events including all)`;
    const random = randomFrom(seed);
    const rounds: { ours: number; peer: number }[] = [];
    // The first round warms both sides up: connections, prepared statements, compiled code.
    for (let round = 0; round <= runs; round += 1) {
      const commands = commandsOf({ round, eventsPerCommand, random });
      const ours = await rateOf(() => throughStore({ writer, admin, commands, write: readModels?.write }));
      const rows = await admin.sql<
        BareRow[]
      >`select event_id, stream, version, division, type, data, meta, salt, commitment, happened_on, recorded_at, training from events`;
      const peer = await rateOf(() => bareInserts(admin.sql, rows));
      if (round > 0) rounds.push({ ours, peer });
      await admin.sql`truncate events, streams, bare_events, feed`;
      await admin.sql`update feed_head set seq = 0`;
    }
    const figures = await report(admin.sql, rounds, {
      seed,
      eventsPerCommand,
      readModels: readModels !== undefined,
    });
    return figures;
  } finally {
    await sequencer.stop();
    await Promise.all([admin.end(), writer.end()]);
    await place.drop();
  }
}

type AppendCommand = { stream: StreamId; events: NewStoredEvent[] };
type StoreSide = {
  writer: Store;
  admin: Store;
  commands: readonly AppendCommand[];
  write: NonNullable<AppendBench['readModels']>['write'] | undefined;
};

/** Ends when the last event has its global number. */
async function throughStore({ writer, admin, commands, write }: StoreSide): Promise<void> {
  const numbered = untilNumbered(admin.sql, EVENTS_PER_RUN);
  await shared(commands, async ({ stream, events }) => {
    await withStream(writer, stream, ZHENHAI, async (tx) => {
      const stored = tx.append(events);
      await write?.(tx, stored);
    });
  });
  await numbered;
}

async function untilNumbered(sql: Sql, last: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { unlisten } = await sql.listen(FEED_CHANNEL, (seq) => {
    if (Number(seq) >= last) resolve();
  });
  await promise;
  await unlisten();
}

type BareRow = {
  event_id: string;
  stream: string;
  version: number;
  division: string;
  type: string;
  data: string;
  meta: string;
  salt: Buffer;
  commitment: Buffer;
  happened_on: string;
  recorded_at: string;
  training: boolean;
};

async function bareInserts(sql: Sql, rows: readonly BareRow[]): Promise<void> {
  await shared(rows, async (row) => {
    await sql`
      insert into bare_events (event_id, stream, version, division, type, data, meta, salt, commitment, happened_on, recorded_at, training)
      values (${row.event_id}, ${row.stream}, ${row.version}, ${row.division}, ${row.type}, ${row.data}, ${row.meta}, ${row.salt}, ${row.commitment}, ${row.happened_on}, ${row.recorded_at}, ${row.training})`;
  });
}

/** Each client takes the next piece of work when it is done with one. */
async function shared<T>(work: readonly T[], doOne: (piece: T) => Promise<void>): Promise<void> {
  const pieces = work.values();
  const client = async () => {
    for (const piece of pieces) await doOne(piece);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

async function rateOf(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return EVENTS_PER_RUN / ((performance.now() - start) / 1000);
}

/** Commands in turn over as many streams as there are clients, as projects go on side by side; then over the next ones. */
function commandsOf({
  round,
  eventsPerCommand,
  random,
}: {
  round: number;
  eventsPerCommand: number;
  random: () => number;
}): AppendCommand[] {
  const perGroup = (CLIENTS * EVENTS_PER_STREAM) / eventsPerCommand;
  return Array.from({ length: EVENTS_PER_RUN / eventsPerCommand }, (_, index) => {
    const group = Math.floor(index / perGroup);
    const stream = streamIdOf({
      division: ZHENHAI,
      aggregate: 'project-year',
      id: `bench-${round}-${group}-${index % CLIENTS}`,
    });
    return { stream, events: Array.from({ length: eventsPerCommand }, () => eventOf(random)) };
  });
}

/** An event of a usual size: a paragraph of a goal, some money, who did it. */
function eventOf(random: () => number): NewStoredEvent {
  const date = day('2014-10-08');
  return {
    eventId: randomUUID(),
    type: 'GoalDeclared',
    data: {
      goal: '完成河道整治，改善水质。'.repeat(2 + Math.floor(random() * 10)),
      requestedFen: BigInt(Math.floor(random() * 1e12)),
      indicators: [{ name: '整治长度', target: random().toFixed(2) }],
    },
    meta: {
      person: `p-${Math.floor(random() * 1000)}`,
      post: 'unit-clerk',
      edition: 'zh-2014',
      command: randomUUID(),
    },
    happenedOn: date,
    recordedAt: atHour(date, 9),
    training: false,
  };
}

type Round = { ours: number; peer: number };
type Load = { seed: number; eventsPerCommand: number; readModels: boolean };

async function report(
  sql: Sql,
  rounds: readonly Round[],
  { seed, eventsPerCommand, readModels }: Load,
): Promise<Figures> {
  const [server] = await sql<[{ server_version: string }]>`show server_version`;
  const load = { clients: CLIENTS, eventsPerCommand, eventsPerRun: EVENTS_PER_RUN, readModels };
  const versions = { postgres: server.server_version };
  return figuresOf({ bench: 'append', unit: 'events/s', rounds, load, versions, seed });
}

type DatabaseSettings = { server: string; rolePassword: string; rooms: readonly RoomMigrations[] };

async function ownDatabase({
  server,
  rolePassword,
  rooms,
}: DatabaseSettings): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (statement: string) => {
    const store = openStore(server, { max: 1, name: 'bench-server' });
    await store.sql.unsafe(statement);
    await store.end();
  };
  await onServer(`create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  await migrate(address.href, { rooms, rolePassword });
  return { url: address.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

/** In a thread of its own, as the relay is a process of its own. */
async function startSequencer(url: string): Promise<{ stop(): Promise<void> }> {
  const thread = new Worker(new URL(import.meta.url), { workerData: { sequencer: url } });
  const ended = new Promise<void>((resolve, reject) =>
    thread.once('exit', () => resolve()).once('error', reject),
  );
  return {
    async stop() {
      thread.postMessage('stop');
      await ended;
    },
  };
}

if (!isMainThread && typeof workerData?.sequencer === 'string') {
  const store = openStore(workerData.sequencer, { max: 1, name: 'bench-sequencer' });
  const stop = new AbortController();
  parentPort?.once('message', () => stop.abort());
  await runSequencer(store, { signal: stop.signal });
  await store.end();
}
