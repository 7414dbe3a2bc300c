import { endOfDay, type Fen, makeDate, type PlainDate, sumFen } from '@quancheng/kernel';
import type { FollowUp, Ownership, Recorded } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';
import { completionEvaluationId, projectYearId } from '../core/ids.ts';
import type { Timer } from '../core/obligation.ts';
import { byAmendment, carriedOn, type TakeOverUnit } from '../core/take-over-unit.ts';
import type { EventData, ProjectEvent } from './events.ts';
import { yearToFollow } from './plan.ts';
import type { Answerable, CompletionDuty } from './shapes.ts';
import type { ProjectState, RegisteredProject, Responsible } from './state.ts';

export { openObligations } from './obligations.ts';

export function ownership(state: ProjectState): Ownership | null {
  if (state.stage === 'none') return null;
  const { unit, department } = state.identity;
  return { division: state.division, unit, department };
}

/** Who answered on that day; null where nobody was named. A later change never touches an earlier day. */
export function responsibleOn(state: ProjectState, duty: Answerable, date: PlainDate): Responsible | null {
  if (state.stage === 'none') return null;
  return state.people.findLast((person) => person.duty === duty && person.from <= date) ?? null;
}

/** Approved over all years; a year without approval adds nothing, and is not taken for zero elsewhere. */
export function approvedInAllFen(state: ProjectState): Fen {
  if (state.stage === 'none') return 0n;
  return sumFen(state.years.flatMap(({ approvedFen }) => (approvedFen === null ? [] : [approvedFen])));
}

export function timers(state: ProjectState): Timer[] {
  if (state.stage !== 'active') return [];
  return [...plannedEnd(state), ...yearEnd(state)];
}

function plannedEnd(state: RegisteredProject): Timer[] {
  if (state.plan === null) return [];
  const { plannedEnd: end, arisesOn, reportBy } = state.plan;
  const duty: CompletionDuty = { round: state.rounds + 1, raisedBy: 'planned-end', arisesOn, reportBy };
  return [
    {
      id: `planned-end/${end}`,
      at: endOfDay(end),
      fact: { type: 'PlannedEndReached', data: { plannedEnd: end, duty }, clause: reportBy.clause },
    },
  ];
}

function yearEnd(state: RegisteredProject): Timer[] {
  const fiscalYear = yearToFollow(state);
  if (fiscalYear === null || state.ranOutAfter === fiscalYear) return [];
  const at = endOfDay(makeDate(fiscalYear, 12, 31));
  return [
    {
      id: `next-year/${fiscalYear}`,
      at,
      fact: { type: 'NextYearMissing', data: { fiscalYear }, clause: CLAUSE.recurrentGoal },
    },
  ];
}

/** What other streams learn of a fact. Only the event and the state after it decide, so a repeat sends the same. */
export function followUps(state: ProjectState, event: Recorded<ProjectEvent>): FollowUp[] {
  if (state.stage === 'none') return [];
  switch (event.type) {
    case 'YearOpened':
      return openYear(state, event.data);
    case 'CarryOverForwarded': {
      const { fromYear, toYear, amountFen } = event.data;
      return [toYearOf(state, toYear, 'ReceiveCarryOver', { fromYear, amountFen })];
    }
    case 'UnitChanged':
      return carryUnit(state, carriedOn(event.data));
    case 'ProjectAmended': {
      const { changed, identity } = event.data;
      const isMoved = changed.includes('unit') || changed.includes('department');
      return isMoved ? carryUnit(state, byAmendment(identity, event.data, event.happenedOn)) : [];
    }
    case 'CompletionReported':
    case 'CompletionEstablished':
      return startEvaluation(state, event.data);
    case 'ProjectSuspended':
      return noteStatus(state, 'suspended', event.data.reason);
    case 'ProjectResumed':
      return noteStatus(state, 'resumed', event.data.reason);
    case 'ProjectTerminated':
      return noteStatus(state, 'terminated', event.data.reason);
    default:
      return [];
  }
}

const toYearOf = (project: RegisteredProject, fiscalYear: number, type: string, data: unknown): FollowUp => ({
  aggregate: 'project-year',
  id: projectYearId(project.projectId, fiscalYear),
  type,
  data,
});

function openYear(
  project: RegisteredProject,
  { fiscalYear, takenOver }: EventData<'YearOpened'>,
): FollowUp[] {
  const { name, unit, department, nature, term, highConcern } = project.identity;
  const data = {
    projectId: project.projectId,
    projectName: name,
    fiscalYear,
    unit,
    department,
    nature,
    term,
    highConcern,
    takenOver,
  };
  const open = toYearOf(project, fiscalYear, 'Open', data);
  // A carry-over may open a year while the project stands still; the year has to know.
  const still = toYearOf(project, fiscalYear, 'NoteProjectStatus', {
    status: 'suspended',
    reason: '项目处于暂停状态',
  });
  return project.stage === 'suspended' ? [open, still] : [open];
}

const noteStatus = (
  project: RegisteredProject,
  status: 'suspended' | 'resumed' | 'terminated',
  reason: string,
): FollowUp[] =>
  project.years
    .filter(({ closed }) => !closed)
    .map(({ fiscalYear }) => toYearOf(project, fiscalYear, 'NoteProjectStatus', { status, reason }));

/** To every year that is not closed, and to the evaluation that its completion began. */
function carryUnit(project: RegisteredProject, told: TakeOverUnit): FollowUp[] {
  const years = project.years
    .filter(({ closed }) => !closed)
    .map(({ fiscalYear }) => toYearOf(project, fiscalYear, 'TakeOverUnit', told));
  if (project.stage !== 'completed' || project.identity.nature === 'recurrent') return years;
  const id = completionEvaluationId(project.projectId);
  return [...years, { aggregate: 'evaluation', id, type: 'TakeOverUnit', data: told }];
}

/** Not for a recurrent project: each of its years has been evaluated for itself. */
function startEvaluation(
  project: RegisteredProject,
  { completedOn, proof }: EventData<'CompletionReported'> | EventData<'CompletionEstablished'>,
): FollowUp[] {
  const { projectId, years, identity } = project;
  if (identity.nature === 'recurrent') return [];
  const { name, unit, department, nature, term } = identity;
  const budgeted = years
    .filter(({ approvedFen }) => approvedFen !== null)
    .map(({ fiscalYear }) => projectYearId(projectId, fiscalYear));
  const object = {
    kind: 'completed-project',
    projectId,
    projectName: name,
    projectYears: budgeted,
    unit,
    department,
    nature,
    term,
  };
  return [
    {
      aggregate: 'evaluation',
      id: completionEvaluationId(projectId),
      type: 'StartSelfEvaluation',
      data: { object, completedOn, proof },
    },
  ];
}
