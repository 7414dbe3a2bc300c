import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureRoles } from './roles.ts';
import { connect, type Sql } from './sql-types.ts';

/** A room's migrations: files `NNN-name.sql` in one folder. Rooms are migrated in the order given. */
export type RoomMigrations = { readonly room: string; readonly folder: string };
export type MigrationSettings = { readonly rooms: readonly RoomMigrations[]; readonly rolePassword: string };
export type Applied = { readonly room: string; readonly file: string };

export const EVENT_STORE_MIGRATIONS: RoomMigrations = {
  room: 'event-store',
  folder: join(import.meta.dirname, '..', 'migrations'),
};

type Step = { room: string; number: number; file: string; text: string; checksum: string };
type Done = { room: string; number: number; file: string; checksum: string };

/** The files and the database do not belong together. The message says which file and what to do; nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

const FILE = /^(\d{3})-[a-z0-9-]+\.sql$/;

/**
 * Brings a database up to the migrations of the rooms, forward only, one transaction a file; answers what was applied now. Two that
 * start together run one after the other. Refuses changed, vanished and out-of-order files before it applies anything.
 */
export async function migrate(
  adminUrl: string,
  { rooms, rolePassword }: MigrationSettings,
): Promise<Applied[]> {
  const steps = (await Promise.all(rooms.map(stepsOf))).flat();
  const admin = connect(adminUrl, { max: 1, name: 'quancheng-migrate' });
  try {
    await admin`select pg_advisory_lock(hashtextextended('quancheng migrations', 0))`;
    await ensureRoles(admin, rolePassword);
    const open = openSteps(steps, await doneSteps(admin), new Set(rooms.map(({ room }) => room)));
    for (const step of open) await apply(admin, step);
    return open.map(({ room, file }) => ({ room, file }));
  } finally {
    await admin.end();
  }
}

async function stepsOf({ room, folder }: RoomMigrations): Promise<Step[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const number = FILE.exec(file)?.[1];
      if (number === undefined)
        throw new MigrationRefused(`${room}: "${file}" is not named like 001-what-it-brings.sql`);
      // A checkout on another system may change the line ends, and that is no change of the migration.
      const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      return {
        room,
        number: Number(number),
        file,
        text,
        checksum: createHash('sha256').update(text).digest('hex'),
      };
    }),
  );
}

async function doneSteps(admin: Sql): Promise<Done[]> {
  await admin`
    create table if not exists migrations (
      room text not null, number integer not null, file text not null, checksum text not null,
      applied_at timestamptz not null default clock_timestamp(), primary key (room, number))`;
  return admin<Done[]>`select room, number, file, checksum from migrations order by room, number`;
}

function openSteps(steps: readonly Step[], done: readonly Done[], rooms: ReadonlySet<string>): Step[] {
  const known = new Map(steps.map((step) => [keyOf(step), step]));
  if (known.size < steps.length)
    throw new MigrationRefused('two migrations of one room have the same number');
  for (const was of done.filter(({ room }) => rooms.has(room))) {
    const is = known.get(keyOf(was));
    if (is === undefined)
      throw new MigrationRefused(
        `${was.room}: "${was.file}" was applied to this database, but the file is gone. The program is older than its database; start the newer one`,
      );
    if (is.checksum !== was.checksum)
      throw new MigrationRefused(
        `${is.room}: "${is.file}" was changed after it had been applied. Put the old text back and write the change as a new file`,
      );
  }
  const applied = new Set(done.map(keyOf));
  const open = steps.filter((step) => !applied.has(keyOf(step)));
  for (const step of open) {
    const later = done.find(({ room, number }) => room === step.room && number > step.number);
    if (later !== undefined)
      throw new MigrationRefused(
        `${step.room}: "${step.file}" comes before "${later.file}", which was applied already. Give it the next free number`,
      );
  }
  return open;
}

async function apply(admin: Sql, { room, number, file, text, checksum }: Step): Promise<void> {
  await admin
    .begin(async (tx) => {
      await tx.unsafe(text).simple();
      await tx`insert into migrations (room, number, file, checksum) values (${room}, ${number}, ${file}, ${checksum})`;
    })
    .catch((fault: unknown) => {
      throw new Error(
        `${room}: "${file}" failed and was taken back: ${fault instanceof Error ? fault.message : String(fault)}`,
        { cause: fault },
      );
    });
}

function keyOf({ room, number }: { room: string; number: number }): string {
  return `${room}/${number}`;
}
