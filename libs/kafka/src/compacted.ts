import { randomUUID } from 'node:crypto';
import type { Admin, Kafka } from 'kafkajs';

/** The latest record of each key, as text; keys that were deleted are absent. */
export type Compacted = Map<string, string>;

/** Reads a compacted topic from its beginning to the end it had when this began, and leaves no consumer group behind. */
export async function readCompacted(kafka: Kafka, topic: string): Promise<Compacted> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = await endsOf(admin, topic);
    return ends.size === 0 ? new Map() : await readTo(kafka, admin, topic, ends);
  } finally {
    await admin.disconnect();
  }
}

/** True when nothing was ever written to the topic. */
export async function isEmptyTopic(kafka: Kafka, topic: string): Promise<boolean> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return offsets.every(({ high }) => high === '0');
  } finally {
    await admin.disconnect();
  }
}

/** Partition → last offset to read; partitions without records are left out. */
async function endsOf(admin: Admin, topic: string): Promise<Map<number, bigint>> {
  const offsets = await admin.fetchTopicOffsets(topic);
  const full = offsets.filter(({ low, high }) => BigInt(high) > BigInt(low));
  return new Map(full.map(({ partition, high }) => [partition, BigInt(high) - 1n]));
}

async function readTo(
  kafka: Kafka,
  admin: Admin,
  topic: string,
  ends: Map<number, bigint>,
): Promise<Compacted> {
  const groupId = `${topic}.reader.${randomUUID()}`;
  const consumer = kafka.consumer({
    groupId,
    maxWaitTimeInMs: 100,
    retry: { retries: 2, restartOnFailure: async () => false },
  });
  const latest: Compacted = new Map();
  const done = Promise.withResolvers<void>();
  try {
    consumer.on(consumer.events.CRASH, ({ payload }) => done.reject(payload.error));
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        for (const { key, value } of batch.messages) {
          if (key === null) continue;
          if (value === null) latest.delete(key.toString('utf8'));
          else latest.set(key.toString('utf8'), value.toString('utf8'));
        }
        if (BigInt(batch.lastOffset()) >= (ends.get(batch.partition) ?? 0n)) ends.delete(batch.partition);
        if (ends.size === 0) done.resolve();
      },
    });
    await done.promise;
  } finally {
    await consumer.disconnect().catch(() => {});
    // A group that cannot be removed now expires on its own.
    await admin.deleteGroups([groupId]).catch(() => {});
  }
  return latest;
}
