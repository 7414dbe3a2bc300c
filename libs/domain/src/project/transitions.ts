import { CLOCK, type StageKind, type Transition } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';

export const stages = {
  none: { title: { zh: '未入库', en: 'not registered' } },
  active: { title: { zh: '实施中', en: 'active' } },
  'completion-due': { title: { zh: '待报告完成', en: 'completion due' } },
  suspended: { title: { zh: '已暂停', en: 'suspended' } },
  completed: { title: { zh: '已完成', en: 'completed' }, final: true },
  terminated: { title: { zh: '已终止', en: 'terminated' }, final: true },
} as const satisfies Record<string, StageKind>;

type Edge = Transition<keyof typeof stages>;

const running = ['active', 'completion-due'] as const;
const open = ['active', 'completion-due', 'suspended'] as const;
const known = ['active', 'completion-due', 'suspended', 'completed', 'terminated'] as const;

const entry: readonly Edge[] = [
  { command: 'Register', from: ['none'], event: 'ProjectRegistered', to: ['active'], clause: CLAUSE.newGoal },
  {
    command: 'TakeOver',
    from: ['none'],
    event: 'ProjectTakenOver',
    to: ['active'],
    clause: CLAUSE.recurrentGoal,
  },
  {
    command: 'Amend',
    from: ['active', 'completion-due', 'suspended', 'completed'],
    event: 'ProjectAmended',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
  {
    command: 'TakeOverUnit',
    from: known,
    event: 'UnitChanged',
    to: 'same',
    clause: CLAUSE.accountability,
  },
  // Also afterwards: accountability looks for who was responsible on a day that is past.
  {
    command: 'AssignResponsible',
    from: known,
    event: 'ResponsibleAssigned',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
];

const years: readonly Edge[] = [
  { command: 'OpenYear', from: running, event: 'YearOpened', to: 'same', clause: CLAUSE.recurrentGoal },
  { command: CLOCK, from: ['active'], event: 'NextYearMissing', to: 'same', clause: CLAUSE.recurrentGoal },
  {
    command: 'NoteYearApproved',
    from: known,
    event: 'YearApprovalNoted',
    to: 'same',
    clause: CLAUSE.approval,
  },
  // The next year is opened first where it is not there yet.
  {
    command: 'NoteCarryOver',
    from: ['active', 'completion-due', 'suspended', 'completed'],
    event: 'YearOpened',
    to: 'same',
    clause: CLAUSE.approval,
  },
  {
    command: 'NoteCarryOver',
    from: ['active', 'completion-due', 'suspended', 'completed'],
    event: 'CarryOverForwarded',
    to: 'same',
    clause: CLAUSE.approval,
  },
  { command: 'NoteYearClosed', from: known, event: 'YearClosedNoted', to: 'same', clause: CLAUSE.approval },
];

const completion: readonly Edge[] = [
  {
    command: CLOCK,
    from: ['active'],
    event: 'PlannedEndReached',
    to: ['completion-due'],
    clause: CLAUSE.completion,
  },
  {
    command: 'RecordAcceptance',
    from: ['active'],
    event: 'AcceptanceRecorded',
    to: ['completion-due'],
    clause: CLAUSE.completion,
  },
  {
    command: 'RecordAcceptance',
    from: ['completion-due', 'suspended'],
    event: 'AcceptanceRecorded',
    to: 'same',
    clause: CLAUSE.completion,
  },
  {
    command: 'RecordFinalPayment',
    from: ['active'],
    event: 'FinalPaymentRecorded',
    to: ['completion-due'],
    clause: CLAUSE.completion,
  },
  {
    command: 'RecordFinalPayment',
    from: ['completion-due', 'suspended', 'completed'],
    event: 'FinalPaymentRecorded',
    to: 'same',
    clause: CLAUSE.completion,
  },
  { command: 'AskExtension', from: running, event: 'ExtensionAsked', to: 'same', clause: CLAUSE.completion },
  {
    command: 'DecideExtension',
    from: running,
    event: 'ExtensionGranted',
    to: ['active'],
    clause: CLAUSE.completion,
  },
  {
    command: 'DecideExtension',
    from: running,
    event: 'ExtensionRefused',
    to: 'same',
    clause: CLAUSE.completion,
  },
  {
    command: 'ReportCompletion',
    from: running,
    event: 'CompletionReported',
    to: ['completed'],
    clause: CLAUSE.selfEvaluation,
  },
  {
    command: 'EstablishCompletion',
    from: running,
    event: 'CompletionEstablished',
    to: ['completed'],
    clause: CLAUSE.completion,
  },
];

const standing: readonly Edge[] = [
  {
    command: 'Suspend',
    from: running,
    event: 'ProjectSuspended',
    to: ['suspended'],
    clause: CLAUSE.completion,
  },
  {
    command: 'Resume',
    from: ['suspended'],
    event: 'ProjectResumed',
    to: ['active', 'completion-due'],
    clause: CLAUSE.completion,
  },
  {
    command: 'Terminate',
    from: open,
    event: 'ProjectTerminated',
    to: ['terminated'],
    clause: CLAUSE.completion,
  },
  {
    command: 'Reopen',
    from: ['completed', 'terminated'],
    event: 'ProjectReopened',
    to: ['active', 'completion-due'],
    clause: CLAUSE.completion,
  },
];

export const transitions: readonly Edge[] = [...entry, ...years, ...completion, ...standing];
