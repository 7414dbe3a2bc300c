import { startWorker } from '@quancheng/worker';

/** A worker in a process of its own, so that it can be killed. */
const [settings = '{}'] = process.argv.slice(2);
await startWorker(JSON.parse(settings) as Parameters<typeof startWorker>[0]);
process.stdout.write('ready\n');
