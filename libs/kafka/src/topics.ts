import kafkajs, { type Admin, type ITopicConfig, type Kafka } from 'kafkajs';

export interface TopicWish {
  readonly topic: string;
  readonly partitions: number;
  /** `keep`: never deleted. `compact`: the latest record of each key stays. */
  readonly cleanup: 'keep' | 'compact';
  /** Copies of each partition; the broker's own default when absent. */
  readonly replicas?: number;
}

/** The largest record batch that the topics take. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024;

const cleanupPolicy = (wish: TopicWish) => (wish.cleanup === 'compact' ? 'compact' : 'delete');

function topicConfig(wish: TopicWish): ITopicConfig {
  return {
    topic: wish.topic,
    numPartitions: wish.partitions,
    replicationFactor: wish.replicas ?? -1,
    configEntries: [
      { name: 'cleanup.policy', value: cleanupPolicy(wish) },
      { name: 'retention.ms', value: '-1' },
      { name: 'retention.bytes', value: '-1' },
      // Room for one event with its longest texts; senders keep their batches far below.
      { name: 'max.message.bytes', value: String(MAX_RECORD_BYTES) },
      // The broker's own time: an event of a rehearsed 2014, or of a clock moved ahead, must neither age nor be refused.
      { name: 'message.timestamp.type', value: 'LogAppendTime' },
    ],
  };
}

/**
 * Creates the topics that are missing, and holds the others to what they were wished as: a "kept" topic that the broker
 * would clean up loses events silently, so that is an error and not a default. Safe to run by several at once.
 */
export async function ensureTopics(kafka: Kafka, wishes: readonly TopicWish[]): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const present = new Set(await admin.listTopics());
    const missing = wishes.filter((wish) => !present.has(wish.topic));
    // Answers false, and does not throw, when another process created one of them in between.
    if (missing.length > 0)
      await admin.createTopics({ topics: missing.map(topicConfig), waitForLeaders: true });
    const older = wishes.filter((wish) => present.has(wish.topic));
    if (older.length > 0) await checkTopics(admin, older);
  } finally {
    await admin.disconnect();
  }
}

async function checkTopics(admin: Admin, wishes: readonly TopicWish[]): Promise<void> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: wishes.map((wish) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: wish.topic,
      configNames: ['cleanup.policy', 'retention.ms'],
    })),
  });
  for (const wish of wishes) {
    const entries = resources.find((resource) => resource.resourceName === wish.topic)?.configEntries ?? [];
    const settingOf = (name: string) => entries.find((entry) => entry.configName === name)?.configValue;
    const kept = wish.cleanup === 'compact' || settingOf('retention.ms') === '-1';
    if (settingOf('cleanup.policy') === cleanupPolicy(wish) && kept) continue;
    throw new Error(
      `topic ${wish.topic} has cleanup.policy=${settingOf('cleanup.policy')}, retention.ms=${settingOf('retention.ms')}; ` +
        `wanted cleanup.policy=${cleanupPolicy(wish)}, retention.ms=-1: correct it with kafka-configs.sh, nothing is published until then`,
    );
  }
}
