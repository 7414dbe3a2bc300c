import type { Client } from '@temporalio/client';
import type { Store } from '@quancheng/event-store';
import { machineEpoch } from '../clock/machine.ts';
import type { Verifier } from '../identity/verifier.ts';

const PATIENCE_MS = 2_000;

export interface Check {
  readonly name: string;
  look(): Promise<{ status: 'ok' | 'unavailable'; ms: number; because?: string }>;
}

/** The servers without which no command can be answered. */
export function checksOf(parts: {
  store: Store;
  temporal: Client;
  verifier: Verifier;
  ping: (store: Store) => Promise<unknown>;
}): Check[] {
  const { store, temporal, verifier, ping } = parts;
  return [
    check('postgresql', () => ping(store)),
    check('temporal', () =>
      temporal.withDeadline(machineEpoch() + PATIENCE_MS, () => temporal.workflowService.getSystemInfo({})),
    ),
    check('identity', () => verifier.ready()),
  ];
}

function check(name: string, ask: () => Promise<unknown>): Check {
  return {
    name,
    look: async () => {
      const began = performance.now();
      const ms = () => Math.round(performance.now() - began);
      try {
        await orTooLong(ask());
        return { status: 'ok', ms: ms() };
      } catch (error) {
        return {
          status: 'unavailable',
          ms: ms(),
          because: error instanceof Error ? error.message : String(error),
        };
      }
    },
  };
}

async function orTooLong(answer: Promise<unknown>): Promise<void> {
  const tooLong = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => tooLong.reject(new Error(`no answer within ${PATIENCE_MS} ms`)),
    PATIENCE_MS,
  );
  try {
    await Promise.race([answer, tooLong.promise]);
  } finally {
    clearTimeout(timer);
  }
}
