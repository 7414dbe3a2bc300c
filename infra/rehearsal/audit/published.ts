import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fromMessage, parseSource, topicsOf } from '@quancheng/contracts';
import { openKafka, runConsumer, silentLog } from '@quancheng/kafka';
import type { Stored } from './stored.ts';

export interface Published {
  readonly id: string;
  readonly stream: string;
  /** The stage that the stream was in after the event. */
  readonly stage: string;
}

export interface KafkaPlace {
  readonly brokers: string;
  readonly topicPrefix: string;
}

const RELAYED_WITHIN_MS = 90_000;
const LOOK_AGAIN_MS = 100;

/** The division's events on Kafka from the beginning of the topic, each once, in the order in which they lie there. */
export async function readPublished(
  { brokers, topicPrefix }: KafkaPlace,
  division: string,
  stored: readonly Stored[],
): Promise<readonly Published[]> {
  const kafka = openKafka({ brokers, clientId: 'rehearsal-audit', log: silentLog });
  const groupId = `rehearsal-audit.${randomUUID()}`;
  const seen = new Map<string, Published>();
  const awaited = new Set(stored.map(({ eventId }) => eventId));
  const consumer = runConsumer(kafka, {
    groupId,
    topics: [topicsOf(topicPrefix).events],
    fromBeginning: true,
    eachBatch: async (messages) => {
      for (const message of messages) {
        const { id, source, stage } = fromMessage(message);
        const parts = parseSource(source);
        if (parts?.division !== division) continue;
        if (!seen.has(id)) seen.set(id, { id, stage, stream: `${division}/${parts.aggregate}/${parts.id}` });
        awaited.delete(id);
      }
    },
    isTransient: () => false,
    deadLetter: { tries: 1 },
    log: silentLog,
  });
  const giveUpAt = performance.now() + RELAYED_WITHIN_MS;
  while (awaited.size > 0 && performance.now() < giveUpAt) await pause(LOOK_AGAIN_MS);
  await consumer.stop();
  await leaveNothing(kafka, groupId, topicsOf(topicPrefix).events);
  return [...seen.values()];
}

/** A group of one reading, and its dead letters, are of no use to anybody afterwards. */
async function leaveNothing(
  kafka: ReturnType<typeof openKafka>,
  groupId: string,
  topic: string,
): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.deleteGroups([groupId]);
    await admin.deleteTopics({ topics: [`${topic}.${groupId}.dead`] });
  } catch {
    // Left behind, both expire or stay empty.
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
