import { aggregates, fold, type Recorded, type StreamState } from '@quancheng/domain';
import { readStream, type Store, type StoredEvent, type Wall } from '@quancheng/event-store';
import { fromJson, isRefusal, parseStreamId, type StreamId } from '@quancheng/kernel';

/** Everything recorded of one stream, and what it amounts to. */
export interface Dossier {
  readonly state: StreamState;
  readonly version: number;
  readonly stage: string;
  readonly events: readonly Recorded[];
}

/** Folded from the events themselves, so that it is never behind; null where nothing has been recorded. */
export async function loadDossier(store: Store, stream: string, wall?: Wall): Promise<Dossier | null> {
  const parts = parseStreamId(stream);
  if (isRefusal(parts)) return null;
  const events = (await readStream(store, stream as StreamId, 0, wall)).map(recordedOf);
  if (events.length === 0) return null;
  const state = fold(aggregates[parts.aggregate], events);
  return { state, version: events.length, stage: state.stage, events };
}

export function recordedOf(event: StoredEvent): Recorded {
  const meta = event.meta as unknown as Pick<Recorded, 'actor' | 'clause' | 'lateReason'>;
  const { eventId, version, type, happenedOn, recordedAt } = event;
  return { eventId, version, type, happenedOn, recordedAt, data: fromJson(event.data), ...meta };
}
