import {
  type NoticeSteps,
  type NoticeWork,
  RESEND_UPDATE,
  type ResendAnswer,
  type ResendRequest,
} from '@quancheng/ports';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { BEATING, ONE_TRANSACTION } from '../patience.ts';

const steps = proxyLocalActivities<NoticeSteps>(ONE_TRANSACTION);

const work = proxyActivities<NoticeWork>({ ...BEATING, startToCloseTimeout: '10m' });

/**
 * Delivers what a division's notices say until nothing is left that need not wait, and ends: the worker begins it again when there
 * is something. No project waits for it, and it sets no timer: when a server is to be tried again stands in the store.
 */
export async function deliverNotices(division: { readonly division: string }): Promise<void> {
  let more = true;
  setHandler(defineUpdate<ResendAnswer, [ResendRequest]>(RESEND_UPDATE), async (request) => {
    const answer = await steps.resendNotice(request);
    more = true;
    return answer;
  });
  while (more) {
    more = false;
    const worked = await work.deliverNotices(division);
    more ||= worked.more;
    await condition(allHandlersFinished);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof deliverNotices>(division);
  }
}
