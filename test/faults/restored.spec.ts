import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recover } from '@quancheng/activities';
import {
  logGeneration,
  openStore,
  owedInDivision,
  placeOf,
  readStream,
  type Store,
  verifyChain,
} from '@quancheng/event-store';
import type { DivisionCode, StreamId } from '@quancheng/kernel';
import { askRun, runningStreams } from '@quancheng/ports/client';
import { backup } from '../../infra/backup/backup.ts';
import { restore } from '../../infra/backup/restore.ts';
import { compareEvents } from '../../infra/rehearsal/audit/compare.ts';
import { auditConsumer } from '../../infra/rehearsal/audit/consumer.ts';
import { readPublished } from '../../infra/rehearsal/audit/published.ts';
import { readStored } from '../../infra/rehearsal/audit/stored.ts';
import { projectWithYear } from '../support/project-with-year.ts';
import { type Stack, startStack } from '../support/stack.ts';

const HOUR = 3_600_000;
const KEPT = '330211000/project-year/P1-2014' as StreamId;
const AHEAD = '330211000/project-year/P2-2014' as StreamId;
const UNKNOWN = '330211000/project/P3' as StreamId;

describe('PostgreSQL put back to an earlier point while everything runs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-restored-'));
  let stack: Stack;
  let owner: Store;

  beforeAll(async () => {
    // Nobody sweeps here: what a run that is ahead does by itself has to be seen first.
    stack = await startStack('330211000', { worker: { sweep: { everyMs: HOUR } } });
    owner = openStore(stack.databaseUrl, { max: 4, name: 'spec-owner' });
    await stack.clockTo('2014-01-02T09:00:00+08:00');
    for (const id of ['P1', 'P2']) await project(id);
    for (const id of ['P1', 'P2']) await draft(id, '第一稿');
    await handedOn();
    const place = { folder: path.join(folder, 'saved'), attachmentsFolder: folder, note: () => undefined };
    await backup(owner, { ...place, attachmentsFolder: path.join(folder, 'attachments') });
    for (const text of ['后来丢失的第二稿', '后来丢失的第三稿'])
      for (const id of ['P1', 'P2']) await draft(id, text);
    await project('P3');
    await handedOn();
    await restore(owner, {
      ...place,
      attachmentsFolder: path.join(folder, 'attachments'),
      replace: true,
      migrate: async () => 0,
    });
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await stack.stop();
    rmSync(folder, { recursive: true });
  }, 120_000);

  const project = (id: string): Promise<void> => projectWithYear(stack, id);

  /** Until every stream has what others owe it: from then on nothing moves by itself. */
  async function handedOn(): Promise<void> {
    while ((await owedInDivision(stack.store, stack.division as DivisionCode)) > 0);
  }

  const draft = async (id: string, need: string) =>
    await stack.api.must(stack.post('unit-clerk'), ['project-years', `${id}-2014`, 'save-draft'], {
      form: { need },
    });
  const known = (stream: StreamId) => askRun(stack.client, stream);
  const versions = async (stream: StreamId) =>
    (await readStream(stack.store, stream)).map(({ version }) => version);

  it('really leaves workflows that know more than the store has', async () => {
    expect((await known(KEPT))?.version).toBe(4);
    expect((await placeOf(stack.store, KEPT, 4))?.version).toBe(2);
    expect(await placeOf(stack.store, UNKNOWN, 1)).toBeNull();
    expect((await known(UNKNOWN))?.version).toBeGreaterThan(0);
  });

  it('a command to a run that is ahead is decided on what the store has, and the run falls back to it', async () => {
    const { version } = await draft('P1', '恢复之后的一稿');
    expect(version).toBe(3);
    const events = await readStream(stack.store, KEPT);
    expect(events.map((event) => event.version)).toEqual([1, 2, 3]);
    expect(await known(KEPT)).toEqual({ version: 3, eventId: events.at(-1)?.eventId });
    const state = await stack.client.workflow.getHandle(KEPT).query<object>('state');
    expect(JSON.stringify(state)).toContain('恢复之后的一稿');
    expect(JSON.stringify(state)).not.toContain('后来丢失');
  });

  it('recover ends every run that is ahead, and begins it again from the store', async () => {
    const runOf = async (stream: StreamId) => await stack.client.workflow.getHandle(stream).describe();
    const before = await runOf(AHEAD);
    const found = await recover(stack.store, stack.client);
    // Project and year that are not in the store, the year with drafts of the future, the budget year that was told of both.
    expect(found).toMatchObject({ ended: 4, behind: 0 });
    expect((await runOf(AHEAD)).runId).not.toBe(before.runId);
    const [last] = (await readStream(stack.store, AHEAD)).slice(-1);
    expect(await known(AHEAD)).toEqual({ version: 2, eventId: last?.eventId });
    const { events } = await stack.client.workflow.getHandle(AHEAD, before.runId).fetchHistory();
    const reason = events?.at(-1)?.workflowExecutionTerminatedEventAttributes?.reason;
    expect(reason).toContain('version 4');
  });

  it('what the store does not know has no run any more', async () => {
    expect(await known(UNKNOWN)).toBeNull();
    while ((await runningStreams(stack.client)).has(UNKNOWN));
    expect(await recover(stack.store, stack.client)).toMatchObject({
      begun: 0,
      nudged: 0,
      ended: 0,
      behind: 0,
    });
  });

  it('life goes on: the same project may be entered again, the clock moves, the log is unbroken', async () => {
    await project('P3');
    await draft('P2', '恢复之后的一稿');
    await stack.clockTo('2014-07-02T09:00:00+08:00');
    expect(await versions(AHEAD)).toEqual((await versions(AHEAD)).map((_, index) => index + 1));
    expect((await verifyChain(owner)).intact).toBe(true);
  });

  it('Kafka and the first consumer tell what the store has, and nothing of what was lost', async () => {
    const { events } = await readStored(stack.api, stack.division);
    const published = await readPublished(stack, stack.division, events);
    expect(compareEvents(events, published)).toEqual([]);
    while ((await auditConsumer(owner, stack.division)).length > 0);
    expect((await logGeneration(owner)).generation).toBe(2);
  });
});
