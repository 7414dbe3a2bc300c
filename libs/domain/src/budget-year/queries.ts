import { endOfDay, makeDate } from '@quancheng/kernel';
import type { FollowUp, Ownership, Recorded } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';
import { FINANCE } from '../core/holders.ts';
import type { Timer } from '../core/obligation.ts';
import { concerns, entriesOf, reopens, silentDepartments, undeclared } from './entries.ts';
import type { BudgetYearEvent } from './events.ts';
import { totalsOf } from './plan.ts';
import type { PlanItem, Totals } from './shapes.ts';
import { type BegunYear, type BudgetYearState, entryOf, type OpenWindow } from './state.ts';

export { coverage } from './coverage.ts';
export { openObligations } from './obligations.ts';

/** The year is finance's own object. */
export function ownership(state: BudgetYearState): Ownership | null {
  return state.stage === 'none' ? null : { division: state.division, unit: FINANCE, department: FINANCE };
}

/** Windows close at 24:00 of their last day, the year at 24:00 of 31 December. */
export function timers(state: BudgetYearState): Timer[] {
  if (state.stage !== 'open') return [];
  const closing = state.windows.map((open) => windowEnd(state, open));
  return state.ended ? closing : [...closing, yearEnd(state)];
}

function windowEnd(year: BegunYear, { window, turn, until }: OpenWindow): Timer {
  const declares = window === 'declaration';
  const data = {
    window,
    turn,
    until: until.due,
    undeclared: declares ? undeclared(year).map(({ projectYearId }) => projectYearId) : [],
    silentDepartments: declares ? silentDepartments(year) : [],
  };
  return {
    id: `window/${window}/${turn}`,
    at: endOfDay(until.due),
    fact: { type: 'WindowClosed', data, clause: until.clause },
  };
}

function yearEnd({ fiscalYear }: BegunYear): Timer {
  const endedOn = makeDate(fiscalYear, 12, 31);
  return {
    id: `year-end/${fiscalYear}`,
    at: endOfDay(endedOn),
    fact: { type: 'BudgetYearEnded', data: { fiscalYear, endedOn }, clause: CLAUSE.approval },
  };
}

/** What other streams learn of a fact. Only the event and the state after it decide, so a repeat sends the same. */
export function followUps(state: BudgetYearState, event: Recorded<BudgetYearEvent>): FollowUp[] {
  if (state.stage === 'none') return [];
  switch (event.type) {
    case 'WindowOpened':
    case 'WindowExtended': {
      const open = state.windows.find(({ window }) => window === event.data.window);
      if (open === undefined) return [];
      const again = event.type === 'WindowOpened';
      return entriesOf(state)
        .filter((entry) => concerns(open.window, entry) || (again && reopens(open.window, entry)))
        .map(({ projectYearId }) => noteWindow(projectYearId, open));
    }
    case 'ProjectYearEnrolled': {
      const entry = entryOf(state, event.data.projectYearId);
      if (entry === undefined) return [];
      return state.windows
        .filter(({ window }) => concerns(window, entry))
        .map((open) => noteWindow(entry.projectYearId, open));
    }
    case 'BatchApproved': {
      const { batch, paperNo, approvedOn, items } = event.data;
      return items.map(({ projectYearId, approvedFen }) =>
        toYear(projectYearId, 'ApproveInBatch', { batch, paperNo, approvedOn, approvedFen }),
      );
    }
    case 'TrackingRoundSent': {
      const { round, asOf, projectYearIds } = event.data;
      return projectYearIds.map((id) => toYear(id, 'OpenTrackingRound', { round, asOf }));
    }
    case 'EvaluationPlanAdopted':
      return event.data.items.map((item) => assignRoad(item, event.data.paperNo));
    default:
      return [];
  }
}

const toYear = (id: string, type: string, data: unknown): FollowUp => ({
  aggregate: 'project-year',
  id,
  type,
  data,
});

const noteWindow = (id: string, { window, until }: OpenWindow): FollowUp =>
  toYear(id, 'NoteWindow', { window, until: until.due, clause: until.clause });

function assignRoad({ evaluationId, ...item }: PlanItem, planPaper: string): FollowUp {
  return { aggregate: 'evaluation', id: evaluationId, type: 'AssignRoad', data: { ...item, planPaper } };
}

/** The whole plan of the year over all its papers: policies on top of the projects. */
export function planTotals(state: BudgetYearState): { projects: Totals; policies: Totals } {
  const plan = state.stage === 'none' ? [] : state.plan;
  const isPolicy = ({ object }: PlanItem) => object.kind === 'policy';
  return {
    projects: totalsOf(plan.filter((item) => !isPolicy(item))),
    policies: totalsOf(plan.filter(isPolicy)),
  };
}
