import type { Actor } from '@quancheng/domain';
import type { Instant, Json, Refusal, Words } from '@quancheng/kernel';
import type { ItemState } from './item.ts';

export type JobState = 'opened' | 'refused' | 'previewed' | 'confirmed' | 'running' | 'done' | 'cancelled';

export interface JobFile {
  readonly sha256: string;
  readonly name: string;
}

/** A job as it is stored. */
export interface Job {
  readonly division: string;
  readonly jobId: string;
  readonly kind: string;
  readonly state: JobState;
  readonly madeBy: Actor;
  readonly requestHash: string;
  readonly parameters: { readonly [key: string]: Json };
  readonly file: JobFile | null;
  readonly refusal: Refusal | null;
  readonly notes: readonly Words[];
  readonly confirmedBy: Actor | null;
  readonly confirmKey: string | null;
  readonly reason: string | null;
  readonly cancelledBy: string | null;
  readonly createdAt: Instant;
  readonly previewedAt: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

export type JobCounts = Readonly<Record<ItemState, number>>;
