import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NotAnEvent, type PublicEvent, toMessage, topicsOf, typeOf } from '@quancheng/contracts';
import {
  deadLetterTopic,
  ensureTopics,
  openKafka,
  openProducer,
  type OutgoingMessage,
  readCompacted,
  silentLog,
} from '@quancheng/kafka';
import type { Instant, Json, PlainDate } from '@quancheng/kernel';
import postgres, { type Sql } from 'postgres';
import { type RunningReporting, settingsFrom, startReporting, type Summary } from './index.ts';
import { migrate } from './migrate.ts';
import { summaryOf } from './summary.ts';
import { countEvents } from './tables.ts';

const brokers = process.env['TEST_KAFKA_BROKERS'];
const adminUrl = process.env['TEST_DATABASE_URL'];
if (!brokers || !adminUrl)
  throw new Error('TEST_KAFKA_BROKERS and TEST_DATABASE_URL are not set: run `npm test`');

const kafka = openKafka({ brokers, clientId: 'reporting-spec', log: silentLog });
const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });

let databaseUrl = '';
let prefix = '';
let sql: Sql;
const running: RunningReporting[] = [];

beforeEach(async () => {
  const name = `reporting_spec_${randomUUID().replaceAll('-', '')}`;
  await admin.unsafe(`create database ${name}`);
  databaseUrl = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await migrate(sql);
  prefix = `spec.${randomUUID()}`;
  await ensureTopics(kafka, [{ topic: topicsOf(prefix).events, partitions: 2, cleanup: 'keep' }]);
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
  const [database] = await sql<[{ name: string }]>`select current_database() as name`;
  await sql.end();
  await admin.unsafe(`drop database ${database.name} with (force)`);
});
afterAll(() => admin.end());

let seq = 0;
interface Told {
  readonly project: string;
  readonly version: number;
  readonly type: string;
  readonly stage: string;
  readonly data?: Json;
  readonly year?: number;
}
function event({ project, version, type, stage, data = {}, year = 2014 }: Told): PublicEvent {
  seq += 1;
  return {
    specversion: '1.0',
    id: randomUUID(),
    type: typeOf('project-year', type),
    source: `/divisions/330211000/project-year/${project}-${year}`,
    subject: project,
    partitionkey: `330211000/${project}`,
    time: '2014-10-08T09:00:00.000+08:00' as Instant,
    datacontenttype: 'application/json',
    streamversion: version,
    globalseq: seq,
    stage,
    fiscalyear: year,
    happenedon: '2014-10-08' as PlainDate,
    actorrole: 'unit-head',
    actorpost: '负责人',
    actorunit: '201001',
    data,
  };
}

/** A year up to its result, in four events. */
function yearOf(
  project: string,
  { department = '201', year = 2014, grade = '优秀', approvedFen = '88000000' } = {},
): PublicEvent[] {
  return [
    event({
      project,
      year,
      version: 1,
      type: 'ProjectYearOpened',
      stage: 'draft',
      data: { unit: '201001', department, takenOver: null },
    }),
    event({
      project,
      year,
      version: 2,
      type: 'GoalAndBudgetApproved',
      stage: 'approved',
      data: { approvedFen },
    }),
    event({
      project,
      year,
      version: 3,
      type: 'PaymentsRecorded',
      stage: 'approved',
      data: { paidFen: '1000000' },
    }),
    event({
      project,
      year,
      version: 4,
      type: 'ResultReceived',
      stage: 'result-in-use',
      data: { grade, score: '91.5' },
    }),
  ];
}

async function send(messages: readonly OutgoingMessage[]): Promise<void> {
  const producer = openProducer(kafka);
  await producer.send([{ topic: topicsOf(prefix).events, messages }]);
  await producer.close();
}
const publish = (events: readonly PublicEvent[]) => send(events.map(toMessage));

async function start(groupId: string): Promise<RunningReporting> {
  const reporting = await startReporting({
    databaseUrl,
    brokers: brokers ?? '',
    port: 0,
    logLevel: 'silent',
    topicPrefix: prefix,
    groupId,
  });
  running.push(reporting);
  await reporting.ready;
  return reporting;
}

async function get<T>(reporting: RunningReporting, path: string): Promise<{ status: number; body: T }> {
  const response = await fetch(`http://127.0.0.1:${reporting.port}${path}`);
  return { status: response.status, body: (await response.json()) as T };
}
async function metric(reporting: RunningReporting, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${reporting.port}/metrics`)).text();
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
}
/** Asks again until it holds; the test's own time limit ends it otherwise. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
const handled = (reporting: RunningReporting, events: number) =>
  until(
    async () =>
      (await metric(reporting, 'quancheng_reporting_counted_total')) +
        (await metric(reporting, 'quancheng_reporting_duplicates_total')) >=
      events,
  );

describe('counting', () => {
  it('keeps project-years and money by stage, department, grade and fiscal year', async () => {
    const lapse = event({ project: 'P3', version: 2, type: 'ObligationLapsed', stage: 'draft' });
    const begun = yearOf('P3', { department: '305' }).slice(0, 1);
    await countEvents(sql, [
      ...yearOf('P1'),
      ...yearOf('P2', { grade: '合格', approvedFen: '12000001' }),
      ...begun,
      lapse,
      ...yearOf('P1', { year: 2013, grade: '良好' }),
    ]);
    const all = await summaryOf(sql, null);
    expect(all.total).toEqual({
      projectYears: 4,
      requestedFen: '0',
      approvedFen: '188000001',
      paidFen: '3000000',
      lapses: 1,
      training: 0,
    });
    expect(all.byFiscalYear.map(({ fiscalYear, projectYears }) => [fiscalYear, projectYears])).toEqual([
      [2013, 1],
      [2014, 3],
    ]);

    const summary = await summaryOf(sql, 2014);
    expect(
      summary.byStage.map(({ stage, projectYears, approvedFen }) => [stage, projectYears, approvedFen]),
    ).toEqual([
      ['draft', 1, '0'],
      ['result-in-use', 2, '100000001'],
    ]);
    expect(
      summary.byDepartment.map(({ department, projectYears, lapses }) => [department, projectYears, lapses]),
    ).toEqual([
      ['201', 2, 0],
      ['305', 1, 1],
    ]);
    expect(new Map(summary.byGrade.map(({ grade, projectYears }) => [grade, projectYears]))).toEqual(
      new Map([
        ['优秀', 1],
        ['合格', 1],
        [null, 1],
      ]),
    );
  });

  it('counts an event once, however often and in whatever batches it comes', async () => {
    const events = [
      ...yearOf('P1'),
      event({ project: 'P1', version: 5, type: 'ObligationLapsed', stage: 'result-in-use' }),
    ];
    await countEvents(sql, events);
    const once = await summaryOf(sql, null);
    expect(await countEvents(sql, [...events, ...events])).toEqual({
      counted: 0,
      duplicates: 10,
      outdated: 0,
    });
    for (const each of events) await countEvents(sql, [each]);
    expect(await summaryOf(sql, null)).toEqual(once);
    expect(once.total.lapses).toBe(1);
  });

  it('counts once when two processes handle the same batch at the same time', async () => {
    const events = yearOf('P1');
    const outcomes = await Promise.all([countEvents(sql, events), countEvents(sql, events)]);
    expect(outcomes.map(({ counted }) => counted).sort()).toEqual([0, 4]);
  });

  it('holds what comes too early, shows the gap, and goes on when the missing event comes', async () => {
    const [first, second, third, fourth] = yearOf('P1') as [
      PublicEvent,
      PublicEvent,
      PublicEvent,
      PublicEvent,
    ];
    await countEvents(sql, [first, third, fourth]);
    const waiting = await summaryOf(sql, 2014);
    expect([waiting.openGaps, waiting.byStage[0]?.stage, waiting.total.paidFen]).toEqual([1, 'draft', '0']);
    await countEvents(sql, [second]);
    const whole = await summaryOf(sql, 2014);
    expect([whole.openGaps, whole.byStage[0]?.stage, whole.total.paidFen]).toEqual([
      0,
      'result-in-use',
      '1000000',
    ]);
  });

  it('takes no part of a batch in which one event contradicts another', async () => {
    const events = yearOf('P1');
    const forged = event({
      project: 'P1',
      version: 2,
      type: 'GoalAndBudgetApproved',
      stage: 'approved',
      data: { approvedFen: '1' },
    });
    await expect(countEvents(sql, [...events, forged])).rejects.toThrow(NotAnEvent);
    expect((await summaryOf(sql, null)).total.projectYears).toBe(0);
    expect(await countEvents(sql, events)).toEqual({ counted: 4, duplicates: 0, outdated: 0 });
  });

  it('forgets everything at the first event of a later generation, and ignores the earlier one from then on', async () => {
    const before = [...yearOf('P1'), ...yearOf('P2')];
    await countEvents(sql, before);
    const anew = yearOf('P1')
      .slice(0, 3)
      .map((each) => ({ ...each, loggeneration: 2 }));
    const late = before.slice(-1);
    expect(await countEvents(sql, [...late, ...anew.slice(0, 2)])).toEqual({
      counted: 2,
      duplicates: 0,
      outdated: 1,
    });
    expect(await countEvents(sql, [...before, ...anew])).toEqual({ counted: 1, duplicates: 2, outdated: 8 });
    const { total, byStage } = await summaryOf(sql, null);
    expect([total.projectYears, total.paidFen, byStage[0]?.stage]).toEqual([1, '1000000', 'approved']);
  });

  it('begins a generation once when two processes see its first events at the same time', async () => {
    await countEvents(sql, yearOf('P1'));
    const anew = yearOf('P2').map((each) => ({ ...each, loggeneration: 2 }));
    const other = yearOf('P3').map((each) => ({ ...each, loggeneration: 2 }));
    const outcomes = await Promise.all([countEvents(sql, anew), countEvents(sql, other)]);
    expect(outcomes.map(({ counted }) => counted)).toEqual([4, 4]);
    expect((await summaryOf(sql, null)).total.projectYears).toBe(2);
  });
});

describe('from Kafka', () => {
  it('twice over the same topic counts once', async () => {
    const events = [...yearOf('P1'), ...yearOf('P2', { grade: '不合格' })];
    await publish(events);
    const first = await start('first');
    await handled(first, 8);
    const once = (await get<Summary>(first, '/reports/summary?fiscalYear=2014')).body;
    await first.stop();

    await publish(events.slice(2, 6));
    const again = await start('second');
    await handled(again, 12);
    expect(await metric(again, 'quancheng_reporting_duplicates_total')).toBe(12);
    expect((await get<Summary>(again, '/reports/summary?fiscalYear=2014')).body).toEqual(once);
    expect(once.total.projectYears).toBe(2);
  });

  it('moves what nobody can read to the dead letters and counts the rest', async () => {
    const [first, ...rest] = yearOf('P1').map(toMessage);
    if (first === undefined) throw new Error('no event');
    await send([
      first,
      { key: '330211000/P1', value: 'not JSON {', headers: first.headers },
      { key: '330211000/P1', value: '{}' },
      ...rest,
    ]);
    const reporting = await start('poisoned');
    await handled(reporting, 4);
    await until(async () => (await metric(reporting, 'quancheng_reporting_dead_total')) === 2);
    const { body } = await get<Summary>(reporting, '/reports/summary');
    expect([body.total.projectYears, body.byStage[0]?.stage]).toEqual([1, 'result-in-use']);
    expect([
      ...(await readCompacted(kafka, deadLetterTopic(topicsOf(prefix).events, 'poisoned'))).values(),
    ]).toEqual(['{}']);
  });

  it('tells whether it is ready, and refuses a year that is none', async () => {
    const reporting = await start('pages');
    expect((await get<{ ready: boolean }>(reporting, '/health/ready')).body).toMatchObject({
      ready: true,
      database: { ready: true },
      kafka: { ready: true },
    });
    expect((await get(reporting, '/health/live')).status).toBe(200);
    const refused = await get<{ code: string }>(reporting, '/reports/summary?fiscalYear=20x4');
    expect([refused.status, refused.body.code]).toEqual([400, 'FISCAL_YEAR_SHAPE']);
    expect((await get(reporting, '/elsewhere')).status).toBe(404);
  });
});

describe('settings', () => {
  it('names every fault of the environment at once', () => {
    const wrong = { DATABASE_URL: 'mysql://x', REPORTING_PORT: 'many', LOG_LEVEL: 'loud' };
    for (const name of ['DATABASE_URL', 'KAFKA_BROKERS', 'REPORTING_PORT', 'LOG_LEVEL'])
      expect(() => settingsFrom(wrong)).toThrow(name);
  });
});
