import type { Aggregate } from '../core/aggregate.ts';
import { commands } from './decide.ts';
import { projectYearEvents } from './events.ts';
import { followUps, openObligations, ownership, timers } from './queries.ts';
import { evolve, initial, type ProjectYearState } from './state.ts';
import { stages } from './stages.ts';
import { transitions } from './transitions.ts';

/** 项目年度: goal and money of one project in one fiscal year, from declaration to the use of its result. */
export const projectYear: Aggregate<ProjectYearState> = {
  name: 'project-year',
  title: { zh: '项目年度', en: 'project-year' },
  events: projectYearEvents,
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

export { type ProjectYearEvent, projectYearEvents } from './events.ts';
export { availableFen, unspentFen } from './amounts.ts';
export type { OpenYear, ProjectYearState, Stage } from './state.ts';
