import { Counter, Gauge, Registry } from 'prom-client';
import type { Backlog } from './backlog.ts';

export interface RelayMetrics {
  readonly registry: Registry;
  readonly published: Counter;
  readonly interruptions: Counter;
}

export function relayMetrics(backlog: Backlog): RelayMetrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('quancheng_relay_lag_events', 'numbered events that are not confirmed on Kafka', () => backlog.lag);
  gauge('quancheng_relay_oldest_unpublished_seconds', 'how long the oldest of them has waited', () =>
    backlog.oldestSeconds(),
  );
  gauge('quancheng_feed_head', 'the last number given by the sequencer', () => backlog.head);
  gauge('quancheng_relay_cursor', 'the last number confirmed on Kafka', () => backlog.cursor);
  return {
    registry,
    published: new Counter({
      name: 'quancheng_relay_published_total',
      help: 'events confirmed on Kafka, resends not counted',
      registers,
    }),
    interruptions: new Counter({
      name: 'quancheng_relay_interruptions_total',
      help: 'times publishing went back to its cursor',
      registers,
    }),
  };
}
