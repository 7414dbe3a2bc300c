import { CLAUSE } from '../../core/clauses.ts';
import { takeOverUnitSchema, takeOverUnitTitle, unitChange } from '../../core/take-over-unit.ts';
import { act, fact } from './act.ts';

/** A confirmed result stands under the names of the unit that was judged. */
export const TakeOverUnit = act({
  title: takeOverUnitTitle,
  roles: ['system'],
  data: takeOverUnitSchema,
  decide(evaluation, told) {
    if (evaluation.stage === 'confirmed' || evaluation.stage === 'cancelled') return [];
    const change = unitChange(evaluation.object, evaluation.unitName, told);
    return change === null ? [] : [fact('UnitChanged', change, CLAUSE.accountability)];
  },
});
