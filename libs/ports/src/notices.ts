import type { Refusal } from '@quancheng/kernel';

/** Names and shapes by which a division's notices are delivered. */

export const NOTICES_WORKFLOW = 'deliverNotices';
/** One run a division at most, so that each telling is in one hand. */
export const noticesWorkflowId = (division: string): string => `${division}/notices`;

export const RESEND_UPDATE = 'resend';

/** A person's wish to have one telling sent once more. */
export interface ResendRequest {
  readonly division: string;
  readonly deliveryId: string;
  readonly by: string;
  readonly reason: string;
  readonly key: string;
}
export type ResendAnswer = { readonly deliveryId: string } | Refusal;

/** Short work: one transaction. */
export interface NoticeSteps {
  resendNotice(request: ResendRequest): Promise<ResendAnswer>;
}

/** Work of seconds, which may be begun anew at any point. */
export interface NoticeWork {
  /** Finds persons and sends for a few seconds; `more` says whether there is something left that need not wait. */
  deliverNotices(division: { readonly division: string }): Promise<{ readonly more: boolean }>;
}
