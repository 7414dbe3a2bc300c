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

/** An edge along which the year stays where it is. */
const stays = (command: string, from: Row['from'], event: string, clause: string): Row => ({
  command,
  from,
  event,
  to: 'same',
  clause,
});

const before: Row[] = [
  {
    command: 'Open',
    from: ['none'],
    event: 'ProjectYearOpened',
    to: ['draft', 'approved', 'ended'],
    clause: CLAUSE.newGoal,
  },
  stays('Open', OPENED, 'ProjectYearOpened', CLAUSE.newGoal),
  stays('TakeOverUnit', OPENED, 'UnitChanged', CLAUSE.accountability),
  stays('NoteWindow', OPENED, 'WindowAnnounced', CLAUSE.newGoal),
  {
    command: 'NoteWindow',
    from: ['blocked'],
    event: 'WindowAnnounced',
    to: ['returned'],
    clause: CLAUSE.newGoal,
  },
  stays('SaveDraft', ['draft', 'returned'], 'DraftSaved', CLAUSE.newGoal),
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
  stays(
    'SettleRemarks',
    ['declared', 'department-reviewed', 'finance-reviewed', 'controlled', 'resubmitted'],
    'RemarksSettled',
    CLAUSE.reviewSheet,
  ),
  stays('ReviewMoney', ['department-reviewed'], 'MoneyReviewed', CLAUSE.financeReview),
  stays('SaveReviewDraft', ['department-reviewed'], 'ReviewDraftSaved', CLAUSE.reviewSheet),
  stays('ReviewGoal', ['department-reviewed'], 'GoalReviewed', CLAUSE.reviewSheet),
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
  stays(
    'ApproveInBatch',
    ['approved', 'ended', 'result-in-use', 'closed'],
    'GoalAndBudgetApproved',
    CLAUSE.approval,
  ),
];

const running: Row[] = [
  stays('OpenTrackingRound', ['approved'], 'TrackingRoundOpened', CLAUSE.tracking),
  stays('RecordPayments', [...SPENDING, 'closed', 'terminated'], 'PaymentsRecorded', CLAUSE.deviation),
  stays('SaveTrackingDraft', ['approved', 'ended'], 'TrackingDraftSaved', CLAUSE.tracking),
  stays('ReportTracking', ['approved', 'ended'], 'TrackingReported', CLAUSE.tracking),
  stays('ReportTracking', ['approved', 'ended'], 'DeviationFound', CLAUSE.deviation),
  stays('AcceptDeviation', SPENDING, 'DeviationExplained', CLAUSE.deviation),
  stays('OrderRectification', SPENDING, 'RectificationOrdered', CLAUSE.rectification),
  stays('ReportRectification', SPENDING, 'RectificationReported', CLAUSE.rectification),
  stays('ConfirmRectification', SPENDING, 'RectificationConfirmed', CLAUSE.rectificationConfirmation),
  stays('ConfirmRectification', SPENDING, 'RectificationSentBack', CLAUSE.rectification),
  stays('RequestStopPayment', ['approved', 'ended'], 'StopPaymentRequested', CLAUSE.deviation),
  stays('AcknowledgeStopPayment', SPENDING, 'StopPaymentAcknowledged', CLAUSE.deviation),
  stays('LiftStopPayment', SPENDING, 'StopPaymentLifted', CLAUSE.deviation),
  stays('RequestAdjustment', ['approved'], 'AdjustmentRequested', CLAUSE.financeReview),
  stays('DecideAdjustment', SPENDING, 'AdjustmentGranted', CLAUSE.financeReview),
  stays('DecideAdjustment', SPENDING, 'AdjustmentRefused', CLAUSE.financeReview),
  {
    command: CLOCK,
    from: ['approved'],
    event: 'FiscalYearEnded',
    to: ['ended'],
    clause: CLAUSE.selfEvaluation,
  },
  stays(CLOCK, ['result-in-use'], 'FiscalYearEnded', CLAUSE.selfEvaluation),
  stays('CarryOver', ['ended', 'result-in-use', 'terminated'], 'MoneyCarriedOver', CLAUSE.approval),
  stays('ReceiveCarryOver', OPENED, 'CarryOverReceived', CLAUSE.approval),
  stays('NoteEvaluation', OPENED, 'EvaluationBegunNoted', CLAUSE.selfEvaluation),
  {
    command: 'NoteProjectStatus',
    from: [...BEFORE_APPROVAL, 'approved'],
    event: 'ProjectTerminated',
    to: ['terminated'],
    clause: CLAUSE.newGoal,
  },
  stays('NoteProjectStatus', OPENED, 'ProjectSuspended', CLAUSE.newGoal),
  stays('NoteProjectStatus', OPENED, 'ProjectResumed', CLAUSE.newGoal),
  stays(
    'NoteProjectStatus',
    ['ended', 'result-in-use', 'closed', 'withdrawn'],
    'ProjectTerminated',
    CLAUSE.newGoal,
  ),
];

const duty = (command: string, event: string, clause: string): Row =>
  stays(command, ['result-in-use'], event, clause);

const afterwards: Row[] = [
  {
    command: 'ReceiveResult',
    from: ['approved', 'ended', 'result-in-use', 'closed', 'terminated'],
    event: 'ResultReceived',
    to: ['result-in-use'],
    clause: CLAUSE.resultConfirmation,
  },
  stays('ReceiveResult', ['closed'], 'ResultReceived', CLAUSE.resultConfirmation),
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
