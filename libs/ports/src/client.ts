import { parseStreamId, type Refusal } from '@quancheng/kernel';
import {
  ApplicationFailure,
  type Client,
  QueryRejectedError,
  WithStartWorkflowOperation,
  WorkflowClient,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { beginningOf } from './beginning.ts';
import {
  COMMAND_UPDATE,
  KNOWN_QUERY,
  MAIL_SIGNAL,
  NUDGE_UPDATE,
  REFUSED,
  WORKFLOW_TYPES,
  workflowIdOf,
} from './names.ts';
import type { CommandAnswer, CommandInput, KnownByRun, StreamInput } from './wire.ts';

export { cancelJob, confirmJob, openJob, resumeJob } from './jobs-client.ts';
export { beginDelivery, resendNotice } from './notices-client.ts';

// Apart from the other names of this room, because workflow code may never see the client.

/**
 * Speaks to a stream's run, and begins one where none is running: creating, recovering and reopening are this one path.
 * Rejects with the failure that `refusalIn` reads; any other error leaves open whether the command arrived.
 */
export async function sendCommand(
  client: Client,
  stream: string,
  input: CommandInput,
  attempt = 1,
): Promise<CommandAnswer> {
  return await client.workflow.executeUpdateWithStart<StreamWorkflow, CommandAnswer, [CommandInput]>(
    COMMAND_UPDATE,
    {
      args: [input],
      // Under the bare command id a transient failure would come back for ever.
      updateId: `${input.command.commandId}#${attempt}`,
      startWorkflowOperation: startOf(stream),
    },
  );
}

/** Lets a stream's run look at the clock and at the store. Answers with the version it stands at. */
export async function nudge(client: Client, stream: string): Promise<number> {
  return await client.workflow.executeUpdateWithStart<StreamWorkflow, number, []>(NUDGE_UPDATE, {
    args: [],
    startWorkflowOperation: startOf(stream),
  });
}

/** Tells a stream's run that other streams owe it something; begins one where none is running. */
export async function tellOfMail(client: Client, stream: string): Promise<void> {
  const { workflowTypeOrFunc, options } = startOf(stream);
  const { workflowIdConflictPolicy: _always, ...start } = options;
  await client.workflow.signalWithStart(workflowTypeOrFunc, {
    ...start,
    signal: MAIL_SIGNAL,
    signalArgs: [],
  });
}

/** Asks a stream's run what it has learnt, which leaves no trace in its history; null where none is running. */
export async function askRun(client: Client, stream: string): Promise<KnownByRun | null> {
  const { connection, options } = client;
  const asking = new WorkflowClient({
    connection,
    namespace: options.namespace,
    queryRejectCondition: 'NOT_OPEN',
  });
  try {
    return await asking.getHandle(workflowIdOf(stream)).query<KnownByRun>(KNOWN_QUERY);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || error instanceof QueryRejectedError) return null;
    throw error;
  }
}

/** Ends a stream's run, if one is running: the store is the record, and the next run begins from it. */
export async function endRun(client: Client, stream: string, reason: string): Promise<void> {
  try {
    await client.workflow.getHandle(workflowIdOf(stream)).terminate(reason);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** The runs of streams that are at work; of one division, or of all. Seen with some delay: the server writes its lists behind. */
export async function runningStreams(client: Client, division?: string): Promise<Set<string>> {
  const running = new Set<string>();
  const query = `${RUNNING}${division === undefined ? '' : ` and WorkflowId starts_with '${division}/'`}`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 1_000 }))
    running.add(workflowId);
  return running;
}

export async function countRunningStreams(client: Client): Promise<number> {
  return (await client.workflow.count(RUNNING)).count;
}

const RUNNING = `ExecutionStatus = 'Running' and WorkflowType in (${Object.values(WORKFLOW_TYPES)
  .map((type) => `'${type}'`)
  .join(', ')})`;

/** The refusal inside a failed Update; null when the failure is something else. */
export function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  return cause instanceof ApplicationFailure && cause.type === REFUSED
    ? ((cause.details?.[0] as Refusal) ?? null)
    : null;
}

type StreamWorkflow = (input: StreamInput) => Promise<void>;

function startOf(stream: string) {
  const parts = parseStreamId(stream);
  if ('refused' in parts) throw new Error(`not a stream: ${stream}`);
  return new WithStartWorkflowOperation<StreamWorkflow>(
    WORKFLOW_TYPES[parts.aggregate],
    beginningOf(workflowIdOf(stream), { stream }),
  );
}
