import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What the operators' dashboards read. Labels name routes and commands, never files or people. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly commands: Counter<'aggregate' | 'command' | 'outcome'>;
}

export function newMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'quancheng_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 8],
    registers: [registry],
  });
  const commands = new Counter({
    name: 'quancheng_commands_total',
    help: 'Commands by outcome: accepted, repeated, or the code of the refusal',
    labelNames: ['aggregate', 'command', 'outcome'],
    registers: [registry],
  });
  return { registry, requests, commands };
}
