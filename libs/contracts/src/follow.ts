import { aggregates, evolve, type AggregateName, type Recorded, type StreamState } from '@quancheng/domain';
import { fromJson, isRefusal, parseStreamId } from '@quancheng/kernel';
import { type PublicEvent, type StoredEvent, toPublicEvent } from './public-event.ts';
import { whereabouts } from './whereabouts.ts';

/** Tells one stream's events to the outside in their order: what an event means there depends on those before it. */
export interface Follower {
  readonly version: number;
  /** The next event of the stream as it is published. Throws on any other than the next. */
  next(stored: StoredEvent): PublicEvent;
}

/** A follower that has seen nothing of the stream yet. */
export function followStream(stream: string): Follower {
  const parts = parseStreamId(stream);
  if (isRefusal(parts)) throw new Error(parts.because.en);
  const aggregate = aggregates[parts.aggregate as AggregateName];
  let version = 0;
  let state: StreamState = aggregate.initial;
  return {
    get version() {
      return version;
    },
    next(stored) {
      if (stored.stream !== stream || stored.version !== version + 1) {
        throw new Error(
          `${stream} is at version ${version}; ${stored.stream} ${stored.version} does not follow`,
        );
      }
      // What the law has erased can no longer be folded; the stream goes on from what is known.
      if (stored.data !== null) state = evolve(aggregate, state, recordedOf(stored));
      version = stored.version;
      return toPublicEvent(stored, { stage: state.stage, ...whereabouts(parts, state) });
    },
  };
}

function recordedOf(stored: StoredEvent): Recorded {
  const { type, data, eventId, version, happenedOn, recordedAt, actor, clause } = stored;
  return {
    type,
    data: fromJson(data),
    eventId,
    version,
    happenedOn,
    recordedAt,
    // Who it was stays in the store: no published attribute may depend on a person.
    actor: {
      personId: '',
      role: actor.role as Recorded['actor']['role'],
      post: actor.post,
      unit: actor.unit,
    },
    ...(clause !== undefined && { clause }),
  };
}
