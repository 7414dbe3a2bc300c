import path from 'node:path';
import { openStore, type Store, verifyChain } from '@quancheng/event-store';
import { rebuild } from '@quancheng/read-models';
import { roleUrl } from './addresses.ts';
import { createReport } from './report.ts';
import { ownerAddress } from './servers/postgres.ts';
import { readSettings, type Settings } from './settings.ts';
import { Fault, printError } from './words.ts';

const USAGE = `npm run -s quancheng -- 命令 command
  rebuild      由事件重建全部查询表 / write every read model again from the events
  verify-log   核对事件哈希链 / verify the hash chain of the event log`;

interface Work {
  readonly role: 'writer' | 'reader';
  readonly run: (store: Store, note: (line: string) => void) => Promise<unknown>;
}

/** What an administrator does to a running installation. Each answers with one line of JSON on standard output. */
const COMMANDS: Readonly<Record<string, Work>> = {
  rebuild: {
    role: 'writer',
    run: async (store, note) => ({
      streams: await rebuild(store, ({ done, of }) => {
        if (done % 100 === 0 || done === of) note(`${done}/${of}`);
      }),
    }),
  },
  'verify-log': { role: 'reader', run: async (store) => await verifyChain(store, {}) },
};

/** The owner's address: as given, else that of the embedded cluster of this data folder. */
function ownerOf({ databaseUrl, dataFolder, ports }: Settings): string {
  return databaseUrl ?? ownerAddress({ folder: path.join(dataFolder, 'postgres'), port: ports.postgres });
}

async function main(): Promise<number> {
  const [name = ''] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (command === undefined)
    throw new Fault(`没有这个命令：${name || '（空）'}`, `There is no such command.\n${USAGE}`);
  const settings = readSettings(process.env);
  const url = roleUrl(command.role, ownerOf(settings), settings.roleUrls);
  const store = openStore(url, { max: 2, name: 'quancheng-command' });
  try {
    const answer = await command.run(store, createReport(process.stderr).note);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return (answer as { intact?: boolean }).intact === false ? 1 : 0;
  } finally {
    await store.end();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    printError(error);
    process.exit(1);
  },
);
