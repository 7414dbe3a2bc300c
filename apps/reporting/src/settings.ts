import { z } from 'zod';

const environment = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'a postgres:// address of a role that may create the schema "reporting"',
  }),
  KAFKA_BROKERS: z
    .string({ error: 'host:port of Kafka, several with commas' })
    .regex(/^[^\s,:]+:\d+(,\s*[^\s,:]+:\d+)*$/, { error: 'host:port of Kafka, several with commas' }),
  REPORTING_PORT: z.coerce.number({ error: 'a port number' }).int().min(0).max(65_535).default(17_008),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  KAFKA_TOPIC_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,100}$/)
    .default('quancheng'),
});

export interface ReportingSettings {
  readonly databaseUrl: string;
  readonly brokers: string;
  /** 0 takes a free one; `RunningReporting.port` says which. */
  readonly port: number;
  readonly logLevel: string;
  readonly topicPrefix: string;
  /** `reporting` by default. Another name reads everything again. */
  readonly groupId?: string;
}

/** Throws one error that names every fault of the environment at once. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): ReportingSettings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`reporting cannot start, its settings do not hold:\n${faults.join('\n')}`);
  }
  const { DATABASE_URL, KAFKA_BROKERS, REPORTING_PORT, LOG_LEVEL, KAFKA_TOPIC_PREFIX } = parsed.data;
  return {
    databaseUrl: DATABASE_URL,
    brokers: KAFKA_BROKERS,
    port: REPORTING_PORT,
    logLevel: LOG_LEVEL,
    topicPrefix: KAFKA_TOPIC_PREFIX,
  };
}
