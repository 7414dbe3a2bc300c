import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const KEPT = path.resolve(import.meta.dirname, '../../../.quancheng/test');
/** Pictures of pages, for people to look at after a run. Nothing compares them. */
export const SCREENSHOTS = path.join(KEPT, 'screenshots');

/**
 * A real Chromium from the package registry: no system package, no font and no display of the machine is needed. `QUANCHENG_BROWSER`
 * names another one, for machines that the packed one was not built for.
 */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch(await launching());
}

/** A browser that keeps what pages store in a folder, as one on a person's own machine does. */
export async function openBrowserOf(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  return await chromium.launchPersistentContext(folder, { ...options, ...(await launching()) });
}

async function launching() {
  const own = process.env.QUANCHENG_BROWSER;
  if (own !== undefined && own !== '') return { executablePath: own, args: FLAGS };
  const folder = await unpacked();
  return {
    executablePath: path.join(folder, 'chromium'),
    args: FLAGS,
    env: {
      ...definedIn(process.env),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
      LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
    },
  };
}

// Also as root, in a container with a small /dev/shm, and without a graphics card.
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--headless=shell',
];

/**
 * The package unpacks itself into the temporary folder, half-done files included, where two test processes would meet. It is given
 * a folder of its own, which takes its place only when it is whole.
 */
async function unpacked(): Promise<string> {
  const folder = path.join(KEPT, `browser-${packedVersion()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(KEPT, { recursive: true });
  const staging = mkdtempSync(path.join(KEPT, 'browser-unpacking-'));
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: path.resolve(import.meta.dirname, '..'),
    // The second one makes it bring its shared libraries along.
    env: { PATH: process.env.PATH, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
  writeFileSync(path.join(staging, 'fonts/fonts.conf'), fontsIn(path.join(folder, 'fonts')));
  try {
    renameSync(staging, folder);
  } catch (error) {
    // Another process was quicker.
    rmSync(staging, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The packed list of font folders names none that is here, and a browser without any font ends at its first list to choose from. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;

function packedVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = readFileSync(path.resolve(path.dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

const definedIn = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
