import kafkajs, { type Kafka } from 'kafkajs';
import { type Log, bridge } from './log.ts';

export type { Kafka } from 'kafkajs';

/** A broker that has not answered by then never will; a relay that takes over waits this long before it sends. */
export const REQUEST_TIMEOUT_MS = 5_000;

export interface KafkaAddress {
  /** `host:port`, several with commas. */
  readonly brokers: string;
  readonly clientId: string;
  readonly log: Log;
}

/** No retries inside the library: each caller owns its one loop, its backoff and its way to stop. */
export function openKafka({ brokers, clientId, log }: KafkaAddress): Kafka {
  return new kafkajs.Kafka({
    clientId,
    brokers: brokers.split(',').map((broker) => broker.trim()),
    connectionTimeout: 2_000,
    requestTimeout: REQUEST_TIMEOUT_MS,
    enforceRequestTimeout: true,
    retry: { retries: 0, initialRetryTime: 100 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: bridge(log),
  });
}
