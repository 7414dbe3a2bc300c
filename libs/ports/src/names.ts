import type { AggregateName } from '@quancheng/domain';

/** The one queue of the stream workflows and of what they do. */
export const TASK_QUEUE = 'quancheng';

/** A stream's id is its workflow's id: asking "is there a run for this project" needs no table. */
export const workflowIdOf = (stream: string): string => stream;

export const WORKFLOW_TYPES: Readonly<Record<AggregateName, string>> = {
  project: 'projectLifecycle',
  'project-year': 'projectYear',
  evaluation: 'evaluation',
  'budget-year': 'budgetYear',
  directory: 'directory',
  'indicator-library': 'indicatorLibrary',
};

/** The Update by which every person and every other stream speaks to a stream. */
export const COMMAND_UPDATE = 'command';
/** The Update by which the moved clock, and the sweep, wake a stream. */
export const NUDGE_UPDATE = 'nudge';

/** The Signal that says: there is mail. Signals are not limited as Updates are, and many of them are one errand. */
export const MAIL_SIGNAL = 'mail';

/** The Query that says what a run has learnt: answered without a trace in its history. */
export const KNOWN_QUERY = 'known';

export const STATE_QUERY = 'state';
export const OBLIGATIONS_QUERY = 'obligations';
export const ACTIONS_QUERY = 'actions';

/** The type of the `ApplicationFailure` that carries a refusal as its first detail. */
export const REFUSED = 'Refused';

/** Search attributes in clear on the Temporal server: no personal data. Registered and verified before workers poll. */
export const SEARCH_ATTRIBUTES = {
  QcDivision: 'KEYWORD',
  QcAggregate: 'KEYWORD',
  QcStage: 'KEYWORD',
  QcUnit: 'KEYWORD',
  QcDepartment: 'KEYWORD',
  QcWaitingFor: 'KEYWORD',
  QcWakeAt: 'DATETIME',
  QcOverdue: 'BOOL',
} as const;
export type SearchAttributeName = keyof typeof SEARCH_ATTRIBUTES;

/** Temporal refuses more Updates in flight on one run; the API answers "busy" before that. */
export const MAX_UPDATES_IN_FLIGHT = 10;

/** One run a division moves its business clock, so that two moves never cross. */
export const MOVE_CLOCK_WORKFLOW = 'moveClock';
export const clockWorkflowId = (division: string): string => `${division}/clock`;
