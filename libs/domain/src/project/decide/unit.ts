import { CLAUSE } from '../../core/clauses.ts';
import { takeOverUnitSchema, takeOverUnitTitle, unitChange } from '../../core/take-over-unit.ts';
import { act, fact } from './act.ts';

/** A completed project passes it on to what is still open of it; one that was given up keeps the old names. */
export const TakeOverUnit = act({
  title: takeOverUnitTitle,
  roles: ['system'],
  data: takeOverUnitSchema,
  decide(project, told) {
    if (project.stage === 'terminated') return [];
    const change = unitChange(project.identity, project.unitName, told);
    return change === null ? [] : [fact('UnitChanged', change, CLAUSE.accountability)];
  },
});
