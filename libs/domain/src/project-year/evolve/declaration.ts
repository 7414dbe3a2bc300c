import type { Recorded } from '../../core/aggregate.ts';
import type { DeclarationEvent } from '../events.ts';
import type { GoalRevision, Remark } from '../shapes.ts';
import type { AnsweredRemark, Goal, OpenYear, Review } from '../state.ts';

export const noReview: Review = {
  passedDepartmentOn: null,
  financeBy: null,
  recommendedFen: null,
  goal: null,
  draft: null,
};

export function open(
  event: Recorded<Extract<DeclarationEvent, { type: 'ProjectYearOpened' }>>,
  before: { marks: OpenYear['marks'] },
): OpenYear {
  const { takenOver, ...identity } = event.data;
  return {
    stage: takenOver === null ? 'draft' : takenOver.atStage === 'ended' ? 'ended' : 'approved',
    marks: before.marks,
    identity: {
      ...identity,
      takenOver: takenOver === null ? null : { atStage: takenOver.atStage, gaps: takenOver.gaps },
    },
    unitName: null,
    openedOn: event.happenedOn,
    stageSince: event.happenedOn,
    suspended: false,
    terminated: false,
    windows: {},
    draft: null,
    draftFindings: [],
    declaration: null,
    everRequired: false,
    remarks: [],
    answered: [],
    review: noReview,
    againBy: null,
    controlBy: null,
    goal: null,
    controlFen: null,
    resubmitBy: null,
    secondFen: null,
    approvedFen: takenOver?.approvedFen ?? null,
    approval: null,
    carriedIn: [],
    payments: [],
    paidFen: 0n,
    rounds: [],
    orders: [],
    stops: [],
    adjustments: [],
    yearEnded: takenOver?.atStage === 'ended',
    leftover: null,
    toldTo: null,
    result: null,
    duties: [],
    budgetLink: null,
    disclosure: null,
  };
}

export function evolveDeclaration(year: OpenYear, event: Recorded<DeclarationEvent>): OpenYear {
  switch (event.type) {
    case 'UnitChanged': {
      const { unit, department, unitName } = event.data;
      return { ...year, unitName, identity: { ...year.identity, unit, department } };
    }
    case 'ProjectYearOpened':
      return year;
    case 'DraftSaved':
      return { ...year, draft: event.data.form, draftFindings: event.data.findings ?? [] };
    case 'WindowAnnounced':
      return windowAnnounced(year, event.data);
    case 'GoalAndBudgetDeclared':
      return declared(year, event);
    case 'DeclarationWithdrawn':
      return { ...year, stage: 'withdrawn' };
    case 'DepartmentReviewPassed':
      return {
        ...year,
        stage: 'department-reviewed',
        review: { ...year.review, passedDepartmentOn: event.happenedOn, financeBy: event.data.financeBy },
      };
    case 'DeclarationReturnedByDepartment':
      return { ...year, stage: 'returned', remarks: event.data.remarks, againBy: event.data.againBy };
    case 'MoneyReviewed':
      return { ...year, review: { ...year.review, recommendedFen: event.data.recommendedFen } };
    case 'ReviewDraftSaved':
      return { ...year, review: { ...year.review, draft: event.data.form } };
    case 'GoalReviewed':
      return goalReviewed(year, event.data);
    case 'FinanceReviewPassed':
      return { ...year, stage: 'finance-reviewed', controlBy: event.data.controlBy };
    case 'DeclarationReturnedByFinance':
      return { ...year, stage: 'returned', againBy: event.data.againBy };
    case 'DeclarationBlocked':
      return { ...year, stage: 'blocked' };
    case 'ControlFigureIssued':
      return {
        ...year,
        stage: 'controlled',
        controlFen: event.data.controlFen,
        resubmitBy: event.data.resubmitBy,
      };
    case 'SecondSubmissionMade':
      return {
        ...year,
        stage: 'resubmitted',
        secondFen: event.data.requestedFen,
        remarks: [],
        answered: withAnswers(year, event.data.answers),
        goal: revised(year.goal, event.data.goalRevision),
      };
    case 'RemarksSettled':
      return { ...year, answered: ticked(year, event.data) };
    case 'FullReviewReopened':
      return fullReview(year, event);
    case 'GoalAndBudgetApproved':
      return approved(year, event.data);
    default:
      event satisfies never;
      return year;
  }
}

type DataOf<T extends DeclarationEvent['type']> = Extract<DeclarationEvent, { type: T }>['data'];

function windowAnnounced(year: OpenYear, data: DataOf<'WindowAnnounced'>): OpenYear {
  const next = { ...year, windows: { ...year.windows, [data.window]: data.until } };
  if (data.window === 'second-submission')
    return { ...next, resubmitBy: year.resubmitBy === null ? null : data.until };
  // What was blocked in one window may be reworked and declared again in the next.
  return year.stage === 'blocked' ? { ...next, stage: 'returned', againBy: data.until } : next;
}

function declared(
  year: OpenYear,
  event: Recorded<Extract<DeclarationEvent, { type: 'GoalAndBudgetDeclared' }>>,
): OpenYear {
  const { submission, requestedFen, goalRequired, edition, form, findings, reviewBy } = event.data;
  const { goalAnnual, indicators = [], periodValues = [], milestones = [] } = form;
  const goal: Goal | null =
    goalAnnual === undefined ? null : { annual: goalAnnual, indicators, periodValues, milestones };
  return {
    ...year,
    stage: 'declared',
    draft: null,
    draftFindings: [],
    remarks: [],
    answered: withAnswers(year, event.data.answers),
    review: noReview,
    goal,
    everRequired: year.everRequired || goalRequired,
    declaration: {
      submission,
      declaredOn: event.happenedOn,
      requestedFen,
      goalRequired,
      edition,
      form,
      findings,
      reviewBy,
    },
  };
}

function withAnswers(
  { remarks, answered }: OpenYear,
  answers: DataOf<'SecondSubmissionMade'>['answers'],
): AnsweredRemark[] {
  const now = remarks.flatMap((remark) => {
    const given = answers.find((one) => one.remark === remark.id);
    return given === undefined ? [] : [{ ...remark, answer: given.answer, settled: null }];
  });
  return [...answered, ...now];
}

const ticked = ({ answered }: OpenYear, { settled }: DataOf<'RemarksSettled'>): AnsweredRemark[] =>
  answered.map((one) => ({
    ...one,
    settled: settled.find(({ remark }) => remark === one.id)?.settled ?? one.settled,
  }));

function goalReviewed(year: OpenYear, data: DataOf<'GoalReviewed'>): OpenYear {
  const { total, result, route, clause } = data;
  const remarks: Remark[] = [...year.remarks, ...data.remarks];
  return {
    ...year,
    remarks,
    review: { ...year.review, goal: { total, result, route, clause }, draft: null },
  };
}

function fullReview(
  year: OpenYear,
  event: Recorded<Extract<DeclarationEvent, { type: 'FullReviewReopened' }>>,
): OpenYear {
  const before = year.declaration;
  if (before === null) return year;
  const declaration = {
    ...before,
    submission: event.data.submission,
    declaredOn: event.happenedOn,
    // The next review judges what is now asked for; whether a goal is owed stays with the first request.
    requestedFen: year.secondFen ?? before.requestedFen,
    reviewBy: event.data.reviewBy,
  };
  return { ...year, stage: 'declared', review: noReview, declaration, controlFen: null, resubmitBy: null };
}

function approved(year: OpenYear, data: DataOf<'GoalAndBudgetApproved'>): OpenYear {
  const { batch, paperNo, approvedOn, approvedFen, edition } = data;
  return { ...year, stage: 'approved', approvedFen, approval: { batch, paperNo, approvedOn, edition } };
}

/** The goal after a revision; a year without a goal begins one when its annual goal is written. */
export function revised(goal: Goal | null, revision: GoalRevision | null): Goal | null {
  if (revision === null) return goal;
  const { goalAnnual, indicators, periodValues } = revision;
  if (goal === null)
    return goalAnnual === undefined
      ? null
      : {
          annual: goalAnnual,
          indicators: indicators ?? [],
          periodValues: periodValues ?? [],
          milestones: [],
        };
  return {
    ...goal,
    annual: goalAnnual ?? goal.annual,
    indicators: indicators ?? goal.indicators,
    periodValues: periodValues ?? goal.periodValues,
  };
}
