import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore, type Store, verifyChain } from '@quancheng/event-store';
import { compareEvents } from '../../infra/rehearsal/audit/compare.ts';
import { auditConsumer } from '../../infra/rehearsal/audit/consumer.ts';
import { readPublished } from '../../infra/rehearsal/audit/published.ts';
import { readStored } from '../../infra/rehearsal/audit/stored.ts';
import { projectWithYear } from '../support/project-with-year.ts';
import { type OwnKafka, ownKafka } from '../support/own-kafka.ts';
import { type Stack, startStack } from '../support/stack.ts';

const DIVISION = '330211000';
/** The relay tries at most every two seconds, for ever: after several tries in a row it goes on as after one. */
const TRIES = 5;

describe('Kafka away in the middle of the work', () => {
  let kafka: OwnKafka;
  let stack: Stack;
  let owner: Store;
  let before: number;

  beforeAll(async () => {
    kafka = await ownKafka();
    stack = await startStack(DIVISION, { brokers: kafka.address });
    owner = openStore(stack.databaseUrl, { max: 2, name: 'spec-owner' });
    await stack.clockTo('2014-01-02T09:00:00+08:00');
    await register('P1');
    await numbered();
    while (stack.relay.backlog.lag > 0) await numbered();
    before = stack.relay.backlog.cursor;
    await kafka.kill();
  }, 180_000);
  afterAll(async () => {
    await stack.stop();
    await owner.end();
    await kafka.stop();
  }, 120_000);

  const register = (id: string): Promise<void> => projectWithYear(stack, id);

  /** Until every stored event has its number, and the relay has seen so. */
  async function numbered(): Promise<number> {
    for (;;) {
      const [{ stored, last }] = await owner.sql<[{ stored: bigint; last: bigint }]>`
        select (select count(*) from events) as stored, (select seq from feed_head) as last`;
      if (stored === last && stack.relay.backlog.head === Number(last)) return Number(last);
    }
  }

  async function tries(): Promise<number> {
    const page = await (await fetch(`http://127.0.0.1:${stack.relay.port}/metrics`)).text();
    return Number(/^quancheng_relay_interruptions_total (\d+)$/m.exec(page)?.[1]);
  }

  it('people go on, clocks go on, and numbering goes on', async () => {
    await register('P2');
    await stack.clockTo('2014-03-03T09:00:00+08:00');
    await register('P3');
    await stack.clockTo('2014-07-02T09:00:00+08:00');
    expect(await numbered()).toBeGreaterThan(before);
    expect((await verifyChain(owner)).intact).toBe(true);
  });

  it('the relay says how far it is behind, and goes on trying', async () => {
    while ((await tries()) < TRIES);
    expect(stack.relay.publishing().state).not.toBe('publishing');
    expect(stack.relay.backlog.cursor).toBe(before);
    expect(stack.relay.backlog.lag).toBe((await numbered()) - before);
  });

  it('back again it drains in order, each event of the store and nothing else', async () => {
    await kafka.startAgain();
    while (stack.relay.backlog.lag > 0) await numbered();
    const { events } = await readStored(stack.api, DIVISION);
    expect(compareEvents(events, await readPublished(stack, DIVISION, events))).toEqual([]);
    while ((await auditConsumer(owner, DIVISION)).length > 0);
  }, 180_000);
});
