import path from 'node:path';
import { EVENT_STORE_MIGRATIONS, migrate } from '@quancheng/event-store';
import { rolePassword } from './addresses.ts';
import { ROOT, type Settings } from './settings.ts';

/** The rooms with tables of their own, in the order in which they build on each other. */
const ROOMS = [
  EVENT_STORE_MIGRATIONS,
  { room: 'read-models', folder: path.join(ROOT, 'libs/read-models/migrations') },
];

/** Brings the database up to this program's schema; answers how many files were applied. */
export async function migrateDatabase(ownerUrl: string, settings: Settings): Promise<number> {
  const applied = await migrate(ownerUrl, {
    rooms: ROOMS,
    rolePassword: rolePassword(ownerUrl, settings.roleUrls),
  });
  return applied.length;
}
