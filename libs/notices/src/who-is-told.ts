import type { AggregateName } from '@quancheng/domain';

/** To whom a notice goes, as the field says it; the file then names the post. */
export type Addressee =
  /** 项目单位经办人 and 负责人 of the file's unit, and its 主管部门. */
  | 'unit-clerk'
  | 'unit-head'
  | 'department'
  /** Finance's own offices. */
  | 'performance'
  | 'business'
  | 'treasury'
  | 'chief'
  /** Whoever owes the duty that the event speaks of, and who is told when it has lapsed. */
  | 'holder'
  | 'escalation'
  /** Departments that the event names, or the year's notice named. */
  | 'named-departments'
  | 'silent-departments'
  | 'all-departments';

export interface Telling {
  readonly to: readonly Addressee[];
  /** By short message as well: something was sent back, ordered, stopped, or its date is near or gone. */
  readonly urgent?: true;
}

const told = (...to: readonly Addressee[]): Telling => ({ to });
const urgently = (...to: readonly Addressee[]): Telling => ({ to, urgent: true });

/** Of any duty, in every kind of file. */
const duties: Readonly<Record<string, Telling>> = {
  ObligationReminded: urgently('holder'),
  ObligationLapsed: urgently('holder', 'escalation'),
  ObligationUrged: urgently('holder'),
};

/** Who is told what by which event (谁、因何事、得到通知). What is not named here is told to nobody: it stands in the file. */
export const WHO_IS_TOLD: Readonly<Record<AggregateName, Readonly<Record<string, Telling>>>> = {
  'project-year': {
    ...duties,
    WindowAnnounced: told('unit-clerk'),
    GoalAndBudgetDeclared: told('department'),
    DeclarationWithdrawn: told('department'),
    DepartmentReviewPassed: told('unit-clerk', 'business', 'performance'),
    DeclarationReturnedByDepartment: urgently('unit-clerk', 'unit-head'),
    FinanceReviewPassed: told('unit-clerk', 'department'),
    DeclarationReturnedByFinance: urgently('unit-clerk', 'unit-head', 'department'),
    DeclarationBlocked: urgently('unit-clerk', 'unit-head', 'department'),
    ControlFigureIssued: told('unit-clerk', 'unit-head', 'department'),
    SecondSubmissionMade: told('department', 'business'),
    FullReviewReopened: told('unit-clerk', 'business', 'performance'),
    GoalAndBudgetApproved: told('unit-clerk', 'unit-head', 'department'),
    TrackingRoundOpened: told('unit-clerk'),
    DeviationFound: told('unit-clerk', 'department', 'performance'),
    DeviationExplained: told('unit-clerk'),
    RectificationOrdered: urgently('unit-clerk', 'unit-head', 'department'),
    RectificationReported: told('performance'),
    RectificationConfirmed: told('unit-clerk', 'unit-head'),
    RectificationSentBack: urgently('unit-clerk', 'unit-head'),
    StopPaymentRequested: urgently('treasury', 'unit-head', 'department'),
    StopPaymentAcknowledged: told('performance'),
    StopPaymentLifted: told('treasury', 'unit-head', 'department'),
    AdjustmentRequested: told('business'),
    AdjustmentGranted: told('unit-clerk', 'unit-head'),
    AdjustmentRefused: told('unit-clerk', 'unit-head'),
    ResultReceived: told('unit-clerk', 'unit-head', 'department'),
    ResultCirculated: urgently('unit-head', 'department'),
    NoticeAcknowledged: told('performance'),
    ResultRectificationReported: told('performance'),
    ResultRectificationConfirmed: told('unit-head'),
    ResultRectificationSentBack: urgently('unit-clerk', 'unit-head'),
    BudgetLinkDecided: told('unit-head', 'department'),
    AccountabilityCaseOpened: urgently('unit-head', 'department'),
    ResultPublished: told('unit-head', 'department'),
  },
  evaluation: {
    ...duties,
    RoadAssigned: told('unit-clerk', 'department'),
    SelfEvaluationStarted: told('unit-clerk', 'unit-head'),
    SelfEvaluationSubmitted: told('performance'),
    SelfEvaluationReturned: urgently('unit-clerk', 'unit-head'),
    DrawnForSpotCheck: told('unit-clerk'),
    SelfEvaluationReopened: urgently('unit-clerk', 'unit-head', 'department'),
    KeyReportSubmitted: told('performance'),
    ResultRevised: told('unit-head', 'department'),
    EvaluationCancelled: told('unit-clerk', 'department'),
  },
  project: {
    ...duties,
    PlannedEndReached: told('unit-clerk'),
    ExtensionAsked: told('business'),
    ExtensionGranted: told('unit-clerk', 'unit-head'),
    ExtensionRefused: told('unit-clerk', 'unit-head'),
    CompletionReported: told('performance'),
    CompletionEstablished: told('unit-clerk', 'unit-head'),
    ProjectSuspended: told('unit-clerk', 'unit-head', 'department'),
    ProjectResumed: told('unit-clerk', 'unit-head', 'department'),
    ProjectTerminated: told('unit-clerk', 'unit-head', 'department'),
    ProjectReopened: told('unit-clerk', 'department'),
  },
  'budget-year': {
    ...duties,
    BudgetYearPrepared: told('all-departments'),
    WindowOpened: told('all-departments'),
    WindowExtended: told('all-departments'),
    WindowClosed: urgently('silent-departments', 'chief'),
    CongressApprovalRecorded: told('business'),
    BatchApproved: told('named-departments'),
    EvaluationPlanAdopted: told('all-departments'),
  },
  // Who came and went is read in the directory itself.
  directory: {},
  // A new indicator waits to be looked for.
  'indicator-library': {},
};
