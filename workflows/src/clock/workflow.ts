import type { ClockActivities, ClockMove } from '@quancheng/ports';
import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';

const clock = proxyActivities<ClockActivities>({ startToCloseTimeout: '10m', retry: { maximumInterval: '10s' } });

/** Moves a training division's clock from instant to instant, waiting for quiet at each, so that nothing overtakes. */
export async function moveClock(move: ClockMove): Promise<{ steps: number; woken: number }> {
  let woken = 0;
  for (let steps = 1; ; steps++) {
    const step = await clock.stepClock(move);
    woken += step.woken;
    if (step.done) return { steps, woken };
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof moveClock>(move);
  }
}
