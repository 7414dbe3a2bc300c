import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { Fault } from './words.ts';

export interface Launch {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Who the process is; only the superuser may choose. */
  readonly as?: { readonly uid: number; readonly gid: number } | undefined;
  readonly logFile: string;
  readonly stopSignal?: NodeJS.Signals;
  /** How long a polite stop may take before the process is killed. */
  readonly graceMs?: number;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Running {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  readonly exited: Promise<Exit>;
  /** Asks the process to end, waits, and kills it after the grace; answers how it ended. */
  stop(): Promise<Exit>;
}

/** Thrown into whatever is under way when the stop comes. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
  }
}

const launched = new Set<Running>();
const commands = new Set<ChildProcess>();
let closing = false;

/** Nothing new is started from now on, and the commands under way are killed with all that they started. */
export function closeDown(): void {
  closing = true;
  for (const child of commands) if (child.pid !== undefined) sendSignal(-child.pid, 'SIGKILL');
}

/** Ends what was launched and has not ended yet, side by side: processes that were still starting when the stop came. */
export async function stopRemaining(): Promise<void> {
  await Promise.all([...launched].map((running) => running.stop()));
}

const LARGEST_LOG_BYTES = 16 * 1024 * 1024;

/**
 * Starts a process that writes its own log file and leads a process group of its own. The log is not a pipe through us, so a
 * process outlives a killed starter without choking on a closed pipe; the group keeps a terminal's Ctrl-C away from it, so
 * that the order of stopping is ours.
 */
export async function launch(spec: Launch): Promise<Running> {
  if (closing) throw new Interrupted();
  const log = openLog(spec.logFile);
  const child = spawn(spec.command, spec.args, {
    env: spec.env ?? process.env,
    stdio: ['ignore', log, log],
    detached: true,
    ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
    ...(spec.as ?? {}),
  });
  closeSync(log);
  const exited = new Promise<Exit>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  return await new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(
        new Fault(
          `无法运行 ${spec.name}：${error.message}`,
          `${spec.name} could not be run: ${error.message}`,
        ),
      ),
    );
    child.once('spawn', () => {
      const pid = child.pid as number;
      const stop = () => stopProcess(pid, exited, spec.stopSignal ?? 'SIGTERM', spec.graceMs ?? 15_000);
      const running = { name: spec.name, pid, logFile: spec.logFile, exited, stop };
      launched.add(running);
      void exited.then(() => launched.delete(running));
      resolve(running);
    });
  });
}

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > LARGEST_LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

async function stopProcess(
  pid: number,
  exited: Promise<Exit>,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<Exit> {
  sendSignal(pid, signal);
  const timer = setTimeout(() => sendSignal(-pid, 'SIGKILL'), graceMs);
  const exit = await exited;
  clearTimeout(timer);
  return exit;
}

/** True when the signal was delivered; a process that is gone is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks `ready` until it says yes; a fault when the process ends or the time is over first, with the last lines of its log,
 * which is where the reason usually stands.
 */
export async function waitUntilReady(
  running: Running,
  ready: () => Promise<boolean>,
  limitMs: number,
): Promise<void> {
  let exit: Exit | undefined;
  void running.exited.then((how) => {
    exit = how;
  });
  const until = performance.now() + limitMs;
  while (!(await ready().catch(() => false))) {
    if (closing) throw new Interrupted();
    if (exit !== undefined) {
      const how = exit.signal ?? `${exit.code}`;
      throw new Fault(
        `${running.name} 启动后随即退出（${how}），日志末尾如下：`,
        `${running.name} ended right after its start (${how}); the end of its log (${running.logFile}):\n${lastLines(running.logFile)}`,
      );
    }
    if (performance.now() > until) {
      const seconds = Math.round(limitMs / 1000);
      throw new Fault(
        `${running.name} 在 ${seconds} 秒内没有就绪，日志末尾如下：`,
        `${running.name} was not ready within ${seconds} s; the end of its log (${running.logFile}):\n${lastLines(running.logFile)}`,
      );
    }
    await pause(100);
  }
}

export function lastLines(file: string, count = 15): string {
  if (!existsSync(file)) return '    (no log)';
  const size = statSync(file).size;
  const from = Math.max(0, size - 16_384);
  const buffer = Buffer.alloc(size - from);
  const handle = openSync(file, 'r');
  readSync(handle, buffer, 0, buffer.length, from);
  closeSync(handle);
  const lines = buffer.toString('utf8').trimEnd().split('\n');
  return lines
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n');
}

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end and gives what it said. A command that does not exist ends with 127. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: {
    cwd?: string;
    env?: NodeJS.ProcessEnv;
    as?: Launch['as'];
    input?: string;
    limitMs?: number;
  } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    if (closing) return reject(new Interrupted());
    const child = spawn(command, args, {
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: true,
      env: options.env ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.as ?? {}),
    });
    commands.add(child);
    const timer =
      options.limitMs === undefined
        ? undefined
        : setTimeout(() => child.pid !== undefined && sendSignal(-child.pid, 'SIGKILL'), options.limitMs);
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const end = (code: number, note = '') => {
      clearTimeout(timer);
      commands.delete(child);
      if (closing) return reject(new Interrupted());
      resolve({ code, stdout, stderr: stderr + note });
    };
    child.once('error', (error) => end(127, error.message));
    child.once('close', (code, signal) => end(code ?? 1, signal === null ? '' : `ended by ${signal}`));
    if (options.input !== undefined) child.stdin?.on('error', () => undefined).end(options.input);
  });
}

/**
 * When the process began, as the system tells it, or undefined when there is none. Process ids are given out again, so an id
 * alone must never decide whom we stop.
 */
export function birthOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = statOf(pid);
    return stat === undefined || stat.state === 'Z' ? undefined : stat.started;
  }
  const told = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return told.status === 0 && told.stdout.trim() !== '' ? told.stdout.trim() : undefined;
}

function statOf(pid: number): { state: string; parent: number; started: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; the fields after it do not.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', parent: Number(fields[1]), started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** Bytes that the process and its descendants take; pages that several share are counted once where the system tells. */
export function memoryOf(pid: number, parents: ReadonlyMap<number, number>): number {
  const family = [pid];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family.reduce((sum, member) => sum + ownMemory(member), 0);
}

/** Every process with its parent. */
export function processParents(): ReadonlyMap<number, number> {
  const listed = spawnSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = (listed.stdout ?? '')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return new Map(rows.map(([pid = 0, parent = 0]) => [pid, parent]));
}

function ownMemory(pid: number): number {
  const proportional =
    readNumber(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m) ??
    readNumber(`/proc/${pid}/status`, /^VmRSS:\s+(\d+) kB/m);
  if (proportional !== undefined) return proportional * 1024;
  const told = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(told.stdout) || 0) * 1024;
}

function readNumber(file: string, pattern: RegExp): number | undefined {
  try {
    const found = pattern.exec(readFileSync(file, 'utf8'))?.[1];
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined;
  }
}
