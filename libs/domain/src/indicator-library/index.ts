import type { Aggregate } from '../core/aggregate.ts';
import { commands } from './decide.ts';
import { indicatorLibraryEvents } from './events.ts';
import { followUps, openObligations, ownership, timers } from './queries.ts';
import { evolve, type IndicatorLibraryState, initial } from './state.ts';
import { stages, transitions } from './transitions.ts';

/** 绩效指标库: what goals are made of, common, of an industry or of a department. One a division; its id is the division's code. */
export const indicatorLibrary: Aggregate<IndicatorLibraryState> = {
  name: 'indicator-library',
  title: { zh: '绩效指标库', en: 'indicator library' },
  events: indicatorLibraryEvents,
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

export { type IndicatorLibraryEvent, indicatorLibraryEvents } from './events.ts';
export { type Entry, type IndicatorLibraryState, isValidOn } from './state.ts';
