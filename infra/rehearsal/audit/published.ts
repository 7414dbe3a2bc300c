import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fromMessage, generationOf, parseSource, topicsOf } from '@quancheng/contracts';
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

/**
 * The division's events on Kafka from the beginning of the topic, each once, in the order in which they lie there. Of the
 * newest generation of the log alone: after a store was put back everything is told again.
 */
export async function readPublished(
  { brokers, topicPrefix }: KafkaPlace,
  division: string,
  stored: readonly Stored[],
): Promise<readonly Published[]> {
  const kafka = openKafka({ brokers, clientId: 'rehearsal-audit', log: silentLog });
  const groupId = `rehearsal-audit.${randomUUID()}`;
  const seen = new Map<string, Published>();
  const awaited = new Set<string>();
  let generation: number;
  const beginAnew = (newer: number) => {
    generation = newer;
    seen.clear();
    for (const { eventId } of stored) awaited.add(eventId);
  };
  beginAnew(1);
  const consumer = runConsumer(kafka, {
    groupId,
    topics: [topicsOf(topicPrefix).events],
    fromBeginning: true,
    eachBatch: async (messages) => {
      for (const message of messages) {
        const event = fromMessage(message);
        if (generationOf(event) > generation) beginAnew(generationOf(event));
        const { id, source, stage } = event;
        const parts = parseSource(source);
        if (parts?.division !== division || generationOf(event) < generation) continue;
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
