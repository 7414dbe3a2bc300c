import { type AggregateName, aggregates, clockEvents, type EventCatalogue } from '@quancheng/domain';
import { type Instant, isRefusal, type Json, type PlainDate, parseStreamId, toJson } from '@quancheng/kernel';
import { publicDataSchema, publish, type Schema } from './schema.ts';

/** What is told outside of a stored event; the store's own row has more. `data` as it is stored; null when it was erased by law. */
export interface StoredEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
  /** The gapless number of the whole store. */
  readonly seq: number;
  readonly type: string;
  readonly data: Json;
  readonly happenedOn: PlainDate;
  readonly recordedAt: Instant;
  readonly actor: { readonly role: string; readonly post: string; readonly unit: string };
  readonly clause?: string;
  readonly edition?: string;
  readonly correlation?: string;
  readonly cause?: string;
  /** Recorded under a moved business clock: a rehearsal, not the bureau's year. */
  readonly training: boolean;
  /** How often the log has begun anew; 1 when absent. */
  readonly generation?: number;
}

/** What the stream's earlier events say about this one. */
export interface EventContext {
  /** The stage of the stream once the event has happened. */
  readonly stage: string;
  /** The project that the stream belongs to; absent for a budget year, and for an evaluation of a policy. */
  readonly projectId?: string;
  readonly fiscalYear?: number;
}

/** CloudEvents 1.0 with this system's extension attributes: their names and meanings are for ever. */
export interface PublicEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly subject: string;
  readonly time: Instant;
  readonly datacontenttype: 'application/json';
  /** Kafka's key. With the division, since ids are unique only inside one. */
  readonly partitionkey: string;
  /** 1, 2, 3 … within `source`: a jump is a gap. */
  readonly streamversion: number;
  /** Order over all streams; has gaps for whoever reads a part. */
  readonly globalseq: number;
  /** The stage that `source` is in after this event. */
  readonly stage: string;
  /** The day it happened; the law counts from this one, `time` is when it was recorded. */
  readonly happenedon: PlainDate;
  readonly actorrole: string;
  readonly actorpost: string;
  readonly actorunit: string;
  readonly fiscalyear?: number;
  readonly clause?: string;
  readonly edition?: string;
  readonly correlation?: string;
  readonly cause?: string;
  readonly training?: true;
  /**
   * How often the log has begun anew because the record was put back to an earlier point; absent: 1. At the first event of a
   * higher generation a reader forgets all that it has, and ignores what still comes of a lower one: everything is told again.
   */
  readonly loggeneration?: number;
  /** Null when it was withheld or erased by law. */
  readonly data: Json;
}

const VERSION = 'v1';

export const typeOf = (aggregate: string, eventType: string): string =>
  `cn.quancheng.${aggregate}.${eventType}.${VERSION}`;

export interface TypeParts {
  readonly aggregate: AggregateName;
  readonly event: string;
}

/** Undefined for a type that is not this system's, or not yet known here. */
export function parseType(type: string): TypeParts | undefined {
  const match = /^cn\.quancheng\.([a-z-]+)\.([A-Za-z]+)\.v\d+$/.exec(type);
  const [, aggregate = '', event = ''] = match ?? [];
  return Object.hasOwn(aggregates, aggregate) ? { aggregate: aggregate as AggregateName, event } : undefined;
}

export interface SourceParts {
  readonly division: string;
  readonly aggregate: AggregateName;
  readonly id: string;
}

export const sourceOf = ({ division, aggregate, id }: SourceParts): string =>
  `/divisions/${division}/${aggregate}/${id}`;

export function parseSource(source: string): SourceParts | undefined {
  const parts = source.startsWith('/divisions/')
    ? parseStreamId(source.slice('/divisions/'.length))
    : undefined;
  return parts === undefined || isRefusal(parts) ? undefined : parts;
}

/** Throws on a stream id or an event type that the catalogues do not know: that is a broken store, not a clerk's mistake. */
export function toPublicEvent(stored: StoredEvent, context: EventContext): PublicEvent {
  const parts = parseStreamId(stored.stream);
  if (isRefusal(parts)) throw new Error(`event ${stored.eventId}: ${parts.because.en}`);
  const { division, aggregate, id } = parts;
  return {
    specversion: '1.0',
    id: stored.eventId,
    type: typeOf(aggregate, stored.type),
    source: sourceOf(parts),
    subject: context.projectId ?? id,
    time: stored.recordedAt,
    datacontenttype: 'application/json',
    partitionkey: context.projectId === undefined ? stored.stream : `${division}/${context.projectId}`,
    streamversion: stored.version,
    globalseq: stored.seq,
    stage: context.stage,
    happenedon: stored.happenedOn,
    actorrole: stored.actor.role,
    actorpost: stored.actor.post,
    actorunit: stored.actor.unit,
    ...(context.fiscalYear !== undefined && { fiscalyear: context.fiscalYear }),
    ...(stored.clause !== undefined && { clause: stored.clause }),
    ...(stored.edition !== undefined && { edition: stored.edition }),
    ...(stored.correlation !== undefined && { correlation: stored.correlation }),
    ...(stored.cause !== undefined && { cause: stored.cause }),
    ...(stored.training && { training: true }),
    ...((stored.generation ?? 1) > 1 && { loggeneration: stored.generation }),
    data: toJson(publish(stored.data, dataSchemaOf(aggregate, stored.type))) as Json,
  };
}

/** The generation of the log that an event, or what was folded from events, belongs to. */
export const generationOf = ({ loggeneration = 1 }: Pick<PublicEvent, 'loggeneration'>): number =>
  loggeneration;

const schemas = new Map<string, Schema>();

/** The published schema of one event's data; made once. */
export function dataSchemaOf(aggregate: AggregateName, eventType: string): Schema {
  const name = `${aggregate}.${eventType}`;
  const known = schemas.get(name);
  if (known !== undefined) return known;
  const kind = catalogueOf(aggregate)[eventType];
  if (kind === undefined) throw new Error(`no event "${eventType}" in the catalogue of ${aggregate}`);
  const schema = publicDataSchema(kind);
  schemas.set(name, schema);
  return schema;
}

/** The clock's two facts belong to every aggregate, whether its own catalogue lists them or not. */
export const catalogueOf = (aggregate: AggregateName): EventCatalogue => ({
  ...clockEvents,
  ...aggregates[aggregate].events,
});
