import type { StoredEvent } from '@quancheng/contracts';
import {
  beginGeneration,
  eventNumbered,
  feedHead,
  logGeneration,
  readCursor,
  readFeed,
  readStream,
  type Store,
  type StoredEvent as EventInStore,
} from '@quancheng/event-store';
import type { Json } from '@quancheng/kernel';
import type { PublishedFrom, SaveCursor } from './publish.ts';

/** The relay's row in `relay_cursor`. Another relay (a public topic, say) would have its own. */
export const CURSOR = 'kafka';

/** What the execution of a command writes beside an event's data. */
interface Meta {
  readonly actor: { readonly role: string; readonly post: string; readonly unit: string };
  readonly clause?: string;
  readonly edition?: string;
  readonly commandId?: string;
  readonly correlation?: string;
  readonly cause?: string;
}

/** The store as the publish loop sees it. */
export function publishedFrom(store: Store): PublishedFrom {
  return {
    async after(seq, limit) {
      const events = await readFeed(store, seq, limit);
      return events.map((event) => toldOf(event, event.seq));
    },
    async stream(stream, upTo) {
      const events = await readStream(store, stream as EventInStore['stream']);
      // The number in the feed does not matter for what only leads up to an event.
      return events.filter(({ version }) => version <= upTo).map((event) => toldOf(event, 0));
    },
    head: async () => (await feedHead(store)).seq,
    async standing() {
      const [cursor, { generation }] = await Promise.all([readCursor(store, CURSOR), logGeneration(store)]);
      return { cursor, generation };
    },
    numbered: (seq) => eventNumbered(store, seq),
    beginGeneration: (generation) => beginGeneration(store, generation),
  };
}

/**
 * Moves the cursor, if nobody else has: a relay that was taken for dead finds that out here and begins again. Back to 0, too,
 * when Kafka was begun anew, which is why the store's own `moveCursor` does not serve.
 */
export function saveCursorIn(store: Store): SaveCursor {
  return async ({ from, to }) => {
    const moved =
      from === 0
        ? await store.sql`
            insert into relay_cursor (name, seq) values (${CURSOR}, ${to})
            on conflict (name) do update set seq = excluded.seq where relay_cursor.seq = 0
            returning seq`
        : await store.sql`
            update relay_cursor set seq = ${to} where name = ${CURSOR} and seq = ${from} returning seq`;
    if (moved.length === 0) throw new Error(`the cursor is no longer at ${from}: another relay has moved it`);
  };
}

function toldOf(
  { eventId, stream, version, type, data, happenedOn, recordedAt, training, meta }: EventInStore,
  seq: number,
): StoredEvent {
  const {
    actor,
    clause,
    edition,
    commandId,
    correlation = commandId,
    cause,
  } = meta as Json as unknown as Meta;
  return {
    eventId,
    stream,
    version,
    seq,
    type,
    data,
    happenedOn,
    recordedAt,
    training,
    actor: { role: actor.role, post: actor.post, unit: actor.unit },
    ...(clause !== undefined && { clause }),
    ...(edition !== undefined && { edition }),
    ...(correlation !== undefined && { correlation }),
    ...(cause !== undefined && { cause }),
  };
}
