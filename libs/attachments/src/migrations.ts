import path from 'node:path';

/** This room's own table, for `migrate`. */
export const ATTACHMENT_MIGRATIONS = {
  room: 'attachments',
  folder: path.join(import.meta.dirname, '../migrations'),
} as const;
