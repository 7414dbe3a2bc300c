import {
  CANCEL_JOB_UPDATE,
  CONFIRM_JOB_UPDATE,
  type JobAddress,
  type JobAnswer,
  type JobCancellation,
  type JobConfirmation,
  type JobRequest,
  type JobState,
  type JobSteps,
  type JobWork,
  OPEN_JOB_UPDATE,
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

const steps = proxyLocalActivities<JobSteps>(ONE_TRANSACTION);

const work = proxyActivities<JobWork>({ ...BEATING, startToCloseTimeout: '10m' });

/** What is not confirmed by then was judged on files that have long become others. */
const CONFIRM_WITHIN = '30 days';

/**
 * One job: preview, confirmation, work. The store has the record of it; this run knows only where it stands, and may be begun
 * anew at any point.
 */
export async function job(address: JobAddress): Promise<void> {
  let state: JobState | null = null;
  const learn = (answer: JobAnswer): JobAnswer => {
    if ('state' in answer) state = answer.state;
    return answer;
  };
  // Whoever opens it hears of the preview, if he has the patience.
  setHandler(defineUpdate<JobAnswer, [JobRequest]>(OPEN_JOB_UPDATE), async (request) => {
    const answer = learn(await steps.openJob(request));
    await condition(() => state !== 'opened');
    return 'state' in answer ? { state: state ?? answer.state } : answer;
  });
  setHandler(defineUpdate<JobAnswer, [JobConfirmation]>(CONFIRM_JOB_UPDATE), async (confirmation) =>
    learn(await steps.confirmJob(confirmation)),
  );
  setHandler(defineUpdate<JobAnswer, [JobCancellation]>(CANCEL_JOB_UPDATE), async (cancellation) =>
    learn(await steps.cancelJob(cancellation)),
  );
  const is = (...states: readonly JobState[]) => state !== null && states.includes(state);

  const found = await steps.lookAtJob(address);
  if (state === null && found !== null) state = found.state;
  // Begun by the Update that opens it: then that one says where it stands, or that it was no request at all.
  await condition(() => state !== null || allHandlersFinished());

  if (is('opened')) learn(await work.previewJob(address));
  if (is('previewed') && !(await condition(() => !is('previewed'), CONFIRM_WITHIN)))
    learn(await steps.expireJob(address));
  while (is('confirmed', 'running')) {
    learn(await work.workOnJob(address));
    if (workflowInfo().continueAsNewSuggested && is('running')) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof job>(address);
    }
  }
  await condition(allHandlersFinished);
}
