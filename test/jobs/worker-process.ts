import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startWorker } from '@quancheng/worker';

/** A worker in a process of its own, so that it can be killed. Its lists lie in a folder, each under its sha256. */
const [settings = '{}', folder = ''] = process.argv.slice(2);
await startWorker(JSON.parse(settings) as Parameters<typeof startWorker>[0], {
  files: { bytes: async (_division, sha256) => await readFile(path.join(folder, sha256)).catch(() => null) },
});
process.stdout.write('ready\n');
