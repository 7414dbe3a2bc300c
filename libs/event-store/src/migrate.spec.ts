import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EVENT_STORE_MIGRATIONS, MigrationRefused, migrate } from './migrate.ts';
import { addressFor } from './roles.ts';
import { type OwnDatabase, ownDatabase, SPEC_PASSWORD } from './spec/own-database.ts';
import { openStore } from './store.ts';

describe('migrations', () => {
  let database: OwnDatabase;
  let folder: string;
  const file = (name: string) => join(folder, name);
  const run = () =>
    migrate(database.adminUrl, { rooms: [{ room: 'inbox', folder }], rolePassword: SPEC_PASSWORD });
  beforeEach(async () => {
    database = await ownDatabase({ migrated: false });
    folder = await mkdtemp(join(tmpdir(), 'migrations-'));
    await writeFile(file('001-first.sql'), 'create table first (id integer);\n');
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  it('are applied once, in order, and again only what is new', async () => {
    expect(await run()).toEqual([{ room: 'inbox', file: '001-first.sql' }]);
    await writeFile(file('002-second.sql'), 'alter table first add second text;');
    expect(await run()).toEqual([{ room: 'inbox', file: '002-second.sql' }]);
    expect(await run()).toEqual([]);
  });

  it('of two that start together are applied once', async () => {
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat()).toEqual([{ room: 'inbox', file: '001-first.sql' }]);
  });

  it('do not mind other line ends', async () => {
    await run();
    await writeFile(file('001-first.sql'), 'create table first (id integer);\r\n');
    expect(await run()).toEqual([]);
  });

  it.each<[string, () => Promise<void>, RegExp]>([
    [
      'a changed file',
      () => writeFile(file('001-first.sql'), 'create table first (id bigint);'),
      /"001-first.sql" was changed/,
    ],
    [
      'a vanished file',
      () => rename(file('001-first.sql'), file('002-first.sql')),
      /"001-first.sql" was applied .* but the file is gone/,
    ],
    ['a file with a wrong name', () => writeFile(file('2-x.sql'), ''), /"2-x.sql" is not named/],
    ['a number given twice', () => writeFile(file('001-other.sql'), ''), /same number/],
    [
      'a file before the applied ones',
      () => writeFile(file('000-early.sql'), ''),
      /"000-early.sql" comes before "001-first.sql"/,
    ],
  ])('refuse %s and change nothing', async (_, harm, words) => {
    await run();
    await harm();
    const attempt = run();
    await expect(attempt).rejects.toThrow(MigrationRefused);
    await expect(attempt).rejects.toThrow(words);
    expect(await database.admin`select file from migrations`).toEqual([{ file: '001-first.sql' }]);
  });

  it('name the file that failed and take it back whole', async () => {
    await writeFile(file('002-bad.sql'), 'create table half (id integer); select nonsense;');
    await expect(run()).rejects.toThrow(/inbox: "002-bad.sql" failed/);
    expect(
      await database.admin`select tablename from pg_tables where schemaname = 'public' order by 1`,
    ).toEqual([{ tablename: 'first' }, { tablename: 'migrations' }]);
  });

  it('give the roles their password, also when two databases do so at once', async () => {
    const second = await ownDatabase({ migrated: false });
    const settings = { rooms: [EVENT_STORE_MIGRATIONS], rolePassword: SPEC_PASSWORD };
    await Promise.all([migrate(database.adminUrl, settings), migrate(second.adminUrl, settings)]);
    const store = openStore(addressFor(database.adminUrl, 'reader', SPEC_PASSWORD), { max: 1, name: 'spec' });
    expect(await store.sql`select current_user as me`).toEqual([{ me: 'quancheng_reader' }]);
    await Promise.all([store.end(), second.drop()]);
    expect(
      addressFor('postgres://postgres:pw@db.example:5432/q?sslmode=require', 'writer', 'p@ss:w/rd'),
    ).toBe('postgres://quancheng_writer:p%40ss%3Aw%2Frd@db.example:5432/q?sslmode=require');
  });
});
