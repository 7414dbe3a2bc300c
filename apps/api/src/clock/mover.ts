import type { Instant } from '@quancheng/kernel';
import { type ClockMove, clockWorkflowId, MOVE_CLOCK_WORKFLOW, TASK_QUEUE } from '@quancheng/ports';
import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { BusinessClock } from './business-clock.ts';
import { machineEpoch } from './machine.ts';

/** A year of a rehearsal takes seconds; a whole division's longest move stays below this. */
const PATIENCE_MS = 8 * 60_000;

export interface ClockMover {
  /** Moves a division's clock and answers when it stands at `to`, or later where another move went further. */
  move(move: ClockMove): Promise<Moved>;
}

interface Moved {
  readonly steps: number;
  readonly woken: number;
}

export function clockMover(client: Client, clock: BusinessClock): ClockMover {
  const standsFarEnough = async (division: string, to: Instant) =>
    ((await clock.standsAt(division)) ?? '') >= to;

  /** Null where another move was under way and did not come far enough. */
  async function moveOnce(move: ClockMove): Promise<Moved | null> {
    const workflowId = clockWorkflowId(move.division);
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
      return (await standsFarEnough(move.division, move.to)) ? { steps: 0, woken: 0 } : null;
    }
  }

  return {
    move: async (move) =>
      await client.withDeadline(machineEpoch() + PATIENCE_MS, async () => {
        for (;;) {
          const moved = await moveOnce(move).catch(nullIfForgotten);
          if (moved !== null) return moved;
        }
      }),
  };
}

/** The workflow engine was begun anew in the middle of the move and knows nothing of it: the move begins again, too. */
function nullIfForgotten(error: unknown): null {
  if (error instanceof WorkflowNotFoundError) return null;
  throw error;
}
