import { describe, expect, it } from '@jest/globals';
import { actorAs, scan, step } from '@quancheng/testing';
import { rulebook } from '@quancheng/rulebook';
import { asAggregate } from '../core/aggregate.ts';
import { actionsFor } from '../core/run.ts';
import { projectYear } from './index.ts';
import {
  ended,
  declaring,
  form,
  reviewingMoney,
  reviewingGoal,
  opened,
  declared,
  atFinance,
  reviewed,
  controlled,
  resubmitted,
  approved,
  duties,
  story,
} from './project-year.story.ts';

const { dataOf, followUpsOf, live, typesOf } = story;

describe('from opening to approval', () => {
  it('goal and money travel as one file through both reviews, the control figure and the second submission', () => {
    expect(typesOf(approved)).toEqual([
      'ProjectYearOpened',
      'GoalAndBudgetDeclared',
      'DepartmentReviewPassed',
      'MoneyReviewed',
      'GoalReviewed',
      'FinanceReviewPassed',
      'ControlFigureIssued',
      'SecondSubmissionMade',
      'GoalAndBudgetApproved',
    ]);
    expect(approved.state).toMatchObject({
      stage: 'approved',
      approvedFen: 50_000_000n,
      approval: { batch: 'B-01', edition: 'zh-2014' },
    });
  });

  it.each([
    ['draft', opened, ['declare/1 unit-head -']],
    ['declared', declared, ['department-review/1 department 2013-10-21']],
    [
      'department-reviewed',
      atFinance,
      ['money-review/1 finance-business 2013-11-05', 'goal-review/1 finance-performance 2013-11-05'],
    ],
    ['half reviewed', live(atFinance, reviewingMoney), ['goal-review/1 finance-performance 2013-11-05']],
    ['finance-reviewed', reviewed, ['control-figure/1 finance-business 2013-11-19']],
    ['controlled', controlled, ['resubmit/1/2013-11-18 unit-head 2013-11-18']],
    ['resubmitted', resubmitted, ['approve/1 finance-business -']],
    ['approved', approved, []],
  ])('at %s it is plain who owes what until when', (_stage, life, owed) => {
    expect(duties(life)).toEqual(owed);
  });

  it('both offices review in either order', () => {
    const goalFirst = live(atFinance, reviewingGoal, { ...reviewingMoney, on: '2013-10-23' });
    expect(typesOf(goalFirst, 3)).toEqual(['GoalReviewed', 'MoneyReviewed', 'FinanceReviewPassed']);
  });

  it('tells the budget year what was enrolled and declared, and the project what was approved', () => {
    expect(followUpsOf(opened, 'ProjectYearOpened')).toEqual([
      {
        aggregate: 'budget-year',
        id: '2014',
        type: 'Enrol',
        data: {
          projectYearId: 'ZH-001-2014',
          projectId: 'ZH-001',
          unit: 'U-07',
          department: 'D-01',
          nature: 'new',
          takenOver: false,
        },
      },
    ]);
    expect(followUpsOf(declared, 'GoalAndBudgetDeclared')).toEqual([
      {
        aggregate: 'budget-year',
        id: '2014',
        type: 'NoteDeclared',
        data: { projectYearId: 'ZH-001-2014', requestedFen: 60_000_000n, goalRequired: true },
      },
    ]);
    expect(followUpsOf(approved, 'GoalAndBudgetApproved')).toEqual([
      {
        aggregate: 'project',
        id: 'ZH-001',
        type: 'NoteYearApproved',
        data: { fiscalYear: 2014, approvedFen: 50_000_000n },
      },
    ]);
  });

  it('tells the budget year when it is no more to be waited for', () => {
    const withdrawn = live(declared, step('Withdraw', 'unit-head', '2013-10-20', { reason: '不做了' }));
    const end = step('NoteProjectStatus', 'system', '2014-06-01', {
      status: 'terminated',
      reason: '规划调整',
    });
    const data = { projectYearId: 'ZH-001-2014' };
    expect(followUpsOf(withdrawn, 'DeclarationWithdrawn')).toEqual([
      { aggregate: 'budget-year', id: '2014', type: 'NoteLeft', data: { ...data, why: 'withdrawn' } },
    ]);
    expect(followUpsOf(live(approved, end), 'ProjectTerminated')).toMatchObject([
      { data: { why: 'terminated' } },
    ]);
    expect(followUpsOf(live(ended, { ...end, on: '2015-02-01' }), 'ProjectTerminated')).toEqual([]);
  });

  it('a clerk may send the stamped scan in place of the head', () => {
    const life = live(opened, { ...declaring(), as: 'unit-clerk', data: { form: form(), signature: scan } });
    expect(dataOf(life, 'GoalAndBudgetDeclared')).toMatchObject({
      signature: { mode: 'stamped-scan', personId: 'p-unit-clerk' },
    });
  });

  it('a paper entered late states the day it happened, and the law counts from that day', () => {
    const life = live(opened, {
      ...declaring({}, '2013-10-16'),
      happenedOn: '2013-10-08',
      lateReason: '系统停机',
    });
    expect(duties(life)).toEqual(['department-review/1 department 2013-10-21']);
  });
});

describe('the table of transitions', () => {
  const known = new Set(rulebook.edition('zh-2014')?.clauses.map(({ id }) => id));
  it('rests every edge on a clause of the edition, and names only commands, events and stages that exist', () => {
    for (const { command, from, event, to, clause } of projectYear.transitions) {
      expect([clause, known.has(clause)]).toEqual([clause, true]);
      expect(command === '(clock)' || command in projectYear.commands).toBe(true);
      expect(Object.keys(projectYear.events)).toContain(event);
      for (const stage of [...from, ...(to === 'same' ? [] : to)])
        expect(Object.keys(projectYear.stages)).toContain(stage);
    }
  });

  it('leads every command and every event to some edge', () => {
    const commands = projectYear.transitions.map(({ command }) => command);
    const events = projectYear.transitions.map(({ event }) => event);
    expect(Object.keys(projectYear.commands).filter((name) => !commands.includes(name))).toEqual([]);
    expect(Object.keys(projectYear.events).filter((name) => !events.includes(name))).toEqual([]);
  });

  it('tells each post beforehand what it may do and why not', () => {
    const open = actionsFor(asAggregate(projectYear), declared.state, actorAs('department')).filter(
      ({ allowed }) => allowed,
    );
    expect(open.map(({ type }) => type)).toEqual(['ReviewAsDepartment', 'SettleRemarks']);
  });
});
