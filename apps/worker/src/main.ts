import { createServer } from 'node:http';
import { Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { sweepMetrics } from './metrics.ts';
import { readWorkerSettings } from './settings.ts';
import { startWorker } from './worker.ts';

const settings = readWorkerSettings(process.env);
if ('faults' in settings) {
  process.stderr.write(`设置有误 / settings do not hold:\n${settings.faults.join('\n')}\n`);
  process.exit(78);
}
const log = pino({ level: settings.LOG_LEVEL, name: 'worker' });
Runtime.install({
  logger: {
    log: (_level, message) => log.info(message),
    trace: () => undefined,
    debug: () => undefined,
    info: (message) => log.debug(message),
    warn: (message, meta) => log.warn(meta, message),
    error: (message, meta) => log.error(meta, message),
  },
  // The process decides itself when to stop; the runtime must not race it on a signal.
  shutdownSignals: [],
});

let ready = false;
const metrics = sweepMetrics(log);
const health = createServer((request, response) => {
  if (request.url === '/metrics') return void metrics.answer(response);
  const live = request.url === '/health/live';
  response.writeHead(live || ready ? 200 : 503, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ready, temporal: ready ? 'polling' : 'connecting' }));
}).listen(settings.WORKER_PORT, '127.0.0.1');

const worker = await startWorker(settings, metrics);
ready = true;
log.info('worker ready');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void worker.stop());
await worker.ended;
health.close();
