import { describe, expect, it } from '@jest/globals';
import { addDays, day } from '@quancheng/kernel';
import fc from 'fast-check';
import type { Binding, Clause } from './clause.ts';
import type { Edition } from './edition.ts';
import { zh2014 } from './editions/zh-2014/index.ts';
import { find, rulingDay } from './find.ts';
import { rulebook, rulebookOf } from './rulebook.ts';

const CHANGE = '2015-01-01';
const book = rulebookOf(
  [{ ...zh2014, inForce: { from: '2013-01-01', until: '2014-12-31' } }, renamed(zh2014, 'zh-2015', CHANGE)],
  '330211000',
);

function renamed(edition: Edition, id: string, from: typeof CHANGE): Edition {
  const clauses = edition.clauses.map(
    (clause): Clause => ({ ...clause, id: `${id}/${clause.question}`, inForce: { from } }),
  );
  return { ...edition, id, inForce: { from }, clauses };
}

describe('each clause says which day of a case it follows', () => {
  it.each([
    ['goal-threshold/new', 'goal-approval', '2013-11-05'],
    ['goal-review/sheet', 'goal-approval', '2013-11-05'],
    ['deadline/rectification', 'duty-arises', '2014-08-20'],
    ['scoring/higher', 'evaluation-year', '2015-07-01'],
    ['grade-bands', 'evaluation-year', '2015-07-01'],
    ['budget-link/named-grades', 'evaluation-year', '2015-07-01'],
  ])('%s is bound to %s: %s', (question, binding, followed) => {
    const days = {
      today: day('2016-02-01'),
      'goal-approval': day('2013-11-05'),
      'duty-arises': day('2014-08-20'),
      'evaluation-year': day('2015-07-01'),
    };
    expect(rulingDay(rulebook, question, days)).toBe(followed);
    expect(days[binding as Binding]).toBe(followed);
  });

  it('until that day has come it follows today, as does a question that no edition knows', () => {
    const today = day('2014-01-15');
    expect(rulingDay(rulebook, 'grade-bands', { today, 'evaluation-year': undefined })).toBe(today);
    expect(rulingDay(rulebook, 'unheard-of', { today, 'evaluation-year': day('2013-01-01') })).toBe(today);
    expect(rulingDay(rulebook, 'grade-bands', today)).toBe(today);
  });
});

describe('what a case is bound to never moves when an edition changes', () => {
  const anyDay = fc.integer({ min: 0, max: 2921 }).map((days) => addDays(day('2013-01-01'), days));

  it.each(zh2014.clauses.map(({ question, kind, boundTo }) => ({ question, kind, boundTo })))(
    '$question, whenever it is asked again',
    ({ question, kind, boundTo }) => {
      fc.assert(
        fc.property(anyDay, anyDay, anyDay, (bound, one, other) => {
          const edition = bound < CHANGE ? 'zh-2014' : 'zh-2015';
          for (const today of [one, other])
            expect(find(book, { question, kind, on: { today, [boundTo]: bound } })).toMatchObject({
              id: `${edition}/${question}`,
            });
        }),
        { numRuns: 20 },
      );
    },
  );
});
