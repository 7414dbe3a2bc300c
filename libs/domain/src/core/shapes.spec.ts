import { describe, expect, it } from '@jest/globals';
import { rulebook } from '@quancheng/rulebook';
import { UNIT_PROOFS } from './shapes.ts';

describe('what a unit can prove completion by', () => {
  it.each(rulebook.editions.filter(({ divisionPrefix }) => divisionPrefix !== null))(
    'is what $id offers, with the acceptance preset',
    ({ clauses }) => {
      expect(clauses.find(({ question }) => question === 'completion/start')).toMatchObject({
        value: { options: UNIT_PROOFS.map((id) => ({ id })), preset: 'acceptance' },
      });
    },
  );
});
