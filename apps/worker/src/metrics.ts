import type { ServerResponse } from 'node:http';
import type { Swept } from '@quancheng/activities';
import type { Logger } from 'pino';
import { Counter, Gauge, Registry } from 'prom-client';
import type { WorkerParts } from './worker.ts';

/** The sweep's figures and words for whoever operates the system. Streams are named in the log only, never in a label. */
export function sweepMetrics(log: Logger) {
  const registry = new Registry();
  const registers = [registry];
  const mended = new Counter({
    name: 'quancheng_sweep_runs_total',
    help: 'runs the sweep looked at, by what it did: known, begun, nudged, ended, behind',
    labelNames: ['outcome'],
    registers,
  });
  const told = new Counter({
    name: 'quancheng_sweep_told_total',
    help: 'streams told once more that others owe them something',
    registers,
  });
  const stuck = new Gauge({
    name: 'quancheng_sweep_stuck_streams',
    help: 'streams whose run does not come on; they are named in the log',
    registers,
  });
  let named = '';

  const onSwept = (swept: Swept) => {
    for (const [outcome, times] of Object.entries(swept.mended)) mended.inc({ outcome }, times);
    told.inc(swept.told);
    stuck.set(swept.stuck.length);
    const { known: _inOrder, ...done } = swept.mended;
    if (Object.values(done).some((times) => times > 0)) log.info(done, 'sweep');
    const names = swept.stuck.join(' ');
    if (names !== named && names !== '')
      log.warn({ streams: swept.stuck }, 'runs that do not come on; see infra/OPERATIONS.md');
    named = names;
  };
  return {
    onSwept,
    onTrouble: (fault: unknown) =>
      log.warn(
        { error: fault instanceof Error ? fault.message : String(fault) },
        'the sweep waits for its servers',
      ),
    async answer(response: ServerResponse): Promise<void> {
      response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
    },
  } satisfies WorkerParts & { answer: unknown };
}
