import { randomUUID } from 'node:crypto';
import type { Admin, Kafka, KafkaMessage } from 'kafkajs';

/** The latest record of each key, as text; keys that were deleted are absent. */
export type Compacted = Map<string, string>;

/** Reads a compacted topic from its beginning to the end it had when this began, and leaves no consumer group behind. */
export async function readCompacted(kafka: Kafka, topic: string): Promise<Compacted> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = await endsOf(admin, topic);
    const latest: Compacted = new Map();
    if (ends.size > 0)
      await readTo(kafka, admin, { topic, ends, onlyLast: false }, ({ key, value }) => {
        if (key === null) return;
        if (value === null) latest.delete(key.toString('utf8'));
        else latest.set(key.toString('utf8'), value.toString('utf8'));
      });
    return latest;
  } finally {
    await admin.disconnect();
  }
}

/** The last record of each partition that has one. */
export async function readLast(kafka: Kafka, topic: string): Promise<LastRecord[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = await endsOf(admin, topic);
    const last: LastRecord[] = [];
    if (ends.size > 0)
      await readTo(kafka, admin, { topic, ends, onlyLast: true }, ({ value, headers }) => {
        const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)] as const);
        last.push({ value, headers: Object.fromEntries(texts) });
      });
    return last;
  } finally {
    await admin.disconnect();
  }
}

export interface LastRecord {
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Partition → last offset to read; partitions without records are left out. */
async function endsOf(admin: Admin, topic: string): Promise<Map<number, bigint>> {
  const offsets = await admin.fetchTopicOffsets(topic);
  const full = offsets.filter(({ low, high }) => BigInt(high) > BigInt(low));
  return new Map(full.map(({ partition, high }) => [partition, BigInt(high) - 1n]));
}

interface Stretch {
  readonly topic: string;
  /** Partition → last offset to read. */
  readonly ends: Map<number, bigint>;
  /** Those alone, and not all up to them. */
  readonly onlyLast: boolean;
}

async function readTo(
  kafka: Kafka,
  admin: Admin,
  { topic, ends, onlyLast }: Stretch,
  onRecord: (record: KafkaMessage) => void,
): Promise<void> {
  const groupId = `${topic}.reader.${randomUUID()}`;
  const consumer = kafka.consumer({
    groupId,
    maxWaitTimeInMs: 100,
    retry: { retries: 2, restartOnFailure: async () => false },
  });
  const done = Promise.withResolvers<void>();
  try {
    if (onlyLast) {
      const partitions = [...ends].map(([partition, last]) => ({ partition, offset: last.toString() }));
      await admin.setOffsets({ groupId, topic, partitions });
    }
    consumer.on(consumer.events.CRASH, ({ payload }) => done.reject(payload.error));
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        // A topic grows while it is read; what came later is not part of the answer.
        const end = ends.get(batch.partition);
        for (const record of batch.messages)
          if (!onlyLast || (end !== undefined && BigInt(record.offset) === end)) onRecord(record);
        if (BigInt(batch.lastOffset()) >= (end ?? 0n)) ends.delete(batch.partition);
        if (ends.size === 0) done.resolve();
      },
    });
    await done.promise;
  } finally {
    await consumer.disconnect().catch(() => {});
    // A group that cannot be removed now expires on its own.
    await admin.deleteGroups([groupId]).catch(() => {});
  }
}
