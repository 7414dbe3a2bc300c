import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { feedHead } from './feed.ts';
import { sequenceBatch } from './sequencer.ts';
import { appendTo, declared, streamOf } from './spec/builders.ts';
import { type OwnDatabase, ownDatabase } from './spec/own-database.ts';
import type { Sql } from './sql-types.ts';
import type { Store } from './store.ts';
import { readStream } from './stream.ts';
import { verifyChain } from './verify.ts';

const EVENTS = 6;
const stream = streamOf('chained');

describe('the chain', () => {
  let database: OwnDatabase;
  let sequencer: Store;
  let writer: Store;
  beforeAll(async () => {
    database = await ownDatabase();
    sequencer = database.storeOf('sequencer', 2);
    writer = database.storeOf('writer', 1);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.admin`truncate events, streams, feed`;
    await database.admin`update feed_head set seq = 0, hash = decode(repeat('00', 32), 'hex')`;
    await appendTo(
      writer,
      stream,
      Array.from({ length: EVENTS }, () => declared()),
    );
    await sequenceBatch(sequencer, 4);
    await sequenceBatch(sequencer, 4);
  });

  it('is intact, from the beginning and from anywhere', async () => {
    const head = await feedHead(sequencer);
    expect(head.seq).toBe(EVENTS);
    expect(await verifyChain(sequencer)).toEqual({ intact: true, checked: EVENTS, withheld: 0, head });
    expect(await verifyChain(sequencer, { from: 4, expectedHead: head })).toEqual({
      intact: true,
      checked: 3,
      withheld: 0,
      head,
    });
  });

  it.each<[string, (sql: Sql) => Promise<unknown>, number, string]>([
    [
      'a changed byte of the data',
      (sql) => sql`update events set data = replace(data, '3.2', '3.3') where version = 3`,
      3,
      'event-changed',
    ],
    [
      'a changed actor',
      (sql) => sql`update events set meta = replace(meta, 'p-17', 'p-18') where version = 2`,
      2,
      'event-changed',
    ],
    [
      'another day',
      (sql) => sql`update events set happened_on = '2014-10-07' where version = 1`,
      1,
      'event-changed',
    ],
    [
      'another moment',
      (sql) => sql`update events set recorded_at = recorded_at - interval '1 millisecond' where version = 1`,
      1,
      'event-changed',
    ],
    ['a lost salt', (sql) => sql`update events set salt = null where version = 5`, 5, 'event-changed'],
    [
      'content and commitment changed together',
      (sql) => sql`update events set data = '{}', commitment = sha256(salt || '{}') where version = 5`,
      5,
      'event-changed',
    ],
    [
      'withheld content with another commitment',
      (sql) => sql`update events set data = null, salt = null, commitment = sha256('x') where version = 4`,
      4,
      'hash-changed',
    ],
    ['a removed event', (sql) => sql`delete from events where version = 2`, 2, 'event-missing'],
    ['a removed number', (sql) => sql`delete from feed where seq = 5`, 5, 'number-missing'],
    ['the first number removed', (sql) => sql`delete from feed where seq = 1`, 1, 'number-missing'],
    ['a removed end', (sql) => sql`delete from feed where seq > 4`, 5, 'head-differs'],
    [
      'another event put in',
      (sql) => sql`update feed set event_id = gen_random_uuid() where seq = 3`,
      3,
      'event-missing',
    ],
    ['swapped order', swapped, 2, 'hash-changed'],
    ['a changed hash', (sql) => sql`update feed set hash = sha256('x') where seq = 4`, 4, 'hash-changed'],
    ['a head row changed', (sql) => sql`update feed_head set hash = sha256('x')`, EVENTS, 'head-differs'],
  ])('shows %s', async (_, harm, firstBroken, fault) => {
    await harm(database.admin);
    expect(await verifyChain(sequencer)).toEqual({ intact: false, firstBroken, fault });
  });

  it('shows a rewritten end to one who noted the head elsewhere', async () => {
    const expectedHead = await feedHead(sequencer);
    await database.admin`delete from feed where seq = ${EVENTS}`;
    await database.admin`update feed_head set seq = ${EVENTS - 1}, hash = (select hash from feed where seq = ${EVENTS - 1})`;
    expect(await verifyChain(sequencer)).toMatchObject({ intact: true });
    expect(await verifyChain(sequencer, { expectedHead })).toEqual({
      intact: false,
      firstBroken: EVENTS,
      fault: 'head-differs',
    });
  });

  it('stays intact when content is withheld, and says how much', async () => {
    await database.admin`update events set data = null, salt = null where version in (2, 3)`;
    expect(await verifyChain(sequencer)).toMatchObject({ intact: true, checked: EVENTS, withheld: 2 });
    expect(
      (await readStream(database.storeOf('reader', 1), stream)).map(({ data }) => data === null),
    ).toEqual([false, true, true, false, false, false]);
  });

  it('does not let content be withheld and its salt be kept: a guess could be checked', async () => {
    await expect(database.admin`update events set data = null where version = 2`).rejects.toMatchObject({
      constraint_name: 'withheld_data_leaves_no_salt',
    });
  });
});

/** Exchanges the events of the numbers 2 and 3. */
async function swapped(sql: Sql): Promise<void> {
  const [second, third] = await sql<
    { event_id: string }[]
  >`select event_id from feed where seq in (2, 3) order by seq`;
  await sql`update feed set event_id = gen_random_uuid() where seq = 2`;
  await sql`update feed set event_id = ${second?.event_id ?? ''} where seq = 3`;
  await sql`update feed set event_id = ${third?.event_id ?? ''} where seq = 2`;
}
