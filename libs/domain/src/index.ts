export * from './core/actor.ts';
export * from './core/aggregate.ts';
export * from './core/can.ts';
export { FINANCE } from './core/holders.ts';
export * from './core/ids.ts';
export * from './core/legal-date.ts';
export * from './core/obligation.ts';
export * from './core/run.ts';
export { ROLES_THAT_URGE } from './core/urge.ts';
export * from './core/world.ts';
export * from './aggregates.ts';
export { delegationsOn, holdersOn, unitOn } from './directory/index.ts';
export type { Delegation, DirectoryState, Post, RegisteredUnit, Unit, UnitKind } from './directory/index.ts';
export type { BudgetYearState } from './budget-year/state.ts';
export type { EvaluationState } from './evaluation/state.ts';
export { isValidOn } from './indicator-library/index.ts';
export type { Entry, IndicatorLibraryState } from './indicator-library/index.ts';
export type { ProjectState } from './project/state.ts';
export { yearActuals } from './project-year/reached.ts';
export { approvedPaper } from './project-year/approved-paper.ts';
export type { ProjectYearEvent } from './project-year/events.ts';
export type { ProjectYearState } from './project-year/state.ts';
export {
  type FollowedRemark,
  type Submission,
  type SubmissionOutcome,
  submissionsOf,
} from './project-year/submissions.ts';
export {
  type Change,
  type ComparedField,
  compareVersions,
  VERSION_KINDS,
  type VersionKind,
  versionsOf,
  type YearVersion,
} from './project-year/versions.ts';
