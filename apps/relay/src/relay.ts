import { topicsOf } from '@quancheng/contracts';
import { openStore, runSequencer, waitForClaim } from '@quancheng/event-store';
import { openKafka, type Log, waitUnlessStopped } from '@quancheng/kafka';
import pino from 'pino';
import { type Backlog, openBacklog } from './backlog.ts';
import { openBell } from './bell.ts';
import { type Readiness, serveHealth } from './health.ts';
import { relayMetrics } from './metrics.ts';
import { type PublishState, publishUntilStopped, type SaveCursor } from './publish.ts';
import type { RelaySettings } from './settings.ts';
import { publishedFrom, saveCursorIn } from './store.ts';

export interface RunningRelay {
  readonly port: number;
  /** What is numbered and what of it is on Kafka. */
  readonly backlog: Pick<Backlog, 'head' | 'cursor' | 'lag'>;
  readonly publishing: () => { readonly state: PublishState; readonly detail: string };
  /** Finishes the batch under way, then lets go of everything. */
  stop(): Promise<void>;
}

/** Seams for trials that need a fault at a chosen place; the real thing when absent. */
export interface RelayParts {
  readonly saveCursor?: (real: SaveCursor) => SaveCursor;
}

/** Any number, only the same for every relay of the store. */
const CLAIM = 7_210_004_212;
const DRAIN_MS = 5_000;

/** What the health page tells; an empty text means that nothing is the matter. */
interface State {
  sequencer: string;
  publishing: { state: PublishState; detail: string };
}

/** Two loops that do not wait for each other: numbering goes on while Kafka is away. */
export async function startRelay(settings: RelaySettings, parts: RelayParts = {}): Promise<RunningRelay> {
  const log = pino({ name: 'relay', level: settings.logLevel });
  const stopping = new AbortController();
  const store = openStore(settings.databaseUrl, { max: 4, name: 'quancheng-relay' });
  const backlog = openBacklog(() => performance.now() / 1000);
  const bell = openBell();
  const metrics = relayMetrics(backlog);
  const now: State = {
    sequencer: '',
    publishing: { state: 'waiting for its turn', detail: '' },
  };

  const sequencing = runSequencer(store, { signal: stopping.signal, ...numbering(log, now, bell.ring) });
  const saveCursor = saveCursorIn(store);
  const publishing = publishUntilStopped(
    {
      store: publishedFrom(store),
      claim: (signal) =>
        waitForClaim(settings.databaseUrl, { lock: CLAIM, name: 'quancheng-relay-claim', signal }),
      saveCursor: parts.saveCursor?.(saveCursor) ?? saveCursor,
      kafka: openKafka({ brokers: settings.brokers, clientId: 'quancheng-relay', log }),
      topics: topicsOf(settings.topicPrefix),
      backlog,
      bell,
      log,
      batchSize: settings.batchSize ?? 500,
      takeOverWaitMs: settings.takeOverWaitMs ?? 5_000,
      pollMs: settings.pollMs ?? 500,
      onPublished: (count) => metrics.published.inc(count),
      onState: (state, detail) => {
        now.publishing = { state, detail };
        if (state === 'interrupted') metrics.interruptions.inc();
      },
    },
    stopping.signal,
  );
  // While nothing can be published the backlog still has to be seen growing, and an idle database to be seen alive.
  const watching = watchHead(publishedFrom(store).head, stopping.signal, (head, trouble) => {
    backlog.headSeen(head ?? 0);
    now.sequencer = trouble;
  });

  const server = await serveHealth(settings.port, () => readinessOf(now), metrics.registry);
  log.info({ port: server.port }, 'relay started');
  return {
    port: server.port,
    backlog,
    publishing: () => now.publishing,
    async stop() {
      stopping.abort();
      const ended = Promise.all([sequencing, publishing, watching]);
      // A database that is away would keep its callers waiting; what is not confirmed by then is sent again from the cursor.
      await endedWithin(DRAIN_MS, ended);
      await store.end();
      await ended;
      await server.stop();
      log.info({ cursor: backlog.cursor }, 'relay stopped');
    },
  };
}

async function endedWithin(milliseconds: number, ended: Promise<unknown>): Promise<void> {
  const enough = new AbortController();
  await Promise.race([ended, waitUnlessStopped(milliseconds, enough.signal)]);
  enough.abort();
}

function readinessOf(now: State): Readiness {
  const { state, detail } = now.publishing;
  return {
    sequencer: { ready: now.sequencer === '', detail: now.sequencer || 'numbering' },
    // A relay in waiting is in order: the one whose turn it is publishes.
    publishing: { ready: state !== 'interrupted', detail: detail === '' ? state : `${state}: ${detail}` },
  };
}

/** Numbering waits for a database that is away and goes on by itself; here it is only told of. */
function numbering(log: Log, now: State, onBatch: () => void) {
  return {
    onBatch() {
      now.sequencer = '';
      onBatch();
    },
    onTrouble(fault: unknown) {
      const detail = fault instanceof Error ? fault.message : String(fault);
      if (now.sequencer === '')
        log.warn({ error: detail }, 'numbering interrupted; it goes on when the database is back');
      now.sequencer = detail;
    },
  };
}

async function watchHead(
  head: () => Promise<number>,
  signal: AbortSignal,
  told: (head: number | undefined, trouble: string) => void,
): Promise<void> {
  while (!signal.aborted) {
    await head().then(
      (seq) => told(seq, ''),
      (error: unknown) => told(undefined, error instanceof Error ? error.message : String(error)),
    );
    await waitUnlessStopped(1_000, signal);
  }
}
