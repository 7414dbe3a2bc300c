import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { birthOf, pause, sendSignal } from './process.ts';
import { Fault } from './words.ts';

/** A process by its id and the moment of its birth: ids are given out again, the pair is not. */
export interface KnownProcess {
  readonly name: string;
  readonly pid: number;
  readonly birth: string;
}

/** Who owns a data folder, and what the owner has started. It is the lock and, after a kill, the list of what to clear away. */
export interface StackRecord {
  readonly owner: KnownProcess;
  readonly children: readonly KnownProcess[];
}

export const recordFile = (dataFolder: string): string => path.join(dataFolder, 'stack.json');

export const alive = ({ pid, birth }: KnownProcess): boolean => birthOf(pid) === birth;

export function known(name: string, pid: number): KnownProcess {
  return { name, pid, birth: birthOf(pid) ?? 'ended' };
}

export function readRecord(dataFolder: string): StackRecord | undefined {
  try {
    return JSON.parse(readFileSync(recordFile(dataFolder), 'utf8')) as StackRecord;
  } catch {
    return undefined;
  }
}

/** The record of a stack whose owner is at work, or undefined. */
export function runningStack(dataFolder: string): StackRecord | undefined {
  const record = readRecord(dataFolder);
  return record !== undefined && alive(record.owner) ? record : undefined;
}

export interface OwnedFolder {
  /** Remembers what was started so far, for whoever has to clear up after a kill. */
  remember(children: readonly KnownProcess[]): void;
  release(): void;
}

/**
 * Makes this process the owner of the data folder. Refused in one sentence when another is at work on it. What a killed
 * owner left running is stopped first, last started first.
 */
export async function ownFolder(dataFolder: string, note: (line: string) => void): Promise<OwnedFolder> {
  mkdirSync(dataFolder, { recursive: true });
  const owner = known('start', process.pid);
  while (!claim(dataFolder, owner)) {
    const other = readRecord(dataFolder);
    if (other !== undefined && alive(other.owner)) throw alreadyRunning(dataFolder, other.owner.pid);
    if (other !== undefined) await stopLeftovers(other.children, note);
    setAside(dataFolder, other);
  }
  return {
    remember: (children) => writeRecord(dataFolder, { owner, children }),
    release: () => rmSync(recordFile(dataFolder), { force: true }),
  };
}

/** A link to a finished file either is made or is not, so two starts at one moment cannot both win. */
function claim(dataFolder: string, owner: KnownProcess): boolean {
  const draft = `${recordFile(dataFolder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ owner, children: [] } satisfies StackRecord));
  try {
    linkSync(draft, recordFile(dataFolder));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes a dead owner's record away; if another start was quicker and the record is already the other's, it is put back. */
function setAside(dataFolder: string, dead: StackRecord | undefined): void {
  const file = recordFile(dataFolder);
  const aside = `${file}.dead.${process.pid}`;
  if (!existsSync(file)) return;
  renameSync(file, aside);
  const taken = readFileSync(aside, 'utf8');
  if (dead !== undefined && taken !== JSON.stringify(dead)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function writeRecord(dataFolder: string, record: StackRecord): void {
  const draft = `${recordFile(dataFolder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, recordFile(dataFolder));
}

function alreadyRunning(dataFolder: string, pid: number): Fault {
  return new Fault(
    `这个数据文件夹已有一套系统在运行（进程 ${pid}，${dataFolder}）：请先停掉它，或用 QUANCHENG_DATA 和 QUANCHENG_PORT_BASE 另起一套。`,
    `A stack is already running on this data folder (process ${pid}): stop it first, or start another with QUANCHENG_DATA and QUANCHENG_PORT_BASE.`,
  );
}

/** Stops what an owner that is no more left behind: politely, then for good. */
async function stopLeftovers(children: readonly KnownProcess[], note: (line: string) => void): Promise<void> {
  for (const child of children.toReversed().filter(alive)) {
    note(
      `停掉上次遗留的 ${child.name}（进程 ${child.pid}）/ stopping ${child.name} left over from a killed start`,
    );
    // SIGINT is the orderly stop for all of them: PostgreSQL's "fast" shutdown among others.
    sendSignal(child.pid, 'SIGINT');
    for (let waited = 0; alive(child) && waited < 15_000; waited += 100) await pause(100);
    if (alive(child)) sendSignal(-child.pid, 'SIGKILL');
    while (alive(child)) await pause(50);
  }
}
