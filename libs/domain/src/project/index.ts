import type { Aggregate } from '../core/aggregate.ts';
import { commands } from './decide.ts';
import { projectEvents } from './events.ts';
import { followUps, openObligations, ownership, timers } from './queries.ts';
import { evolve, initial, type ProjectState } from './state.ts';
import { stages, transitions } from './transitions.ts';

/** A project in the project library: who it is, who answers for it by date, and when it is complete. */
export const project: Aggregate<ProjectState> = {
  name: 'project',
  title: { zh: '项目', en: 'project' },
  events: projectEvents,
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

export { type ProjectEvent, projectEvents } from './events.ts';
export { approvedInAllFen, responsibleOn } from './queries.ts';
export type { Answerable } from './shapes.ts';
export type { ProjectState, RegisteredProject, Responsible } from './state.ts';
