import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendTo, BEILUN, declared, streamOf, ZHENHAI } from './spec/builders.ts';
import { type OwnDatabase, ownDatabase } from './spec/own-database.ts';
import { sequenceBatch } from './sequencer.ts';
import { readFeed } from './feed.ts';
import type { Role } from './roles.ts';
import { withStream } from './stream.ts';
import { behindWall } from './transaction.ts';

const WALLED = ['streams', 'events', 'commands', 'follow_ups', 'feed', 'business_clock', 'persons'];

describe('the wall between divisions', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await ownDatabase();
    const store = database.storeOf('writer');
    for (const division of [ZHENHAI, BEILUN]) {
      const event = declared();
      await withStream(store, streamOf('p', division), division, async (tx) => {
        tx.append([event]);
        tx.saveCommand({ commandId: 'c', actor: 'p-17', requestHash: 'h', answer: {} });
        tx.addFollowUps([
          {
            id: `${event.eventId}>t`,
            sourceEvent: event.eventId,
            targetStream: streamOf('t', division),
            command: {},
          },
        ]);
      });
      await behindWall(
        store,
        division,
        (sql) =>
          sql`insert into persons (person_id, division, display_name) values ('p-17', ${division}, '张三')`,
      );
      await behindWall(
        store,
        division,
        (sql) => sql`insert into business_clock (division, changed_by) values (${division}, 'p-17')`,
      );
    }
    await sequenceBatch(database.storeOf('sequencer'));
  });
  afterAll(() => database.drop());

  const divisionsSeen = async (role: Role, wall: string | undefined, table: string) => {
    const store = database.storeOf(role, 1);
    const rows = await (wall === undefined
      ? store.sql`select division from ${store.sql(table)}`
      : behindWall(store, wall, (sql) => sql`select division from ${sql(table)} order by division`));
    return rows.map(({ division }) => division);
  };

  it('stands around every table that has a division', async () => {
    const open = await database.admin`
      select relname from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'division'
      where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity`;
    expect(open).toEqual([]);
  });

  it.each(WALLED)(
    'shows a reader his own division’s rows of %s, all of them only under *, and none without a name',
    async (table) => {
      expect(await divisionsSeen('reader', ZHENHAI, table)).toEqual([ZHENHAI]);
      expect(await divisionsSeen('reader', BEILUN, table)).toEqual([BEILUN]);
      expect(await divisionsSeen('reader', '*', table)).toEqual([BEILUN, ZHENHAI]);
      expect(await divisionsSeen('reader', undefined, table)).toEqual([]);
    },
  );

  it.each(WALLED.filter((table) => table !== 'feed'))(
    'shows a writer only his own division’s rows of %s',
    async (table) => {
      expect(await divisionsSeen('writer', BEILUN, table)).toEqual([BEILUN]);
    },
  );

  it.each([ZHENHAI, '*'])('lets nobody who works for %s write into another division', async (wall) => {
    const store = database.storeOf('writer', 1);
    const foreign = behindWall(
      store,
      wall,
      (sql) => sql`insert into persons (person_id, division) values ('p-18', ${BEILUN})`,
    );
    await expect(foreign).rejects.toMatchObject({ code: '42501' });
    const changed = await behindWall(
      store,
      wall,
      (sql) => sql`update persons set display_name = 'x' where division = ${BEILUN}`,
    );
    expect(changed.count).toBe(0);
  });

  it('lets no stream carry another division’s code than its name', async () => {
    const moved = database.admin`update streams set division = ${ZHENHAI} where division = ${BEILUN}`;
    await expect(moved).rejects.toMatchObject({ constraint_name: 'stream_begins_with_its_division' });
  });

  it('gives a division its own part of the feed', async () => {
    const reader = database.storeOf('reader', 1);
    expect((await readFeed(reader, 0, 10, BEILUN)).map(({ seq, stream }) => [seq, stream])).toEqual([
      [2, streamOf('p', BEILUN)],
    ]);
    expect((await readFeed(reader, 0, 10)).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('the rights of the roles', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await ownDatabase();
    await appendTo(database.storeOf('writer'), streamOf('p'));
  });
  afterAll(() => database.drop());

  it.each<[Role, string]>([
    ['writer', `update events set data = '{}'`],
    ['writer', 'delete from events'],
    ['writer', 'truncate events'],
    ['writer', `update commands set answer = '{}'`],
    ['writer', 'delete from streams'],
    ['writer', `update streams set division = '330206000'`],
    ['writer', 'select * from feed_queue'],
    ['writer', 'update feed_head set seq = 0'],
    ['writer', 'alter table events disable row level security'],
    ['sequencer', `update events set data = '{}'`],
    ['sequencer', 'delete from events'],
    ['sequencer', 'update feed set seq = seq + 1'],
    ['sequencer', 'delete from feed'],
    ['sequencer', 'select * from persons'],
    ['reader', 'delete from events'],
    ['reader', 'insert into feed select * from feed'],
    ['reader', 'update relay_cursor set seq = 0'],
  ])('refuse the %s: %s', async (role, statement) => {
    const attempt = behindWall(database.storeOf(role, 1), ZHENHAI, (sql) => sql.unsafe(statement));
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });
});
