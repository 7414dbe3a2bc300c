import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson, type Instant, type Json, type PlainDate, type StreamId } from '@quancheng/kernel';

/** An event as the store keeps it. `data` is null when it has been withheld or erased by law. Fen are digit strings here; `fromJson` revives them. */
export type StoredEvent = {
  readonly eventId: string;
  readonly stream: StreamId;
  readonly version: number;
  readonly type: string;
  readonly data: Json;
  readonly meta: Json;
  /** The day on which the fact happened: the law counts from it. */
  readonly happenedOn: PlainDate;
  readonly recordedAt: Instant;
  /** Recorded while the business clock of its division stood still. */
  readonly training: boolean;
};

/** `eventId` is a UUID of the caller's: follow-ups are named after it. bigint under keys in `Fen` is allowed in data and meta. */
export type NewStoredEvent = Omit<StoredEvent, 'stream' | 'version' | 'data' | 'meta'> & {
  readonly data: unknown;
  readonly meta: unknown;
};

/** What the hash chain binds, as texts that are already canonical. */
export type Sealed = {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly training: boolean;
};

export type EventRow = Sealed & {
  readonly eventId: string;
  readonly division: string;
  readonly salt: Buffer;
  readonly commitment: Buffer;
};

export type Placed = { readonly stream: StreamId; readonly division: string; readonly version: number };

/** The row of a new event, with a fresh salt and its commitment. */
export function rowOf(event: NewStoredEvent, { stream, division, version }: Placed): EventRow {
  const { eventId, type, happenedOn, recordedAt, training } = event;
  const sealed = {
    stream,
    version,
    type,
    data: canonicalJson(event.data),
    meta: canonicalJson(event.meta),
    happenedOn,
    recordedAt,
    training,
  };
  const salt = randomBytes(16);
  return { ...sealed, eventId, division, salt, commitment: commitmentOf(salt, sealed) };
}

/** sha256(salt ‖ canonical JSON of the event). The salt keeps a guessable payload from being found again by its hash. */
export function commitmentOf(salt: Uint8Array, sealed: Sealed): Buffer {
  return createHash('sha256').update(salt).update(sealedText(sealed)).digest();
}

/** The canonical JSON of the whole, put together from parts that are canonical already: the large one is not sorted twice. */
export function sealedText({
  stream,
  version,
  type,
  data,
  meta,
  happenedOn,
  recordedAt,
  training,
}: Sealed): string {
  const text = JSON.stringify;
  return (
    `{"data":${data},"happenedOn":${text(happenedOn)},"meta":${meta},"recordedAt":${text(recordedAt)},` +
    `"stream":${text(stream)},"training":${training},"type":${text(type)},"version":${version}}`
  );
}

export type ReadRow = {
  readonly event_id: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly data: string | null;
  readonly meta: string;
  readonly happened_on: string;
  readonly recorded_at: string;
  readonly training: boolean;
};

export function eventOf(row: ReadRow): StoredEvent {
  return {
    eventId: row.event_id,
    stream: row.stream as StreamId,
    version: row.version,
    type: row.type,
    data: row.data === null ? null : (JSON.parse(row.data) as Json),
    meta: JSON.parse(row.meta) as Json,
    happenedOn: row.happened_on as PlainDate,
    recordedAt: row.recorded_at as Instant,
    training: row.training,
  };
}
