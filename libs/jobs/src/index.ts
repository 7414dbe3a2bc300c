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
export { type BatchKind, type ImportKind, isImport } from './kind.ts';
export { JOB_KINDS, type JobKindName, kindOf } from './kinds/index.ts';
export { JOB_MIGRATIONS } from './migrations.ts';
export { fileMissing, type Plan, planJob, unknownKind } from './plan.ts';
export { judgeAll } from './preview.ts';
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
