import path from 'node:path';
import { parseArgs } from 'node:util';
import { recover } from '@quancheng/activities';
import { openStore, type Role, type Store, verifyChain } from '@quancheng/event-store';
import { type DivisionCode, isRefusal, parseDivision } from '@quancheng/kernel';
import { rebuild } from '@quancheng/read-models';
import { ensureSearchAttributes } from '@quancheng/worker';
import { Client, Connection } from '@temporalio/client';
import { roleUrl } from './addresses.ts';
import { createReport } from './report.ts';
import { ownerAddress } from './servers/postgres.ts';
import { readSettings, type Settings } from './settings.ts';
import { Fault, printError } from './words.ts';

const USAGE = `npm run -s quancheng -- 命令 command
  rebuild                       由事件重建全部查询表 / write every read model again from the events
  verify-log                    核对事件哈希链 / verify the hash chain of the event log
  recover [--division 区划]     按数据库核对并恢复全部流程 / compare every workflow with the store and bring back what is missing or stale`;

/** One command's surroundings: what was asked, and the installation it is asked of. */
interface Call {
  readonly args: string[];
  readonly settings: Settings;
  readonly note: (line: string) => void;
}

interface Outcome {
  readonly answer: unknown;
  readonly good: boolean;
}

/** What an administrator does to a running installation. Each answers with one line of JSON on standard output. */
const COMMANDS: Readonly<Record<string, (call: Call) => Promise<Outcome>>> = {
  rebuild: async (call) => {
    const streams = await withStore('writer', call, (store) => rebuild(store, everyHundred(call.note)));
    return { answer: { streams }, good: true };
  },
  'verify-log': async (call) => {
    const answer = await withStore('reader', call, (store) => verifyChain(store, {}));
    return { answer, good: answer.intact };
  },
  recover: async (call) => {
    const division = divisionIn(call.args);
    const answer = await withStore('writer', call, (store) =>
      withTemporal(call.settings, (client) =>
        recover(store, client, {
          ...(division === undefined ? {} : { division }),
          onProgress: (done, of) => everyHundred(call.note)({ done, of }),
          onTrouble: (stream, fault) => call.note(`${stream}: ${messageOf(fault)}`),
        }),
      ),
    );
    return { answer, good: answer.behind === 0 };
  },
};

const everyHundred =
  (note: (line: string) => void) =>
  ({ done, of }: { done: number; of: number }) => {
    if (done % 100 === 0 || done === of) note(`${done}/${of}`);
  };

async function withStore<T>(role: Role, { settings }: Call, work: (store: Store) => Promise<T>): Promise<T> {
  const url = roleUrl(role, ownerOf(settings), settings.roleUrls);
  const store = openStore(url, { max: 8, name: 'quancheng-command' });
  try {
    return await work(store);
  } finally {
    await store.end();
  }
}

async function withTemporal<T>(settings: Settings, work: (client: Client) => Promise<T>): Promise<T> {
  const { temporalAddress, temporalNamespace: namespace, ports } = settings;
  const connection = await Connection.connect({ address: temporalAddress ?? `127.0.0.1:${ports.temporal}` });
  try {
    // A server that was begun anew knows none of them yet.
    await ensureSearchAttributes(connection, namespace);
    return await work(new Client({ connection, namespace }));
  } finally {
    await connection.close();
  }
}

/** The owner's address: as given, else that of the embedded cluster of this data folder. */
function ownerOf({ databaseUrl, dataFolder, ports }: Settings): string {
  return databaseUrl ?? ownerAddress({ folder: path.join(dataFolder, 'postgres'), port: ports.postgres });
}

function divisionIn(args: string[]): DivisionCode | undefined {
  const { division: text } = options(args, { division: { type: 'string' } });
  if (text === undefined) return undefined;
  const division = parseDivision(text);
  if (isRefusal(division)) throw new Fault(`${text}：${division.because.zh}`, `${text}: ${division.because.en}`);
  return division;
}

function options<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(args: string[], wanted: T) {
  try {
    return parseArgs({ args, options: wanted }).values as Record<string, string | undefined>;
  } catch {
    throw new Fault(`选项不对：${args.join(' ')}`, `These options do not hold.\n${USAGE}`);
  }
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (command === undefined)
    throw new Fault(`没有这个命令：${name || '（空）'}`, `There is no such command.\n${USAGE}`);
  const settings = readSettings(process.env);
  const { answer, good } = await command({ args, settings, note: createReport(process.stderr).note });
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  return good ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    printError(error);
    process.exit(1);
  },
);
