import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { recover } from '@quancheng/activities';
import { openStore, type Role, type Store, verifyChain } from '@quancheng/event-store';
import { type DivisionCode, isRefusal, parseDivision } from '@quancheng/kernel';
import { rebuild } from '@quancheng/read-models';
import { ensureSearchAttributes } from '@quancheng/worker';
import { Client, Connection } from '@temporalio/client';
import { backup } from '../backup/backup.ts';
import { restore } from '../backup/restore.ts';
import { roleUrl } from './addresses.ts';
import { migrateDatabase } from './migrate.ts';
import { createReport } from './report.ts';
import { ownerAddress } from './servers/postgres.ts';
import { readSettings, type Settings } from './settings.ts';
import { ADMINISTRATION_USAGE } from './usage.ts';
import { Fault } from './words.ts';

/** One command's surroundings: what was asked, and the installation it is asked of. */
interface Call {
  readonly args: string[];
  readonly settings: Settings;
  readonly note: (line: string) => void;
}

export interface Outcome {
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
  backup: async (call) => {
    const { to } = options(call.args, { to: { type: 'string' } });
    const folder = path.resolve(required('--to', to));
    const whole = await withOwner(call, (owner) =>
      backup(owner, { ...call, folder, ...attachmentsOf(call) }),
    );
    const { madeAt, tables, attachments, head } = whole;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      answer: { folder, madeAt, events: head.seq, rows, attachments: attachments.length },
      good: true,
    };
  },
  restore: async (call) => {
    const { from, replace } = options(call.args, { from: { type: 'string' }, replace: { type: 'boolean' } });
    const folder = path.resolve(required('--from', from));
    const wish = { ...call, folder, ...attachmentsOf(call), replace: replace === true };
    const migrate = () => migrateDatabase(ownerOf(call.settings), call.settings);
    const answer = await withOwner(call, (owner) => restore(owner, { ...wish, migrate }));
    call.note(
      '系统运行时流程会自行核对；也可执行 recover / running workflows compare themselves by and by; `recover` does it at once',
    );
    return { answer, good: answer.log.intact };
  },
};

const attachmentsOf = ({ settings: { handedOn } }: Call) => ({
  attachmentsFolder: handedOn.ATTACHMENTS_FOLDER as string,
});

async function withOwner<T>({ settings }: Call, work: (owner: Store) => Promise<T>): Promise<T> {
  return await using(ownerOf(settings), work);
}

const everyHundred =
  (note: (line: string) => void) =>
  ({ done, of }: { done: number; of: number }) => {
    if (done % 100 === 0 || done === of) note(`${done}/${of}`);
  };

async function withStore<T>(role: Role, { settings }: Call, work: (store: Store) => Promise<T>): Promise<T> {
  return await using(roleUrl(role, ownerOf(settings), settings.roleUrls), work);
}

async function using<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
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
  if (isRefusal(division))
    throw new Fault(`${text}：${division.because.zh}`, `${text}: ${division.because.en}`);
  return division;
}

function options<const T extends NonNullable<ParseArgsConfig['options']>>(args: string[], wanted: T) {
  try {
    return parseArgs({ args, options: wanted }).values;
  } catch {
    throw new Fault(`选项不对：${args.join(' ')}`, `These options do not hold.\n${ADMINISTRATION_USAGE}`);
  }
}

function required(option: string, given: string | undefined): string {
  if (given !== undefined && given !== '') return given;
  throw new Fault(`请用 ${option} 给出文件夹。`, `Name the folder with ${option}.\n${ADMINISTRATION_USAGE}`);
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** Undefined where there is no such command. */
export async function administer(name: string, args: string[]): Promise<Outcome | undefined> {
  const command = COMMANDS[name];
  return await command?.({
    args,
    settings: readSettings(process.env),
    note: createReport(process.stderr).note,
  });
}
