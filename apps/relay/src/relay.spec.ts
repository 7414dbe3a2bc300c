import { randomUUID } from 'node:crypto';
import { createServer, connect as dial, type Socket } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  foldSnapshot,
  fromMessage,
  generationOf,
  parseSnapshot,
  type ProjectSnapshot,
  type PublicEvent,
  topicsOf,
} from '@quancheng/contracts';
import {
  addressFor,
  EVENT_STORE_MIGRATIONS,
  migrate,
  openStore,
  readCursor,
  readFeed,
  type Store,
  withStream,
} from '@quancheng/event-store';
import { type IncomingMessage, openKafka, readCompacted, runConsumer, silentLog } from '@quancheng/kafka';
import { type DivisionCode, type Instant, type PlainDate, streamIdOf } from '@quancheng/kernel';
import postgres from 'postgres';
import { type RelayParts, type RelaySettings, type RunningRelay, settingsFrom, startRelay } from './index.ts';
import { CURSOR } from './store.ts';

const brokers = process.env['TEST_KAFKA_BROKERS'] ?? '';
const server = process.env['TEST_DATABASE_URL'] ?? '';
if (brokers === '' || server === '')
  throw new Error('TEST_KAFKA_BROKERS and TEST_DATABASE_URL are not set: run `npm test`');

/** The one of all specs: roles belong to the server. */
const SPEC_PASSWORD = 'quancheng-spec';
const DIVISION = '330211000' as DivisionCode;
const kafka = openKafka({ brokers, clientId: 'relay-spec', log: silentLog });
const admin = postgres(server, { max: 1, onnotice: () => {} });

let settings: RelaySettings;
let store: Store;
let database = '';
let writerUrl = '';
const undo: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  database = `relay_spec_${randomUUID().replaceAll('-', '')}`;
  await admin.unsafe(`create database ${database}`);
  const owner = Object.assign(new URL(server), { pathname: `/${database}` }).href;
  await migrate(owner, { rooms: [EVENT_STORE_MIGRATIONS], rolePassword: SPEC_PASSWORD });
  writerUrl = addressFor(owner, 'writer', SPEC_PASSWORD);
  store = openStore(writerUrl, { max: 4, name: 'relay-spec' });
  settings = {
    databaseUrl: addressFor(owner, 'sequencer', SPEC_PASSWORD),
    brokers,
    port: 0,
    logLevel: 'silent',
    topicPrefix: `spec.${randomUUID()}`,
    batchSize: 20,
    takeOverWaitMs: 0,
    pollMs: 50,
  };
});
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
  await store.end();
  await admin.unsafe(`drop database ${database} with (force)`);
});
afterAll(() => admin.end());

async function start(more: Partial<RelaySettings> = {}, parts?: RelayParts): Promise<RunningRelay> {
  const relay = await startRelay({ ...settings, ...more }, parts);
  let stopped = false;
  const stop = async () => {
    if (!stopped) await relay.stop();
    stopped = true;
  };
  undo.push(stop);
  return { ...relay, stop };
}

/** Asks again until it holds; the test's own time limit ends it otherwise. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
const confirmed = (relay: RunningRelay, seq: number) =>
  until(() => relay.backlog.cursor === seq && relay.backlog.lag === 0);

const yearOf = (project: string) =>
  streamIdOf({ division: DIVISION, aggregate: 'project-year', id: `${project}-2014` });
const fact = (type: string, data: unknown, training = false) => ({
  eventId: randomUUID(),
  type,
  data,
  meta: {
    actor: { personId: 'person-77', role: 'unit-head', post: '负责人', unit: '201001' },
    clause: 'zh-2014/some',
    edition: 'zh-2014',
    commandId: 'c-1',
  },
  happenedOn: '2014-10-08' as PlainDate,
  recordedAt: '2014-10-08T09:00:00.000+08:00' as Instant,
  training,
});
const opening = (project: string, training = false) =>
  fact(
    'ProjectYearOpened',
    {
      division: DIVISION,
      projectId: project,
      projectName: `项目${project}`,
      fiscalYear: 2014,
      unit: '201001',
      department: '201',
      nature: 'recurrent',
      term: 'continuing',
      highConcern: false,
      takenOver: null,
    },
    training,
  );
const paid = (fen: number) =>
  fact('PaymentsRecorded', { payments: [], paidFen: BigInt(fen), overspent: false, afterStopRequest: false });

/** Some years of some projects with some payments each, the streams written side by side. */
async function write(projects: number, payments: number): Promise<number> {
  const names = Array.from({ length: projects }, (_, index) => `P${index}`);
  await Promise.all(
    names.map(async (name) => {
      for (let each = 0; each <= payments; each += 1) {
        await withStream(store, yearOf(name), DIVISION, async (tx) => {
          tx.append([tx.version === 0 ? opening(name) : paid(each * 100)]);
        });
      }
    }),
  );
  return projects * (payments + 1);
}

/** Everything on the events topic, with its repetitions, partition by partition. */
async function topicUntil(
  enough: (events: PublicEvent[]) => boolean,
): Promise<{ events: PublicEvent[]; messages: IncomingMessage[] }> {
  const messages: IncomingMessage[] = [];
  const events: PublicEvent[] = [];
  const done = Promise.withResolvers<void>();
  const consumer = runConsumer(kafka, {
    groupId: `reader-${randomUUID()}`,
    topics: [topicsOf(settings.topicPrefix).events],
    fromBeginning: true,
    log: silentLog,
    isTransient: () => false,
    deadLetter: { tries: 1, onDead: (_, cause) => done.reject(cause) },
    async eachBatch(batch) {
      messages.push(...batch);
      events.push(...batch.map(fromMessage));
      if (enough(events)) done.resolve();
    },
  });
  undo.push(() => consumer.stop());
  await done.promise;
  return { events, messages };
}

const distinct = (events: readonly PublicEvent[]) =>
  [...new Map([...events].reverse().map((event) => [event.id, event])).values()].reverse();

/** Per stream: ids in the order of their first appearance on Kafka, and as the store has them. */
async function expectSameAsStore(events: readonly PublicEvent[]): Promise<void> {
  const sequencer = openStore(settings.databaseUrl, { max: 1, name: 'relay-spec-reader' });
  const stored = await readFeed(sequencer, 0, 10_000);
  await sequencer.end();
  const first = firstAppearances(events);
  const bySource = (source: string) => first.filter((event) => event.source === source).map(({ id }) => id);
  for (const stream of new Set(stored.map((event) => event.stream))) {
    expect(bySource(`/divisions/${stream}`)).toEqual(
      stored.filter((event) => event.stream === stream).map(({ eventId }) => eventId),
    );
  }
  expect(new Set(first.map(({ id }) => id))).toEqual(new Set(stored.map(({ eventId }) => eventId)));
}
function firstAppearances(events: readonly PublicEvent[]): PublicEvent[] {
  const seen = new Set<string>();
  return events.filter(({ id }) => !seen.has(id) && seen.add(id));
}

async function health(relay: RunningRelay, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${relay.port}${path}`);
  return { status: response.status, text: await response.text() };
}

/** The broker's address behind a door that is closed at first: Kafka that appears later. */
async function door(): Promise<{ address: string; open(): void }> {
  const [host = '', port = ''] = brokers.split(',')[0]?.split(':') ?? [];
  let isOpen = false;
  const sockets = new Set<Socket>();
  const gate = createServer((near) => {
    near.on('error', () => {});
    if (!isOpen) return void near.destroy();
    const far = dial({ host, port: Number(port) });
    far.on('error', () => near.destroy());
    for (const socket of [near, far]) sockets.add(socket);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  undo.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => gate.close(resolve));
  });
  const address = gate.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `127.0.0.1:${address.port}`,
    open: () => {
      isOpen = true;
    },
  };
}

describe('what is stored comes to Kafka', () => {
  it('with the same distinct ids, in the same order in each stream', async () => {
    const relay = await start();
    const count = await write(12, 9);
    await confirmed(relay, count);
    const { events } = await topicUntil((all) => distinct(all).length === count);
    await expectSameAsStore(events);
    expect(events).toHaveLength(count);
  });

  it('as snapshots that are exactly the public fold of the events', async () => {
    const count = await write(5, 4);
    const relay = await start();
    await confirmed(relay, count);
    const { events } = await topicUntil((all) => all.length === count);
    const folded = new Map<string, ProjectSnapshot>();
    for (const event of events) {
      const next = foldSnapshot(folded.get(event.partitionkey), event);
      if (next !== undefined) folded.set(event.partitionkey, next);
    }
    const published = await readCompacted(kafka, topicsOf(settings.topicPrefix).projects);
    expect(new Map([...published].map(([key, text]) => [key, parseSnapshot(text)]))).toEqual(folded);
    expect(folded.get(`${DIVISION}/P3`)?.years[`/divisions/${yearOf('P3')}`]?.paidFen).toBe('400');
  });

  it('with the training flag, and without the person who acted', async () => {
    await withStream(store, yearOf('P1'), DIVISION, async (tx) => {
      tx.append([opening('P1', true)]);
    });
    const relay = await start();
    await confirmed(relay, 1);
    const { events, messages } = await topicUntil((all) => all.length === 1);
    expect(events[0]).toMatchObject({
      training: true,
      actorrole: 'unit-head',
      actorunit: '201001',
      stage: 'draft',
      globalseq: 1,
      correlation: 'c-1',
    });
    expect(
      JSON.stringify(messages.map(({ headers, value }) => [headers, value?.toString('utf8')])),
    ).not.toContain('person-77');
  });
});

describe('a relay that dies', () => {
  it('between sending and the cursor: the next one sends again from the cursor, and nothing is lost', async () => {
    const count = await write(10, 5);
    let moves = 0;
    const dying = await start(
      {},
      {
        saveCursor: (real) => async (move) => {
          moves += 1;
          if (moves > 1) throw new Error('killed here');
          await real(move);
        },
      },
    );
    await until(() => moves >= 3);
    await dying.stop();
    expect(await cursorNow()).toBe(20);

    const next = await start();
    await confirmed(next, count);
    const { events } = await topicUntil((all) => distinct(all).length === count);
    await expectSameAsStore(events);
    expect(events.length).toBeGreaterThan(count);
  });

  it('by a failing cursor in the same process: it goes back by itself', async () => {
    const count = await write(10, 5);
    let failed = false;
    const relay = await start(
      {},
      {
        saveCursor: (real) => async (move) => {
          if (!failed && move.from > 0) {
            failed = true;
            throw new Error('the database was away for a moment');
          }
          await real(move);
        },
      },
    );
    await confirmed(relay, count);
    const { events } = await topicUntil((all) => distinct(all).length === count);
    await expectSameAsStore(events);
    expect(failed).toBe(true);
  });

  it('hands over to one that stands by; never two at once', async () => {
    const first = await start();
    await until(() => first.publishing().state === 'publishing');
    const second = await start();
    await confirmed(first, await write(3, 2));
    expect(second.publishing().state).toBe('waiting for its turn');
    await first.stop();
    await until(() => second.publishing().state === 'publishing');
    await withStream(store, yearOf('P0'), DIVISION, async (tx) => {
      tx.append([paid(9)]);
    });
    await confirmed(second, 10);
    const { events } = await topicUntil((all) => all.length === 10);
    await expectSameAsStore(events);
  });
});

describe('Kafka away', () => {
  it('at the start: numbering goes on, the lag shows, and all of it is published when Kafka appears', async () => {
    const gate = await door();
    const relay = await start({ brokers: gate.address });
    const count = await write(4, 4);
    await until(() => relay.backlog.head === count && relay.publishing().state === 'interrupted');
    expect((await health(relay, '/health/live')).status).toBe(200);
    // Between two tries it is under way again for a moment.
    await until(async () => (await health(relay, '/health/ready')).status === 503);
    expect((await health(relay, '/health/metrics')).text).toMatch(
      new RegExp(`quancheng_relay_lag_events ${count}\n`),
    );

    gate.open();
    await confirmed(relay, count);
    await until(async () => (await health(relay, '/health/ready')).status === 200);
    const metrics = (await health(relay, '/metrics')).text;
    expect(metrics).toMatch(/quancheng_relay_lag_events 0\n/);
    expect(metrics).toMatch(/quancheng_relay_oldest_unpublished_seconds 0\n/);
    expect(metrics).toMatch(new RegExp(`quancheng_feed_head ${count}\n`));
    const { events } = await topicUntil((all) => distinct(all).length === count);
    await expectSameAsStore(events);
  });

  it('and begun anew, empty: everything is told again', async () => {
    const count = await write(3, 3);
    const relay = await start();
    await confirmed(relay, count);
    await relay.stop();
    settings = { ...settings, topicPrefix: `spec.${randomUUID()}` };
    const again = await start();
    await until(() => again.publishing().state === 'publishing');
    await confirmed(again, count);
    const { events } = await topicUntil((all) => all.length === count);
    await expectSameAsStore(events);
  });
});

describe('the store put back to an earlier point', () => {
  const ofGeneration = (events: readonly PublicEvent[], generation: number) =>
    events.filter((event) => generationOf(event) === generation);
  const publishedSnapshots = async () =>
    [...(await readCompacted(kafka, topicsOf(settings.topicPrefix).projects)).values()].map(parseSnapshot);

  it('while nothing runs: everything is told again as a later generation, and what is no more is forgotten', async () => {
    const count = await write(3, 2);
    const saved = await savedCopy();
    await withStream(store, yearOf('lost'), DIVISION, async (tx) => {
      tx.append([opening('lost'), paid(1)]);
    });
    const before = await start();
    await confirmed(before, count + 2);
    await before.stop();

    await saved.putBack();
    await withStream(store, yearOf('P0'), DIVISION, async (tx) => {
      tx.append([paid(900)]);
    });
    const relay = await start();
    await confirmed(relay, count + 1);
    const { events } = await topicUntil((all) => ofGeneration(distinctOf(all), 2).length === count + 1);
    await expectSameAsStore(ofGeneration(events, 2));
    expect(ofGeneration(events, 1)).toHaveLength(count + 2);
    await until(async () => (await publishedSnapshots()).length === 3);
    const snapshots = await publishedSnapshots();
    expect(snapshots.map(({ projectId }) => projectId).sort()).toEqual(['P0', 'P1', 'P2']);
    expect(snapshots.map(generationOf)).toEqual([2, 2, 2]);
  });

  it('to the same point again: each time is a generation of its own', async () => {
    const count = await write(1, 1);
    const saved = await savedCopy();
    for (const generation of [2, 3]) {
      await withStream(store, yearOf('P0'), DIVISION, async (tx) => {
        tx.append([paid(generation)]);
      });
      const relay = await start();
      await confirmed(relay, count + 1);
      await relay.stop();
      await saved.putBack();
      const after = await start();
      await confirmed(after, count);
      await after.stop();
      const { events } = await topicUntil(
        (all) => ofGeneration(distinctOf(all), generation).length === count,
      );
      expect(ofGeneration(events, generation).map(({ globalseq }) => globalseq)).toEqual([1, 2]);
    }
  });

  it('under a relay at work: it notices by itself, and is no further behind than the store', async () => {
    const count = await write(2, 2);
    const saved = await savedCopy();
    const relay = await start();
    await withStream(store, yearOf('lost'), DIVISION, async (tx) => {
      tx.append([opening('lost'), paid(1)]);
    });
    await confirmed(relay, count + 2);
    await saved.putBack();
    await confirmed(relay, count);
    const { events } = await topicUntil((all) => ofGeneration(distinctOf(all), 2).length === count);
    await expectSameAsStore(ofGeneration(events, 2));
  });

  it('by `restore`, which says so in the same transaction', async () => {
    const count = await write(2, 2);
    const relay = await start();
    await confirmed(relay, count);
    const sequencer = openStore(settings.databaseUrl, { max: 1, name: 'relay-spec-restore' });
    await sequencer.sql.begin(async (sql) => {
      await sql`update relay_cursor set seq = 0`;
      await sql`update log_generation set generation = generation + 1`;
    });
    await sequencer.end();
    const { events } = await topicUntil((all) => ofGeneration(distinctOf(all), 2).length === count);
    await expectSameAsStore(ofGeneration(events, 2));
    await confirmed(relay, count);
  });

  it('is not believed of a relay that died before its cursor was saved', async () => {
    const count = await write(1, 4);
    const dying = await start({}, { saveCursor: () => () => Promise.reject(new Error('killed here')) });
    await topicUntil((all) => distinct(all).length === count);
    await dying.stop();
    const relay = await start();
    await confirmed(relay, count);
    const { events } = await topicUntil((all) => distinct(all).length === count);
    expect(events.map(generationOf)).toEqual(events.map(() => 1));
  });
});

/** By id and generation: after a restore the same event is told again. */
const distinctOf = (events: readonly PublicEvent[]) => [
  ...new Map(events.map((event) => [`${generationOf(event)} ${event.id}`, event])).values(),
];

/** The database as it stands, kept beside it, and put in its place again as often as wanted. Sessions are ended. */
async function savedCopy(): Promise<{ putBack(): Promise<void> }> {
  const saved = `${database}_saved`;
  const copy = async (from: string, to: string) => {
    await store.end();
    await admin`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${from}`;
    await admin.unsafe(`drop database if exists ${to} with (force)`);
    await admin.unsafe(`create database ${to} template ${from}`);
    store = openStore(writerUrl, { max: 4, name: 'relay-spec' });
  };
  await copy(database, saved);
  undo.push(() => admin.unsafe(`drop database ${saved} with (force)`));
  return { putBack: () => copy(saved, database) };
}

describe('settings', () => {
  it('names every fault of the environment at once', () => {
    const wrong = { SEQUENCER_DATABASE_URL: 'mysql://x', RELAY_PORT: 'many', LOG_LEVEL: 'loud' };
    for (const name of ['SEQUENCER_DATABASE_URL', 'KAFKA_BROKERS', 'RELAY_PORT', 'LOG_LEVEL'])
      expect(() => settingsFrom(wrong)).toThrow(name);
  });
});

async function cursorNow(): Promise<number> {
  const sequencer = openStore(settings.databaseUrl, { max: 1, name: 'relay-spec-cursor' });
  const seq = await readCursor(sequencer, CURSOR);
  await sequencer.end();
  return seq;
}
