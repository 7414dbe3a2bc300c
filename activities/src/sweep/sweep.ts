import {
  countOpenStreams,
  logGeneration,
  markRecovered,
  openStreams,
  staleStreams,
  type Store,
  streamsWithMail,
} from '@quancheng/event-store';
import { instantFromEpoch, type StreamId } from '@quancheng/kernel';
import { countRunningStreams, runningStreams, tellOfMail } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';
import { atOnce } from '../at-once.ts';
import { resumeJobs } from '../jobs/resume.ts';
import { type Patience, patienceWithStreams } from './patience.ts';
import { type Mended, mend } from './mend.ts';
import { recover } from './recover.ts';

export interface SweepSettings {
  /** Never so many runs are looked at side by side: people's commands come first. */
  readonly atOnce: number;
  /** A stream that was written within this time is left alone. */
  readonly quietMs: number;
  /** How often all runs are compared with all open streams, even when their numbers agree. */
  readonly compareMs: number;
}

export interface Swept {
  /** Streams by what was done about their run. */
  readonly mended: Readonly<Record<Mended, number>>;
  /** Streams that were told again that others owe them something. */
  readonly told: number;
  /** Streams whose run does not come on: tried again ever more seldom. */
  readonly stuck: readonly string[];
  /** Whether all runs were compared with all open streams. */
  readonly compared: boolean;
}

export interface Sweep {
  /**
   * One round. Throws when the database or the workflow engine is away. After the signal no further stream is begun with: after an
   * import there may be a thousand, and a worker that stops answers none of them.
   */
  round(signal?: AbortSignal): Promise<Swept>;
}

const MOST_A_ROUND = 500;

/** The watch over all runs: what it knows itself is only how patient it has become with whom. */
export function openSweep(
  store: Store,
  client: Client,
  settings: SweepSettings,
  now: () => number = Date.now,
): Sweep {
  const patience = patienceWithStreams(now);
  let differed = false;
  let comparedAt = Number.NEGATIVE_INFINITY;

  /** Two rounds in a row: the server writes its lists a little behind, and a file may open or close in between. */
  async function shouldCompare(): Promise<boolean> {
    const [running, open] = await Promise.all([countRunningStreams(client), countOpenStreams(store)]);
    const differs = running !== open;
    const again = differs && differed;
    differed = differs && !again;
    return again || now() - comparedAt >= settings.compareMs;
  }

  return {
    async round(signal) {
      await recoverAfterRestore(store, client, settings);
      const ask = { before: instantFromEpoch(now() - settings.quietMs), limit: MOST_A_ROUND };
      const compare = await shouldCompare();
      if (compare) comparedAt = now();
      const [stale, missing] = await Promise.all([
        staleStreams(store, ask),
        compare ? withoutRun(store, client) : [],
      ]);
      if (compare) await resumeJobs(store, client, settings);
      const mail = await streamsWithMail(store, ask);
      const work = new Set([...stale, ...missing]);
      patience.keepOnly(new Set([...work, ...mail.map(letterTo)]));
      const mended = await mendPatiently(store, client, work, { ...settings, signal }, patience);
      const told = await tellPatiently(client, mail, { ...settings, signal }, patience);
      return { mended, told, stuck: patience.stuck(), compared: compare };
    },
  };
}

type Bound = Pick<SweepSettings, 'atOnce'> & { readonly signal: AbortSignal | undefined };

const letterTo = (stream: StreamId): string => `${stream} mail`;

/** Who was told has still to take it, so each telling counts as a failure until nothing lies there any more. */
async function tellPatiently(
  client: Client,
  mail: readonly StreamId[],
  { atOnce: most, signal }: Bound,
  patience: Patience,
): Promise<number> {
  const due = mail.filter((stream) => patience.isDue(letterTo(stream)));
  await atOnce(
    most,
    due,
    async (stream) => {
      patience.failed(letterTo(stream));
      await tellOfMail(client, stream);
    },
    signal,
  );
  return due.length;
}

/** Open streams without a run. One that is in the list by mistake of the moment is found in order when it is asked. */
async function withoutRun(store: Store, client: Client): Promise<StreamId[]> {
  const running = await runningStreams(client);
  return (await openStreams(store)).filter((stream) => !running.has(stream));
}

async function mendPatiently(
  store: Store,
  client: Client,
  streams: ReadonlySet<StreamId>,
  { atOnce: most, signal }: Bound,
  patience: Patience,
): Promise<Record<Mended, number>> {
  const mended: Record<Mended, number> = { known: 0, begun: 0, nudged: 0, ended: 0, behind: 0 };
  const due = [...streams].filter((stream) => patience.isDue(stream));
  await atOnce(
    most,
    due,
    async (stream) => {
      const outcome = await mend(store, client, stream).catch((): Mended => 'behind');
      mended[outcome] += 1;
      if (outcome === 'behind') patience.failed(stream);
      else patience.succeeded(stream);
    },
    signal,
  );
  return mended;
}

/** The store was put back to an earlier point: no acknowledgement can be relied on, so every run is compared once. */
async function recoverAfterRestore(store: Store, client: Client, settings: SweepSettings): Promise<void> {
  const { generation, recovered } = await logGeneration(store);
  if (recovered >= generation) return;
  const { behind } = await recover(store, client, { atOnce: settings.atOnce });
  if (behind === 0) await markRecovered(store, generation);
}
