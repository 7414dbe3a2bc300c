import { z } from 'zod';

const environment = z.object({
  SEQUENCER_DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'a postgres:// address of the sequencer role',
  }),
  KAFKA_BROKERS: z
    .string({ error: 'host:port of Kafka, several with commas' })
    .regex(/^[^\s,:]+:\d+(,\s*[^\s,:]+:\d+)*$/, { error: 'host:port of Kafka, several with commas' }),
  RELAY_PORT: z.coerce.number({ error: 'a port number' }).int().min(0).max(65_535).default(17_007),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  KAFKA_TOPIC_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,100}$/)
    .default('quancheng'),
});

export interface RelaySettings {
  readonly databaseUrl: string;
  readonly brokers: string;
  /** 0 takes a free one; `RunningRelay.port` says which. */
  readonly port: number;
  readonly logLevel: string;
  /** One prefix for each root division: divisions are walls, also on Kafka. */
  readonly topicPrefix: string;
  readonly batchSize?: number;
  /** How long to wait after another relay's end before sending: its last request may still be on the way. */
  readonly takeOverWaitMs?: number;
  /** How soon a missed wake-up is noticed. */
  readonly pollMs?: number;
}

/** Throws one error that names every fault of the environment at once. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): RelaySettings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the relay cannot start, its settings do not hold:\n${faults.join('\n')}`);
  }
  const { SEQUENCER_DATABASE_URL, KAFKA_BROKERS, RELAY_PORT, LOG_LEVEL, KAFKA_TOPIC_PREFIX } = parsed.data;
  return {
    databaseUrl: SEQUENCER_DATABASE_URL,
    brokers: KAFKA_BROKERS,
    port: RELAY_PORT,
    logLevel: LOG_LEVEL,
    topicPrefix: KAFKA_TOPIC_PREFIX,
  };
}
