import { setTimeout as pause } from 'node:timers/promises';
import { type NoticeSettings, serveDivisions } from '@quancheng/activities';
import type { Store } from '@quancheng/event-store';
import type { Client } from '@temporalio/client';

/** How soon a notice sets out; the look costs one small query. */
const LOOK_EVERY_MS = 1_000;

export interface Serving {
  readonly store: Store;
  readonly client: Client;
  readonly settings: NoticeSettings;
}

/**
 * Sees to it that a delivery is under way wherever there is one to make, until the signal. Several workers may do so side by side:
 * a division has one run at most. A server that is away is asked again with the next look; the sweep tells of it.
 */
export async function serveNoticesUntilStopped(
  { store, client, settings }: Serving,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await serveDivisions(store, client, settings).catch(() => undefined);
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
