import type { ClockActivities, ClockMove } from '@quancheng/ports';
import { ApplicationFailure, continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';

const clock = proxyActivities<ClockActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '5s',
  retry: { maximumInterval: '10s' },
});

/** A stream that is woken at the same instant again and again does not go on: better a clear failure than a clock that hangs. */
const STEPS_AT_ONE_INSTANT = 100;

/** Moves a training division's clock from instant to instant, waiting for quiet at each, so that nothing overtakes. */
export async function moveClock(move: ClockMove): Promise<{ steps: number; woken: number }> {
  let woken = 0;
  let last = { at: '', times: 0 };
  for (let steps = 1; ; steps++) {
    const step = await clock.stepClock(move);
    woken += step.woken;
    last = step.at === last.at ? { at: step.at, times: last.times + 1 } : { at: step.at, times: 1 };
    if (last.times > STEPS_AT_ONE_INSTANT)
      throw ApplicationFailure.nonRetryable(`the clock does not pass ${step.at}`, 'ClockStuck');
    if (step.done) return { steps, woken };
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof moveClock>(move);
  }
}
