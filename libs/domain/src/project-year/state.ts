import type { Fen, PlainDate } from '@quancheng/kernel';
import type {
  GoalDeclaration,
  GoalDeclarationDraft,
  Indicator,
  PeriodValue,
  ReviewSheetDraft,
  TrackingReport,
  TrackingReportDraft,
} from '@quancheng/forms';
import type { EventCatalogue, EventOf, Recorded, StreamState } from '../core/aggregate.ts';
import type { LegalDate } from '../core/legal-date.ts';
import type { Grade, Nature, TakenOver, Term, WindowName } from '../core/shapes.ts';
import { declarationEvents, type ProjectYearEvent } from './events.ts';
import { resultEvents } from './events-result.ts';
import { trackingEvents } from './events-tracking.ts';
import { evolveDeclaration, open } from './evolve/declaration.ts';
import { evolveResult } from './evolve/result.ts';
import { evolveTracking } from './evolve/tracking.ts';
import type { Duty, Finding, GoalRevision, Light, Problem, Proposal, Remark, Standings } from './shapes.ts';

export type Stage =
  | 'draft'
  | 'declared'
  | 'returned'
  | 'department-reviewed'
  | 'finance-reviewed'
  | 'controlled'
  | 'resubmitted'
  | 'approved'
  | 'ended'
  | 'result-in-use'
  | 'closed'
  | 'blocked'
  | 'withdrawn'
  | 'terminated';

export type Identity = {
  readonly division: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly fiscalYear: number;
  readonly unit: string;
  readonly department: string;
  readonly nature: Nature;
  readonly term: Term;
  readonly highConcern: boolean;
  readonly takenOver: Omit<TakenOver, 'approvedFen'> | null;
};

/** The goal as it now stands: declared, matched to the control figure, approved, adjusted. */
export type Goal = {
  readonly annual: string;
  readonly indicators: readonly Indicator[];
  readonly periodValues: readonly PeriodValue[];
  readonly milestones: readonly NonNullable<GoalDeclaration['milestones']>[number][];
};

export type Declaration = {
  readonly submission: number;
  readonly declaredOn: PlainDate;
  readonly requestedFen: Fen;
  readonly goalRequired: boolean;
  readonly edition: string;
  readonly form: GoalDeclaration;
  readonly findings: readonly Finding[];
  readonly reviewBy: LegalDate;
};

export type GoalReview = {
  readonly total: string;
  readonly result: string;
  readonly route: 'pass' | 'polish' | 'return' | 'block';
  readonly clause: string;
};

export type AnsweredRemark = Remark & { readonly answer: string; readonly settled: boolean | null };

export type Review = {
  readonly passedDepartmentOn: PlainDate | null;
  readonly financeBy: LegalDate | null;
  readonly recommendedFen: Fen | null;
  readonly goal: GoalReview | null;
  /** The sheet as far as it is marked; null once it is handed in. */
  readonly draft: ReviewSheetDraft | null;
};

export type Round = {
  readonly round: string;
  readonly asOf: PlainDate;
  readonly openedOn: PlainDate;
  readonly reportBy: LegalDate;
  readonly report: {
    readonly goalPercent: string | null;
    readonly moneyPercent: string | null;
    readonly progressPercent: string;
    readonly late: boolean;
    readonly lights: readonly Light[];
    /** Absent from what was reported before standings were kept. */
    readonly standings?: Standings | undefined;
    readonly form: TrackingReport;
  } | null;
  /** The report as far as it is written; null once it is handed in. */
  readonly draft: TrackingReportDraft | null;
  /** A deviation stays open until it is explained or an order answers it. */
  readonly deviation: 'none' | 'open' | 'settled';
  readonly deviationClause: string | null;
};

export type RectificationOrder = {
  readonly order: string;
  readonly attempt: number;
  readonly since: PlainDate;
  readonly problems: readonly Problem[];
  readonly answerBy: LegalDate;
  readonly status: 'ordered' | 'reported' | 'confirmed';
  readonly confirmBy: LegalDate | null;
};

export type StopRequest = {
  readonly request: string;
  readonly requestedOn: PlainDate;
  readonly status: 'requested' | 'acknowledged' | 'lifted';
};

export type Adjustment = {
  readonly adjustment: string;
  readonly kind: 'adjustment' | 'transfer';
  readonly requestedOn: PlainDate;
  readonly newAmountFen: Fen;
  readonly goalRevision: GoalRevision | null;
  readonly decideBy: LegalDate;
  readonly status: 'requested' | 'granted' | 'refused';
};

export type Result = {
  readonly evaluationId: string;
  readonly resultVersion: number;
  readonly grade: Grade;
  readonly score: string;
  readonly road: string;
  readonly clause: string;
  readonly missedGoals: readonly string[];
  readonly confirmedOn: PlainDate;
  readonly proposal: Proposal;
};

/** One duty of the result and how far it is. `done` until a later version opens it again. */
export type DutyState = {
  readonly duty: Duty;
  readonly step:
    | 'circulate'
    | 'acknowledge'
    | 'report'
    | 'confirm'
    | 'decide'
    | 'verify'
    | 'case-or-close'
    | 'disclose'
    | 'done';
  readonly since: PlainDate;
  readonly by: LegalDate | null;
  readonly round: number;
  readonly problems: readonly Problem[];
};

export type OpenYear = StreamState & {
  readonly stage: Stage;
  readonly identity: Identity;
  /** As the directory last told it; null where it has told nothing. */
  readonly unitName: string | null;
  readonly openedOn: PlainDate;
  readonly stageSince: PlainDate;
  readonly suspended: boolean;
  readonly terminated: boolean;
  readonly windows: Readonly<Partial<Record<WindowName, LegalDate>>>;
  readonly draft: GoalDeclarationDraft | null;
  /** What machine checks saw in the draft when it was last saved. */
  readonly draftFindings: readonly Finding[];
  readonly declaration: Declaration | null;
  readonly everRequired: boolean;
  /** What reviewers asked for and the unit has not answered yet. */
  readonly remarks: readonly Remark[];
  /** What was asked for and answered, with the reviewers' tick once they have looked. */
  readonly answered: readonly AnsweredRemark[];
  readonly review: Review;
  /** Until when a returned paper is to come back, and a reviewed one is to get its control figure. */
  readonly againBy: LegalDate | null;
  readonly controlBy: LegalDate | null;
  readonly goal: Goal | null;
  readonly controlFen: Fen | null;
  readonly resubmitBy: LegalDate | null;
  readonly secondFen: Fen | null;
  readonly approvedFen: Fen | null;
  readonly approval: {
    readonly batch: string;
    readonly paperNo: string;
    readonly approvedOn: PlainDate;
    readonly edition: string;
  } | null;
  readonly carriedIn: readonly { readonly fromYear: number; readonly amountFen: Fen }[];
  readonly payments: readonly {
    readonly paymentNo: string;
    readonly paidOn: PlainDate;
    readonly amountFen: Fen;
  }[];
  readonly paidFen: Fen;
  readonly rounds: readonly Round[];
  readonly orders: readonly RectificationOrder[];
  readonly stops: readonly StopRequest[];
  readonly adjustments: readonly Adjustment[];
  readonly yearEnded: boolean;
  readonly leftover: { readonly amountFen: Fen; readonly returnedFen: Fen } | null;
  /** The evaluation of the completed project, which is told what this year spent; null while there is none. */
  readonly toldTo: string | null;
  readonly result: Result | null;
  readonly duties: readonly DutyState[];
  /** What was last decided of the result, and which version each decision cites. */
  readonly budgetLink: {
    readonly action: string;
    readonly cutPercent: string;
    readonly resultVersion: number;
  } | null;
  readonly disclosure: 'published' | 'withheld' | null;
};

export type NotOpened = StreamState & { readonly stage: 'none' };
export type ProjectYearState = NotOpened | OpenYear;

export const initial: ProjectYearState = { stage: 'none', marks: {} };

/** Total over the catalogue; a fact that this version does not know leaves the state as it is. */
export function evolve(state: ProjectYearState, event: Recorded<ProjectYearEvent>): ProjectYearState {
  if (state.stage === 'none') return event.type === 'ProjectYearOpened' ? open(event, state) : state;
  const next = evolveYear(state, event);
  return next.stage === state.stage ? next : { ...next, stageSince: event.happenedOn };
}

function evolveYear(year: OpenYear, event: Recorded<ProjectYearEvent>): OpenYear {
  if (isOf(event, declarationEvents)) return evolveDeclaration(year, event);
  if (isOf(event, trackingEvents)) return evolveTracking(year, event);
  if (isOf(event, resultEvents)) return evolveResult(year, event);
  return year;
}

function isOf<C extends EventCatalogue>(event: Recorded, catalogue: C): event is Recorded<EventOf<C>> {
  return Object.hasOwn(catalogue, event.type);
}
