import { describe, expect, it } from '@jest/globals';
import { type Step, yuan, online, marks, step } from '@quancheng/testing';
import type { Instant } from '@quancheng/kernel';
import {
  reviewingGoal,
  form,
  opening,
  declaring,
  passing,
  reviewingMoney,
  controlling,
  resubmitting,
  opened,
  declared,
  atFinance,
  reviewed,
  duties,
  story,
} from './project-year.story.ts';

const { attempt, clockAt, dataOf, live, refusalOf, typesOf, unborn } = story;

describe('the threshold looks at the amount requested', () => {
  const bare = { goalAnnual: '', indicators: [] };
  it.each([
    ['new', '499999.99', false],
    ['new', '500000.00', true],
    ['recurrent', '4999999.99', false],
    ['recurrent', '5000000.00', true],
  ])('%s, %s yuan: goal required %s', (nature, amount, required) => {
    const life = live(unborn, opening({ nature }));
    const answer = attempt(life, declaring({ ...bare, requestedFen: yuan(amount) }));
    if (required)
      expect(answer).toMatchObject({ code: 'GOAL_REQUIRED', clause: `zh-2014/goal-threshold/${nature}` });
    else
      expect(answer).toMatchObject({
        state: { stage: 'declared', goal: null, declaration: { goalRequired: false } },
      });
  });

  it('below it a project runs without a goal: only its money is reviewed', () => {
    const life = live(opened, declaring({ ...bare, requestedFen: yuan('300000.00') }), passing, {
      ...reviewingMoney,
      data: { recommendedFen: yuan('300000.00'), opinion: '同意' },
    });
    expect(typesOf(life, 3)).toEqual(['MoneyReviewed', 'FinanceReviewPassed']);
  });

  it('two requests of 300,000 for one thing are flagged as splitting, not refused', () => {
    const life = live(
      opened,
      declaring({
        ...bare,
        requestedFen: yuan('300000.00'),
        relatedRequests: [{ projectId: 'ZH-002', requestedFen: yuan('300000.00') }],
      }),
    );
    expect(dataOf(life, 'GoalAndBudgetDeclared').findings).toContainEqual(
      expect.objectContaining({ point: '1.4', code: 'SPLITTING' }),
    );
  });
});

describe('reviews send a file on, back, or stop it', () => {
  const judged = (mark: string, others?: { [point: string]: string }): Step => ({
    ...reviewingGoal,
    data: { marks: marks(mark, others), opinion: '见要求', remarks: [{ remark: '补充质量指标' }] },
  });
  it.each([
    ['优', 'FinanceReviewPassed', 'finance-reviewed'],
    ['良', 'FinanceReviewPassed', 'finance-reviewed'],
    ['中', 'DeclarationReturnedByFinance', 'returned'],
    ['差', 'DeclarationBlocked', 'blocked'],
  ])('all %s: %s', (mark, event, stage) => {
    const life = live(atFinance, reviewingMoney, judged(mark));
    expect(typesOf(life).at(-1)).toBe(event);
    expect(life.state.stage).toBe(stage);
  });

  it('a failed gate is derived: it warns, and the total decides', () => {
    const life = live(atFinance, reviewingMoney, judged('优', { '3.3': '差' }));
    expect(life.state.stage).toBe('finance-reviewed');
    expect(dataOf(life, 'GoalReviewed').findings).toHaveLength(1);
  });

  it('a returned file comes back with every remark answered, and starts its reviews anew', () => {
    const back = live(declared, {
      ...passing,
      data: { verdict: 'return', opinion: '不完整', remarks: ['补测算依据', '补责任岗位'] },
    });
    expect(duties(back)).toEqual(['declare/2/2013-10-29 unit-head 2013-10-29']);
    const answers = [
      { remark: 'D1-1', answer: '已补' },
      { remark: 'D1-2', answer: '已补' },
    ];
    const again = live(back, {
      ...declaring({}, '2013-10-25'),
      data: { form: form(), answers, signature: online },
    });
    expect(again.state).toMatchObject({
      stage: 'declared',
      remarks: [],
      declaration: { submission: 2 },
      review: { recommendedFen: null, goal: null },
    });
  });

  it('a blocked file waits for the next window, then may be reworked', () => {
    const blocked = live(atFinance, reviewingMoney, judged('差'));
    expect(duties(blocked)).toEqual(['blocked/1 unit-head -']);
    const next = live(
      blocked,
      step('NoteWindow', 'system', '2014-05-05', {
        window: 'mid-year-adjustment',
        until: '2014-06-30',
        clause: 'zh-2014/goal-threshold/new',
      }),
    );
    expect(duties(next)).toEqual(['declare/2/2014-06-30 unit-head 2014-06-30']);
  });

  it('what is to be polished is answered in the second submission', () => {
    const polish = live(atFinance, reviewingMoney, judged('良'), controlling);
    expect(refusalOf(polish, resubmitting)).toMatchObject({
      code: 'REMARKS_NOT_ANSWERED',
      fields: [{ field: 'answers.F1-1' }],
    });
    const data = { ...(resubmitting.data as object), answers: [{ remark: 'F1-1', answer: '已补质量指标' }] };
    expect(live(polish, { ...resubmitting, data }).state.stage).toBe('resubmitted');
  });

  it('a cut above the limit of the rules goes through full review again', () => {
    const halved = (amount: string) => {
      const figure = { ...controlling, data: { controlFen: yuan(amount), reason: '财力所限' } };
      return live(reviewed, figure, {
        ...resubmitting,
        data: { ...(resubmitting.data as object), requestedFen: yuan(amount) },
      });
    };
    expect(halved('300000.00').state.stage).toBe('resubmitted');
    const again = halved('299900.00');
    expect(typesOf(again).slice(-2)).toEqual(['SecondSubmissionMade', 'FullReviewReopened']);
    expect(dataOf(again, 'FullReviewReopened')).toMatchObject({
      submission: 2,
      changePercent: '50.02',
      clause: 'zh-2014/second-submission/full-review',
    });
    expect(again.state).toMatchObject({
      stage: 'declared',
      declaration: { submission: 2, requestedFen: 29_990_000n, goalRequired: true },
    });
  });
});

describe('the declaration window', () => {
  const window = step('NoteWindow', 'system', '2013-09-05', {
    window: 'declaration',
    until: '2013-10-31',
    clause: 'zh-2014/goal-threshold/new',
  });
  const open = live(opened, window);
  it('dates the duty, reminds, and lapses once at 24:00', () => {
    expect(duties(open)).toEqual(['declare/1/2013-10-31 unit-head 2013-10-31']);
    const late = clockAt(open, '2013-11-01T00:00:00.000+08:00' as Instant);
    expect(typesOf(clockAt(late, '2013-12-01T00:00:00.000+08:00' as Instant), 2)).toEqual([
      'ObligationLapsed',
    ]);
  });
  it('one millisecond before 24:00 is in time, 24:00 is not', () => {
    expect(
      live(open, { ...declaring(), on: '2013-10-31', at: '2013-10-31T23:59:59.999+08:00' as Instant }).state
        .stage,
    ).toBe('declared');
    expect(
      refusalOf(open, { ...declaring(), on: '2013-11-01', at: '2013-11-01T00:00:00.000+08:00' as Instant })
        .code,
    ).toBe('WINDOW_CLOSED');
  });
  it('announced twice is one fact', () => {
    expect(typesOf(live(open, { ...window, on: '2013-09-06' }), 2)).toEqual([]);
  });
});
