import { parseSnapshot, type StoredEvent, type Topics } from '@quancheng/contracts';
import {
  ensureTopics,
  isEmptyTopic,
  type Kafka,
  type Log,
  openProducer,
  type OutgoingMessage,
  type Producer,
  readCompacted,
  type TopicWish,
  untilItWorks,
  waitUnlessStopped,
} from '@quancheng/kafka';
import type { Backlog } from './backlog.ts';
import { type Batch, chunks, prepare, type Published } from './batch.ts';
import type { Bell } from './bell.ts';
import type { Claim } from './claim.ts';

/** What the publish loop asks of the store. */
export interface PublishedFrom {
  after(seq: number, limit: number): Promise<readonly StoredEvent[]>;
  stream(stream: string, upTo: number): Promise<readonly StoredEvent[]>;
  head(): Promise<number>;
  cursor(): Promise<number>;
}

/** Where the confirmed place is written. Throws when it is not at `from`: then another relay is at work. */
export type SaveCursor = (move: { readonly from: number; readonly to: number }) => Promise<void>;

export type PublishState = 'waiting for its turn' | 'taking over' | 'publishing' | 'interrupted';

export interface PublishLoop {
  readonly store: PublishedFrom;
  /** Resolves when this relay alone may publish; undefined when told to stop before. */
  readonly claim: (signal: AbortSignal) => Promise<Claim | undefined>;
  readonly saveCursor: SaveCursor;
  readonly kafka: Kafka;
  readonly topics: Topics;
  readonly backlog: Backlog;
  /** Rung by the sequencer when there is something new. */
  readonly bell: Bell;
  readonly log: Log;
  readonly batchSize: number;
  readonly takeOverWaitMs: number;
  readonly pollMs: number;
  readonly onPublished: (events: number) => void;
  readonly onState: (state: PublishState, detail: string) => void;
}

const PARTITIONS = 3;

export const topicWishes = (topics: Topics): TopicWish[] => [
  { topic: topics.events, partitions: PARTITIONS, cleanup: 'keep' },
  { topic: topics.projects, partitions: PARTITIONS, cleanup: 'compact' },
];

/** Until told to stop. Whatever goes wrong, the next round begins at the cursor with nothing remembered. */
export async function publishUntilStopped(loop: PublishLoop, signal: AbortSignal): Promise<void> {
  let interruptions = 0;
  await untilItWorks(
    async () => {
      loop.onState('waiting for its turn', 'another relay holds the claim');
      const claim = await loop.claim(signal);
      if (claim === undefined) return;
      const producer = openProducer(loop.kafka);
      try {
        await publishFromCursor(loop, { claim, producer }, signal, () => (interruptions = 0));
      } finally {
        await producer.close();
        await claim.release();
      }
    },
    {
      signal,
      mostMs: 2_000,
      onFailure: (error) => {
        interruptions += 1;
        const message = error instanceof Error ? error.message : String(error);
        loop.onState('interrupted', message);
        if (interruptions === 1)
          loop.log.warn(
            { error: message, cursor: loop.backlog.cursor },
            'publishing interrupted; it resumes from the cursor',
          );
      },
    },
  );
}

type Means = { readonly claim: Claim; readonly producer: Producer };

async function publishFromCursor(
  loop: PublishLoop,
  { claim, producer }: Means,
  signal: AbortSignal,
  onProgress: () => void,
): Promise<void> {
  loop.onState('taking over', 'reading the cursor and the published snapshots');
  let cursor = await takeOver(loop, signal);
  const published: Published = { followers: new Map(), snapshots: await publishedSnapshots(loop) };
  loop.log.info({ cursor, snapshots: published.snapshots.size }, 'publishing');
  loop.onState('publishing', '');
  while (!signal.aborted) {
    if (!claim.held()) throw new Error('the claim was lost with its connection');
    const heard = loop.bell.listen();
    const stored = await loop.store.after(cursor, loop.batchSize);
    if (stored.length === 0) {
      await heard(loop.pollMs, signal);
      continue;
    }
    const batch = await prepare(stored, published, (stream, upTo) => loop.store.stream(stream, upTo), cursor);
    loop.backlog.headSeen(batch.to);
    await publishBatch(loop, producer, batch);
    for (const [key, snapshot] of batch.folded) published.snapshots.set(key, snapshot);
    cursor = batch.to;
    loop.backlog.published(cursor);
    loop.onPublished(batch.events.length);
    onProgress();
  }
}

/** Events, then snapshots, then the cursor: whoever reads a snapshot finds its events, and what is marked is there. */
async function publishBatch(loop: PublishLoop, producer: Producer, batch: Batch): Promise<void> {
  await sendAll(producer, loop.topics.events, batch.events);
  await sendAll(producer, loop.topics.projects, batch.snapshots);
  await loop.saveCursor({ from: batch.from, to: batch.to });
}

async function sendAll(
  producer: Producer,
  topic: string,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  for (const chunk of chunks(messages)) await producer.send([{ topic, messages: chunk }]);
}

/**
 * Where to begin. The last request of a relay that died may still be on its way to the broker; a snapshot that arrived
 * after ours would stand there as the newest. So that request's time is waited out first.
 */
async function takeOver(loop: PublishLoop, signal: AbortSignal): Promise<number> {
  await ensureTopics(loop.kafka, topicWishes(loop.topics));
  const cursor = await loop.store.cursor();
  loop.backlog.published(cursor);
  loop.backlog.headSeen(await loop.store.head());
  if (cursor === 0) return 0;
  await waitUnlessStopped(loop.takeOverWaitMs, signal);
  if (!(await isEmptyTopic(loop.kafka, loop.topics.events))) return cursor;
  // Kafka was begun anew while the store lived on: everything is told again.
  loop.log.warn(
    { cursor, topic: loop.topics.events },
    'the topic is empty although the cursor is not at 0; publishing from the beginning',
  );
  await loop.saveCursor({ from: cursor, to: 0 });
  loop.backlog.published(0);
  return 0;
}

async function publishedSnapshots(loop: PublishLoop): Promise<Published['snapshots']> {
  const texts = await readCompacted(loop.kafka, loop.topics.projects);
  return new Map([...texts].map(([key, text]) => [key, parseSnapshot(text)]));
}
