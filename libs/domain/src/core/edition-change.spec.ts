import { describe, expect, it } from '@jest/globals';
import { type Clause, type Edition, type Rulebook, rulebook, rulebookOf } from '@quancheng/rulebook';
import type { Json } from '@quancheng/kernel';
import {
  accept,
  confirm,
  revise,
  start,
  story as evaluations,
  submit,
} from '../evaluation/evaluation.story.ts';
import {
  atFinance,
  ended,
  result,
  reviewingGoal,
  reviewingMoney,
  story as years,
} from '../project-year/project-year.story.ts';

/** Rules that change with the year 2015: another edition, with another line for 优秀 and another cut. */
const first = rulebook.edition('zh-2014') as Edition;
const changed = (clause: Clause): Clause => {
  const id = `zh-2015/${clause.question}`;
  if (clause.kind === 'bands')
    return {
      ...clause,
      id,
      value: {
        ...clause.value,
        bands: clause.value.bands.map((band, n) => (n === 0 ? { ...band, from: '99' } : band)),
      },
    };
  if (clause.kind === 'cut-proposal')
    return { ...clause, id, value: { ...clause.value, cutPercentByGrade: { 合格: '30', 不合格: '80' } } };
  return { ...clause, id };
};
const rules: Rulebook = rulebookOf(
  [
    { ...first, inForce: { from: '2013-01-01', until: '2014-12-31' } },
    {
      ...first,
      id: 'zh-2015',
      inForce: { from: '2015-01-01' },
      clauses: first.clauses.map(
        (clause) => ({ ...changed(clause), inForce: { from: '2015-01-01' } }) as Clause,
      ),
    },
  ],
  '330211000',
);

describe('a score and its grade follow the rules of the evaluation', () => {
  const corrected = [{ row: '1', actual: '70', reason: '重复登记' }];
  const lived = (year: string) =>
    evaluations.live(
      evaluations.unborn,
      start({ completedOn: `${year}-07-01` }, { on: `${year}-07-01`, rules }),
      submit({}, { on: `${year}-09-21`, rules }),
      accept({ on: `${year}-09-22`, rules }),
    );

  it.each([
    ['2014', 'zh-2014', '优秀'],
    ['2015', 'zh-2015', '良好'],
  ])('begun in %s, confirmed and revised in 2016: graded by %s, %s', (year, edition, grade) => {
    const confirmed = evaluations.live(lived(year), confirm({}, { on: '2016-03-01', rules }));
    expect(evaluations.dataOf(confirmed)).toMatchObject({ result: { grade: '优秀', edition } });
    const revised = evaluations.live(confirmed, revise(corrected, {}, { on: '2016-04-01', rules }));
    expect(evaluations.dataOf(revised)).toMatchObject({
      sheet: { edition, lines: [{ clause: `${edition}/scoring/higher` }, {}, {}] },
      result: { score: '91.00', grade, gradeClause: `${edition}/grade-bands` },
    });
  });

  it('and its use for the budget goes with them', () => {
    const [told] = evaluations.followUpsOf(
      evaluations.live(lived('2014'), confirm({}, { on: '2016-03-01', rules })),
      'ResultConfirmed',
    );
    expect(told?.data).toMatchObject({ ruledOn: '2014-07-01', edition: 'zh-2014' });
  });

  it.each([
    ['2014-12-31', '10', 'zh-2014'],
    ['2015-01-01', '30', 'zh-2015'],
    [undefined, '30', 'zh-2015'],
  ])(
    'judged on %s and received in 2015, 合格 proposes a cut of %s %% by %s',
    (ruledOn, cutPercent, edition) => {
      const data: Record<string, Json> = { grade: '合格', score: '70.00', ...(ruledOn && { ruledOn }) };
      const received = years.live(ended, { ...result(data), rules });
      expect(years.dataOf(received, 'ResultReceived')).toMatchObject({
        proposal: {
          cutPercent,
          clause: `${edition}/budget-link/named-grades`,
          sizeClause: `${edition}/budget-link/cut-proposal`,
        },
      });
    },
  );
});

describe('a deadline follows the rules of the day its duty arises', () => {
  it.each([
    ['2014-12-31', 'zh-2014', '2015-03-31'],
    ['2015-01-01', 'zh-2015', '2015-04-01'],
  ])('completed on %s, told in 2015: due by %s on %s', (completedOn, edition, due) => {
    const life = evaluations.live(evaluations.unborn, start({ completedOn }, { on: '2015-01-05', rules }));
    expect(evaluations.dataOf(life)).toMatchObject({
      due: { due, edition, clause: `${edition}/deadline/self-evaluation` },
    });
  });
});

describe('a goal follows the rules under which it was declared', () => {
  it('a review that an edition overtakes keeps its sheet', () => {
    const late = { on: '2015-01-05', rules };
    const reviewed = years.live(atFinance, { ...reviewingMoney, ...late }, { ...reviewingGoal, ...late });
    expect(years.dataOf(reviewed, 'GoalReviewed')).toMatchObject({ edition: 'zh-2014' });
  });
});
