import path from 'node:path';

/** This room's own tables, for `migrate`. */
export const JOB_MIGRATIONS = {
  room: 'jobs',
  folder: path.join(import.meta.dirname, '../migrations'),
} as const;
