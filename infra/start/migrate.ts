import { ATTACHMENT_MIGRATIONS } from '@quancheng/attachments';
import { EVENT_STORE_MIGRATIONS, migrate } from '@quancheng/event-store';
import { JOB_MIGRATIONS } from '@quancheng/jobs';
import { NOTICE_MIGRATIONS } from '@quancheng/notices';
import { readModelMigrations } from '@quancheng/read-models';
import { rolePassword } from './addresses.ts';
import type { Settings } from './settings.ts';

/** The rooms with tables of their own, in the order in which they build on each other. */
export const ROOMS_WITH_TABLES = [
  EVENT_STORE_MIGRATIONS,
  readModelMigrations,
  ATTACHMENT_MIGRATIONS,
  JOB_MIGRATIONS,
  NOTICE_MIGRATIONS,
];

/** Brings the database up to this program's schema; answers how many files were applied. */
export async function migrateDatabase(ownerUrl: string, settings: Settings): Promise<number> {
  const applied = await migrate(ownerUrl, {
    rooms: ROOMS_WITH_TABLES,
    rolePassword: rolePassword(ownerUrl, settings.roleUrls),
  });
  return applied.length;
}
