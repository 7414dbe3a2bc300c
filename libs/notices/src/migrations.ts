import path from 'node:path';

/** This room's own tables, for `migrate`. */
export const NOTICE_MIGRATIONS = {
  room: 'notices',
  folder: path.join(import.meta.dirname, '../migrations'),
} as const;
