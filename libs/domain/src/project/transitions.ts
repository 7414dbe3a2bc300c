import type { StageKind, Transition } from '../core/aggregate.ts';

export const stages = {
  none: { title: { zh: '未入库', en: 'not registered' } },
  active: { title: { zh: '实施中', en: 'active' } },
  'completion-due': { title: { zh: '待报告完成', en: 'completion due' } },
  suspended: { title: { zh: '已暂停', en: 'suspended' } },
  completed: { title: { zh: '已完成', en: 'completed' }, final: true },
  terminated: { title: { zh: '已终止', en: 'terminated' }, final: true },
} as const satisfies Record<string, StageKind>;

type StageName = keyof typeof stages;
type Edge = Transition<StageName>;

/** The clauses an edge rests on; where none speaks of it, the nearest one. */
export const COMPLETION = 'zh-2014/deadline/report-completion';
export const SELF_EVALUATION = 'zh-2014/deadline/self-evaluation';
export const NEW_GOAL = 'zh-2014/goal-threshold/new';
export const RECURRENT_GOAL = 'zh-2014/goal-threshold/recurrent';
export const APPROVAL = 'zh-2014/deadline/approval';

/** What time itself brings is an edge too: no person sends it. */
const CLOCK = '(clock)';

const running = ['active', 'completion-due'] as const;
const open = ['active', 'completion-due', 'suspended'] as const;
const known = ['active', 'completion-due', 'suspended', 'completed', 'terminated'] as const;

const entry: readonly Edge[] = [
  { command: 'Register', from: ['none'], event: 'ProjectRegistered', to: ['active'], clause: NEW_GOAL },
  { command: 'TakeOver', from: ['none'], event: 'ProjectTakenOver', to: ['active'], clause: RECURRENT_GOAL },
  {
    command: 'Amend',
    from: ['active', 'completion-due', 'suspended', 'completed'],
    event: 'ProjectAmended',
    to: 'same',
    clause: NEW_GOAL,
  },
  // Also afterwards: accountability looks for who was responsible on a day that is past.
  { command: 'AssignResponsible', from: known, event: 'ResponsibleAssigned', to: 'same', clause: NEW_GOAL },
];

const years: readonly Edge[] = [
  { command: 'OpenYear', from: running, event: 'YearOpened', to: 'same', clause: RECURRENT_GOAL },
  { command: CLOCK, from: ['active'], event: 'NextYearMissing', to: 'same', clause: RECURRENT_GOAL },
  { command: 'NoteYearApproved', from: known, event: 'YearApprovalNoted', to: 'same', clause: APPROVAL },
  // The next year is opened first where it is not there yet.
  {
    command: 'NoteCarryOver',
    from: ['active', 'completion-due', 'suspended', 'completed'],
    event: 'YearOpened',
    to: 'same',
    clause: APPROVAL,
  },
  {
    command: 'NoteCarryOver',
    from: ['active', 'completion-due', 'suspended', 'completed'],
    event: 'CarryOverForwarded',
    to: 'same',
    clause: APPROVAL,
  },
  { command: 'NoteYearClosed', from: known, event: 'YearClosedNoted', to: 'same', clause: APPROVAL },
];

const completion: readonly Edge[] = [
  {
    command: CLOCK,
    from: ['active'],
    event: 'PlannedEndReached',
    to: ['completion-due'],
    clause: COMPLETION,
  },
  {
    command: 'RecordAcceptance',
    from: ['active'],
    event: 'AcceptanceRecorded',
    to: ['completion-due'],
    clause: COMPLETION,
  },
  {
    command: 'RecordAcceptance',
    from: ['completion-due', 'suspended'],
    event: 'AcceptanceRecorded',
    to: 'same',
    clause: COMPLETION,
  },
  {
    command: 'RecordFinalPayment',
    from: ['active'],
    event: 'FinalPaymentRecorded',
    to: ['completion-due'],
    clause: COMPLETION,
  },
  {
    command: 'RecordFinalPayment',
    from: ['completion-due', 'suspended', 'completed'],
    event: 'FinalPaymentRecorded',
    to: 'same',
    clause: COMPLETION,
  },
  { command: 'AskExtension', from: running, event: 'ExtensionAsked', to: 'same', clause: COMPLETION },
  {
    command: 'DecideExtension',
    from: running,
    event: 'ExtensionGranted',
    to: ['active'],
    clause: COMPLETION,
  },
  { command: 'DecideExtension', from: running, event: 'ExtensionRefused', to: 'same', clause: COMPLETION },
  {
    command: 'ReportCompletion',
    from: running,
    event: 'CompletionReported',
    to: ['completed'],
    clause: SELF_EVALUATION,
  },
  {
    command: 'EstablishCompletion',
    from: running,
    event: 'CompletionEstablished',
    to: ['completed'],
    clause: COMPLETION,
  },
];

const standing: readonly Edge[] = [
  { command: 'Suspend', from: running, event: 'ProjectSuspended', to: ['suspended'], clause: COMPLETION },
  {
    command: 'Resume',
    from: ['suspended'],
    event: 'ProjectResumed',
    to: ['active', 'completion-due'],
    clause: COMPLETION,
  },
  { command: 'Terminate', from: open, event: 'ProjectTerminated', to: ['terminated'], clause: COMPLETION },
  {
    command: 'Reopen',
    from: ['completed', 'terminated'],
    event: 'ProjectReopened',
    to: ['active', 'completion-due'],
    clause: COMPLETION,
  },
  { command: 'RenewLegalDates', from: running, event: 'LegalDateRenewed', to: 'same', clause: COMPLETION },
];

export const transitions: readonly Edge[] = [...entry, ...years, ...completion, ...standing];
