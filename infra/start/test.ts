import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { type JestResults, judge } from './jest-results.ts';
import { freePortBase } from './ports.ts';
import { closeDown, Interrupted, sendSignal, stopRemaining } from './process.ts';
import { createReport, type Report } from './report.ts';
import * as kafka from './servers/kafka.ts';
import * as postgres from './servers/postgres.ts';
import * as temporal from './servers/temporal.ts';
import { obtainTestServer } from './servers/test-server.ts';
import { readSettings, ROOT, type Settings } from './settings.ts';
import { Fault, printError } from './words.ts';

/** Rooms whose specs need no server, so they do not wait for any. */
const PURE_ROOMS = [
  'libs/kernel',
  'libs/rulebook',
  'libs/forms',
  'libs/domain',
  'libs/ports',
  'libs/contracts',
  'libs/sheets',
  'libs/papers',
  'libs/testing',
  'test/architecture',
  'infra',
];

interface Asked {
  readonly paths: readonly string[];
  /** Options for jest, such as -t. */
  readonly options: readonly string[];
  readonly pure: boolean;
}

/** npm test [-- [--pure] [path…] [option of jest…]]; paths are meant from the root, option values are written --name=value. */
function asked(args: readonly string[]): Asked {
  const own = args.filter((arg) => arg !== '--pure');
  const options = own.filter((arg) => arg.startsWith('-'));
  const paths = own
    .filter((arg) => !arg.startsWith('-'))
    .map((given) => path.relative(ROOT, path.resolve(ROOT, given)));
  const missing = paths.filter((given) => !existsSync(path.join(ROOT, given)));
  if (missing.length > 0)
    throw new Fault(`没有这个路径：${missing.join('、')}`, `There is no such path: ${missing.join(', ')}`);
  const pure = args.includes('--pure') || (paths.length > 0 && paths.every(isPure));
  return { paths: paths.length === 0 && pure ? PURE_ROOMS : paths, options, pure };
}

const isPure = (given: string): boolean =>
  PURE_ROOMS.some((room) => given === room || given.startsWith(`${room}/`));

/** Starts the three servers on free ports with data of their own; answers what the specs read from the environment. */
async function startServers(settings: Settings, folder: string, report: Report): Promise<NodeJS.ProcessEnv> {
  const base = await freePortBase(5);
  const place = (name: string) => ({
    folder: path.join(folder, name),
    logFile: path.join(folder, 'logs', `${name}.log`),
    durable: false,
  });
  const { cacheFolder } = settings;
  const startPostgres = () => postgres.run(postgres.obtain(), { ...place('postgres'), port: base });
  const startTemporal = async () => {
    const program = await temporal.obtain(cacheFolder, report);
    return await report.step('启动 Temporal / starting Temporal', () =>
      temporal.run(program, {
        ...place('temporal'),
        port: base + 1,
        uiPort: undefined,
        namespace: 'default',
      }),
    );
  };
  const startKafka = async () => {
    const programs = await kafka.obtain(cacheFolder, report);
    return await report.step('启动 Kafka / starting Kafka', () =>
      kafka.run(programs, { ...place('kafka'), port: base + 2, controllerPort: base + 3 }),
    );
  };
  const [database, workflows, log, testServer] = await Promise.all([
    report.step('启动 PostgreSQL / starting PostgreSQL', startPostgres),
    startTemporal(),
    startKafka(),
    obtainTestServer(cacheFolder, report),
  ]);
  return {
    TEST_DATABASE_URL: database.address,
    TEST_TEMPORAL_ADDRESS: workflows.address,
    TEST_KAFKA_BROKERS: log.address,
    TEST_SERVER_PATH: testServer,
  };
}

/** Runs jest once over the paths and reads its results. */
async function runJest(
  { paths, options }: Asked,
  env: NodeJS.ProcessEnv,
  folder: string,
): Promise<JestResults> {
  const output = path.join(folder, 'results.json');
  const patterns = paths.map(
    (given) => `${path.join(ROOT, given).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(/|$)`,
  );
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const nodeOptions = [
    process.env.NODE_OPTIONS,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=TimeoutNegativeWarning',
  ]
    .filter((text) => text !== undefined)
    .join(' ');
  const child = spawn(process.execPath, [jest, '--json', `--outputFile=${output}`, ...options, ...patterns], {
    cwd: ROOT,
    // With --json jest writes its results to the standard output as well; the report for people goes to the error output.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, NODE_OPTIONS: nodeOptions, NODE_ENV: 'test', TZ: 'UTC' },
  });
  const stop = () => child.pid !== undefined && sendSignal(child.pid, 'SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  await new Promise<void>((resolve) => child.once('close', () => resolve()));
  if (!existsSync(output))
    throw new Fault('测试没有跑完，原因见上。', 'The tests did not run to their end; the reason is above.');
  return JSON.parse(readFileSync(output, 'utf8')) as JestResults;
}

async function main(): Promise<number> {
  const wanted = asked(process.argv.slice(2));
  const settings = readSettings({ QUANCHENG_CACHE: process.env.QUANCHENG_CACHE });
  const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-test-'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, closeDown);
  try {
    const env = wanted.pure ? {} : await startServers(settings, folder, createReport());
    const results = await runJest(wanted, env, folder);
    const partial = wanted.options.some((option) => /^(-t|--testNamePattern)/.test(option));
    const { failures, closingLine, exitCode } = judge(results, ROOT, { partial });
    if (failures.length > 0)
      process.stdout.write(`\n未通过 / failed:\n${failures.map((failure) => `  ${failure}`).join('\n')}\n`);
    process.stdout.write(`\n${closingLine}\n`);
    return exitCode;
  } finally {
    await stopRemaining();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    if (error instanceof Interrupted) process.exit(130);
    printError(error);
    process.stdout.write('\n0 passed, 1 failed\n');
    process.exit(1);
  },
);
