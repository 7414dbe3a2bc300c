import type { Instant } from '@quancheng/kernel';
import { type ClockMove, clockWorkflowId, MOVE_CLOCK_WORKFLOW, TASK_QUEUE } from '@quancheng/ports';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { BusinessClock } from './business-clock.ts';
import { machineEpoch } from './machine.ts';

/** A year of a rehearsal takes seconds; a whole division's longest move stays below this. */
const PATIENCE_MS = 8 * 60_000;

export interface ClockMover {
  /** Moves a division's clock and answers when it stands at `to`, or later where another move went further. */
  move(move: ClockMove): Promise<{ steps: number; woken: number }>;
}

export function clockMover(client: Client, clock: BusinessClock): ClockMover {
  const standsFarEnough = async (division: string, to: Instant) =>
    ((await clock.standsAt(division)) ?? '') >= to;
  return {
    move: async (move) => {
      const workflowId = clockWorkflowId(move.division);
      return await client.withDeadline(machineEpoch() + PATIENCE_MS, async () => {
        for (;;) {
          try {
            return await client.workflow.execute(MOVE_CLOCK_WORKFLOW, {
              workflowId,
              taskQueue: TASK_QUEUE,
              args: [move],
            });
          } catch (error) {
            if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
            // A division has one clock: the move under way is awaited, and then it is seen what is left to do.
            await client.workflow.getHandle(workflowId).result();
            if (await standsFarEnough(move.division, move.to)) return { steps: 0, woken: 0 };
          }
        }
      });
    },
  };
}
