import { acknowledge, type Place, placeOf, type Store } from '@quancheng/event-store';
import type { StreamId } from '@quancheng/kernel';
import type { KnownByRun } from '@quancheng/ports';
import { askRun, endRun, nudge } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';

/** What was done about a stream's run. `behind`: it was told, and still does not know what the store has. */
export type Mended = 'known' | 'begun' | 'nudged' | 'ended' | 'behind';

/** Longer than a healthy run takes to answer, even when its history has to be read first. */
const PATIENCE_MS = 10_000;

/**
 * Brings one stream's run to where the store stands: begins a missing one, nudges one that is behind, ends and begins again
 * one that knows a future, or another past, than the store. Done twice, or beside a person's command, it changes nothing.
 */
export async function mend(store: Store, client: Client, stream: StreamId): Promise<Mended> {
  return await client.withDeadline(Date.now() + PATIENCE_MS, async () => {
    const known = await askRun(client, stream);
    // The store is read after the run was asked, so a run that is merely quick never looks ahead of it.
    const place = await placeOf(store, stream, known?.version ?? 0);
    if (known !== null && contradicts(known, place)) {
      await endRun(client, stream, `the store does not have version ${known.version} of this run any more`);
      if (place !== null && !place.closed) await catchUp(store, client, stream);
      return 'ended';
    }
    if (place === null) return 'known';
    if (known?.version === place.version && !place.overdue) {
      await acknowledge(store, stream, known.version);
      return 'known';
    }
    const version = await catchUp(store, client, stream);
    const now = await placeOf(store, stream, version);
    if (version < place.version || now?.overdue) return 'behind';
    return known === null ? 'begun' : 'nudged';
  });
}

/** Whether the run has an event that the store does not have at that place. */
function contradicts(known: KnownByRun, place: Place | null): boolean {
  return known.version > 0 && known.eventId !== (place?.eventAt ?? null);
}

async function catchUp(store: Store, client: Client, stream: StreamId): Promise<number> {
  const version = await nudge(client, stream);
  if (version > 0) await acknowledge(store, stream, version);
  return version;
}
