import type { Store } from '@quancheng/event-store';
import { countItems, type ItemState, type Job, type JobState, kindOf } from '@quancheng/jobs';
import type { Words } from '@quancheng/kernel';

const TITLES: Readonly<Record<JobState | ItemState, Words>> = {
  opened: { zh: '预览中', en: 'being previewed' },
  refused: { zh: '未通过', en: 'refused' },
  previewed: { zh: '待确认', en: 'waiting to be confirmed' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  running: { zh: '办理中', en: 'at work' },
  done: { zh: '已办', en: 'done' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  fault: { zh: '有问题', en: 'faulty' },
  untouched: { zh: '无需办理', en: 'nothing to do' },
  ok: { zh: '待办', en: 'to be done' },
};

export const stateTitle = (state: JobState | ItemState): Words => TITLES[state];

/** A job as its page shows it: what it would touch and what not, and how far it has come. */
export async function shownJob(store: Store, job: Job): Promise<Record<string, unknown>> {
  const counts = await countItems(store, job);
  const touched = counts.ok + counts.done + counts.refused;
  const self = `/api/jobs/${job.jobId}`;
  const hasFaults = job.file !== null && counts.fault + counts.refused > 0;
  return {
    id: job.jobId,
    kind: job.kind,
    title: kindOf(job.kind)?.title ?? { zh: job.kind, en: job.kind },
    state: job.state,
    stateTitle: stateTitle(job.state),
    file: job.file,
    parameters: job.parameters,
    counts: {
      touched,
      untouched: counts.untouched,
      faulty: counts.fault,
      done: counts.done,
      refused: counts.refused,
      left: counts.ok,
    },
    notes: job.notes,
    refusal: job.refusal,
    madeBy: { personId: job.madeBy.personId, role: job.madeBy.role },
    confirmedBy:
      job.confirmedBy === null ? null : { personId: job.confirmedBy.personId, role: job.confirmedBy.role },
    reason: job.reason,
    cancelledBy: job.cancelledBy,
    createdAt: job.createdAt,
    previewedAt: job.previewedAt,
    confirmedAt: job.confirmedAt,
    finishedAt: job.finishedAt,
    links: {
      self,
      items: `${self}/items`,
      results: `${self}/results.xlsx`,
      confirm: `${self}/confirm`,
      cancel: `${self}/cancel`,
      ...(hasFaults ? { faults: `${self}/faults.xlsx` } : {}),
    },
  };
}
