import { asJson, behindWall, clockIn, type Store } from '@quancheng/event-store';
import {
  cancelJobRow,
  type Item,
  type Job,
  judgeAll,
  keepJob,
  keepPreview,
  moveJob,
  nextStrokes,
  planJob,
  readJob,
  type Settled,
  settleItems,
} from '@quancheng/jobs';
import {
  type DivisionCode,
  type Instant,
  instantFromEpoch,
  isRefusal,
  type Refusal,
  refuse,
} from '@quancheng/kernel';
import {
  type JobAddress,
  type JobAnswer,
  type JobConfirmation,
  type JobState,
  type JobSteps,
  type JobWork,
  keyReused,
} from '@quancheng/ports';
import type { Client } from '@temporalio/client';
import { atOnce } from '../at-once.ts';
import { beating } from '../beating.ts';
import { streamActivities } from '../stream-work.ts';
import { carryOn } from './carry.ts';
import { keepContacts } from './contacts.ts';
import type { UploadedFiles } from './files.ts';
import { lookInto } from './look.ts';
import { carryOut, type Hands, streamsWithRun } from './strokes.ts';

/** How long one piece of work lasts: after it the run may hear of a cancellation, and its history grows by three entries. */
const PIECE_MS = 3_000;
const STROKES_A_LOOK = 40;
const STROKES_AT_ONCE = 8;

const machineNow = (): Instant => instantFromEpoch(Date.now());

export function jobActivities(store: Store, client: Client, files: UploadedFiles): JobSteps & JobWork {
  const hands: Hands = { store, client, streams: streamActivities(store), now: machineNow };
  return {
    lookAtJob: async (address) => stateOf(await readJob(store, address)),
    openJob: async (request) => {
      const job = await keepJob(store, request);
      return job.requestHash === request.requestHash ? { state: job.state } : keyReused();
    },
    confirmJob: (confirmation) => confirm(store, confirmation),
    cancelJob: ({ actor, ...address }) =>
      ended(store, address, ['opened', 'previewed', 'confirmed', 'running'], actor.personId),
    expireJob: (address) => ended(store, address, ['previewed'], 'system'),
    previewJob: (address) => beating(() => preview(store, files, address)),
    workOnJob: (address) => beating(() => workOn(hands, address)),
  };
}

const stateOf = (job: Job | null): { state: JobState } | null => (job === null ? null : { state: job.state });

async function confirm(
  store: Store,
  { division, jobId, key, actor, reason }: JobConfirmation,
): Promise<JobAnswer> {
  const confirmed = await moveJob(store, { division, jobId }, ['previewed'], 'confirmed', (sql) => ({
    confirmed_by: asJson(sql, actor),
    confirm_key: key,
    reason,
    confirmed_at: sql`clock_timestamp()`,
  }));
  if (confirmed !== null) return { state: confirmed.state };
  const job = await readJob(store, { division, jobId });
  return job !== null && job.confirmKey === key ? { state: job.state } : notAt(job);
}

async function ended(
  store: Store,
  address: JobAddress,
  from: readonly JobState[],
  by: string,
): Promise<JobAnswer> {
  const cancelled = await cancelJobRow(store, address, from, by);
  if (cancelled !== null) return { state: cancelled.state };
  const job = await readJob(store, address);
  return job?.state === 'cancelled' ? { state: job.state } : notAt(job);
}

async function preview(
  store: Store,
  files: UploadedFiles,
  address: JobAddress,
): Promise<{ state: JobState }> {
  const job = await readJob(store, address);
  if (job === null) throw new Error(`there is no job ${address.jobId}`);
  if (job.state !== 'opened') return { state: job.state };
  const { division, jobId } = job;
  const now = await businessNow(store, division);
  const look = lookInto({ store, files }, division, now);
  const plan = await planJob(job, look);
  if (isRefusal(plan)) return await refuseJob(store, address, plan);
  const judge = { actor: job.madeBy, now, reason: '预览', isChosen: plan.isChosen };
  const items = await judgeAll(plan.items, look, judge);
  const kept = await keepPreview(store, { division, jobId }, items, plan.notes);
  return kept ?? { state: (await readJob(store, address))?.state ?? 'cancelled' };
}

async function refuseJob(store: Store, address: JobAddress, refusal: Refusal): Promise<{ state: JobState }> {
  const refused = await moveJob(store, address, ['opened'], 'refused', (sql) => ({
    refusal: asJson(sql, refusal),
    finished_at: sql`clock_timestamp()`,
  }));
  return { state: refused?.state ?? (await readJob(store, address))?.state ?? 'refused' };
}

/** The day that counts for the division: its standing clock where it has one. */
async function businessNow(store: Store, division: string): Promise<Instant> {
  return (await behindWall(store, division, (sql) => clockIn(sql, division as DivisionCode))) ?? machineNow();
}

/** Some seconds of work; what was begun before a kill is found where it was, under the same command ids. */
async function workOn(hands: Hands, address: JobAddress): Promise<{ state: JobState }> {
  const { store } = hands;
  await moveJob(store, address, ['confirmed'], 'running');
  const until = Date.now() + PIECE_MS;
  do {
    const job = await readJob(store, address);
    if (job === null || job.state !== 'running') return { state: job?.state ?? 'cancelled' };
    const strokes = await nextStrokes(store, address, STROKES_A_LOOK);
    if (strokes.length === 0) return await finish(hands, job);
    await workOnStrokes(hands, job, strokes);
  } while (Date.now() < until);
  return { state: 'running' };
}

const streamsOf = (strokes: readonly (readonly Item[])[]): Set<string> =>
  new Set(strokes.flat().flatMap(({ stream }) => (stream === null ? [] : [stream])));

/** How they ended is kept for all of them at once: cut off before, they are found done under the same command ids. */
async function workOnStrokes(hands: Hands, job: Job, strokes: readonly (readonly Item[])[]): Promise<void> {
  const { store } = hands;
  const streams = streamsOf(strokes);
  const withRun = await streamsWithRun(store, job.division, streams);
  const settled: Settled[] = [];
  await atOnce(STROKES_AT_ONCE, strokes, async (items) => {
    settled.push(...(await carryOut(hands, job, items, withRun)));
  });
  // Before they count as done, so that a job that is at its end has nothing left to tell.
  await carryOn(hands, job.division, streams);
  const done = new Set(settled.filter(({ state }) => state === 'done').map(({ row }) => row));
  const contacts = strokes.flat().filter(({ row }) => done.has(row));
  await keepContacts(store, job, contacts);
  await settleItems(store, job, settled);
}

async function finish({ store }: Hands, job: Job): Promise<{ state: JobState }> {
  const finished = await moveJob(store, job, ['running'], 'done', (sql) => ({
    finished_at: sql`clock_timestamp()`,
  }));
  return { state: finished?.state ?? (await readJob(store, job))?.state ?? 'done' };
}

function notAt(job: Job | null): Refusal {
  if (job === null)
    return refuse({
      code: 'NOT_FOUND',
      because: { zh: '没有找到这项批量事项', en: 'there is no such job' },
      remedy: { zh: '请核对编号', en: 'check the id' },
    });
  const words: Record<JobState, { zh: string; en: string }> = {
    opened: { zh: '正在预览', en: 'it is being previewed' },
    refused: { zh: '文件未被接受', en: 'its file was not taken' },
    previewed: { zh: '已预览，待确认', en: 'it is previewed and not confirmed' },
    confirmed: { zh: '已由他人确认', en: 'it was confirmed already' },
    running: { zh: '正在办理', en: 'it is at work' },
    done: { zh: '已办完', en: 'it is done' },
    cancelled: { zh: '已取消', en: 'it was cancelled' },
  };
  return refuse({
    code: 'JOB_STATE',
    because: words[job.state],
    remedy: { zh: '请查看该事项的当前状态', en: 'look at where the job stands' },
  });
}
