import { openStreams, type Store, streamsWithMail } from '@quancheng/event-store';
import {
  type DivisionCode,
  instantFromEpoch,
  isRefusal,
  parseStreamId,
  type StreamId,
} from '@quancheng/kernel';
import { runningStreams, tellOfMail } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';
import { atOnce } from '../at-once.ts';
import { resumeJobs } from '../jobs/resume.ts';
import { type Mended, mend } from './mend.ts';

/** What was found and done, by number of streams. `behind` are those that are still stale. */
export interface Recovered {
  readonly open: number;
  readonly begun: number;
  readonly nudged: number;
  readonly ended: number;
  readonly behind: number;
}

export interface Recovery {
  readonly division?: DivisionCode;
  /** How many runs are looked at side by side: a worker that does nothing else bears more than one at work. */
  readonly atOnce?: number;
  readonly onProgress?: (done: number, of: number) => void;
  readonly onTrouble?: (stream: StreamId, fault: unknown) => void;
}

const MOST_MAIL = 10_000;

/** The sweep over everything: every open stream's run, every run that should not be, all mail that lies, and every job. */
export async function recover(store: Store, client: Client, wish: Recovery = {}): Promise<Recovered> {
  const { division } = wish;
  const running = await runningStreams(client, division);
  const open = await openStreams(store, ...(division === undefined ? [] : [division]));
  const known = new Set<string>(open);
  // Of a closed file, or of one that the store does not know: such a run ends by itself, unless it was left over.
  const leftOver = [...running].filter((stream) => !known.has(stream) && isStream(stream)) as StreamId[];
  const found = await mendAll(store, client, [...open, ...leftOver], wish);
  await tellAllOfMail(store, client, division);
  await resumeJobs(store, client, { atOnce: 8, ...(division === undefined ? {} : { division }) });
  return { open: open.length, ...found };
}

async function mendAll(
  store: Store,
  client: Client,
  streams: readonly StreamId[],
  { atOnce: most = 8, onProgress, onTrouble }: Recovery,
): Promise<Omit<Recovered, 'open'>> {
  const found: Record<Mended, number> = { known: 0, begun: 0, nudged: 0, ended: 0, behind: 0 };
  let done = 0;
  await atOnce(most, streams, async (stream) => {
    const mended = await mend(store, client, stream).catch((fault: unknown): Mended => {
      onTrouble?.(stream, fault);
      return 'behind';
    });
    found[mended] += 1;
    done += 1;
    onProgress?.(done, streams.length);
  });
  const { known: _inOrder, ...counted } = found;
  return counted;
}

async function tellAllOfMail(store: Store, client: Client, division?: DivisionCode): Promise<void> {
  const before = instantFromEpoch(Date.now());
  const ask = { before, limit: MOST_MAIL, ...(division === undefined ? {} : { division }) };
  const streams = await streamsWithMail(store, ask);
  await atOnce(8, streams, (stream) => tellOfMail(client, stream));
}

const isStream = (text: string): boolean => !isRefusal(parseStreamId(text));
