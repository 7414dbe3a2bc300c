import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadDemo } from '../demo/load.ts';
import { type Addresses, apiUrl } from './addresses.ts';
import { migrateDatabase } from './migrate.ts';
import { ownFolder } from './record.ts';
import { createReport, type Report, seconds } from './report.ts';
import { readSettings, ROOT, type Settings } from './settings.ts';
import { Stack } from './stack.ts';
import { Fault, printError } from './words.ts';

interface Choices {
  readonly doctor: boolean;
  readonly fresh: boolean;
  readonly demo: boolean;
  readonly serversOnly: boolean;
}

const USAGE = `npm start [-- 选项 options]
  --doctor        缺什么、怎么补，各进程占多少内存 / what is missing and how to mend it, memory of each process
  --fresh         清空数据重新开始 / begin with empty data
  --no-demo       不装入演示区县 / without the demonstration district
  --servers-only  只启动 PostgreSQL、Temporal、Kafka / only the three servers`;

function choices(): Choices {
  try {
    const { values } = parseArgs({
      options: {
        doctor: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
        'servers-only': { type: 'boolean', default: false },
      },
    });
    return {
      doctor: values.doctor,
      fresh: values.fresh,
      demo: !values['no-demo'],
      serversOnly: values['servers-only'],
    };
  } catch {
    throw new Fault(`没有这个选项：${process.argv.slice(2).join(' ')}`, `There is no such option.\n${USAGE}`);
  }
}

/** Runs the stack until a signal comes, and ends it in order. Answers the exit code. */
async function start(settings: Settings, chosen: Choices): Promise<number> {
  const report = createReport();
  const since = performance.now();
  const folder = await ownFolder(settings.dataFolder, report.note);
  const stack = new Stack(settings, report, folder);
  const stopAsked = whenStopIsAsked();
  const up = bringUp(stack, settings, chosen, report, since);
  try {
    const first = await Promise.race([up.then(() => 'up' as const), stopAsked]);
    if (first === 'up') await stopAsked;
    report.note('\n正在按顺序停止…… / stopping in order…');
    await stack.stop();
    return 0;
  } catch (error) {
    await stack.stop();
    throw error;
  } finally {
    // A start that was interrupted half-way fails after the stop; that failure says nothing new.
    up.catch(() => undefined);
  }
}

async function bringUp(
  stack: Stack,
  settings: Settings,
  chosen: Choices,
  report: Report,
  since: number,
): Promise<void> {
  if (chosen.fresh) emptyData(settings);
  const addresses = await stack.startServers();
  if (!chosen.serversOnly) {
    await report.step('数据库迁移 / migrating the database', () =>
      migrateDatabase(addresses.database, settings),
    );
    await stack.startApps({ ...addresses, mail: await stack.startMail() });
    const complete = settings.apps.length === 4;
    const demo = chosen.demo && complete && !settings.production && settings.oidcIssuer === undefined;
    if (demo)
      await report.step('装入演示区县 / loading the demonstration district', () =>
        loadDemo({ apiUrl: apiUrl(settings), division: settings.division }, report),
      );
  }
  report.note(`\n全部就绪 / everything is ready  ${seconds(performance.now() - since)}\n`);
  report.note(addressTable(settings, addresses, chosen));
  if (!chosen.serversOnly && settings.oidcIssuer === undefined && settings.apps.includes('api'))
    report.note(await signIns());
  report.note('按 Ctrl-C 停止 / Ctrl-C stops everything');
}

/** Ends when the first signal comes. Further ones are the same wish: a terminal, npm and the bootstrap each pass theirs on. */
function whenStopIsAsked(): Promise<'stop'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('stop'));
    // The bootstrap is our parent. When it is killed nobody could stop us any more, so we stop by ourselves.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve('stop'), 1_000).unref();
  });
}

/**
 * Empties what the stack wrote, by name: a wrong QUANCHENG_DATA must not cost somebody else's files. The store and Kafka belong
 * together, so it is refused where one of the servers is not ours to empty.
 */
function emptyData({ dataFolder, databaseUrl, temporalAddress, kafkaBrokers }: Settings): void {
  if ([databaseUrl, temporalAddress, kafkaBrokers].some((address) => address !== undefined)) {
    throw new Fault(
      '--fresh 只能清空自带的服务；用了外部地址时请自行清空那些服务。',
      '--fresh empties embedded servers only; with addresses of your own, empty those servers yourself.',
    );
  }
  for (const name of ['postgres', 'temporal', 'kafka', 'logs', 'identity', 'mail', 'sms.log']) {
    rmSync(path.join(dataFolder, name), { recursive: true, force: true });
  }
}

function addressTable(settings: Settings, addresses: Addresses, { serversOnly }: Choices): string {
  const { ports, dataFolder } = settings;
  const withApi = !serversOnly && settings.apps.includes('api');
  const rows: [string, string][] = [
    ...(withApi
      ? ([
          ['页面 pages', apiUrl(settings)],
          ['接口 API', `${apiUrl(settings)}/api`],
          ['接口说明 OpenAPI', `${apiUrl(settings)}/docs`],
        ] as [string, string][])
      : []),
    ['Temporal', addresses.temporal],
    ...(settings.temporalAddress === undefined
      ? [['Temporal 页面 page', `http://localhost:${ports.temporalUi}`] as [string, string]]
      : []),
    ['PostgreSQL', withoutPassword(addresses.database)],
    ...(settings.databaseUrl === undefined
      ? [
          [
            '  口令 password',
            path.join(path.relative(ROOT, dataFolder) || '.', 'postgres/owner-password'),
          ] as [string, string],
        ]
      : []),
    ['Kafka', addresses.kafka],
    ...(withApi && settings.smtpUrl === undefined && !settings.production
      ? [['邮件页面 mails', `http://localhost:${ports.mailPage}`] as [string, string]]
      : []),
    ['日志 logs', path.join(path.relative(ROOT, dataFolder) || '.', 'logs')],
  ];
  return `${rows.map(([name, value]) => `  ${padded(name, 20)}${value}`).join('\n')}\n`;
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  url.password = '';
  return url.href;
}

/** Chinese characters are two columns wide. */
function padded(text: string, width: number): string {
  const columns = [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
}

async function signIns(): Promise<string> {
  const { demoPeople } = await import('../demo/people.ts');
  const rows = demoPeople.map(
    ({ personId, name, post, unit }) =>
      `  ${padded(personId, 26)}${padded(name, 18)}${padded(post, 22)}${unit}`,
  );
  return `演示登录（无需口令）/ demo sign-ins, no password\n${rows.join('\n')}\n`;
}

// Whoever read our output may be gone; that must not tear down the system under everybody else.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

async function main(): Promise<number> {
  const chosen = choices();
  const envFile = path.join(ROOT, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  if (chosen.doctor) return await (await import('./doctor.ts')).examine(process.env);
  return await start(readSettings(process.env), chosen);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    printError(error);
    process.exit(1);
  },
);
