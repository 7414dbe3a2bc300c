import {
  clockActivities,
  followUpActivities,
  jobActivities,
  type NoticeSettings,
  noticeActivities,
  streamActivities,
  type SweepSettings,
  type Swept,
  uploadedFiles,
} from '@quancheng/activities';
import { openStore } from '@quancheng/event-store';
import { TASK_QUEUE } from '@quancheng/ports';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { workflowBundle } from './bundle.ts';
import { ensureSearchAttributes } from './search-attributes.ts';
import { noticeSettings, type WorkerSettings } from './settings.ts';
import { serveNoticesUntilStopped } from './serving-notices.ts';
import { sweepUntilStopped } from './sweeping.ts';

export interface RunningWorker {
  /** Takes no new work, finishes what is under way, lets go of its connections. */
  stop(): Promise<void>;
  /** Settles when the worker has ended, by `stop` or by a fault. */
  readonly ended: Promise<void>;
}

/** What whoever starts a worker may want otherwise, or may want to hear of. */
export interface WorkerParts {
  readonly sweep?: Partial<SweepSettings & { readonly everyMs: number }>;
  readonly onSwept?: (swept: Swept) => void;
  readonly onTrouble?: (fault: unknown) => void;
  readonly notices?: NoticeSettings;
}

/** A look at the store each few seconds costs two small queries; what is quiet for ten is not being worked on. */
const SWEEP = { everyMs: 3_000, atOnce: 4, quietMs: 10_000, compareMs: 10 * 60_000 };

/** Workflows, activities and the sweep in one process, ready to poll when the promise settles. */
export async function startWorker(settings: WorkerSettings, parts: WorkerParts = {}): Promise<RunningWorker> {
  await prepareNamespace(settings);
  // Without the client's own repetitions: activities are run again anyway, and a timer of a repetition that wakes on a
  // connection closed meanwhile throws outside of every promise and ends the process.
  const connection = Connection.lazy({ address: settings.TEMPORAL_ADDRESS, interceptors: [] });
  const client = new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
  const store = openStore(settings.WRITER_DATABASE_URL, { max: 20, name: 'quancheng-worker' });
  const notices = parts.notices ?? noticeSettings(settings);
  const native = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
  const worker = await Worker.create({
    connection: native,
    namespace: settings.TEMPORAL_NAMESPACE,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(settings.QUANCHENG_DATA),
    activities: {
      ...streamActivities(store),
      ...followUpActivities(store, client),
      ...clockActivities(store, client),
      ...jobActivities(store, client, uploadedFiles(store, settings.ATTACHMENTS_FOLDER)),
      ...noticeActivities(store, notices),
    },
    // A cached run keeps its whole state in memory; on a small machine a few hundred are enough, the rest replay.
    maxCachedWorkflows: 400,
    // A killed worker's runs are kept for it this long: below the API's patience, so that a person gets an answer, not "not yet".
    stickyQueueScheduleToStartTimeout: '5s',
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentLocalActivityExecutions: 40,
  });
  const stopping = new AbortController();
  const { everyMs, ...sweep } = { ...SWEEP, ...parts.sweep };
  const sweeping = sweepUntilStopped(
    {
      store,
      databaseUrl: settings.WRITER_DATABASE_URL,
      client,
      connection,
      namespace: settings.TEMPORAL_NAMESPACE,
      everyMs,
      settings: sweep,
      onSwept: parts.onSwept ?? (() => undefined),
      onTrouble: parts.onTrouble ?? (() => undefined),
    },
    stopping.signal,
  );
  const serving = serveNoticesUntilStopped({ store, client, settings: notices }, stopping.signal);
  const ended = worker.run().finally(async () => {
    stopping.abort();
    await Promise.all([sweeping, serving]);
    await Promise.allSettled([native.close(), connection.close(), store.end()]);
  });
  return {
    ended,
    async stop() {
      stopping.abort();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}

async function prepareNamespace(settings: WorkerSettings): Promise<void> {
  const connection = await Connection.connect({ address: settings.TEMPORAL_ADDRESS });
  try {
    await ensureSearchAttributes(connection, settings.TEMPORAL_NAMESPACE);
  } finally {
    await connection.close();
  }
}
