import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '@quancheng/kernel';
import { type ApiClient, type Collection, type Post, Refused } from '../../client/client.ts';
import { auditor } from '../cast.ts';

/** A stored event as the API tells it to an auditor. Amounts are in yuan here. */
export interface Stored {
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
  readonly seq: number;
  readonly type: string;
  readonly data: { readonly [key: string]: Json };
  /** Who recorded it; `cause` is the event of another file that was carried on. */
  readonly meta: { readonly cause?: string };
  readonly happenedOn: string;
  readonly recordedAt: string;
}

export interface File {
  readonly collection: Collection;
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly stageTitle: { readonly zh: string; readonly en: string };
  readonly [column: string]: unknown;
}

const COLLECTIONS: readonly Collection[] = [
  'directories',
  'projects',
  'project-years',
  'evaluations',
  'budget-years',
];
const NUMBERED_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 200;

/** All files of the division and all their events. Waits until every event has its global number. */
export async function readStored(
  api: ApiClient,
  division: string,
): Promise<{ files: readonly File[]; events: readonly Stored[] }> {
  const post: Post = { ...auditor, division };
  const giveUpAt = performance.now() + NUMBERED_WITHIN_MS;
  const events: Stored[] = [];
  for (;;) {
    const files = (
      await Promise.all(COLLECTIONS.map((collection) => readFiles(api, post, collection)))
    ).flat();
    events.push(...(await readEvents(api, post, events.at(-1)?.seq ?? 0)));
    const written = files.reduce((sum, { version }) => sum + version, 0);
    if (events.length === written) return { files, events };
    if (performance.now() > giveUpAt)
      throw new Error(`${written} events are stored, and only ${events.length} are numbered`);
    await pause(LOOK_AGAIN_MS);
  }
}

async function readFiles(api: ApiClient, post: Post, collection: Collection): Promise<File[]> {
  const files: File[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path: string = `/api/${collection}${cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`}`;
    const page: { items: Omit<File, 'collection'>[]; next: string | null } = await read(api, post, path);
    files.push(...page.items.map((item) => ({ ...item, collection }) as File));
    cursor = page.next;
  }
  return files;
}

async function readEvents(api: ApiClient, post: Post, since: number): Promise<Stored[]> {
  const events: Stored[] = [];
  for (let after = since, more = true; more; ) {
    const page: { events: Stored[]; after: number; more: boolean } = await read(
      api,
      post,
      `/api/events?after=${after}`,
    );
    events.push(...page.events);
    ({ after, more } = page);
  }
  return events;
}

async function read<T>(api: ApiClient, post: Post, path: string): Promise<T> {
  const { status, body } = await api.get<T>(post, path);
  if (status !== 200) throw new Refused(path, status, body as never);
  return body;
}
