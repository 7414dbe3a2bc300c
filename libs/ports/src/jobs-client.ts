import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import {
  CANCEL_JOB_UPDATE,
  CONFIRM_JOB_UPDATE,
  JOB_WORKFLOW,
  type JobAddress,
  type JobAnswer,
  type JobCancellation,
  type JobConfirmation,
  type JobRequest,
  jobWorkflowId,
  OPEN_JOB_UPDATE,
} from './jobs.ts';
import { beginningOf } from './beginning.ts';

// A job's run is begun by whoever speaks to it first: opening, confirming and recovering are this one path.

export const openJob = (client: Client, request: JobRequest): Promise<JobAnswer> =>
  told(client, OPEN_JOB_UPDATE, request);

export const confirmJob = (client: Client, confirmation: JobConfirmation): Promise<JobAnswer> =>
  told(client, CONFIRM_JOB_UPDATE, confirmation);

export const cancelJob = (client: Client, cancellation: JobCancellation): Promise<JobAnswer> =>
  told(client, CANCEL_JOB_UPDATE, cancellation);

/** Begins the run of a job that has none: it finds in the store how far the job has come. */
export async function resumeJob(client: Client, job: JobAddress): Promise<void> {
  await client.workflow.start(JOB_WORKFLOW, startOf(job));
}

type JobWorkflow = (job: JobAddress) => Promise<void>;

async function told<T extends JobAddress>(client: Client, update: string, words: T): Promise<JobAnswer> {
  return await client.workflow.executeUpdateWithStart<JobWorkflow, JobAnswer, [T]>(update, {
    args: [words],
    startWorkflowOperation: new WithStartWorkflowOperation<JobWorkflow>(JOB_WORKFLOW, startOf(words)),
  });
}

const startOf = ({ division, jobId }: JobAddress) =>
  beginningOf(jobWorkflowId(division, jobId), { division, jobId });
