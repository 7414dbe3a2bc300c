import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { behindWall, keepContact, openStore, type Store } from '@quancheng/event-store';
import type { DivisionCode, Instant } from '@quancheng/kernel';
import {
  addressNotices,
  doubtLeftBehind,
  type FindHolders,
  listDeliveries,
  PATIENCE,
  settleDelivery,
  takeForSending,
  writeNotices,
} from '@quancheng/notices';
import { ownDatabase } from '../support/stack.ts';

/** Work that is done twice, or side by side, or breaks off half way, tells once. */
const division = '330211000' as DivisionCode;
let database: Awaited<ReturnType<typeof ownDatabase>>;
let store: Store;
let eventId: string;

beforeAll(async () => {
  database = await ownDatabase();
  store = openStore(database.writer, { max: 6, name: 'spec' });
  for (const personId of ['lin', 'zhou'])
    await keepContact(
      store,
      { division, by: 'spec' },
      { personId, name: null, email: `${personId}@demo.invalid`, phone: null },
    );
});
afterAll(async () => {
  await store.end();
  await database.drop();
});

const notice = (role: 'unit-clerk' | 'unit-head') => ({
  noticeId: `N${eventId}${role}`,
  eventId,
  stream: `${division}/project-year/P-2014`,
  aggregate: 'project-year' as const,
  objectId: 'P-2014',
  eventType: 'DeclarationReturnedByDepartment',
  role,
  unit: '201001',
  title: { zh: '退回', en: 'returned' },
  text: { zh: '退回', en: 'returned' },
  due: null,
  clause: null,
  urgent: true,
  toldAt: '2014-02-20T09:00:00.000+08:00' as Instant,
});
const write = (...notices: ReturnType<typeof notice>[]) =>
  behindWall(store, division, (sql) => writeNotices(sql, { division, training: false }, notices));

/** Lin is clerk and head at once, and Zhou acts in Lin's stead as head. */
const holders: FindHolders = async (_sql, { role }) =>
  role === 'unit-clerk'
    ? [{ personId: 'lin', actingFor: null }]
    : [
        { personId: 'lin', actingFor: null },
        { personId: 'zhou', actingFor: 'lin' },
      ];
const address = () => addressNotices(store, division, { mail: true, sms: true }, holders);
const told = async () =>
  (
    await Promise.all(
      ['unit-clerk', 'unit-head'].map((role) =>
        listDeliveries(store, division, { notice: `N${eventId}${role}` }),
      ),
    )
  )
    .flatMap(({ items }) => items)
    .map(({ personId, actingFor, channel, state }) => [personId, actingFor, channel, state].join(' '))
    .sort();

beforeEach(async () => {
  eventId = randomUUID();
  await write(notice('unit-clerk'), notice('unit-head'));
});

it('written twice and addressed by two at once, each person is told once a channel', async () => {
  await write(notice('unit-clerk'), notice('unit-head'));
  await Promise.all([address(), address()]);
  await address();
  expect(await told()).toEqual([
    'lin  inbox sent',
    'lin  mail waiting',
    'lin  sms no-address',
    'zhou lin inbox sent',
    'zhou lin mail waiting',
    'zhou lin sms no-address',
  ]);
  const hands = await Promise.all([1, 2, 3].map(() => takeForSending(store, division, 20)));
  const taken = hands.flat();
  expect(taken.map(({ address: to }) => to).sort()).toEqual(['lin@demo.invalid', 'zhou@demo.invalid']);
  for (const one of taken)
    await settleDelivery(store, division, one, { outcome: 'sent', answer: '250' }, PATIENCE);
  expect(await takeForSending(store, division, 20)).toEqual([]);
});

it('what a process that died had in hand is uncertain, and is not sent by itself', async () => {
  await address();
  await takeForSending(store, division, 20);
  await doubtLeftBehind(store, division, PATIENCE);
  expect(await told()).toContain('lin  mail sending');
  await doubtLeftBehind(store, division, { ...PATIENCE, longestSendingMs: 0 });
  expect(await told()).toContain('lin  mail uncertain');
  expect(await takeForSending(store, division, 20)).toEqual([]);
});

it('a server that is away is waited for; an address that is not taken for days is given up', async () => {
  await address();
  const [first, second] = await takeForSending(store, division, 20);
  if (first === undefined || second === undefined) throw new Error('two tellings were to be taken');
  const later = (down: boolean) => ({ outcome: 'later', answer: '451', down }) as const;
  const impatient = { ...PATIENCE, giveUpAfterMs: 0 };
  await settleDelivery(store, division, first, later(true), impatient);
  await settleDelivery(store, division, second, later(false), impatient);
  expect(
    (await told())
      .filter((line) => line.includes('mail'))
      .map((line) => line.split(' ').at(-1))
      .sort(),
  ).toEqual(['refused', 'waiting']);
});
