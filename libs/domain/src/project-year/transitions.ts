import { CLOCK, type Transition } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';
import type { Stage } from './state.ts';

type Row = Transition<Stage | 'none'>;
const BEFORE_APPROVAL = [
  'draft',
  'declared',
  'returned',
  'department-reviewed',
  'finance-reviewed',
  'controlled',
  'resubmitted',
  'blocked',
] as const;
const SPENDING = ['approved', 'ended', 'result-in-use'] as const;
const OPENED = [...BEFORE_APPROVAL, ...SPENDING, 'closed', 'withdrawn', 'terminated'] as const;
/** The stages at which the last open thing may be settled, and the year closes with it. */
const MAY_CLOSE = ['result-in-use'] as const;

const before: Row[] = [
  {
    command: 'Open',
    from: ['none'],
    event: 'ProjectYearOpened',
    to: ['draft', 'approved', 'ended'],
    clause: CLAUSE.newGoal,
  },
  { command: 'Open', from: OPENED, event: 'ProjectYearOpened', to: 'same', clause: CLAUSE.newGoal },
  {
    command: 'TakeOverUnit',
    from: OPENED,
    event: 'UnitChanged',
    to: 'same',
    clause: CLAUSE.accountability,
  },
  { command: 'NoteWindow', from: OPENED, event: 'WindowAnnounced', to: 'same', clause: CLAUSE.newGoal },
  {
    command: 'NoteWindow',
    from: ['blocked'],
    event: 'WindowAnnounced',
    to: ['returned'],
    clause: CLAUSE.newGoal,
  },
  {
    command: 'SaveDraft',
    from: ['draft', 'returned'],
    event: 'DraftSaved',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
  {
    command: 'Declare',
    from: ['draft', 'returned'],
    event: 'GoalAndBudgetDeclared',
    to: ['declared'],
    clause: CLAUSE.newGoal,
  },
  {
    command: 'Withdraw',
    from: BEFORE_APPROVAL,
    event: 'DeclarationWithdrawn',
    to: ['withdrawn'],
    clause: CLAUSE.newGoal,
  },
  {
    command: 'ReviewAsDepartment',
    from: ['declared'],
    event: 'DepartmentReviewPassed',
    to: ['department-reviewed'],
    clause: CLAUSE.departmentReview,
  },
  {
    command: 'ReviewAsDepartment',
    from: ['declared'],
    event: 'DeclarationReturnedByDepartment',
    to: ['returned'],
    clause: CLAUSE.resubmission,
  },
  {
    command: 'ReviewMoney',
    from: ['department-reviewed'],
    event: 'MoneyReviewed',
    to: 'same',
    clause: CLAUSE.financeReview,
  },
  {
    command: 'ReviewGoal',
    from: ['department-reviewed'],
    event: 'GoalReviewed',
    to: 'same',
    clause: CLAUSE.reviewSheet,
  },
  ...(['ReviewMoney', 'ReviewGoal'] as const).flatMap((command): Row[] => [
    {
      command,
      from: ['department-reviewed'],
      event: 'FinanceReviewPassed',
      to: ['finance-reviewed'],
      clause: CLAUSE.reviewSheet,
    },
    {
      command,
      from: ['department-reviewed'],
      event: 'DeclarationReturnedByFinance',
      to: ['returned'],
      clause: CLAUSE.resubmission,
    },
    {
      command,
      from: ['department-reviewed'],
      event: 'DeclarationBlocked',
      to: ['blocked'],
      clause: CLAUSE.reviewSheet,
    },
  ]),
  {
    command: 'IssueControlFigure',
    from: ['finance-reviewed'],
    event: 'ControlFigureIssued',
    to: ['controlled'],
    clause: CLAUSE.controlFigure,
  },
  {
    command: 'Resubmit',
    from: ['controlled'],
    event: 'SecondSubmissionMade',
    to: ['resubmitted'],
    clause: CLAUSE.secondSubmission,
  },
  {
    command: 'Resubmit',
    from: ['controlled'],
    event: 'FullReviewReopened',
    to: ['declared'],
    clause: CLAUSE.secondSubmission,
  },
  {
    command: 'ApproveInBatch',
    from: ['resubmitted'],
    event: 'GoalAndBudgetApproved',
    to: ['approved'],
    clause: CLAUSE.approval,
  },
  {
    command: 'ApproveInBatch',
    from: ['approved', 'ended', 'result-in-use', 'closed'],
    event: 'GoalAndBudgetApproved',
    to: 'same',
    clause: CLAUSE.approval,
  },
];

const running: Row[] = [
  {
    command: 'OpenTrackingRound',
    from: ['approved'],
    event: 'TrackingRoundOpened',
    to: 'same',
    clause: CLAUSE.tracking,
  },
  {
    command: 'RecordPayments',
    from: [...SPENDING, 'closed', 'terminated'],
    event: 'PaymentsRecorded',
    to: 'same',
    clause: CLAUSE.deviation,
  },
  {
    command: 'ReportTracking',
    from: ['approved', 'ended'],
    event: 'TrackingReported',
    to: 'same',
    clause: CLAUSE.tracking,
  },
  {
    command: 'ReportTracking',
    from: ['approved', 'ended'],
    event: 'DeviationFound',
    to: 'same',
    clause: CLAUSE.deviation,
  },
  {
    command: 'AcceptDeviation',
    from: SPENDING,
    event: 'DeviationExplained',
    to: 'same',
    clause: CLAUSE.deviation,
  },
  {
    command: 'OrderRectification',
    from: SPENDING,
    event: 'RectificationOrdered',
    to: 'same',
    clause: CLAUSE.rectification,
  },
  {
    command: 'ReportRectification',
    from: SPENDING,
    event: 'RectificationReported',
    to: 'same',
    clause: CLAUSE.rectification,
  },
  {
    command: 'ConfirmRectification',
    from: SPENDING,
    event: 'RectificationConfirmed',
    to: 'same',
    clause: CLAUSE.rectificationConfirmation,
  },
  {
    command: 'ConfirmRectification',
    from: SPENDING,
    event: 'RectificationSentBack',
    to: 'same',
    clause: CLAUSE.rectification,
  },
  {
    command: 'RequestStopPayment',
    from: ['approved', 'ended'],
    event: 'StopPaymentRequested',
    to: 'same',
    clause: CLAUSE.deviation,
  },
  {
    command: 'AcknowledgeStopPayment',
    from: SPENDING,
    event: 'StopPaymentAcknowledged',
    to: 'same',
    clause: CLAUSE.deviation,
  },
  {
    command: 'LiftStopPayment',
    from: SPENDING,
    event: 'StopPaymentLifted',
    to: 'same',
    clause: CLAUSE.deviation,
  },
  {
    command: 'RequestAdjustment',
    from: ['approved'],
    event: 'AdjustmentRequested',
    to: 'same',
    clause: CLAUSE.financeReview,
  },
  {
    command: 'DecideAdjustment',
    from: SPENDING,
    event: 'AdjustmentGranted',
    to: 'same',
    clause: CLAUSE.financeReview,
  },
  {
    command: 'DecideAdjustment',
    from: SPENDING,
    event: 'AdjustmentRefused',
    to: 'same',
    clause: CLAUSE.financeReview,
  },
  {
    command: CLOCK,
    from: ['approved'],
    event: 'FiscalYearEnded',
    to: ['ended'],
    clause: CLAUSE.selfEvaluation,
  },
  {
    command: CLOCK,
    from: ['result-in-use'],
    event: 'FiscalYearEnded',
    to: 'same',
    clause: CLAUSE.selfEvaluation,
  },
  {
    command: 'CarryOver',
    from: ['ended', 'result-in-use', 'terminated'],
    event: 'MoneyCarriedOver',
    to: 'same',
    clause: CLAUSE.approval,
  },
  {
    command: 'ReceiveCarryOver',
    from: OPENED,
    event: 'CarryOverReceived',
    to: 'same',
    clause: CLAUSE.approval,
  },
  {
    command: 'NoteEvaluation',
    from: OPENED,
    event: 'EvaluationBegunNoted',
    to: 'same',
    clause: CLAUSE.selfEvaluation,
  },
  {
    command: 'NoteProjectStatus',
    from: [...BEFORE_APPROVAL, 'approved'],
    event: 'ProjectTerminated',
    to: ['terminated'],
    clause: CLAUSE.newGoal,
  },
  {
    command: 'NoteProjectStatus',
    from: OPENED,
    event: 'ProjectSuspended',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
  {
    command: 'NoteProjectStatus',
    from: OPENED,
    event: 'ProjectResumed',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
  {
    command: 'NoteProjectStatus',
    from: ['ended', 'result-in-use', 'closed', 'withdrawn'],
    event: 'ProjectTerminated',
    to: 'same',
    clause: CLAUSE.newGoal,
  },
];

const duty = (command: string, event: string, clause: string): Row => ({
  command,
  from: ['result-in-use'],
  event,
  to: 'same',
  clause,
});

const afterwards: Row[] = [
  {
    command: 'ReceiveResult',
    from: ['approved', 'ended', 'result-in-use', 'closed', 'terminated'],
    event: 'ResultReceived',
    to: ['result-in-use'],
    clause: CLAUSE.resultConfirmation,
  },
  {
    command: 'ReceiveResult',
    from: ['closed'],
    event: 'ResultReceived',
    to: 'same',
    clause: CLAUSE.resultConfirmation,
  },
  duty('CirculateResult', 'ResultCirculated', CLAUSE.notice),
  duty('AcknowledgeNotice', 'NoticeAcknowledged', CLAUSE.notice),
  duty('ReportResultRectification', 'ResultRectificationReported', CLAUSE.resultRectification),
  duty('ConfirmResultRectification', 'ResultRectificationConfirmed', CLAUSE.rectificationConfirmation),
  duty('ConfirmResultRectification', 'ResultRectificationSentBack', CLAUSE.resultRectification),
  duty('DecideBudgetLink', 'BudgetLinkDecided', CLAUSE.budgetLink),
  duty('VerifyClue', 'ClueVerified', CLAUSE.accountability),
  duty('CloseClue', 'ClueClosed', CLAUSE.accountability),
  duty('OpenCase', 'AccountabilityCaseOpened', CLAUSE.accountability),
  duty('DecideDisclosure', 'ResultPublished', CLAUSE.disclosure),
  duty('DecideDisclosure', 'ResultWithheld', CLAUSE.disclosure),
];

/** Whatever may be the last thing to be settled closes the year. */
const CLOSING = [
  'AcknowledgeNotice',
  'ConfirmResultRectification',
  'DecideBudgetLink',
  'VerifyClue',
  'CloseClue',
  'OpenCase',
  'DecideDisclosure',
  'CarryOver',
  'RecordPayments',
  'AcceptDeviation',
  'ConfirmRectification',
  'AcknowledgeStopPayment',
  'LiftStopPayment',
  'DecideAdjustment',
];
const closing = CLOSING.map(
  (command): Row => ({
    command,
    from: MAY_CLOSE,
    event: 'ProjectYearClosed',
    to: ['closed'],
    clause: CLAUSE.resultConfirmation,
  }),
);

export const transitions: readonly Row[] = [...before, ...running, ...afterwards, ...closing];
