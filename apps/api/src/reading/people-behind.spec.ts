import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@quancheng/domain';
import { openStore, type Store } from '@quancheng/event-store';
import type { Instant } from '@quancheng/kernel';
import postgres from 'postgres';
import { ownDatabase } from '../../../../test/support/stack.ts';
import type { BusinessClock } from '../clock/business-clock.ts';
import { peopleBehind } from './people-behind.ts';

const DIVISION = '330211000';
const HEAD = { role: 'unit-head', unit: '201001' } as const;
const actor: Actor = {
  personId: 'p-audit',
  role: 'audit',
  post: '审计局',
  unit: '703',
  department: '703',
  division: DIVISION,
};
const reader = { actor, division: DIVISION, wall: DIVISION };
const on = (day: string): BusinessClock => ({
  now: () => Promise.resolve(`${day}T09:00:00.000+08:00` as Instant),
  standsAt: () => Promise.resolve(null),
});

describe('the people behind a post', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let store: Store;
  beforeAll(async () => {
    database = await ownDatabase();
    const owner = postgres(database.url, { max: 1 });
    const held = (personId: string, from: string, until: string | null) => ({
      division: DIVISION,
      person_id: personId,
      ...HEAD,
      post: '校长',
      department: '201',
      held_from: from,
      held_until: until,
    });
    await owner`insert into post_view ${owner([held('p-1', '2013-01-01', '2014-06-30'), held('p-2', '2014-07-01', null)])}`;
    await owner`insert into persons ${owner([{ division: DIVISION, person_id: 'p-1', display_name: '演示校长' }])}`;
    await owner.end();
    store = openStore(database.writer, { max: 2, name: 'spec' });
  });
  afterAll(async () => {
    await store.end();
    await database.drop();
  });

  it.each([
    ['2014-06-30', { personId: 'p-1', name: '演示校长' }],
    ['2014-07-01', { personId: 'p-2', name: null }],
  ])(
    "are those who hold it on the division's day, %s; without a name the id is left",
    async (day, holder) => {
      const people = await peopleBehind(store, on(day), reader, [HEAD, HEAD]);
      expect(people(HEAD)).toEqual([{ ...holder, post: '校长', actingFor: null }]);
    },
  );

  it('are nobody where the directory knows none', async () => {
    const people = await peopleBehind(store, on('2014-06-30'), reader, [{ ...HEAD, unit: '999' }]);
    expect(people({ ...HEAD, unit: '999' })).toEqual([]);
  });
});
