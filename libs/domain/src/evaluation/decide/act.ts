import { decisionsOf } from '../../core/act.ts';
import type { NewEvent } from '../../core/aggregate.ts';
import type { EvaluationEvent } from '../events.ts';
import type { EvaluationState } from '../state.ts';

export type Fact = NewEvent<EvaluationEvent>;
export const { act, fact } = decisionsOf<EvaluationState, EvaluationEvent>();
