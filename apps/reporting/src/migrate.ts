import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from 'postgres';

const FOLDER = join(import.meta.dirname, '..', 'migrations');
/** Any number, only the same for every process that migrates this schema. */
const LOCK = 7_210_004_211;

/** Brings the schema `reporting` up to date: forward only, each file once, in one transaction. */
export async function migrate(sql: Sql): Promise<void> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    await tx`create schema if not exists reporting`;
    await tx`create table if not exists reporting.migrations (name text primary key, applied_at timestamptz not null default now())`;
    const applied = await tx<{ name: string }[]>`select name from reporting.migrations`;
    const done = new Set(applied.map(({ name }) => name));
    for (const name of files.filter((file) => !done.has(file))) {
      await tx.unsafe(await readFile(join(FOLDER, name), 'utf8'));
      await tx`insert into reporting.migrations (name) values (${name})`;
    }
  });
}
