import kafkajs, { type IHeaders, type Kafka, type Producer as KafkaProducer } from 'kafkajs';

export interface OutgoingMessage {
  readonly key: string;
  /** Null deletes the key from a compacted topic. */
  readonly value: Buffer | string | null;
  readonly headers?: IHeaders;
}
export interface OutgoingBatch {
  readonly topic: string;
  readonly messages: readonly OutgoingMessage[];
}

/**
 * It is not known which records of the batch reached Kafka. The producer has been thrown away; whoever sends goes back to
 * its cursor and sends from there. Records may come twice, none is lost, and the first of each id comes in order.
 */
export class ResendFromCursor extends Error {
  /** Kafka's own code when it was a protocol error; 45, 46 and 59 say that the sequence numbers have come apart. */
  readonly kafkaCode: number | undefined;
  constructor(cause: unknown) {
    super(`Kafka did not confirm the batch: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'ResendFromCursor';
    this.kafkaCode = codeOf(cause);
  }
}

export interface Producer {
  /**
   * One batch, confirmed by all replicas in step; one call at a time (a second one while the first runs is a mistake of the
   * program and throws). Throws `ResendFromCursor` on every failure.
   */
  send(batch: readonly OutgoingBatch[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * kafkajs 2.2.4 rolls its sequence numbers back when a send fails, so a retry inside the same producer can be refused as out
 * of order (45), as a duplicate (46) or as unknown (59), or worse be taken for another batch. Therefore: idempotent, one send
 * at a time, and a new producer (a new producer id) after any failure. Connects at the first send.
 */
export function openProducer(kafka: Kafka): Producer {
  let current: KafkaProducer | null = null;
  let busy = false;

  const connected = async (): Promise<KafkaProducer> => {
    if (current !== null) return current;
    const fresh = kafka.producer({
      idempotent: true,
      // The library insists on one retry with idempotence; a second failure ends this producer.
      retry: { retries: 1, initialRetryTime: 100 },
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
    current = fresh;
    await fresh.connect();
    return fresh;
  };
  const discard = async (): Promise<void> => {
    const old = current;
    current = null;
    // A producer whose broker is gone may fail to say goodbye; there is nothing left to save in it.
    await old?.disconnect().catch(() => {});
  };

  return {
    async send(batch) {
      if (busy) throw new Error('one send at a time: the previous batch is not confirmed yet');
      busy = true;
      try {
        const producer = await connected();
        const topicMessages = batch.map(({ topic, messages }) => ({
          topic,
          messages: messages.map((message) => ({ ...message })),
        }));
        await producer.sendBatch({ acks: -1, topicMessages });
      } catch (error) {
        await discard();
        throw new ResendFromCursor(error);
      } finally {
        busy = false;
      }
    },
    close: discard,
  };
}

function codeOf(error: unknown): number | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'number') return at.code;
  }
  return undefined;
}
