import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import { beginningOf } from './beginning.ts';
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

const startOf = (division: string) => beginningOf(noticesWorkflowId(division), { division });
