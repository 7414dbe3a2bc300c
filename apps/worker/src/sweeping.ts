import { setTimeout as pause } from 'node:timers/promises';
import { openSweep, type SweepSettings, type Swept } from '@quancheng/activities';
import { type Claim, type Store, waitForClaim } from '@quancheng/event-store';
import type { Client, Connection } from '@temporalio/client';
import { ensureSearchAttributes } from './search-attributes.ts';

/** Any number, only the same for every worker of the store. */
const SWEEP_LOCK = 7_210_004_213;

export interface Sweeping {
  readonly store: Store;
  readonly databaseUrl: string;
  readonly client: Client;
  readonly connection: Connection;
  readonly namespace: string;
  readonly everyMs: number;
  readonly settings: SweepSettings;
  readonly onSwept: (swept: Swept) => void;
  /** Told of the first fault of a row; the loop goes on, for servers come back. */
  readonly onTrouble: (fault: unknown) => void;
}

/** Sweeps until the signal: one worker of the store at a time, the others stand by. */
export async function sweepUntilStopped(sweeping: Sweeping, signal: AbortSignal): Promise<void> {
  let troubled = false;
  while (!signal.aborted) {
    try {
      const claim = await waitForClaim(sweeping.databaseUrl, {
        lock: SWEEP_LOCK,
        name: 'quancheng-sweep',
        signal,
      });
      if (claim === undefined) return;
      try {
        await sweepWhileHeld(sweeping, claim, signal, () => {
          troubled = false;
        });
      } finally {
        await claim.release();
      }
    } catch (fault) {
      if (!troubled && !signal.aborted) sweeping.onTrouble(fault);
      troubled = true;
    }
    await rest(sweeping.everyMs, signal);
  }
}

async function sweepWhileHeld(
  { store, client, connection, namespace, everyMs, settings, onSwept }: Sweeping,
  claim: Claim,
  signal: AbortSignal,
  onGood: () => void,
): Promise<void> {
  const sweep = openSweep(store, client, settings);
  while (!signal.aborted && claim.held()) {
    await rest(everyMs, signal);
    // A server that was begun anew knows none of them, and a run that names an unknown one does not come on.
    await ensureSearchAttributes(connection, namespace);
    onSwept(await sweep.round(signal));
    onGood();
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
