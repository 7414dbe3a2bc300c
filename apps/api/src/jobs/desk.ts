import { type Actor, REACH } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { type Job, kindOf, readJob, unknownKind } from '@quancheng/jobs';
import { isRefusal, type Refusal } from '@quancheng/kernel';
import type { JobAnswer, JobConfirmation, JobRequest } from '@quancheng/ports';
import { cancelJob, confirmJob, openJob } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';
import { speak } from '../commands/sender.ts';
import { denied, notFound, Problem, refusedProblem } from '../http/problem.ts';

const JOB = { zh: '该批量事项', en: 'the job' };

/** The way of a job from the door to its run. */
export class JobDesk {
  private readonly store: Store;
  private readonly client: Client;

  constructor(parts: { store: Store; client: Client }) {
    this.store = parts.store;
    this.client = parts.client;
  }

  /** Throws a `Problem` for every "no", also where the file as a whole could not be taken. */
  async open(request: JobRequest): Promise<Job> {
    this.allow(request.kind, request.actor);
    const job = await this.heard(request, () => openJob(this.client, request));
    if (job.refusal !== null) throw refusedFile(job.refusal);
    return job;
  }

  async confirm(confirmation: JobConfirmation): Promise<Job> {
    await this.find(confirmation.jobId, confirmation.actor, 'act');
    return await this.heard(confirmation, () => confirmJob(this.client, confirmation));
  }

  async cancel(jobId: string, actor: Actor): Promise<Job> {
    const words = { division: actor.division, jobId, actor };
    await this.find(jobId, actor, 'act');
    return await this.heard(words, () => cancelJob(this.client, words));
  }

  /** Throws 404 where there is none, 403 where it is not for this post. */
  async find(jobId: string, actor: Actor, to: 'read' | 'act'): Promise<Job> {
    const job = /^[A-Za-z0-9]{1,40}$/.test(jobId)
      ? await readJob(this.store, { division: actor.division, jobId })
      : null;
    if (job === null) throw notFound(JOB);
    if (!isWithinReach(job, actor)) throw notForThisPost();
    if (to === 'act') this.allow(job.kind, actor);
    else if (!mayRead(job.kind, actor)) throw notForThisPost();
    return job;
  }

  private allow(kind: string, { role }: Actor): void {
    const known = kindOf(kind);
    if (known === undefined) throw refusedProblem(unknownKind(kind));
    if (!known.roles.some((allowed) => allowed === role)) throw notForThisPost();
  }

  /** What the run answered; a run that is still at it after our deadline has kept the job, and that is answered then. */
  private async heard(
    { division, jobId }: { division: string; jobId: string },
    ask: () => Promise<JobAnswer>,
  ): Promise<Job> {
    const answer = await speak(this.client, ask).catch((fault: unknown) => {
      if (fault instanceof Problem && fault.refusal.code === 'ANSWER_PENDING') return null;
      throw fault;
    });
    if (answer !== null && isRefusal(answer)) throw refusedProblem(answer);
    const job = await readJob(this.store, { division, jobId });
    if (job === null) throw notFound(JOB);
    return job;
  }
}

/** Besides those who work with such jobs: whoever looks after the system, and whoever looks over its shoulder. */
const WATCHERS = ['administrator', 'supervision', 'audit', 'bureau-leader'];

export const mayRead = (kind: string, { role }: Actor): boolean =>
  WATCHERS.includes(role) || (kindOf(kind)?.roles.some((allowed) => allowed === role) ?? false);

/** A department sees the jobs of its own people alone, and so does a unit. */
export const houseOf = ({ role, unit, department }: Actor): { unit?: string; department?: string } => {
  const reach = REACH[role];
  return reach === 'own-department' ? { department } : reach === 'own-unit' ? { unit } : {};
};

function isWithinReach({ madeBy }: Job, actor: Actor): boolean {
  const { unit = madeBy.unit, department = madeBy.department } = houseOf(actor);
  return madeBy.unit === unit && madeBy.department === department;
}

const notForThisPost = (): Problem =>
  denied({
    code: 'ROLE_NOT_ALLOWED',
    because: { zh: '本岗位不能办理此批量事项', en: 'this post may not do this kind of job' },
  });

/** Whatever is wrong with an uploaded file is wrong with the request that names it. */
const refusedFile = (refusal: Refusal): Problem => new Problem(422, refusal);
