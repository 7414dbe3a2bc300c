import { describe, expect, it } from '@jest/globals';
import { type Data, step, type Step } from '@quancheng/testing';
import {
  approved,
  atFinance,
  type Life,
  opened,
  reporting,
  reviewingGoal,
  reviewingMoney,
  story,
  tracked,
} from './project-year.story.ts';

const { codeOf, live, typesOf } = story;

const declaration = step('SaveDraft', 'unit-clerk', '2013-09-10', {
  form: { need: '污水直排', requestedFen: { amount: '60', unit: '万元' } },
});
const review = step('SaveReviewDraft', 'finance-performance', '2013-10-21', {
  form: { marks: [{ point: '1.1', mark: '优' }] },
});
const tracking = step('SaveTrackingDraft', 'unit-clerk', '2014-08-10', {
  round: '2014-07',
  form: { indicators: [{ row: '1', actual: '84' }], expectedSpendFen: { amount: '48', unit: '万元' } },
});

describe('a draft', () => {
  it.each<[string, Life, Step, object]>([
    ['of the declaration', opened, declaration, { draft: { need: '污水直排', requestedFen: 60_000_000n } }],
    ['of the review', atFinance, review, { review: { draft: { marks: [{ point: '1.1', mark: '优' }] } } }],
    [
      'of a tracking report',
      tracked,
      tracking,
      {
        rounds: [
          {
            draft: { indicators: [{ row: '1', actual: '84' }], expectedSpendFen: 48_000_000n },
            report: null,
          },
        ],
      },
    ],
  ])('%s is kept as far as it goes, and the same draft again is no new fact', (_, before, saving, kept) => {
    const once = live(before, saving);
    expect(once.state).toMatchObject(kept);
    expect(typesOf(live(once, saving))).toEqual(typesOf(once));
    const other = { ...saving, data: { ...(saving.data as Data), form: {} } };
    expect(typesOf(live(once, other))).toEqual([...typesOf(once), typesOf(once).at(-1)]);
  });

  it('of the review is gone once the sheet is handed in', () => {
    const { state } = live(atFinance, review, reviewingGoal);
    expect(state).toMatchObject({ review: { draft: null, goal: { route: 'pass' } } });
  });

  it('of a tracking report is gone once its round is reported', () => {
    const { state } = live(tracked, tracking, reporting());
    expect(state).toMatchObject({ rounds: [{ draft: null, report: { progressPercent: '70' } }] });
  });

  it.each<[string, Life, Step, string]>([
    ['a round that was never sent out', approved, tracking, 'ROUND_UNKNOWN'],
    ['a round that is reported', live(tracked, reporting()), tracking, 'ALREADY_DONE'],
    ['a review that is handed in', live(atFinance, reviewingGoal), review, 'ALREADY_DONE'],
    [
      'a review that both offices are done with',
      live(atFinance, reviewingMoney, reviewingGoal),
      review,
      'WRONG_STAGE',
    ],
    ['the declaration before it is at finance', opened, review, 'WRONG_STAGE'],
  ])('is not kept of %s', (_, before, saving, code) => {
    expect(codeOf(before, saving)).toBe(code);
  });

  it.each<[string, Step['as']]>([
    ['SaveReviewDraft', 'unit-clerk'],
    ['SaveTrackingDraft', 'department'],
  ])('%s is for those alone who hand the paper in, not for %s', (does, as) => {
    expect(codeOf(atFinance, { ...review, does, as, data: { form: {} } })).toBe('ROLE_NOT_ALLOWED');
  });
});
