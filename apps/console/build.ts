import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, '../..');

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** What ends up in the pages. */
const SOURCES = [
  'apps/console/index.html',
  'apps/console/build.ts',
  'apps/console/src',
  'libs/kernel/src',
  'libs/rulebook/src',
  'libs/forms/src',
  'package-lock.json',
];

/** The folder of the built pages; kept by the hash of their sources, so that a second start does not build again. */
export async function builtConsole(dataFolder: string): Promise<string> {
  const kept = path.join(dataFolder, 'console');
  const folder = path.join(kept, await sourceHash());
  if (existsSync(folder)) return folder;
  await mkdir(kept, { recursive: true });
  await clearOld(kept);
  const staging = await mkdtemp(path.join(kept, 'building-'));
  await buildInto(staging);
  try {
    await rename(staging, folder);
  } catch (error) {
    // Another process was quicker.
    await rm(staging, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** What nobody has built for a week is of sources that are gone. */
async function clearOld(kept: string): Promise<void> {
  for (const name of await readdir(kept)) {
    const place = path.join(kept, name);
    if ((await stat(place)).mtimeMs < Date.now() - WEEK_MS) await rm(place, { recursive: true, force: true });
  }
}

async function buildInto(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: HERE,
    logLevel: 'error',
    plugins: [react()],
    // Whoever serves the page replaces the mark by a fresh one each time: see apps/api/src/console.
    html: { cspNonce: '%NONCE%' },
    build: {
      outDir,
      emptyOutDir: true,
      // Nothing is inlined: the policy of the pages lets in no data: fonts and no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2_000,
    },
  });
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) await addToHash(hash, path.join(ROOT, source));
  return hash.digest('hex').slice(0, 20);
}

async function addToHash(hash: ReturnType<typeof createHash>, place: string): Promise<void> {
  if (!(await stat(place)).isDirectory()) {
    hash.update(path.relative(ROOT, place)).update(await readFile(place));
    return;
  }
  const names = (await readdir(place)).filter((name) => !name.endsWith('.spec.ts'));
  for (const name of names.sort()) await addToHash(hash, path.join(place, name));
}
