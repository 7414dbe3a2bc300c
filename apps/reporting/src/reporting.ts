import { fromMessage, topicsOf } from '@quancheng/contracts';
import { type IncomingMessage, openKafka, runConsumer, untilItWorks } from '@quancheng/kafka';
import pino from 'pino';
import postgres, { type Sql } from 'postgres';
import { Counter, Gauge, Registry } from 'prom-client';
import { type Readiness, serve } from './http.ts';
import { migrate } from './migrate.ts';
import type { ReportingSettings } from './settings.ts';
import { summaryOf } from './summary.ts';
import { countEvents, isDatabaseAway } from './tables.ts';

export interface RunningReporting {
  readonly port: number;
  /** Resolves when the schema is there and partitions are assigned. */
  readonly ready: Promise<void>;
  /** Finishes the batch under way, then lets go of everything. */
  stop(): Promise<void>;
}

const TRIES_BEFORE_DEAD = 3;

/** Starts at once and becomes ready when database and Kafka are there, in whatever order they come. */
export async function startReporting(settings: ReportingSettings): Promise<RunningReporting> {
  const log = pino({ name: 'reporting', level: settings.logLevel });
  const stopping = new AbortController();
  const sql = postgres(settings.databaseUrl, {
    max: 4,
    connect_timeout: 5,
    // The driver's own pauses grow to 20 s; a database that is back should be noticed at once.
    backoff: () => 0.5,
    onnotice: () => {},
    connection: { application_name: 'quancheng-reporting' },
  });
  const metrics = reportingMetrics(sql);
  const groupId = settings.groupId ?? 'reporting';
  const state = { schema: 'not yet checked' };

  const prepared = untilItWorks(() => migrate(sql), {
    signal: stopping.signal,
    onFailure: (error, tries) => {
      state.schema = messageOf(error);
      if (tries === 1) log.warn({ error: state.schema }, 'the database cannot be prepared yet');
    },
  });
  const consuming = prepared.then(() => {
    if (stopping.signal.aborted) return undefined;
    state.schema = '';
    const kafka = openKafka({ brokers: settings.brokers, clientId: 'quancheng-reporting', log });
    const consumer = runConsumer(kafka, {
      groupId,
      topics: [topicsOf(settings.topicPrefix).events],
      fromBeginning: true,
      log,
      isTransient: isDatabaseAway,
      eachBatch: (messages) => countBatch(sql, messages, metrics),
      deadLetter: { tries: TRIES_BEFORE_DEAD, onDead: () => metrics.dead.inc() },
    });
    metrics.lagOf(consumer.lag);
    return consumer;
  });

  const readiness = async (): Promise<Readiness> => {
    const database = await sql`select 1`.then(() => state.schema, messageOf);
    const kafka =
      state.schema === '' ? ((await consuming)?.state() ?? 'stopped') : 'waiting for the database';
    return {
      database: { ready: database === '', detail: database },
      kafka: { ready: kafka === 'running', detail: kafka },
    };
  };
  const server = await serve(settings.port, {
    readiness,
    registry: metrics.registry,
    summary: (year) => summaryOf(sql, year),
  });
  log.info({ port: server.port, groupId }, 'reporting started');

  return {
    port: server.port,
    ready: consuming.then((consumer) => consumer?.ready),
    async stop() {
      stopping.abort();
      await (await consuming)?.stop();
      await server.stop();
      await sql.end({ timeout: 5 });
      log.info('reporting stopped');
    },
  };
}

async function countBatch(
  sql: Sql,
  messages: readonly IncomingMessage[],
  metrics: ReportingMetrics,
): Promise<void> {
  const { counted, duplicates, outdated } = await countEvents(sql, messages.map(fromMessage));
  metrics.counted.inc(counted);
  metrics.duplicates.inc(duplicates);
  metrics.outdated.inc(outdated);
}

type ReportingMetrics = ReturnType<typeof reportingMetrics>;

function reportingMetrics(sql: Sql) {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  let lag = () => 0;
  new Gauge({
    name: 'quancheng_reporting_lag_messages',
    help: 'messages between the last handled one and the end of the topic',
    registers,
    collect() {
      this.set(lag());
    },
  });
  new Gauge({
    name: 'quancheng_reporting_open_gaps',
    help: 'streams that wait for a missing event',
    registers,
    async collect() {
      // Without a database the last figure stands.
      const [row] = await sql<{ open: number }[]>`select count(*)::int as open from reporting.gaps`.catch(
        () => [],
      );
      if (row !== undefined) this.set(row.open);
    },
  });
  return {
    registry,
    counted: counter('quancheng_reporting_counted_total', 'events counted'),
    duplicates: counter('quancheng_reporting_duplicates_total', 'events that were seen before'),
    outdated: counter(
      'quancheng_reporting_outdated_total',
      'events of a generation of the log that is over, not counted',
    ),
    dead: counter('quancheng_reporting_dead_total', 'messages moved to the dead letters'),
    lagOf(read: () => number) {
      lag = read;
    },
  };
}

function messageOf(error: unknown): string {
  // A refused connection over two protocols comes as a list without words of its own.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
