import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createApi, readSettings } from '@quancheng/api';
import { addressFor, migrate, openStore, type Store } from '@quancheng/event-store';
import { type RunningRelay, startRelay } from '@quancheng/relay';
import { type RunningReporting, startReporting } from '@quancheng/reporting';
import { type RunningWorker, startWorker, type WorkerParts } from '@quancheng/worker';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import postgres from 'postgres';
import { ApiClient, type Post } from '../../infra/client/client.ts';
import { ROOMS_WITH_TABLES } from '../../infra/start/migrate.ts';
import { builtPages } from '../../infra/start/pages.ts';
import { freePortBase } from '../../infra/start/ports.ts';

export const SPEC_PASSWORD = 'quancheng-spec';
/** The workflow bundle is kept here by the hash of its sources, so that each spec file need not bundle again. */
export const KEPT = path.resolve(import.meta.dirname, '../../.quancheng/test');

/** The whole product in this process, on real servers: a database, a Temporal namespace and Kafka topics of its own. */
export interface Stack {
  readonly api: ApiClient;
  readonly store: Store;
  readonly division: string;
  /** The owner's address of the database. */
  readonly databaseUrl: string;
  readonly topicPrefix: string;
  readonly brokers: string;
  readonly attachmentsFolder: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly relay: RunningRelay;
  readonly reporting: RunningReporting;
  /** For what only an operator does: looking at runs, taking their histories. */
  readonly client: Client;
  post(role: Post['role'], unit?: string, department?: string): Post;
  /** Moves the division's clock and waits until everything is quiet. */
  clockTo(instant: string): Promise<void>;
  /** Stops the worker as if its machine went away politely; `startWorkerAgain` brings another one. */
  stopWorker(): Promise<void>;
  startWorkerAgain(): Promise<void>;
  stop(): Promise<void>;
}

// The SDK's own log would drown the test report.
Runtime.install({ logger: new DefaultLogger('ERROR') });

/** Where a spec's stack differs from the usual: servers of its own, a sweep with less patience. */
export interface StackParts {
  readonly temporal?: Stack['temporal'];
  readonly brokers?: string;
  readonly worker?: WorkerParts;
  /** With the pages that browsers see. */
  readonly pages?: boolean;
}

export async function startStack(division = '330211000', parts: StackParts = {}): Promise<Stack> {
  const name = `q${randomBytes(5).toString('hex')}`;
  const database = await ownDatabase(name);
  const temporal = parts.temporal ?? { address: need('TEST_TEMPORAL_ADDRESS'), namespace: name };
  if (parts.temporal === undefined) await ownNamespace(temporal);
  const brokers = parts.brokers ?? need('TEST_KAFKA_BROKERS');
  const writer = addressFor(database.url, 'writer', SPEC_PASSWORD);
  const attachments = path.join(KEPT, 'attachments', name);
  const workerSettings = {
    WRITER_DATABASE_URL: writer,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    WORKER_PORT: 0,
    LOG_LEVEL: 'silent' as const,
    QUANCHENG_DATA: KEPT,
    ATTACHMENTS_FOLDER: attachments,
  };
  let worker: RunningWorker = await startWorker(workerSettings, parts.worker);
  const relay: RunningRelay = await startRelay({
    databaseUrl: addressFor(database.url, 'sequencer', SPEC_PASSWORD),
    brokers,
    port: 0,
    logLevel: 'silent',
    topicPrefix: name,
    takeOverWaitMs: 0,
  });
  const reporting = await startReporting({
    databaseUrl: database.url,
    brokers,
    port: 0,
    logLevel: 'silent',
    topicPrefix: name,
    groupId: name,
  });
  const shown = parts.pages === true ? await pagesAt(await freePortBase(1)) : { API_PORT: '0' };
  const app = await apiOf({ database, temporal, attachments, division, shown });
  await app.listen(Number(shown.API_PORT), '127.0.0.1');
  const api = new ApiClient((await app.getUrl()).replace('[::1]', '127.0.0.1'));
  const store = openStore(writer, { max: 4, name: 'spec' });
  const operator = await Connection.connect({ address: temporal.address });
  const post: Stack['post'] = (role, unit = '201001', department = '201') => ({
    role,
    unit,
    department,
    division,
  });
  return {
    api,
    store,
    division,
    databaseUrl: database.url,
    topicPrefix: name,
    brokers,
    attachmentsFolder: attachments,
    temporal,
    relay,
    reporting,
    client: new Client({ connection: operator, namespace: temporal.namespace }),
    post,
    async clockTo(instant) {
      await api.moveClock(post('administrator', '101', '101'), instant);
    },
    stopWorker: () => worker.stop(),
    async startWorkerAgain() {
      worker = await startWorker(workerSettings, parts.worker);
    },
    async stop() {
      await app.close();
      await worker.stop();
      await Promise.all([relay.stop(), reporting.stop(), store.end(), operator.close()]);
      await database.drop();
      rmSync(attachments, { recursive: true, force: true });
    },
  };
}

/** Sign-in leads back to an address that has to be known before the API listens. */
const pagesAt = async (port: number) => ({
  API_PORT: String(port),
  API_PUBLIC_URL: `http://127.0.0.1:${port}`,
  CONSOLE_FOLDER: await builtPages(KEPT),
});

/** The API of a spec, as its settings would have it. */
async function apiOf(of: {
  database: { readonly url: string; readonly writer: string };
  temporal: Stack['temporal'];
  attachments: string;
  division: string;
  shown: Readonly<Record<string, string>>;
}) {
  return await createApi(
    readSettings({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      ...of.shown,
      READER_DATABASE_URL: addressFor(of.database.url, 'reader', SPEC_PASSWORD),
      TEMPORAL_ADDRESS: of.temporal.address,
      TEMPORAL_NAMESPACE: of.temporal.namespace,
      ATTACHMENTS_FOLDER: of.attachments,
      QUANCHENG_TRAINING: '1',
      DIVISION: of.division,
    }),
  );
}

export function need(variable: string): string {
  const value = process.env[variable];
  if (!value)
    throw new Error(`${variable} is not set: these specs need the servers that \`npm test\` starts`);
  return value;
}

/** A migrated database of a spec's own. */
export async function ownDatabase(name = `q${randomBytes(5).toString('hex')}`) {
  const server = new URL(need('TEST_DATABASE_URL'));
  const admin = postgres(server.href, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await migrate(url, {
    rooms: ROOMS_WITH_TABLES,
    rolePassword: SPEC_PASSWORD,
  });
  return {
    url,
    writer: addressFor(url, 'writer', SPEC_PASSWORD),
    async drop() {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

export async function ownNamespace({
  address,
  namespace,
}: {
  address: string;
  namespace: string;
}): Promise<void> {
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: (24 * 3600) as never },
  });
  await connection.close();
}
