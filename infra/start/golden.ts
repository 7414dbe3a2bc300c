import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aggregates } from '@quancheng/domain';
import { dumpSchema, EVENT_STORE_MIGRATIONS, migrate, openStore } from '@quancheng/event-store';
import { writeSchemas } from '../../libs/contracts/golden.ts';
import { writeRights } from '../../test/architecture/rights.ts';
import { lifeCycle, withPicture } from '../golden/life-cycle.ts';
import { freePortBase } from './ports.ts';
import { createReport } from './report.ts';
import * as postgres from './servers/postgres.ts';
import { ROOT } from './settings.ts';
import { printError } from './words.ts';

/** Renews every golden file from what it is drawn from: one command, so that a difference is always a decision. */
async function main(): Promise<void> {
  const report = createReport();
  await report.step('事件格式 / event schemas', async () => writeSchemas());
  await report.step('权限总表 / rights table', async () => writeRights());
  await report.step('规则版本锁 / lock of the rulebook', async () => {
    execFileSync(process.execPath, [path.join(ROOT, 'libs/rulebook/renew-lock.ts')]);
  });
  await report.step('生命周期图 / life-cycle picture', async () => {
    const readme = path.join(ROOT, 'README.md');
    writeFileSync(readme, withPicture(readFileSync(readme, 'utf8'), lifeCycle(aggregates['project-year'])));
  });
  await report.step('数据库结构 / database schema', writeDatabaseSchema);
}

async function writeDatabaseSchema(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-golden-'));
  const port = await freePortBase(1);
  const server = await postgres.run(postgres.obtain(), {
    folder,
    logFile: path.join(folder, 'log'),
    durable: false,
    port,
  });
  try {
    await migrate(server.address, { rooms: [EVENT_STORE_MIGRATIONS], rolePassword: 'golden' });
    const store = openStore(server.address, { max: 1, name: 'golden' });
    writeFileSync(path.join(ROOT, 'libs/event-store/schema.sql'), await dumpSchema(store.sql));
    await store.end();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    printError(error);
    process.exit(1);
  },
);
