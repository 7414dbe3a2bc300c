import { CLAUSE } from '../../core/clauses.ts';
import { takeOverUnitSchema, takeOverUnitTitle, unitChange } from '../../core/take-over-unit.ts';
import { act, fact } from './act.ts';

/** A finished year keeps the names under which it was worked on. */
export const TakeOverUnit = act({
  title: takeOverUnitTitle,
  roles: ['system'],
  data: takeOverUnitSchema,
  decide(year, told) {
    if (year.stage === 'closed' || year.stage === 'withdrawn' || year.stage === 'terminated') return [];
    const change = unitChange(year.identity, year.unitName, told);
    return change === null ? [] : [fact('UnitChanged', change, CLAUSE.accountability)];
  },
});
