import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { workflowsPath } from '@quancheng/workflows';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Rooms whose source ends up in the bundle. */
const ROOMS = [
  'workflows',
  'libs/kernel',
  'libs/rulebook',
  'libs/forms',
  'libs/domain',
  'libs/ports',
  'package-lock.json',
];

/** The bundled workflow code; kept by the hash of its sources, so that a second start does not bundle again. */
export async function workflowBundle(dataFolder: string | undefined): Promise<{ code: string }> {
  if (dataFolder === undefined) return await bundle();
  const file = path.join(dataFolder, 'bundles', `workflows-${await sourceHash()}.js`);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return { code: kept };
  const made = await bundle();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.part`, made.code);
  await rename(`${file}.part`, file);
  return made;
}

async function bundle(): Promise<{ code: string }> {
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
  // Pure and without state: loaded once for all runs, not once a run.
  const preloadModules = ['@quancheng/kernel', '@quancheng/ports'];
  return await bundleWorkflowCode({ workflowsPath, logger: silent, preloadModules });
}

async function sourceHash(): Promise<string> {
  const root = path.resolve(import.meta.dirname, '../../..');
  const hash = createHash('sha256');
  for (const room of ROOMS) await addToHash(hash, path.join(root, room));
  return hash.digest('hex').slice(0, 20);
}

async function addToHash(hash: ReturnType<typeof createHash>, place: string): Promise<void> {
  if ((await stat(place)).isDirectory()) {
    const names = (await readdir(place)).filter(
      (name) => name !== 'node_modules' && !name.endsWith('.spec.ts'),
    );
    for (const name of names.sort()) await addToHash(hash, path.join(place, name));
    return;
  }
  hash.update(place.split(path.sep).slice(-3).join('/')).update(await readFile(place));
}
