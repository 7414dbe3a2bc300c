import { TASK_QUEUE } from './names.ts';

/** How a run is begun by whoever speaks to it first; where one is at work under this id, it is that one. */
export const beginningOf = <T>(workflowId: string, input: T) => ({
  workflowId,
  taskQueue: TASK_QUEUE,
  args: [input] as [T],
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
});
