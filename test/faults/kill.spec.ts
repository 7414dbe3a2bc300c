import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addressFor } from '@quancheng/event-store';
import { rehearse } from '../../infra/rehearsal/rehearse.ts';
import { silentReport } from '../../infra/start/report.ts';
import { type TemporaryStack, temporaryStack } from '../../infra/start/temporary.ts';
import { REHEARSED, TOLD_ONCE } from '../../infra/rehearsal/expected.ts';
import { need, ownDatabase, ownNamespace, SPEC_PASSWORD } from '../support/stack.ts';

const DIVISION = '330211015';
const MINUTES = 60_000;

/** After how many steps of the timeline which process is killed, in the middle of what comes next. */
const KILLS: readonly (readonly [afterStep: number, process: 'worker' | 'api', afterMs: number])[] = [
  [3, 'worker', 120],
  [9, 'api', 80],
  [19, 'worker', 40],
  [38, 'api', 150],
  [60, 'worker', 90],
  [85, 'worker', 20],
  [85, 'api', 60],
  [101, 'api', 30],
];

type Told = Awaited<ReturnType<typeof rehearse>>;

describe('worker and api killed in the middle of the rehearsal', () => {
  let stack: TemporaryStack;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let told: Told;
  const killed: string[] = [];

  beforeAll(async () => {
    database = await ownDatabase();
    const namespace = `kill${process.pid}`;
    await ownNamespace({ address: need('TEST_TEMPORAL_ADDRESS'), namespace });
    const brokers = need('TEST_KAFKA_BROKERS');
    stack = await temporaryStack(silentReport, {
      DATABASE_URL: database.url,
      WRITER_DATABASE_URL: addressFor(database.url, 'writer', SPEC_PASSWORD),
      SEQUENCER_DATABASE_URL: addressFor(database.url, 'sequencer', SPEC_PASSWORD),
      READER_DATABASE_URL: addressFor(database.url, 'reader', SPEC_PASSWORD),
      TEMPORAL_ADDRESS: need('TEST_TEMPORAL_ADDRESS'),
      TEMPORAL_NAMESPACE: namespace,
      KAFKA_BROKERS: brokers,
      KAFKA_TOPIC_PREFIX: namespace,
      LOG_LEVEL: 'silent',
    });
    let steps = 0;
    told = await rehearse({
      api: stack.apiUrl,
      division: DIVISION,
      kafka: { brokers, topicPrefix: namespace },
      onStep: () => {
        steps += 1;
        for (const [afterStep, name, afterMs] of KILLS) if (afterStep === steps) killSoon(name, afterMs);
      },
    });
  }, 8 * MINUTES);
  afterAll(async () => {
    await stack.stop();
    await database.drop();
  });

  function killSoon(name: 'worker' | 'api', afterMs: number): void {
    setTimeout(() => {
      const pid = stack.pidOf(name);
      if (pid === undefined) return;
      process.kill(pid, 'SIGKILL');
      killed.push(name);
    }, afterMs);
  }

  it('really befell both, more than once', () => {
    expect(killed.filter((name) => name === 'worker').length).toBeGreaterThan(1);
    expect(killed.filter((name) => name === 'api').length).toBeGreaterThan(1);
  });

  it.each(REHEARSED)(
    '%s %i ends as if nothing had happened: %s',
    (project, year, stage, grade, daysLate, cut, disclosed) => {
      const row = told.rehearsal.rows.find((one) => one.project === project && one.year === year);
      expect(row).toMatchObject({ stage, grade, daysLate, cut, disclosed });
    },
  );

  it('leaves store and Kafka with the same events in the same order, and every legal date right', () => {
    const { stored, published, differences } = told.rehearsal.audit;
    expect(differences).toEqual([]);
    expect(published).toBe(stored);
  });

  it('loses nothing that was acknowledged', () => {
    const stored = new Set(told.events.map(({ eventId }) => eventId));
    expect(told.acknowledged.length).toBeGreaterThan(400);
    expect(told.acknowledged.filter((eventId) => !stored.has(eventId))).toEqual([]);
  });

  it.each(Object.entries(TOLD_ONCE))(
    'applies nothing twice: %s %i times, as without a kill',
    (type, times) => {
      expect(told.events.filter((event) => event.type === type)).toHaveLength(times);
    },
  );
});
