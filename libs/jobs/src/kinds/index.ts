import type { JobKind } from '../kind.ts';
import { batchApprove, batchReturn, batchSendRound, batchUrge } from './batches.ts';
import { importIndicators } from './indicators.ts';
import { importPapers } from './papers.ts';
import { importPeople } from './people.ts';
import { importPayments } from './payments.ts';
import { importProjects } from './projects.ts';
import { importUnits } from './units.ts';

/** Every kind of work on many files. A name is for ever. */
export const JOB_KINDS = {
  'import-units': importUnits,
  'import-people': importPeople,
  'import-projects': importProjects,
  'import-payments': importPayments,
  'import-indicators': importIndicators,
  'import-papers': importPapers,
  'batch-return': batchReturn,
  'batch-approve': batchApprove,
  'batch-urge': batchUrge,
  'batch-send-round': batchSendRound,
} as const satisfies Record<string, JobKind>;

export type JobKindName = keyof typeof JOB_KINDS;

export const kindOf = (name: string): JobKind | undefined =>
  Object.hasOwn(JOB_KINDS, name) ? JOB_KINDS[name as JobKindName] : undefined;
