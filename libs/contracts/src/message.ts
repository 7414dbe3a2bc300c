import type { Instant, Json, PlainDate } from '@quancheng/kernel';
import { CloudEvent, Kafka } from 'cloudevents';
import type { PublicEvent } from './public-event.ts';

/** A Kafka record in CloudEvents' binary mode: attributes as `ce_` headers, the data as the value. */
export interface EventMessage {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Throws when the event does not keep to CloudEvents 1.0. */
export function toMessage(event: PublicEvent): EventMessage {
  const { data, ...attributes } = event;
  const message = Kafka.binary(new CloudEvent({ ...attributes, data: JSON.stringify(data) }));
  const headers = Object.entries(message.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return { key: event.partitionkey, value: JSON.stringify(data), headers: Object.fromEntries(headers) };
}

/** Why a record is not one of our events. For a consumer this is a poison message: another try would end the same. */
export class NotAnEvent extends Error {
  constructor(because: string, cause?: unknown) {
    super(`not an event of the contract: ${because}`, { cause });
    this.name = 'NotAnEvent';
  }
}

/** Throws `NotAnEvent`. Attributes that this version does not know are kept out; data fields it does not know stay. */
export function fromMessage({
  value,
  headers,
}: {
  value: Uint8Array | null;
  headers: Readonly<Record<string, string>>;
}): PublicEvent {
  const text = (name: string): string => {
    const found = headers[`ce_${name}`];
    if (found === undefined || found === '') throw new NotAnEvent(`header ce_${name} is missing`);
    return found;
  };
  const whole = (name: string): number => {
    const number = Number(text(name));
    if (!Number.isSafeInteger(number) || number < 0)
      throw new NotAnEvent(`header ce_${name} is not a whole number`);
    return number;
  };
  const optional = <K extends string, V>(name: K, read: (name: K) => V) =>
    headers[`ce_${name}`] ? ({ [name]: read(name) } as { [key in K]: V }) : {};

  if (text('specversion') !== '1.0') throw new NotAnEvent(`specversion ${headers['ce_specversion']}`);
  return {
    specversion: '1.0',
    id: text('id'),
    type: text('type'),
    source: text('source'),
    subject: text('subject'),
    time: text('time') as Instant,
    datacontenttype: 'application/json',
    partitionkey: text('partitionkey'),
    streamversion: whole('streamversion'),
    globalseq: whole('globalseq'),
    stage: text('stage'),
    happenedon: text('happenedon') as PlainDate,
    actorrole: text('actorrole'),
    actorpost: text('actorpost'),
    actorunit: text('actorunit'),
    ...optional('fiscalyear', whole),
    ...optional('clause', text),
    ...optional('edition', text),
    ...optional('correlation', text),
    ...optional('cause', text),
    ...optional('loggeneration', whole),
    ...(headers['ce_training'] === 'true' && { training: true as const }),
    data: parseData(value),
  };
}

function parseData(value: Uint8Array | null): Json {
  if (value === null) throw new NotAnEvent('it has no data');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(value)) as Json;
  } catch (cause) {
    throw new NotAnEvent('its data is not JSON', cause);
  }
}
