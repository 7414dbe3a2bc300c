import type { StageKind, Transition } from '../core/aggregate.ts';

export const stages = {
  none: { title: { zh: '未启动', en: 'not begun' } },
  open: { title: { zh: '进行中', en: 'open' } },
  closed: { title: { zh: '已办结', en: 'closed' }, final: true },
} as const satisfies Record<string, StageKind>;

type StageName = keyof typeof stages;

/** The clauses an edge rests on; where none speaks of it, the nearest one. */
export const NEW_GOAL = 'zh-2014/goal-threshold/new';
export const RECURRENT_GOAL = 'zh-2014/goal-threshold/recurrent';
export const APPROVAL = 'zh-2014/deadline/approval';
export const SECOND = 'zh-2014/deadline/second-submission';
export const TRACKING = 'zh-2014/deadline/tracking-report';
export const KEY = 'zh-2014/deadline/key-evaluation';

/** What time itself brings is an edge too: no person sends it. */
const CLOCK = '(clock)';

export const transitions: readonly Transition<StageName>[] = [
  { command: 'Prepare', from: ['none'], event: 'BudgetYearPrepared', to: ['open'], clause: NEW_GOAL },
  { command: 'Prepare', from: ['open'], event: 'BudgetYearPrepared', to: 'same', clause: NEW_GOAL },
  // A project may be taken over into a year before its notice is out, and into one that is already closed.
  { command: 'Enrol', from: ['none'], event: 'BudgetYearBegun', to: ['open'], clause: NEW_GOAL },
  { command: 'Enrol', from: ['open', 'closed'], event: 'ProjectYearEnrolled', to: 'same', clause: NEW_GOAL },
  { command: 'OpenWindow', from: ['open'], event: 'WindowOpened', to: 'same', clause: NEW_GOAL },
  { command: 'OpenWindow', from: ['open'], event: 'WindowExtended', to: 'same', clause: NEW_GOAL },
  { command: CLOCK, from: ['open'], event: 'WindowClosed', to: 'same', clause: NEW_GOAL },
  {
    command: 'NoteDeclared',
    from: ['open', 'closed'],
    event: 'DeclarationNoted',
    to: 'same',
    clause: NEW_GOAL,
  },
  { command: 'NoteLeft', from: ['open', 'closed'], event: 'ProjectYearLeft', to: 'same', clause: NEW_GOAL },
  { command: 'RecordNilReturn', from: ['open'], event: 'NilReturnRecorded', to: 'same', clause: NEW_GOAL },
  {
    command: 'RecordCongressApproval',
    from: ['open'],
    event: 'CongressApprovalRecorded',
    to: 'same',
    clause: APPROVAL,
  },
  { command: 'ApproveBatch', from: ['open'], event: 'BatchApproved', to: 'same', clause: APPROVAL },
  { command: 'TakeOutOfBatch', from: ['open'], event: 'BatchItemTakenOut', to: 'same', clause: APPROVAL },
  { command: 'SendTrackingRound', from: ['open'], event: 'TrackingRoundSent', to: 'same', clause: TRACKING },
  { command: 'AdoptEvaluationPlan', from: ['open'], event: 'EvaluationPlanAdopted', to: 'same', clause: KEY },
  { command: CLOCK, from: ['open'], event: 'BudgetYearEnded', to: 'same', clause: APPROVAL },
  { command: 'CloseYear', from: ['open'], event: 'BudgetYearClosed', to: ['closed'], clause: APPROVAL },
];
