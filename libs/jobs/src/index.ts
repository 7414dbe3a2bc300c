export type { Column } from './columns.ts';
export type { Contact, Item, ItemState, Look, Planned, Selection } from './item.ts';
export type { Job, JobCounts, JobFile, JobState } from './job.ts';
export {
  aggregateOf,
  type Asked,
  faultsByRow,
  faultsOf,
  isList,
  type Judge,
  listCommand,
  stepCommands,
} from './judge.ts';
export {
  type BatchKind,
  bringsPapers,
  type ImportKind,
  isImport,
  type JobKind,
  type PapersKind,
} from './kind.ts';
export { MOST_PAPERS } from './kinds/papers.ts';
export { JOB_KINDS, type JobKindName, kindOf } from './kinds/index.ts';
export { lookOver } from './look.ts';
export { JOB_MIGRATIONS } from './migrations.ts';
export { type PaperChange, paperChanges } from './papers/changes.ts';
export { filledPaper, type PaperLook } from './papers/filled.ts';
export { handedInPaper } from './papers/handed-in.ts';
export { type Home, homeAt } from './papers/home.ts';
export { paperWithMarks } from './papers/marked.ts';
export { PAPER_PLACES, type PaperPlace, savingData } from './papers/places.ts';
export { type Plan, planJob } from './plan.ts';
export { judgeAll } from './preview.ts';
export { fileMissing, unknownKind } from './refusals.ts';
export { type ResultRow, resultsTable } from './results.ts';
export { type ReadList, type ReadRow, readRows } from './rows.ts';
export { listWithMarks, templateOf } from './sheets-of.ts';
export {
  cancelJobRow,
  countItems,
  type JobKey,
  keepJob,
  keepPreview,
  listItems,
  listJobs,
  moveJob,
  nextStrokes,
  readJob,
  type Settled,
  settleItems,
  type ShownItem,
  unfinishedJobs,
} from './store.ts';
