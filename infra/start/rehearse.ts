import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { districtTimeline } from '../rehearsal/district/timeline.ts';
import { listed, printed } from '../rehearsal/print.ts';
import { divisionOf, freeDivision, type Rehearsal, rehearse } from '../rehearsal/rehearse.ts';
import { timeline } from '../rehearsal/timeline.ts';
import { type Addresses, apiUrl } from './addresses.ts';
import { migrateDatabase } from './migrate.ts';
import { ownFolder } from './record.ts';
import { createReport, type Report } from './report.ts';
import { readSettings, ROOT, type Settings } from './settings.ts';
import { Stack } from './stack.ts';
import { Fault, printError } from './words.ts';

interface Choices {
  readonly api: string | undefined;
  readonly seed: number | undefined;
  readonly small: boolean;
  readonly json: boolean;
}

const USAGE = `npm run rehearse [-- 选项 options]
  --api URL   对已运行的接口演练，否则用默认端口上的，都没有则自行启动
              / on a running API; else the one on the default ports; else a stack of its own
  --seed N    区划 330211 加三位（1–999）；同一种子接着演练 / the division's last three digits; the same seed goes on where it was
  --small     只演练 18 个项目 / the small cast alone, 18 projects
  --json      结果以 JSON 输出到标准输出 / the result as JSON on standard output`;

function choices(): Choices {
  try {
    const { values } = parseArgs({
      options: {
        api: { type: 'string' },
        seed: { type: 'string' },
        small: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const seed = values.seed === undefined ? undefined : Number(values.seed);
    if (seed !== undefined && !(Number.isSafeInteger(seed) && seed >= 1 && seed <= 999))
      throw new RangeError();
    return { api: values.api?.replace(/\/+$/, ''), seed, small: values.small, json: values.json };
  } catch {
    throw new Fault(`选项不对：${process.argv.slice(2).join(' ')}`, `These options do not hold.\n${USAGE}`);
  }
}

interface Place {
  readonly api: string;
  readonly brokers: string;
}

async function rehearseAt(
  place: Place,
  settings: Settings,
  chosen: Choices,
  report: Report,
): Promise<number> {
  const division = chosen.seed === undefined ? await freeDivision(place.api) : divisionOf(chosen.seed);
  const seed = Number(division.slice(-3));
  const again = `npm run rehearse -- --seed ${seed}${chosen.small ? ' --small' : ''}`;
  report.note(
    `演练区划 / rehearsing in division ${division}，${place.api}（中断后接着演练 / to go on after an interruption: ${again}）`,
  );
  const topicPrefix = settings.handedOn.KAFKA_TOPIC_PREFIX ?? 'quancheng';
  const { rehearsal } = await rehearse({
    api: place.api,
    division,
    kafka: { brokers: place.brokers, topicPrefix },
    timeline: chosen.small ? timeline : districtTimeline(seed),
    onStep: ({ at, says }, commands) => report.note(`  ${at.replace('T', ' ')}:00  ${says}（${commands}）`),
  });
  const list = writeList(rehearsal, settings);
  process.stdout.write(chosen.json ? `${JSON.stringify(rehearsal)}\n` : `\n${printed(rehearsal, list)}\n`);
  return rehearsal.audit.differences.length === 0 ? 0 : 1;
}

/** Every project-year with its link, beside the data it tells of. */
function writeList({ division, rows }: Rehearsal, { dataFolder }: Settings): string {
  const file = path.join(dataFolder, `rehearsal-${division}.txt`);
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, `${listed(rows)}\n`);
  return path.relative(process.cwd(), file);
}

const brokersOf = ({ kafkaBrokers, ports }: Settings): string => kafkaBrokers ?? `127.0.0.1:${ports.kafka}`;

async function answers(api: string): Promise<boolean> {
  try {
    return (await fetch(`${api}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** A stack in the data folder of `npm start`, for as long as the rehearsal takes: its files stay there to be looked at. */
async function onOwnStack(
  settings: Settings,
  report: Report,
  work: (place: Place) => Promise<number>,
): Promise<number> {
  const folder = await ownFolder(settings.dataFolder, report.note);
  const stack = new Stack(settings, report, folder);
  const interrupted = whenInterrupted();
  try {
    return await Promise.race([startAnd(stack, settings, report, work), interrupted]);
  } finally {
    await stack.stop();
  }
}

async function startAnd(
  stack: Stack,
  settings: Settings,
  report: Report,
  work: (place: Place) => Promise<number>,
): Promise<number> {
  const addresses: Addresses = await stack.startServers();
  await report.step('数据库迁移 / migrating the database', () =>
    migrateDatabase(addresses.database, settings),
  );
  await stack.startApps(addresses);
  return await work({ api: apiUrl(settings), brokers: addresses.kafka });
}

function whenInterrupted(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(130));
  });
}

async function main(): Promise<number> {
  const chosen = choices();
  const envFile = path.join(ROOT, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const settings = readSettings(process.env);
  // With --json standard output holds the result alone.
  const report = createReport(chosen.json ? process.stderr : process.stdout);
  const work = (place: Place) => rehearseAt(place, settings, chosen, report);
  const running = chosen.api ?? apiUrl(settings);
  if (await answers(running)) return await work({ api: running, brokers: brokersOf(settings) });
  if (chosen.api !== undefined)
    throw new Fault(
      `${chosen.api} 没有应答。请核对地址，或不带 --api 由本命令自行启动。`,
      `${chosen.api} does not answer. Check the address, or leave --api out and let this command start its own.`,
    );
  return await onOwnStack(settings, report, work);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    printError(error);
    process.exit(1);
  },
);
