import { describe, expect, it } from '@jest/globals';
import { type Clause, type Edition, rulebook, rulebookOf } from '@quancheng/rulebook';
import { type Step, step } from '@quancheng/testing';
import {
  accept,
  assignKey,
  check,
  confirm,
  draw,
  keyReport,
  prepare,
  start,
  story as evaluations,
  submit,
} from '../evaluation/evaluation.story.ts';
import {
  approving,
  controlling,
  declaring,
  opening,
  passing,
  paying,
  reporting,
  resubmitting,
  result,
  reviewingMoney,
  round,
  story as years,
} from '../project-year/project-year.story.ts';

/** The national rules as if they had been in force in the days of the stories: a whole life asks them and nothing else. */
const national = rulebook.edition('national-2020') as Edition;
const inForce = { from: '2013-01-01' } as const;
const clauses = national.clauses.map((clause): Clause => ({ ...clause, inForce }));
const rules = rulebookOf([{ ...national, inForce, clauses }], '330211000');
const under = (...steps: readonly Step[]): Step[] => steps.map((one) => ({ ...one, rules }));

describe('a project-year under the national rules', () => {
  const points = ['1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2'];
  const reviewingGoal = (mark: string): Step =>
    step('ReviewGoal', 'finance-performance', '2013-10-22', {
      marks: points.map((point) => ({ point, mark })),
      opinion: '目标清晰',
      remarks: mark === '优' ? [] : [{ remark: '指标应当细化' }],
    });
  const filed = years.live(years.unborn, ...under(opening(), declaring(), passing, reviewingMoney));

  it('declares with a goal whatever its amount', () => {
    expect(years.dataOf(filed, 'GoalAndBudgetDeclared')).toMatchObject({
      goalRequired: true,
      goalClause: 'national-2020/goal-threshold/new',
      edition: 'national-2020',
    });
  });

  it.each([
    ['优', '100.00', 'pass'],
    ['良', '80.00', 'polish'],
    ['中', '60.00', 'return'],
    ['差', '0.00', 'block'],
  ])('is reviewed on eight points: all %s is %s, %s', (mark, total, route) => {
    const reviewed = years.live(filed, ...under(reviewingGoal(mark)));
    expect(years.dataOf(reviewed, 'GoalReviewed')).toMatchObject({
      edition: 'national-2020',
      total,
      result: mark,
      route,
    });
  });

  it('is approved, tracked and cut for a 中, each date under its clause', () => {
    const followed = years.live(
      filed,
      ...under(reviewingGoal('优'), controlling, resubmitting, approving, paying('300000.00'), round),
    );
    expect(years.dataOf(followed)).toMatchObject({
      reportBy: { due: '2014-09-01', clause: 'national-2020/deadline/tracking-report' },
    });
    const told = years.live(
      years.clockAt(years.live(followed, ...under(reporting())), '2015-01-01'),
      ...under(
        result({
          grade: '中',
          score: '65.00',
          edition: 'national-2020',
          clause: 'national-2020/grade-bands',
        }),
      ),
    );
    expect(years.dataOf(told, 'ResultReceived')).toMatchObject({
      grade: '中',
      proposal: { action: 'cut', cutPercent: '10', clause: 'national-2020/budget-link/named-grades' },
      discloseBy: { due: '2015-04-30', clause: 'national-2020/deadline/disclosure' },
    });
  });
});

describe('an evaluation under the national rules', () => {
  it.each([
    ['accepted', [accept()], '优'],
    ['drawn and scored again', [draw(), check([{ row: '1', actual: '70', reason: '重复登记' }])], '优'],
  ])('by the unit, %s', (_, steps, grade) => {
    const life = evaluations.live(evaluations.unborn, ...under(start(), submit(), ...steps, confirm()));
    expect(evaluations.dataOf(life)).toMatchObject({
      result: { grade, gradeClause: 'national-2020/grade-bands', edition: 'national-2020' },
    });
  });

  it('by finance, with the weight of output and benefit held against its clause', () => {
    const life = evaluations.live(
      evaluations.unborn,
      ...under(assignKey(), prepare(), keyReport(), confirm()),
    );
    expect(evaluations.dataOf(life)).toMatchObject({ result: { edition: 'national-2020' } });
  });
});
