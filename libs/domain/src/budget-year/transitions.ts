import { CLOCK, type StageKind, type Transition } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';

export const stages = {
  none: { title: { zh: '未启动', en: 'not begun' } },
  open: { title: { zh: '进行中', en: 'open' } },
  closed: { title: { zh: '已办结', en: 'closed' }, final: true },
} as const satisfies Record<string, StageKind>;

export const transitions: readonly Transition<keyof typeof stages>[] = [
  { command: 'Prepare', from: ['none'], event: 'BudgetYearPrepared', to: ['open'], clause: CLAUSE.newGoal },
  { command: 'Prepare', from: ['open'], event: 'BudgetYearPrepared', to: 'same', clause: CLAUSE.newGoal },
  // A project may be taken over into a year before its notice is out, and into one that is already closed.
  { command: 'Enrol', from: ['none'], event: 'BudgetYearBegun', to: ['open'], clause: CLAUSE.newGoal },
  {
    command: 'Enrol',
    from: ['open', 'closed'],
    event: 'ProjectYearEnrolled',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
  { command: 'OpenWindow', from: ['open'], event: 'WindowOpened', to: 'same', clause: CLAUSE.newGoal },
  { command: 'OpenWindow', from: ['open'], event: 'WindowExtended', to: 'same', clause: CLAUSE.newGoal },
  { command: CLOCK, from: ['open'], event: 'WindowClosed', to: 'same', clause: CLAUSE.newGoal },
  {
    command: 'NoteDeclared',
    from: ['open', 'closed'],
    event: 'DeclarationNoted',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
  {
    command: 'NoteResubmitted',
    from: ['open', 'closed'],
    event: 'SecondSubmissionNoted',
    to: 'same',
    clause: CLAUSE.secondSubmission,
  },
  {
    command: 'NoteLeft',
    from: ['open', 'closed'],
    event: 'ProjectYearLeft',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
  {
    command: 'NoteUnit',
    from: ['open', 'closed'],
    event: 'ProjectYearUnitNoted',
    to: 'same',
    clause: CLAUSE.accountability,
  },
  {
    command: 'RecordNilReturn',
    from: ['open'],
    event: 'NilReturnRecorded',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
  {
    command: 'RecordCongressApproval',
    from: ['open'],
    event: 'CongressApprovalRecorded',
    to: 'same',
    clause: CLAUSE.approval,
  },
  { command: 'ApproveBatch', from: ['open'], event: 'BatchApproved', to: 'same', clause: CLAUSE.approval },
  {
    command: 'TakeOutOfBatch',
    from: ['open'],
    event: 'BatchItemTakenOut',
    to: 'same',
    clause: CLAUSE.approval,
  },
  {
    command: 'SendTrackingRound',
    from: ['open'],
    event: 'TrackingRoundSent',
    to: 'same',
    clause: CLAUSE.tracking,
  },
  {
    command: 'AdoptEvaluationPlan',
    from: ['open'],
    event: 'EvaluationPlanAdopted',
    to: 'same',
    clause: CLAUSE.keyEvaluation,
  },
  { command: CLOCK, from: ['open'], event: 'BudgetYearEnded', to: 'same', clause: CLAUSE.approval },
  {
    command: 'CloseYear',
    from: ['open'],
    event: 'BudgetYearClosed',
    to: ['closed'],
    clause: CLAUSE.approval,
  },
];
