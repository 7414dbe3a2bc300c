import type { Actor } from '@quancheng/domain';
import type { Json, Refusal } from '@quancheng/kernel';

/** Names and shapes by which a job's run is spoken to. */

export const JOB_WORKFLOW = 'job';
export const jobWorkflowId = (division: string, jobId: string): string => `${division}/job/${jobId}`;

export const OPEN_JOB_UPDATE = 'open';
export const CONFIRM_JOB_UPDATE = 'confirm';
export const CANCEL_JOB_UPDATE = 'cancel';

export interface JobAddress {
  readonly division: string;
  readonly jobId: string;
}

/** What somebody wants to have done to many files at once. */
export interface JobRequest extends JobAddress {
  readonly kind: string;
  readonly actor: Actor;
  readonly requestHash: string;
  readonly file: { readonly sha256: string; readonly name: string } | null;
  readonly parameters: Json;
}

export interface JobConfirmation extends JobAddress {
  readonly key: string;
  readonly actor: Actor;
  readonly reason: string;
}

export interface JobCancellation extends JobAddress {
  readonly actor: Actor;
}

export type JobState = 'opened' | 'refused' | 'previewed' | 'confirmed' | 'running' | 'done' | 'cancelled';
export type JobAnswer = { readonly state: JobState } | Refusal;

/** Short work of a job's run: one transaction each. */
export interface JobSteps {
  /** Where the job stands; null: nobody opened it yet. */
  lookAtJob(job: JobAddress): Promise<{ state: JobState } | null>;
  /** Opened before under the same key it answers the same; with another request it is refused. */
  openJob(request: JobRequest): Promise<JobAnswer>;
  confirmJob(confirmation: JobConfirmation): Promise<JobAnswer>;
  cancelJob(cancellation: JobCancellation): Promise<JobAnswer>;
  /** Nobody confirmed it in time. */
  expireJob(job: JobAddress): Promise<JobAnswer>;
}

/** Work of seconds. Each may be begun anew at any point. */
export interface JobWork {
  /** Judges every item as its command would be judged, and writes nothing but the preview. */
  previewJob(job: JobAddress): Promise<{ state: JobState }>;
  /** Carries on for a few seconds; `state` says whether there is more to do. */
  workOnJob(job: JobAddress): Promise<{ state: JobState }>;
}
