import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { feedHead, readFeed } from './feed.ts';
import { FEED_CHANNEL, runSequencer, sequenceBatch } from './sequencer.ts';
import { appendTo, declared, gate, streamOf, ZHENHAI } from './spec/builders.ts';
import { type OwnDatabase, ownDatabase } from './spec/own-database.ts';
import type { Store } from './store.ts';
import { withStream } from './stream.ts';
import { verifyChain } from './verify.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('the sequencer', () => {
  let database: OwnDatabase;
  let writer: Store;
  let sequencer: Store;
  beforeAll(async () => {
    database = await ownDatabase();
    writer = database.storeOf('writer');
    sequencer = database.storeOf('sequencer');
  });
  afterAll(() => database.drop());
  afterEach(async () => {
    await database.admin`truncate events, streams, feed, feed_queue`;
    await database.admin`update feed_head set seq = 0, hash = decode(repeat('00', 32), 'hex')`;
  });

  it('numbers what is committed, in batches, and nothing twice', async () => {
    await appendTo(writer, streamOf('batches'), [declared(), declared(), declared()]);
    expect([
      await sequenceBatch(sequencer, 2),
      await sequenceBatch(sequencer, 2),
      await sequenceBatch(sequencer, 2),
    ]).toEqual([2, 1, 0]);
    expect((await readFeed(sequencer, 0, 10)).map(({ seq, version }) => [seq, version])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(await readFeed(sequencer, 1, 1)).toMatchObject([{ seq: 2 }]);
  });

  it('numbers without a gap, in the order of each stream, under 8 writers, 3 sequencers and a transaction that stays open', async () => {
    const eventsOfOne = 25;
    const open = gate();
    const opened = gate();
    const slow = withStream(writer, streamOf('slow'), ZHENHAI, async (tx) => {
      tx.append([declared()]);
      await tx.sql`select 1`;
      opened.open();
      await open.opened;
    });
    await opened.opened;

    const stop = new AbortController();
    const total = 8 * eventsOfOne;
    const counted = { numbered: 0 };
    const allButSlow = gate();
    const all = gate();
    const onBatch = (numbered: number) => {
      counted.numbered += numbered;
      if (counted.numbered >= total) allButSlow.open();
      if (counted.numbered >= total + 1) all.open();
    };
    const sequencers = upTo(3).map(() => runSequencer(sequencer, { signal: stop.signal, onBatch }));
    const writers = upTo(8).map(async (number) => {
      // Two writers share each stream, so that they also meet at its lock.
      for (const _ of upTo(eventsOfOne)) await appendTo(writer, streamOf(`s-${number % 4}`));
    });
    await Promise.all(writers);
    await allButSlow.opened;
    // The open transaction took the first place in the queue, and nobody waited for it.
    expect((await feedHead(sequencer)).seq).toBe(total);
    open.open();
    await slow;
    await all.opened;
    stop.abort();
    await Promise.all(sequencers);

    const feed = await readFeed(sequencer, 0, 1000);
    expect(feed.map(({ seq }) => seq)).toEqual(upTo(total + 1));
    expect(feed.at(-1)?.stream).toBe(streamOf('slow'));
    for (const [, events] of Map.groupBy(feed, ({ stream }) => stream))
      expect(events.map(({ version }) => version)).toEqual(upTo(events.length));
    expect(new Set(feed.map(({ eventId }) => eventId)).size).toBe(total + 1);
    expect(counted.numbered).toBe(total + 1);
    expect(await verifyChain(sequencer)).toMatchObject({ intact: true, checked: total + 1 });
    expect(await database.admin`select 1 from feed_queue`).toHaveLength(0);
  });

  it('tells listeners the last number, once a batch', async () => {
    const heard: string[] = [];
    const both = gate();
    const { unlisten } = await sequencer.sql.listen(FEED_CHANNEL, (seq) => {
      heard.push(seq);
      if (heard.length === 2) both.open();
    });
    await appendTo(writer, streamOf('heard'), [declared(), declared()]);
    await sequenceBatch(sequencer);
    await appendTo(writer, streamOf('heard'));
    await sequenceBatch(sequencer);
    await both.opened;
    expect(heard).toEqual(['2', '3']);
    await unlisten();
  });

  it('goes on after trouble, and says so', async () => {
    const stop = new AbortController();
    const numbered = gate();
    const faults: unknown[] = [];
    await appendTo(writer, streamOf('trouble'));
    await database.admin`alter table feed rename to feed_away`;
    const loop = runSequencer(sequencer, {
      signal: stop.signal,
      onBatch: () => numbered.open(),
      onTrouble: (fault) => {
        faults.push(fault);
        void database.admin`alter table feed_away rename to feed`.execute();
      },
    });
    await numbered.opened;
    stop.abort();
    await loop;
    expect(faults).toMatchObject([{ code: '42P01' }]);
  });
});
