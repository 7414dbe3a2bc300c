import type { Refusal } from '@quancheng/kernel';
import { type CommandInput, REFUSED } from '@quancheng/ports';
import { ApplicationFailure } from '@temporalio/workflow';

/** The only error a handler may throw: anything else would fail the workflow task again and again. */
export const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`${refusal.code}: ${refusal.because.zh}`, REFUSED, refusal);

/**
 * The run's own door: what is no command at all leaves nothing in the history. Whether a command is allowed was judged by
 * the same rules before it was sent, and is judged again where it counts, in the transaction that records it.
 */
export function notACommand(input: Partial<CommandInput> | undefined): Refusal | null {
  const { command, receivedAt } = input ?? {};
  const parts = [command?.type, command?.commandId, command?.actor?.personId, receivedAt];
  if (parts.every((part) => typeof part === 'string' && part !== '')) return null;
  return {
    refused: true,
    code: 'NOT_A_COMMAND',
    because: { zh: '请求不是一条完整的办理指令', en: 'this is no complete command' },
    remedy: { zh: '请通过系统接口办理', en: 'send it through the API' },
  };
}
