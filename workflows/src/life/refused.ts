import type { Refusal } from '@quancheng/kernel';
import { REFUSED } from '@quancheng/ports';
import { ApplicationFailure } from '@temporalio/workflow';

/** The only error a handler may throw: anything else would fail the workflow task again and again. */
export const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`${refusal.code}: ${refusal.because.zh}`, REFUSED, refusal);
