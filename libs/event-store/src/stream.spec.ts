import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atHour, type DivisionCode, fromJson, type Instant, instantFromEpoch } from '@quancheng/kernel';
import { writeClock } from './clock.ts';
import {
  BEILUN,
  appendTo,
  declared,
  gate,
  HAPPENED,
  RECORDED,
  streamOf,
  untilWaiting,
  ZHENHAI,
} from './spec/builders.ts';
import { type OwnDatabase, ownDatabase } from './spec/own-database.ts';
import { owedByStream, owedInDivision, owedStreams } from './follow-ups.ts';
import type { Store } from './store.ts';
import { readStream, type StreamStage, withStream } from './stream.ts';
import {
  acknowledge,
  countOpenStreams,
  nextWake,
  openStreams,
  placeOf,
  staleStreams,
  streamsWithMail,
} from './sweep.ts';

describe('a stream', () => {
  let database: OwnDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await ownDatabase();
    store = database.storeOf('writer');
  });
  afterAll(() => database.drop());

  it('gives back what was appended, with versions from 1', async () => {
    const stream = streamOf('given-back');
    const events = [
      declared(),
      declared({
        type: 'GoalReviewed',
        data: { words: '𠮷 🏞 \u0000 \ud800', partsFen: [1n, -2n] },
        training: true,
      }),
    ];
    const appended = await withStream(store, stream, ZHENHAI, async (tx) => tx.append(events));
    const read = await readStream(store, stream);
    expect(read).toEqual(appended);
    expect(
      read.map(({ version, type, happenedOn, recordedAt, training }) => [
        version,
        type,
        happenedOn,
        recordedAt,
        training,
      ]),
    ).toEqual([
      [1, 'GoalDeclared', HAPPENED, RECORDED, false],
      [2, 'GoalReviewed', HAPPENED, RECORDED, true],
    ]);
    expect(read.map(({ data }) => fromJson(data))).toEqual(events.map(({ data }) => data));
    expect(await readStream(store, stream, 1)).toEqual(appended.slice(1));
  });

  it('goes on from the version it had, also within one transaction', async () => {
    const stream = streamOf('goes-on');
    await appendTo(store, stream);
    const seen = await withStream(store, stream, ZHENHAI, async (tx) => {
      const first = tx.append([declared(), declared()]);
      const second = tx.append([declared()]);
      return {
        before: tx.version,
        versions: [...first, ...second].map(({ version }) => version),
        loaded: (await tx.load()).length,
      };
    });
    expect(seen).toEqual({ before: 1, versions: [2, 3, 4], loaded: 4 });
  });

  it.each(['already written', 'not yet written'])(
    'lets the second writer wait and see the first one’s events: %s',
    async (kind) => {
      const stream = streamOf(`two-writers-${kind.length}`);
      if (kind === 'already written') await appendTo(store, stream);
      const before = (await readStream(store, stream)).length;
      const first = gate();
      const firstHasLock = gate();
      const versions: number[] = [];
      const firstWriter = withStream(store, stream, ZHENHAI, async (tx) => {
        firstHasLock.open();
        await first.opened;
        versions.push(tx.version);
        tx.append([declared()]);
      });
      await firstHasLock.opened;
      const secondWriter = withStream(store, stream, ZHENHAI, async (tx) => {
        versions.push(tx.version);
        tx.append([declared()]);
      });
      await untilWaiting(database.admin, 1);
      first.open();
      await Promise.all([firstWriter, secondWriter]);
      expect(versions).toEqual([before, before + 1]);
      expect((await readStream(store, stream)).map(({ version }) => version)).toEqual(
        Array.from({ length: before + 2 }, (_, index) => index + 1),
      );
    },
  );

  it('gives 40 commands of one stream 40 versions', async () => {
    const stream = streamOf('forty');
    await Promise.all(Array.from({ length: 40 }, () => appendTo(store, stream)));
    expect((await readStream(store, stream)).map(({ version }) => version)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('refuses a version that is taken, even to one who goes round the lock', async () => {
    const stream = streamOf('taken');
    await appendTo(store, stream);
    const again = withStream(store, stream, ZHENHAI, async ({ sql }) => {
      await sql`insert into events select gen_random_uuid(), stream, version, division, type, data, meta, salt, commitment, happened_on, recorded_at, training from events where stream = ${stream}`;
    });
    await expect(again).rejects.toMatchObject({ code: '23505', constraint_name: 'events_pkey' });
  });

  it('stores nothing when the work throws, and nothing when one of its statements fails', async () => {
    const stream = streamOf('nothing');
    const twice = declared();
    const thrown = withStream(store, stream, ZHENHAI, async (tx) => {
      tx.append([declared()]);
      throw new Error('decide is broken');
    });
    const failed = withStream(store, stream, ZHENHAI, async (tx) => {
      tx.append([twice]);
      tx.append([twice]);
      tx.setStage({ stage: 'declared', wakeAt: null, closed: false });
    });
    const swallowed = withStream(store, stream, ZHENHAI, async (tx) => {
      await tx.sql`select 1 / 0`.catch(() => {});
    });
    await expect(thrown).rejects.toThrow('decide is broken');
    await expect(failed).rejects.toMatchObject({ constraint_name: 'events_event_id_key' });
    await expect(swallowed).rejects.toThrow('rolled back');
    expect(await readStream(store, stream)).toEqual([]);
  });

  it('leaves no trace of a stream to which nothing happened', async () => {
    const stream = streamOf('refused');
    await withStream(store, stream, ZHENHAI, async (tx) =>
      tx.setStage({ stage: 'none', wakeAt: RECORDED, closed: false }),
    );
    expect(await database.admin`select 1 from streams where stream = ${stream}`).toHaveLength(0);
  });

  it('is refused under another division’s name', async () => {
    const stream = streamOf('wrong-name');
    await expect(withStream(store, stream, BEILUN, async () => {})).rejects.toThrow(
      'does not belong to division',
    );
  });

  it('survives the loss of its connection, and the lost transaction has no effect', async () => {
    const stream = streamOf('lost');
    const lost = withStream(store, stream, ZHENHAI, async (tx) => {
      tx.append([declared()]);
      const [{ pid }] = await tx.sql<[{ pid: number }]>`select pg_backend_pid() as pid`;
      await database.admin`select pg_terminate_backend(${pid}, 5000)`;
      await tx.sql`select 1`.catch(() => {});
      await tx.sql`select 1`;
    });
    await expect(lost).rejects.toThrow(/connection|CONNECTION/i);
    expect(await readStream(store, stream)).toEqual([]);
    await appendTo(store, stream);
    expect(await readStream(store, stream)).toHaveLength(1);
  });
});

describe('what a stream owes', () => {
  let database: OwnDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await ownDatabase();
    store = database.storeOf('writer');
  });
  afterAll(() => database.drop());

  it('is stored with its cause, kept in order, and done once', async () => {
    const stream = streamOf('owes');
    const event = declared();
    const target = streamOf('target');
    const owe = (id: string) => ({
      id: `${event.eventId}>${id}`,
      sourceEvent: event.eventId,
      targetStream: target,
      command: { type: 'note', list: [1] },
    });
    const owedInside = await withStream(store, stream, ZHENHAI, async (tx) => {
      tx.append([event]);
      tx.addFollowUps([owe('b'), owe('a')]);
      tx.addFollowUps([owe('a')]);
      return owedByStream(tx.sql, stream);
    });
    expect(owedInside).toBe(2);
    expect(await owedStreams(store, stream)).toEqual([target]);
    const taken = await withStream(store, target, ZHENHAI, async (tx) => {
      const letters = await tx.mail(10);
      tx.answerFollowUp({ id: owe('b').id, answer: ['done', 1] });
      tx.answerFollowUp({ id: owe('b').id, answer: 'later answer' });
      return letters;
    });
    expect(taken).toEqual(['b', 'a'].map((id) => ({ ...owe(id), sourceStream: stream })));
    const left = await withStream(store, target, ZHENHAI, (tx) => tx.mail(10));
    expect(left.map(({ id }) => id)).toEqual([owe('a').id]);
    expect(await owedInDivision(store, ZHENHAI)).toBe(1);
    expect(await database.admin`select answer from follow_ups where done_at is not null`).toEqual([
      { answer: ['done', 1] },
    ]);
  });
});

describe('the sweep', () => {
  let database: OwnDatabase;
  let store: Store;
  const wakes = (hour: number) => atHour(HAPPENED, hour);
  /** Everything in these specs was written before that moment. */
  const before = instantFromEpoch(Date.now() + 3_600_000);
  const stale = async (more: { before?: Instant; division?: DivisionCode } = {}) =>
    staleStreams(store, { before, limit: 10, ...more });
  const write = async (id: string, stage: Partial<StreamStage>, division = ZHENHAI) => {
    await withStream(store, streamOf(id, division), division, async (tx) => {
      tx.append([declared()]);
      tx.setStage({ stage: 'declared', wakeAt: null, closed: false, ...stage });
    });
    if (stage.acknowledged === undefined) await acknowledge(store, streamOf(id, division), 1);
  };

  beforeAll(async () => {
    database = await ownDatabase();
    store = database.storeOf('writer');
    await write('late', { wakeAt: wakes(8) });
    await write('early', { wakeAt: wakes(7) });
    await write('early-too', { wakeAt: wakes(7) });
    await write('future', { wakeAt: instantFromEpoch(Date.now() + 7_200_000) });
    await write('closed', { wakeAt: wakes(6), closed: true, acknowledged: 0 });
    await write('trained', { wakeAt: wakes(6) }, BEILUN);
    await writeClock(store, { division: BEILUN, frozenAt: wakes(9), changedBy: 'p-1' });
  });
  afterAll(() => database.drop());

  it('finds the streams whose moment has passed, in order of that moment; a standing clock is left to its mover', async () => {
    expect(await stale()).toEqual(['early', 'early-too', 'late'].map((id) => streamOf(id)));
    expect(await stale({ division: BEILUN })).toEqual([]);
  });

  it('leaves alone what was written just now', async () => {
    expect(await stale({ before: instantFromEpoch(Date.now() - 3_600_000) })).toEqual([]);
  });

  it('finds a stream that is ahead of its run, or behind it, until that acknowledges', async () => {
    await write('behind', { acknowledged: 0 }, BEILUN);
    await write('ahead', { acknowledged: 4 }, BEILUN);
    const streams = [streamOf('ahead', BEILUN), streamOf('behind', BEILUN)];
    expect(await stale({ division: BEILUN })).toEqual(streams);
    for (const stream of streams) await acknowledge(store, stream, 2);
    expect(await stale({ division: BEILUN })).toEqual(streams);
    for (const stream of streams) await acknowledge(store, stream, 1);
    expect(await stale({ division: BEILUN })).toEqual([]);
    for (const stream of streams) await acknowledge(store, stream, 0);
    expect(await stale({ division: BEILUN })).toEqual([]);
  });

  it('keeps what a run knew before the transaction, and never a lesser one', async () => {
    const stream = streamOf('future');
    for (const acknowledged of [1, 0])
      await withStream(store, stream, ZHENHAI, async (tx) => {
        tx.append([declared()]);
        tx.setStage({ stage: 'declared', wakeAt: null, closed: true, acknowledged });
      });
    const [row] =
      await database.admin`select version, acknowledged_version from streams where stream = ${stream}`;
    expect(row).toEqual({ version: 3, acknowledged_version: 1 });
  });

  it('says where a stream stands, and which event it has at a version', async () => {
    const [event] = await readStream(store, streamOf('early'));
    expect(await placeOf(store, streamOf('early'), 1)).toEqual({
      version: 1,
      closed: false,
      overdue: true,
      eventAt: event?.eventId,
    });
    expect(await placeOf(store, streamOf('trained', BEILUN), 2)).toEqual({
      version: 1,
      closed: false,
      overdue: false,
      eventAt: null,
    });
    expect(await placeOf(store, streamOf('nowhere'), 1)).toBeNull();
  });

  it('says what wakes next, and what is open', async () => {
    expect(await nextWake(store, ZHENHAI, wakes(9))).toEqual({
      at: wakes(7),
      streams: [streamOf('early'), streamOf('early-too')],
    });
    expect(await nextWake(store, ZHENHAI, wakes(6))).toBeNull();
    const open = ['early', 'early-too', 'late'].map((id) => streamOf(id));
    expect(await openStreams(store, ZHENHAI)).toEqual(open);
    expect(await openStreams(store)).toEqual(
      [...['ahead', 'behind', 'trained'].map((id) => streamOf(id, BEILUN)), ...open].sort(),
    );
    expect(await countOpenStreams(store)).toBe(6);
  });

  it('finds mail that lies, also for a stream that is not there yet', async () => {
    const target = streamOf('not-yet');
    await withStream(store, streamOf('late'), ZHENHAI, async (tx) => {
      const event = declared();
      tx.append([event]);
      tx.addFollowUps([{ id: 'letter', sourceEvent: event.eventId, targetStream: target, command: {} }]);
    });
    const ask = { before, limit: 10 };
    expect(await streamsWithMail(store, ask)).toEqual([target]);
    expect(await streamsWithMail(store, { ...ask, before: instantFromEpoch(Date.now() - 60_000) })).toEqual(
      [],
    );
    await withStream(store, target, ZHENHAI, async (tx) => {
      tx.answerFollowUp({ id: 'letter', answer: 'taken' });
    });
    expect(await streamsWithMail(store, ask)).toEqual([]);
  });
});
