import type { Aggregate } from '../core/aggregate.ts';
import { commands } from './decide.ts';
import { evaluationEvents } from './events.ts';
import { followUps, openObligations, ownership, timers } from './queries.ts';
import { type EvaluationState, evolve, initial } from './state.ts';
import { stages, transitions } from './transitions.ts';

/** 绩效评价: of project-years, a finished project or a policy, until finance has confirmed its result. */
export const evaluation: Aggregate<EvaluationState> = {
  name: 'evaluation',
  title: { zh: '绩效评价', en: 'evaluation' },
  events: evaluationEvents,
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

export type { EvaluationEvent } from './events.ts';
export { evaluationEvents } from './events.ts';
export { rollUpOf } from './queries.ts';
export type { Result, RollUp, ScoredSheet } from './shapes.ts';
export type { EvaluationState, OpenEvaluation } from './state.ts';
