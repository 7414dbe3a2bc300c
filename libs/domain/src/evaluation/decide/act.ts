import { decisionsOf } from '../../core/act.ts';
import type { CaseDays } from '@quancheng/rulebook';
import type { NewEvent, World } from '../../core/aggregate.ts';
import type { EvaluationEvent } from '../events.ts';
import type { EvaluationState, OpenEvaluation } from '../state.ts';

export type Fact = NewEvent<EvaluationEvent>;
export const { act, fact } = decisionsOf<EvaluationState, EvaluationEvent>();

/** Scores and grades follow the rules of the evaluation's own day, however late they are given or corrected. */
export const caseDays = ({ ruledOn }: Pick<OpenEvaluation, 'ruledOn'>, { happenedOn }: World): CaseDays => ({
  today: happenedOn,
  'evaluation-year': ruledOn,
});
