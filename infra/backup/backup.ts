import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { feedHead, type Sql, type Store } from '@quancheng/event-store';
import { Fault } from '../start/words.ts';
import { type FileEntry, MANIFEST, type Manifest } from './manifest.ts';
import { migrationsIn, sequencesIn, type Table, tablesIn } from './tables.ts';

export interface BackupWish {
  readonly folder: string;
  readonly attachmentsFolder: string;
  readonly note: (line: string) => void;
}

/**
 * Everything that cannot be made again: the rows of every room as one moment saw them, and the attached files. Nothing is
 * locked and nobody waits. Under another name until it is whole, so that what is called a backup is one.
 */
export async function backup(
  owner: Store,
  { folder, attachmentsFolder, note }: BackupWish,
): Promise<Manifest> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new Fault(`${folder} 不是空文件夹，请另选一个。`, `${folder} is not empty; choose another folder.`);
  const draft = `${folder}.partial`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(path.join(draft, 'tables'), { recursive: true });
  const rows = await rowsOf(owner, draft, note);
  // After the rows: a file is put down before the event that names it, so each file that a row names is there.
  const attachments = await copyTree(attachmentsFolder, draft, 'attachments');
  note(`附件 attachments  ${attachments.length}`);
  const whole: Manifest = { format: 1, madeAt: new Date().toISOString(), ...rows, attachments };
  await writeFile(path.join(draft, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`);
  await rename(draft, folder);
  return whole;
}

type Rows = Pick<Manifest, 'migrations' | 'tables' | 'sequences' | 'head'>;

async function rowsOf(owner: Store, draft: string, note: (line: string) => void): Promise<Rows> {
  return await owner.sql.begin('isolation level repeatable read read only', async (tx) => {
    const sql = tx as unknown as Sql;
    const migrations = await migrationsIn(sql);
    const head = await feedHead({ ...owner, sql });
    const tables: Manifest['tables'] = [];
    for (const table of await tablesIn(sql)) {
      const written = await writeTable(sql, table, draft);
      note(`${table.table}  ${written.rows}`);
      tables.push(written);
    }
    // After the rows: a sequence may by then be ahead of them, which only leaves a gap, but never behind.
    return { migrations, tables, sequences: await sequencesIn(sql), head };
  });
}

async function writeTable(
  sql: Sql,
  { table, columns }: Table,
  draft: string,
): Promise<Manifest['tables'][number]> {
  const [counted] = await sql<[{ rows: bigint }]>`select count(*) as rows from ${sql(table)}`;
  const file = path.join('tables', `${table}.copy.gz`);
  const rows = await sql`copy ${sql(table)} (${sql(columns)}) to stdout`.readable();
  const written = await writeHashed(rows.compose(createGzip()), path.join(draft, file));
  return { table, columns: [...columns], rows: Number(counted.rows), file, ...written };
}

async function copyTree(from: string, to: string, name: string): Promise<FileEntry[]> {
  if (!existsSync(from)) return [];
  const copied: FileEntry[] = [];
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    const file = path.join(name, path.relative(from, source));
    await mkdir(path.dirname(path.join(to, file)), { recursive: true });
    copied.push({ file, ...(await writeHashed(createReadStream(source), path.join(to, file))) });
  }
  return copied;
}

async function writeHashed(source: Readable, place: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(source, hashing, createWriteStream(place, { mode: 0o600 }));
  return { sizeBytes, sha256: hash.digest('hex') };
}
