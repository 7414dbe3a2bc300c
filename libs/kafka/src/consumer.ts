import type {
  Batch,
  Consumer as KafkaConsumer,
  EachBatchPayload,
  IHeaders,
  Kafka,
  KafkaMessage,
} from 'kafkajs';
import type { Log } from './log.ts';
import { backoffMs, untilItWorks, waitUnlessStopped } from './patience.ts';
import { openProducer, type Producer } from './producer.ts';
import { ensureTopics } from './topics.ts';

export interface IncomingMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Names of the headers that say why a message lies in the dead-letter topic; its own headers stay beside them. */
export const DEAD_LETTER_HEADERS = {
  cause: 'dead-cause',
  topic: 'dead-topic',
  partition: 'dead-partition',
  offset: 'dead-offset',
  consumer: 'dead-consumer',
  tries: 'dead-tries',
} as const;

export const deadLetterTopic = (topic: string, groupId: string): string => `${topic}.${groupId}.dead`;

export interface ConsumerSettings {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Where a group without a committed place begins. */
  readonly fromBeginning: boolean;
  /**
   * Handles the messages of one partition in their order, all or nothing. It must bear seeing a message again: offsets are
   * committed after it returns. When a batch fails, its messages are given one by one to find the one that cannot be handled.
   */
  readonly eachBatch: (messages: readonly IncomingMessage[]) => Promise<void>;
  /** Is the machine at fault (then wait and try again, without end) or the message (then to the dead letters)? */
  readonly isTransient: (error: unknown) => boolean;
  readonly deadLetter: {
    readonly tries: number;
    readonly onDead?: (message: IncomingMessage, cause: unknown) => void;
  };
  readonly log: Log;
  /** How long a dead process keeps its partitions. The broker allows no less than 6 s. */
  readonly sessionTimeoutMs?: number;
}

export interface RunningConsumer {
  /** Resolves when partitions are assigned for the first time; also when stopped before that. */
  readonly ready: Promise<void>;
  readonly state: () => 'connecting' | 'running' | 'stopped';
  /** Messages behind the end of the topics, as of the last batches. */
  readonly lag: () => number;
  stop(): Promise<void>;
}

interface Running extends ConsumerSettings {
  readonly kafka: Kafka;
  readonly deadLetters: Producer;
  readonly signal: AbortSignal;
  readonly lags: Map<string, number>;
}

/** Starts at once and keeps trying: Kafka may come later, go and come back. */
export function runConsumer(kafka: Kafka, settings: ConsumerSettings): RunningConsumer {
  const stopping = new AbortController();
  const first = Promise.withResolvers<void>();
  const running: Running = {
    ...settings,
    kafka,
    deadLetters: openProducer(kafka),
    signal: stopping.signal,
    lags: new Map(),
  };
  let joined = false;
  let current: KafkaConsumer | undefined;

  const serve = async () => {
    while (!stopping.signal.aborted) {
      const crashed = Promise.withResolvers<Error>();
      current = await connect(running, crashed.resolve, () => {
        joined = true;
        first.resolve();
      });
      if (current === undefined) break;
      const stopped = new Promise<'stopped'>((resolve) =>
        stopping.signal.addEventListener('abort', () => resolve('stopped'), { once: true }),
      );
      const end = stopping.signal.aborted ? 'stopped' : await Promise.race([crashed.promise, stopped]);
      joined = false;
      await close(current);
      if (end !== 'stopped') {
        running.log.warn(
          { groupId: settings.groupId, error: end.message },
          'consumer lost its connection and begins again',
        );
        await waitUnlessStopped(500, stopping.signal);
      }
    }
    await running.deadLetters.close();
    first.resolve();
  };
  const served = serve();

  return {
    ready: first.promise,
    state: () => (stopping.signal.aborted ? 'stopped' : joined ? 'running' : 'connecting'),
    lag: () => [...running.lags.values()].reduce((sum, lag) => sum + lag, 0),
    async stop() {
      stopping.abort();
      await served;
    },
  };
}

async function connect(
  running: Running,
  onCrash: (error: Error) => void,
  onJoin: () => void,
): Promise<KafkaConsumer | undefined> {
  const { kafka, groupId, topics, fromBeginning, log, signal } = running;
  return untilItWorks(
    async () => {
      await ensureTopics(
        kafka,
        topics.map((topic) => ({ topic: deadLetterTopic(topic, groupId), partitions: 1, cleanup: 'keep' })),
      );
      const sessionTimeout = running.sessionTimeoutMs ?? 10_000;
      const consumer = kafka.consumer({
        groupId,
        sessionTimeout,
        heartbeatInterval: Math.floor(sessionTimeout / 4),
        maxWaitTimeInMs: 500,
        allowAutoTopicCreation: false,
        // The library would restart a crashed consumer on its own schedule; here the one loop of `runConsumer` does it.
        retry: { retries: 2, initialRetryTime: 100, restartOnFailure: async () => false },
      });
      try {
        consumer.on(consumer.events.CRASH, ({ payload }) => onCrash(payload.error));
        consumer.on(consumer.events.GROUP_JOIN, onJoin);
        await consumer.connect();
        await consumer.subscribe({ topics: [...topics], fromBeginning });
        await consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          eachBatch: (payload) => handleBatch(running, consumer, payload),
        });
        return consumer;
      } catch (error) {
        await close(consumer);
        throw error;
      }
    },
    {
      signal,
      // Also while the topic is not there yet: whoever publishes creates it.
      mostMs: 1_000,
      onFailure: (error, tries) => {
        if (tries === 1)
          log.warn(
            { groupId, error: messageOf(error) },
            'Kafka cannot be reached; the consumer keeps trying',
          );
      },
    },
  );
}

async function close(consumer: KafkaConsumer): Promise<void> {
  await consumer.disconnect().catch(() => {});
}

async function handleBatch(
  running: Running,
  consumer: KafkaConsumer,
  payload: EachBatchPayload,
): Promise<void> {
  const { batch } = payload;
  const messages = batch.messages.map((message) => incoming(batch, message));
  const whole: Outcome = messages.length === 0 ? { end: 'done' } : await attempt(running, payload, messages);
  if (whole.end === 'stopped') return;
  if (whole.end === 'done') {
    await commit(running, consumer, payload, batch.lastOffset());
  } else if (messages.length === 1 && messages[0] !== undefined) {
    await handleAlone(running, consumer, payload, messages[0], 1, whole.cause);
  } else {
    for (const message of messages) {
      if (running.signal.aborted || payload.isStale()) return;
      await handleAlone(running, consumer, payload, message, 0, undefined);
    }
  }
}

/** One message, a few tries, then the dead letters: the ones behind it must not wait for a message that nobody can read. */
async function handleAlone(
  running: Running,
  consumer: KafkaConsumer,
  payload: EachBatchPayload,
  message: IncomingMessage,
  triesSoFar: number,
  lastCause: unknown,
): Promise<void> {
  let cause = lastCause;
  for (let tries = triesSoFar; tries < running.deadLetter.tries; tries += 1) {
    const outcome = await attempt(running, payload, [message]);
    if (outcome.end === 'done') return commit(running, consumer, payload, message.offset);
    if (outcome.end === 'stopped') return;
    cause = outcome.cause;
  }
  await bury(running, message, cause);
  await commit(running, consumer, payload, message.offset);
}

type Outcome = { end: 'done' } | { end: 'stopped' } | { end: 'refused'; cause: unknown };

/** Waits out the machine's faults; comes back with the message's. */
async function attempt(
  running: Running,
  payload: EachBatchPayload,
  messages: readonly IncomingMessage[],
): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    try {
      await running.eachBatch(messages);
      return { end: 'done' };
    } catch (cause) {
      if (!running.isTransient(cause)) return { end: 'refused', cause };
      if (tries === 1)
        running.log.warn(
          { groupId: running.groupId, error: messageOf(cause) },
          'handling waits for its database',
        );
      // Still alive, only waiting: without the heartbeat the group would hand the partition to another member.
      await payload.heartbeat();
      const goOn = await waitUnlessStopped(backoffMs(tries, { mostMs: 2_000 }), running.signal);
      // Nothing is committed: whoever gets the partition next begins with this batch.
      if (!goOn) return { end: 'stopped' };
    }
  }
}

async function bury(running: Running, message: IncomingMessage, cause: unknown): Promise<void> {
  const name = DEAD_LETTER_HEADERS;
  const headers: IHeaders = {
    ...message.headers,
    [name.cause]: messageOf(cause).slice(0, 2_000),
    [name.topic]: message.topic,
    [name.partition]: String(message.partition),
    [name.offset]: message.offset,
    [name.consumer]: running.groupId,
    [name.tries]: String(running.deadLetter.tries),
  };
  const topic = deadLetterTopic(message.topic, running.groupId);
  await running.deadLetters.send([
    { topic, messages: [{ key: message.key ?? '', value: message.value, headers }] },
  ]);
  running.log.error(
    { topic, offset: message.offset, cause: messageOf(cause) },
    'message moved to the dead letters',
  );
  running.deadLetter.onDead?.(message, cause);
}

async function commit(
  running: Running,
  consumer: KafkaConsumer,
  payload: EachBatchPayload,
  offset: string,
): Promise<void> {
  const { topic, partition, highWatermark } = payload.batch;
  const next = BigInt(offset) + 1n;
  payload.resolveOffset(offset);
  await consumer.commitOffsets([{ topic, partition, offset: next.toString() }]);
  await payload.heartbeat();
  running.lags.set(`${topic}/${partition}`, Math.max(0, Number(BigInt(highWatermark) - next)));
}

function incoming({ topic, partition }: Batch, message: KafkaMessage): IncomingMessage {
  const headers = Object.entries(message.headers ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(Array.isArray(value) ? value[0] : value)] as const],
  );
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key === null ? null : message.key.toString('utf8'),
    value: message.value,
    headers: Object.fromEntries(headers),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
