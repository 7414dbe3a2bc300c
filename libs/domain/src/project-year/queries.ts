import { endOfDay, type Fen, makeDate } from '@quancheng/kernel';
import type { FollowUp, Ownership, Recorded } from '../core/aggregate.ts';
import { projectYearId, yearEvaluationId } from '../core/ids.ts';
import type { Timer } from '../core/obligation.ts';
import { carriedOn, type TakeOverUnit } from '../core/take-over-unit.ts';
import { availableFen, isSpendingKnown } from './amounts.ts';
import type { ProjectYearEvent } from './events.ts';
import type { Identity, OpenYear, ProjectYearState } from './state.ts';

export { openObligations } from './obligations.ts';

export function ownership(state: ProjectYearState): Ownership | null {
  if (state.stage === 'none') return null;
  const { division, unit, department } = state.identity;
  return { division, unit, department };
}

/** Evaluated each year for itself, because no completion will ever ask for it. */
export const isEvaluatedYearly = ({ nature }: Pick<Identity, 'nature'>): boolean => nature === 'recurrent';

/** The year ends at 24:00 of 31 December, whatever else is open. */
export function timers(state: ProjectYearState): Timer[] {
  if (state.stage === 'none' || state.yearEnded) return [];
  if (state.stage !== 'approved' && state.stage !== 'result-in-use') return [];
  const { fiscalYear } = state.identity;
  const endedOn = makeDate(fiscalYear, 12, 31);
  return [
    {
      id: `year-end/${fiscalYear}`,
      at: endOfDay(endedOn),
      fact: { type: 'FiscalYearEnded', data: { fiscalYear, endedOn } },
    },
  ];
}

/** What other streams learn of a fact. Only the event and the state after it decide, so a repeat sends the same. */
export function followUps(state: ProjectYearState, event: Recorded<ProjectYearEvent>): FollowUp[] {
  if (event.type === 'ProjectYearOpened') return opened(event.data);
  if (state.stage === 'none') return [];
  const { projectId, fiscalYear } = state.identity;
  const toProject = (type: string, data: unknown): FollowUp => ({
    aggregate: 'project',
    id: projectId,
    type,
    data,
  });
  switch (event.type) {
    case 'GoalAndBudgetDeclared': {
      const { requestedFen, goalRequired } = event.data;
      const data = { projectYearId: projectYearId(projectId, fiscalYear), requestedFen, goalRequired };
      return [{ aggregate: 'budget-year', id: String(fiscalYear), type: 'NoteDeclared', data }];
    }
    case 'SecondSubmissionMade': {
      const data = {
        projectYearId: projectYearId(projectId, fiscalYear),
        secondFen: event.data.requestedFen,
      };
      return [{ aggregate: 'budget-year', id: String(fiscalYear), type: 'NoteResubmitted', data }];
    }
    case 'DeclarationWithdrawn':
      return [left(state.identity, 'withdrawn')];
    case 'DeclarationBlocked':
      return [left(state.identity, 'blocked')];
    case 'ProjectTerminated':
      return state.stage === 'terminated' ? [left(state.identity, 'terminated')] : [];
    case 'GoalAndBudgetApproved':
    case 'AdjustmentGranted':
      return [
        toProject('NoteYearApproved', { fiscalYear, approvedFen: event.data.approvedFen }),
        ...spendingTold(state),
      ];
    case 'PaymentsRecorded':
    case 'CarryOverReceived':
    case 'EvaluationBegunNoted':
      return spendingTold(state);
    case 'MoneyCarriedOver':
      return event.data.amountFen > 0n
        ? [toProject('NoteCarryOver', { fromYear: fiscalYear, amountFen: event.data.amountFen })]
        : [];
    case 'UnitChanged':
      return carryUnit(state, carriedOn(event.data));
    case 'FiscalYearEnded':
      return state.stage !== 'result-in-use' && isEvaluatedYearly(state.identity)
        ? [yearlyEvaluation(state.identity, treasuryOf(state))]
        : [];
    case 'ProjectYearClosed':
      return [toProject('NoteYearClosed', { fiscalYear })];
    default:
      return [];
  }
}

/** To the calendar of its year, which approves and counts by department, and to the evaluation that the year's end began. */
function carryUnit(year: OpenYear, told: TakeOverUnit): FollowUp[] {
  const { projectId, fiscalYear } = year.identity;
  const entry = {
    projectYearId: projectYearId(projectId, fiscalYear),
    unit: told.unit,
    department: told.department,
  };
  const calendar: FollowUp = {
    aggregate: 'budget-year',
    id: String(fiscalYear),
    type: 'NoteUnit',
    data: entry,
  };
  if (!year.yearEnded || year.stage === 'result-in-use' || !isEvaluatedYearly(year.identity))
    return [calendar];
  const id = yearEvaluationId(projectId, fiscalYear);
  return [calendar, { aggregate: 'evaluation', id, type: 'TakeOverUnit', data: told }];
}

/** No more awaited in a batch; a later declaration is noted and brings it back. */
function left({ projectId, fiscalYear }: Identity, why: 'withdrawn' | 'blocked' | 'terminated'): FollowUp {
  const data = { projectYearId: projectYearId(projectId, fiscalYear), why };
  return { aggregate: 'budget-year', id: String(fiscalYear), type: 'NoteLeft', data };
}

function opened(data: Extract<ProjectYearEvent, { type: 'ProjectYearOpened' }>['data']): FollowUp[] {
  const { projectId, fiscalYear, unit, department, nature, takenOver } = data;
  const enrolment = {
    projectYearId: projectYearId(projectId, fiscalYear),
    projectId,
    unit,
    department,
    nature,
    takenOver: takenOver !== null,
  };
  const enrol: FollowUp = {
    aggregate: 'budget-year',
    id: String(fiscalYear),
    type: 'Enrol',
    data: enrolment,
  };
  return takenOver?.atStage === 'ended' && isEvaluatedYearly(data)
    ? [enrol, yearlyEvaluation(data, {})]
    : [enrol];
}

type Treasury = { readonly treasury?: { readonly budgetFen: Fen; readonly paidFen: Fen } };

/** Spending is never typed: the evaluation is told what the treasury's files say of the year, where they say anything. */
function treasuryOf(year: OpenYear): Treasury {
  return isSpendingKnown(year) ? { treasury: { budgetFen: availableFen(year), paidFen: year.paidFen } } : {};
}

/** To the evaluation that is under way, where there is one: what is registered after its beginning counts too. */
function spendingTold(year: OpenYear): FollowUp[] {
  const { treasury } = treasuryOf(year);
  const { projectId, fiscalYear } = year.identity;
  const yearly = year.yearEnded && isEvaluatedYearly(year.identity);
  const id = yearly ? yearEvaluationId(projectId, fiscalYear) : year.toldTo;
  if (id === null || treasury === undefined) return [];
  const data = { projectYearId: projectYearId(projectId, fiscalYear), ...treasury };
  return [{ aggregate: 'evaluation', id, type: 'NoteTreasury', data }];
}

function yearlyEvaluation(identity: Omit<Identity, 'takenOver'>, treasury: Treasury): FollowUp {
  const { projectId, projectName, fiscalYear, unit, department, nature, term } = identity;
  const projectYears = [projectYearId(projectId, fiscalYear)];
  return {
    aggregate: 'evaluation',
    id: yearEvaluationId(projectId, fiscalYear),
    type: 'StartSelfEvaluation',
    data: {
      object: { kind: 'project-years', projectId, projectName, projectYears, unit, department, nature, term },
      completedOn: makeDate(fiscalYear, 12, 31),
      proof: { kind: 'year-end', paper: `${fiscalYear}年度预算执行结束` },
      ...treasury,
    },
  };
}
