import { randomInt } from 'node:crypto';
import type { Refusal } from '@quancheng/kernel';
import { type CommandAnswer, type CommandInput, MAX_UPDATES_IN_FLIGHT } from '@quancheng/ports';
import { refusalIn, sendCommand } from '@quancheng/ports/client';
import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { machineEpoch } from '../clock/machine.ts';
import { busy, Problem, stillWorking, unavailable } from '../http/problem.ts';

/** Longer than any command takes, shorter than a browser's patience; what takes longer is asked for again by its key. */
const DEADLINE_MS = 8_000;
const TRIES = 3;
const HIGHEST_ATTEMPT = 2 ** 31 - 1;
export const TEMPORAL = { zh: '流程引擎（Temporal）', en: 'the workflow engine (Temporal)' };

export interface Sender {
  /** Speaks to the stream's run. Throws a `Problem` when no answer can be had in time. */
  send(stream: string, input: CommandInput): Promise<CommandAnswer | Refusal>;
}

export function senderOf(client: Client): Sender {
  const underWay = new Map<string, number>();
  return {
    send: async (stream, input) => {
      const others = underWay.get(stream) ?? 0;
      // The server refuses more, also those of the clock and of other streams: room is left for them.
      if (others >= MAX_UPDATES_IN_FLIGHT - 2) throw busy();
      underWay.set(stream, others + 1);
      try {
        return await withinDeadline(client, stream, input);
      } finally {
        const left = (underWay.get(stream) ?? 1) - 1;
        if (left === 0) underWay.delete(stream);
        else underWay.set(stream, left);
      }
    },
  };
}

const withinDeadline = (
  client: Client,
  stream: string,
  input: CommandInput,
): Promise<CommandAnswer | Refusal> => {
  // A number of its own for each try of each request: an Update id that failed once would fail for ever, and the
  // table of commands, not the Update id, is what keeps a repetition from being done twice.
  return speak(client, () => sendCommand(client, stream, input, randomInt(1, HIGHEST_ATTEMPT)));
};

/** Asks a run something that may be asked twice. Throws a `Problem` when no answer can be had in time. */
export async function speak<T>(client: Client, ask: () => Promise<T>): Promise<T | Refusal> {
  const deadline = machineEpoch() + DEADLINE_MS;
  for (let tries = 1; ; tries++) {
    try {
      return await client.withDeadline(deadline, ask);
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal !== null) return refusal;
      if (!isPassing(error) || tries === TRIES) throw problemOf(error);
    }
  }
}

/** The run ended or handed over between our finding it and its taking the Update: the next try meets its successor. */
const isPassing = (error: unknown): boolean =>
  error instanceof WorkflowUpdateFailedError || error instanceof WorkflowNotFoundError;

const RESOURCE_EXHAUSTED = 8;
const DEADLINE_EXCEEDED = 4;

function problemOf(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isPassing(error)) return stillWorking();
  const cause = error instanceof ServiceError ? error.cause : error;
  if (!isGrpcServiceError(cause)) return error;
  if (cause.code === RESOURCE_EXHAUSTED) return busy();
  return cause.code === DEADLINE_EXCEEDED ? stillWorking() : unavailable(TEMPORAL, error);
}
