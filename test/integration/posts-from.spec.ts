import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamActivities } from '@quancheng/activities';
import { addressFor, openStore, type Store } from '@quancheng/event-store';
import { type Instant, isRefusal, type Json } from '@quancheng/kernel';
import { InProcess, settingsFor } from '../../apps/api/src/testing/ask.spec-kit.ts';
import { ownDatabase, SPEC_PASSWORD } from '../support/stack.ts';

/** The setting POSTS_FROM: whose word counts, the identity provider's or the directory's. */
const DIVISION = '330211000';
const NOW = '2014-03-03T09:00:00.000+08:00' as Instant;

let database: Awaited<ReturnType<typeof ownDatabase>>;
let store: Store;
beforeAll(async () => {
  database = await ownDatabase();
  store = openStore(database.writer, { max: 2, name: 'spec' });
  const from = '2013-01-01';
  await records('FoundDirectory', { name: '镇海区' });
  await records('RegisterUnits', {
    units: [{ unit: '101', name: '财政局', kind: 'finance', department: '101', from }],
  });
  await records('GrantPosts', {
    posts: [
      { personId: 'demo-treasury', role: 'treasury', unit: '101', from },
      { personId: 'demo-section-chief', role: 'bureau-leader', unit: '101', from },
    ],
  });
}, 120_000);
afterAll(async () => {
  await store.end();
  await database.drop();
});

async function records(type: string, data: Json): Promise<void> {
  const actor = {
    personId: 'p-1',
    role: 'administrator' as const,
    post: '管理员',
    unit: '101',
    department: '101',
    division: DIVISION,
  };
  const { result } = await streamActivities(store).execute({
    stream: `${DIVISION}/directory/${DIVISION}`,
    now: NOW,
    receivedAt: NOW,
    knownVersion: 0,
    command: { type, commandId: randomUUID(), actor, data },
  });
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
}

const KNOWN = 'demo-treasury';
const KNOWN_OTHERWISE = 'demo-section-chief';
const UNKNOWN = 'demo-audit';
const LET_IN = [200, undefined];
const TURNED_AWAY = [403, 'POST_NOT_HELD'];

describe.each([
  [
    'claims',
    'the sign-in, overruled by the directory where it knows the person',
    [LET_IN, TURNED_AWAY, LET_IN],
  ],
  ['directory', 'the directory alone', [LET_IN, TURNED_AWAY, TURNED_AWAY]],
  ['token', 'the sign-in alone', [LET_IN, LET_IN, LET_IN]],
])('posts from %s: %s', (postsFrom, _whose, answers) => {
  let api: InProcess;
  beforeAll(async () => {
    api = await InProcess.open(
      settingsFor({
        POSTS_FROM: postsFrom,
        READER_DATABASE_URL: addressFor(database.url, 'reader', SPEC_PASSWORD),
        DIVISION,
      }),
    );
  });
  afterAll(() => api.app.close());

  it.each([
    ['somebody whose post the directory knows', KNOWN, answers[0]],
    ['somebody whom it knows in another post', KNOWN_OTHERWISE, answers[1]],
    ['somebody whom it does not know', UNKNOWN, answers[2]],
  ])('%s', async (_who, person, answer) => {
    const { status, body } = await api.ask('GET', '/api/me', await api.as(person));
    expect([status, body.code]).toEqual(answer);
  });
});
