import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { addressFor } from '@quancheng/event-store';
import type { Post } from '../../infra/client/client.ts';
import { KEPT, SPEC_PASSWORD, startStack, type Stack, type StackParts } from '../support/stack.ts';

/** A job as the API shows it. */
export interface ShownJob {
  id: string;
  kind: string;
  state: string;
  counts: Record<'touched' | 'untouched' | 'faulty' | 'done' | 'refused' | 'left', number>;
  notes: { zh: string }[];
  reason: string | null;
  links: { faults?: string };
}

export interface ShownItem {
  row: number;
  key: string;
  state: string;
  faults: { field: string; code: string; because: { zh: string } }[];
  result: { because?: { zh: string }; events?: unknown[] } | null;
}

/** The product with its jobs, as somebody uses it who brings lists and confirms what they would do. */
export interface JobStack extends Stack {
  /** Previews a list; answers whatever the API said. */
  bring(
    post: Post,
    kind: string,
    list: string | Uint8Array,
    key?: string,
  ): Promise<{ status: number; body: ShownJob }>;
  begin(post: Post, body: object, key?: string): Promise<{ status: number; body: ShownJob }>;
  confirm(post: Post, id: string, reason?: string): Promise<{ status: number; body: ShownJob }>;
  cancel(post: Post, id: string): Promise<{ status: number; body: ShownJob }>;
  job(post: Post, id: string): Promise<ShownJob>;
  items(post: Post, id: string, state?: string): Promise<ShownItem[]>;
  /** Until it stands at an end. */
  ended(post: Post, id: string): Promise<ShownJob>;
}

export async function startJobStack(parts: StackParts = {}): Promise<JobStack> {
  const stack = await startStack('330211000', parts);
  const send = async (post: Post, path: string, body: object, key: string = crypto.randomUUID()) =>
    (await stack.api.post<ShownJob>(post, path, body, key)) as { status: number; body: ShownJob };
  const job = async (post: Post, id: string) => (await stack.api.get<ShownJob>(post, `/api/jobs/${id}`)).body;
  return {
    ...stack,
    begin: (post, body, key) => send(post, '/api/jobs', body, key),
    async bring(post, kind, list, key) {
      const file =
        typeof list === 'string'
          ? { name: '清单.csv', type: 'text/csv', bytes: new TextEncoder().encode(list) }
          : { name: '清单.xlsx', type: 'application/octet-stream', bytes: list };
      const { sha256 } = (await stack.api.upload(post, file)).body as { sha256: string };
      const opened = await send(post, '/api/jobs', { kind, sha256, fileName: file.name }, key);
      // A preview that takes longer than the API's patience is answered before it is over.
      while (opened.body.state === 'opened') opened.body = await job(post, opened.body.id);
      return opened;
    },
    confirm: (post, id, reason = '首次导入') => send(post, `/api/jobs/${id}/confirm`, { reason }),
    cancel: (post, id) => send(post, `/api/jobs/${id}/cancel`, {}),
    job,
    async items(post, id, state = '') {
      const all: ShownItem[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const path: string = `/api/jobs/${id}/items?state=${state}&cursor=${cursor}`;
        const { body }: { body: { items: ShownItem[]; next: string | null } } = await stack.api.get(
          post,
          path,
        );
        all.push(...body.items);
        cursor = body.next;
      }
      return all;
    },
    async ended(post, id) {
      for (;;) {
        const now = await job(post, id);
        if (['done', 'cancelled', 'refused'].includes(now.state)) return now;
      }
    },
  };
}

/** What was wrong, by row: the code and the title it stands under. */
export const faultList = (items: readonly ShownItem[]): [number, string, string][] =>
  items.flatMap(({ row, faults }) =>
    faults.map(({ code, field }): [number, string, string] => [row, code, field]),
  );

/** A worker that may be killed, in place of the one that was stopped. */
export async function workerProcess(stack: Stack): Promise<ChildProcess> {
  const settings = {
    WRITER_DATABASE_URL: addressFor(stack.databaseUrl, 'writer', SPEC_PASSWORD),
    TEMPORAL_ADDRESS: stack.temporal.address,
    TEMPORAL_NAMESPACE: stack.temporal.namespace,
    WORKER_PORT: 0,
    LOG_LEVEL: 'silent',
    QUANCHENG_DATA: KEPT,
    ATTACHMENTS_FOLDER: stack.attachmentsFolder,
  };
  const script = path.join(import.meta.dirname, 'worker-process.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}
