import { generationOf, parseSnapshot, type StoredEvent, type Topics } from '@quancheng/contracts';
import type { Claim } from '@quancheng/event-store';
import {
  ensureTopics,
  type Kafka,
  type Log,
  openProducer,
  type OutgoingMessage,
  type Producer,
  readCompacted,
  readLast,
  type TopicWish,
  untilItWorks,
  waitUnlessStopped,
} from '@quancheng/kafka';
import type { Backlog } from './backlog.ts';
import { type Batch, chunks, prepare, type Published } from './batch.ts';
import type { Bell } from './bell.ts';
import { compareWithTopic, type Standing } from './generation.ts';

/** What the publish loop asks of the store. */
export interface PublishedFrom {
  after(seq: number, limit: number): Promise<readonly StoredEvent[]>;
  stream(stream: string, upTo: number): Promise<readonly StoredEvent[]>;
  head(): Promise<number>;
  /** Where the store says that publishing stands. */
  standing(): Promise<Standing>;
  /** The id of the event with that number; undefined when there is none. */
  numbered(seq: number): Promise<string | undefined>;
  /** Begins a new generation of the log, if no later one has begun. */
  beginGeneration(generation: number): Promise<void>;
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
  const { cursor: begin, generation } = await takeOver(loop, signal);
  let cursor = begin;
  const snapshots = await publishedSnapshots(loop);
  const published: Published = { generation, followers: new Map(), snapshots };
  loop.log.info({ cursor, generation, snapshots: snapshots.size }, 'publishing');
  loop.onState('publishing', '');
  while (!signal.aborted) {
    if (!claim.held()) throw new Error('the claim was lost with its connection');
    const heard = loop.bell.listen();
    await requireUnmoved(loop, { cursor, generation });
    const stored = await loop.store.after(cursor, loop.batchSize);
    if (stored.length === 0) {
      await removeForgotten(loop, producer, published);
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

/** A store that was put back in the middle of the work: all that this loop believes to know has to be looked at anew. */
async function requireUnmoved({ store }: PublishLoop, believed: Standing): Promise<void> {
  const { cursor, generation } = await store.standing();
  if (cursor !== believed.cursor || generation !== believed.generation)
    throw new Error(`the store was put back, or another relay is at work: its cursor is at ${cursor}`);
}

/** Projects that an earlier generation told of, and this one, told to its end, does not: their snapshots go. */
async function removeForgotten(loop: PublishLoop, producer: Producer, published: Published): Promise<void> {
  const { generation, snapshots } = published;
  const forgotten = [...snapshots].filter(([, snapshot]) => generationOf(snapshot) < generation);
  if (forgotten.length === 0) return;
  await sendAll(
    producer,
    loop.topics.projects,
    forgotten.map(([key]) => ({ key, value: null })),
  );
  for (const [key] of forgotten) snapshots.delete(key);
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
async function takeOver(loop: PublishLoop, signal: AbortSignal): Promise<Standing> {
  await ensureTopics(loop.kafka, topicWishes(loop.topics));
  const standing = await loop.store.standing();
  const { cursor, generation } = standing;
  loop.backlog.begin({ cursor, head: await loop.store.head() });
  if (cursor > 0) await waitUnlessStopped(loop.takeOverWaitMs, signal);
  const ends = await readLast(loop.kafka, loop.topics.events);
  if (ends.length === 0) {
    // Kafka was begun anew while the store lived on: everything is told again.
    return cursor === 0 ? standing : await tellAgain(loop, standing, 'the topic is empty');
  }
  const verdict = await compareWithTopic(loop.store, ends, generation);
  if (verdict.goOn) return standing;
  if (verdict.generation > generation) await loop.store.beginGeneration(verdict.generation);
  return await tellAgain(loop, { cursor, generation: verdict.generation }, verdict.because);
}

async function tellAgain(
  loop: PublishLoop,
  { cursor, generation }: Standing,
  because: string,
): Promise<Standing> {
  loop.log.warn(
    { cursor, generation, topic: loop.topics.events },
    `${because}; publishing from the beginning`,
  );
  await loop.saveCursor({ from: cursor, to: 0 });
  loop.backlog.published(0);
  return { cursor: 0, generation };
}

async function publishedSnapshots(loop: PublishLoop): Promise<Published['snapshots']> {
  const texts = await readCompacted(loop.kafka, loop.topics.projects);
  return new Map([...texts].map(([key, text]) => [key, parseSnapshot(text)]));
}
