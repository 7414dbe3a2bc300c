import type { Aggregate } from '../core/aggregate.ts';
import { commands } from './decide.ts';
import { budgetYearEvents } from './events.ts';
import { followUps, openObligations, ownership, timers } from './queries.ts';
import { type BudgetYearState, evolve, initial } from './state.ts';
import { stages, transitions } from './transitions.ts';

/** The year's own calendar: windows, batches of approval, tracking rounds, the evaluation plan. */
export const budgetYear: Aggregate<BudgetYearState> = {
  name: 'budget-year',
  title: { zh: '预算年度', en: 'budget year' },
  events: budgetYearEvents,
  stages,
  initial,
  evolve,
  commands,
  transitions,
  ownership,
  openObligations,
  timers,
  followUps,
};

export { type BudgetYearEvent, budgetYearEvents } from './events.ts';
export type { Coverage, MoneyRatio, Ratio } from './coverage.ts';
export { coverage, planTotals } from './queries.ts';
export type { BegunYear, BudgetYearState, Entry } from './state.ts';
