import path from 'node:path';

export {
  type HeldPost,
  type Holder,
  holdersOf,
  postsOf,
  type UnitOnDay,
  unitsOf,
} from './directory/holders.ts';
export {
  type Contact,
  contactOf,
  type DivisionRow,
  divisionsDown,
  type PeopleFilter,
  peopleOn,
  type PostRow,
  postsEver,
  unitHistory,
} from './directory/lists.ts';
export {
  actualsOf,
  findIndicators,
  type IndicatorFilter,
  indicatorsOf,
  type PastValue,
  pastValuesOf,
} from './indicators/lists.ts';
export { openFilesOf } from './directory/open-files.ts';
export { libraryBeside } from './files/library.ts';
export { inbox, type InboxItem } from './obligations/inbox.ts';
export type { ListFilter, ListItem, Page } from './files/file-list.ts';
export {
  listBudgetYears,
  listDirectories,
  listEvaluations,
  listIndicatorLibraries,
  listProjects,
  listProjectYears,
  projections,
} from './projections.ts';
export type { Projection, StreamChange } from './projection.ts';
export { rebuild, type RebuildProgress } from './rebuild.ts';
export { type Dossier, loadDossier } from './timeline/dossier.ts';

/** This room's own tables, for `migrate`. */
export const readModelMigrations = {
  room: 'read-models',
  folder: path.join(import.meta.dirname, '../migrations'),
} as const;
