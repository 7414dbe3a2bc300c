import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type ChainReport, type Sql, type Store, verifyChain } from '@quancheng/event-store';
import { Fault } from '../start/words.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type Migration, migrationsIn, tablesIn } from './tables.ts';

export interface RestoreWish {
  readonly folder: string;
  readonly attachmentsFolder: string;
  readonly replace: boolean;
  /** Brings the database to this program's schema, where it is empty. */
  readonly migrate: () => Promise<unknown>;
  readonly note: (line: string) => void;
}

export interface Restored {
  readonly madeAt: string;
  readonly events: number;
  readonly rows: number;
  readonly attachments: number;
  readonly generation: number;
  readonly log: ChainReport;
}

/**
 * Puts the store back to what a backup holds, in one transaction: whoever reads sees the old state or the new one, also
 * while the system runs. It is a new generation of the log, so that workflows are compared with it and everything is told anew.
 */
export async function restore(owner: Store, wish: RestoreWish): Promise<Restored> {
  const { folder, attachmentsFolder, note } = wish;
  const manifest = await readManifest(folder);
  await requireAllowed(owner.sql, wish);
  await wish.migrate();
  requireSameSchema(manifest.migrations, await migrationsIn(owner.sql));
  note(
    `以 ${manifest.madeAt} 的备份（事件 ${manifest.head.seq} 条）替换库中全部数据 / replacing everything in the database by the backup of ${manifest.madeAt} (${manifest.head.seq} events)`,
  );
  for (const { file } of manifest.attachments) {
    const target = path.join(attachmentsFolder, path.relative('attachments', file));
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(folder, file), target);
  }
  const generation = await replaceRows(owner, manifest, wish);
  return {
    madeAt: manifest.madeAt,
    events: manifest.head.seq,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    attachments: manifest.attachments.length,
    generation,
    log: await verifyChain(owner, { expectedHead: manifest.head }),
  };
}

/** Not over what is there, unless that was said. */
async function requireAllowed(sql: Sql, { attachmentsFolder, replace }: RestoreWish): Promise<void> {
  if (replace) return;
  const [found] = await sql<[{ there: boolean }]>`select to_regclass('public.events') is not null as there`;
  const [{ events }] = found.there
    ? await sql<[{ events: bigint }]>`select count(*) as events from events`
    : [{ events: 0n }];
  const files = existsSync(attachmentsFolder) ? (await readdir(attachmentsFolder)).length : 0;
  if (events === 0n && files === 0) return;
  throw new Fault(
    `此处已有数据（事件 ${events} 条，附件文件夹 ${files} 项），未作任何恢复。确要以备份替换全部数据，请加 --replace；建议先用 backup 备份现有数据。`,
    `There is data here (${events} events, ${files} entries in the folder of attachments), and nothing was restored. To replace all of it by the backup add --replace; make a backup of what is there first.`,
  );
}

function requireSameSchema(inBackup: readonly Migration[], here: readonly Migration[]): void {
  const keyOf = ({ room, number, checksum }: Migration) => `${room}/${number}/${checksum}`;
  const known = new Set(here.map(keyOf));
  const wanted = new Set(inBackup.map(keyOf));
  const older = here.filter((one) => !wanted.has(keyOf(one)));
  const newer = inBackup.filter((one) => !known.has(keyOf(one)));
  if (older.length + newer.length === 0) return;
  const named = (list: readonly Migration[]) =>
    list.map(({ room, number }) => `${room} ${number}`).join(', ');
  throw new Fault(
    `备份与本程序的库结构不同，未作任何恢复。请用备份时的程序版本恢复，再升级。`,
    `The backup has another schema than this program, and nothing was restored. Restore with the program of that time, then upgrade.\n  only here: ${named(older) || '—'}\n  only in the backup: ${named(newer) || '—'}`,
  );
}

async function replaceRows(owner: Store, manifest: Manifest, { folder, note }: RestoreWish): Promise<number> {
  return await owner.sql.begin(async (tx) => {
    const sql = tx as unknown as Sql;
    const [before] = await sql<[{ generation: number }]>`select generation from log_generation`;
    const here = (await tablesIn(sql)).map(({ table }) => table);
    await sql`truncate ${sql(here)}`;
    for (const { table, columns, rows, file } of manifest.tables) {
      const into = await sql`copy ${sql(table)} (${sql(columns)}) from stdin`.writable();
      await pipeline(createReadStream(path.join(folder, file)), createGunzip(), into);
      const [counted] = await sql<[{ rows: bigint }]>`select count(*) as rows from ${sql(table)}`;
      if (Number(counted.rows) !== rows)
        throw new Error(`${table}: ${counted.rows} rows arrived, ${rows} were saved; nothing was restored`);
      note(`${table}  ${rows}`);
    }
    for (const { sequence, last } of manifest.sequences)
      if (last !== null) await sql`select setval(${sequence}::regclass, ${last}::bigint)`;
    return await beginAnew(sql, before.generation);
  });
}

/** Above every generation known here, and recovered for none of it: the sweep compares every run, the relay tells all anew. */
async function beginAnew(sql: Sql, before: number): Promise<number> {
  await sql`update relay_cursor set seq = 0`;
  const [row] = await sql<[{ generation: number }]>`
    update log_generation set recovered = generation, generation = greatest(generation, ${before}) + 1 returning generation`;
  return row.generation;
}
