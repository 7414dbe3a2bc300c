import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import { TASK_QUEUE } from './names.ts';
import {
  NOTICES_WORKFLOW,
  noticesWorkflowId,
  RESEND_UPDATE,
  type ResendAnswer,
  type ResendRequest,
} from './notices.ts';

type NoticesWorkflow = (division: { division: string }) => Promise<void>;

/** Begins the delivery of a division's notices where it is not under way. What is to be done stands in the store. */
export async function beginDelivery(client: Client, division: string): Promise<void> {
  await client.workflow.start(NOTICES_WORKFLOW, startOf(division));
}

export async function resendNotice(client: Client, request: ResendRequest): Promise<ResendAnswer> {
  return await client.workflow.executeUpdateWithStart<NoticesWorkflow, ResendAnswer, [ResendRequest]>(
    RESEND_UPDATE,
    {
      args: [request],
      startWorkflowOperation: new WithStartWorkflowOperation<NoticesWorkflow>(
        NOTICES_WORKFLOW,
        startOf(request.division),
      ),
    },
  );
}

const startOf = (division: string) => ({
  workflowId: noticesWorkflowId(division),
  taskQueue: TASK_QUEUE,
  args: [{ division }] as [{ division: string }],
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
});
