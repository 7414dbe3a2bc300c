import type { Aggregate } from '../core/aggregate.ts';
import { commands } from './decide.ts';
import { directoryEvents } from './events.ts';
import { followUps, openObligations, ownership, timers } from './queries.ts';
import { type DirectoryState, evolve, initial } from './state.ts';
import { stages, transitions } from './transitions.ts';

/** A division's units, and who holds which post on which day. One a division; its id is the division's code. */
export const directory: Aggregate<DirectoryState> = {
  name: 'directory',
  title: { zh: '单位人员名录', en: 'directory' },
  events: directoryEvents,
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

export { type DirectoryEvent, directoryEvents } from './events.ts';
export { delegationsOn, holdersOn, unitOn } from './queries.ts';
export type { Post, RegisteredUnit, UnitKind } from './shapes.ts';
export type { Delegation, DirectoryState, Founded, Unit, UnitPeriod } from './state.ts';
