import { describe, expect, it } from '@jest/globals';
import { type Step, yuan, online, scan, step } from '@quancheng/testing';
import type { Instant } from '@quancheng/kernel';
import {
  opening,
  paying,
  reporting,
  result,
  round,
  approved,
  ended,
  inUse,
  duties,
  story,
} from './project-year.story.ts';

const { clockAt, dataOf, followUpsOf, live, typesOf, unborn } = story;

describe('the use of the result', () => {
  const missed = live(ended, result({ grade: '不合格', score: '55.00', missedGoals: ['入网户数'] }));
  const circulate = step('CirculateResult', 'finance-performance', '2015-04-13', { problems: ['台账不全'] });
  const acknowledge = step('AcknowledgeNotice', 'department', '2015-04-14');
  const link = step('DecideBudgetLink', 'finance-business', '2015-04-20', { action: 'unchanged' });
  const publish = step('DecideDisclosure', 'finance-performance', '2015-04-21', {
    decision: 'publish',
    url: 'https://www.example.gov.cn/jx/1',
  });

  it('opens its duties side by side, each with holder and date', () => {
    expect(duties(missed)).toEqual([
      'notice-circulate/1 finance-performance 2015-04-24',
      'budget-link-decide/1 finance-business 2015-05-11',
      'accountability-verify/1 finance-performance 2015-05-11',
      'disclosure-disclose/1 finance-performance 2015-04-30',
    ]);
    expect(duties(inUse).map((one) => one.split('-')[0])).toEqual(['notice', 'budget', 'disclosure']);
  });

  it.each([
    ['优秀', '95.00', 'priority', '0', 'seed'],
    ['良好', '84.50', 'unchanged', '0', 'derived'],
    ['合格', '70.00', 'cut', '10', 'seed'],
    ['不合格', '55.00', 'cut', '50', 'seed'],
  ])(
    '%s proposes; the size of a cut is derived, whoever named its direction',
    (grade, score, action, cutPercent, tier) => {
      const { proposal } = dataOf(live(ended, result({ grade, score })), 'ResultReceived');
      expect(proposal).toMatchObject({
        action,
        cutPercent,
        tier,
        sizeClause: 'zh-2014/budget-link/cut-proposal',
        sizeTier: 'derived',
      });
    },
  );

  it('closes with the last decision, in whatever order they come', () => {
    const orders = [
      [circulate, acknowledge, link, publish],
      [publish, link, circulate, acknowledge],
    ] as const;
    for (const order of orders) {
      const clean = order.map((one) => (one === circulate ? { ...one, data: {} } : one));
      const life = live(inUse, ...clean);
      expect(typesOf(life).at(-1)).toBe('ProjectYearClosed');
      expect(life.state.stage).toBe('closed');
      expect(duties(life)).toEqual([]);
      expect(followUpsOf(life, 'ProjectYearClosed')).toEqual([
        { aggregate: 'project', id: 'ZH-001', type: 'NoteYearClosed', data: { fiscalYear: 2014 } },
      ]);
    }
  });

  it('every missed goal and problem is answered before it closes', () => {
    const told = live(missed, circulate, acknowledge);
    expect(duties(told)).toContain('rectification-report/1 unit-head 2015-05-12');
    const report = (on: string): Step =>
      step('ReportResultRectification', 'unit-head', on, {
        answers: [
          { problem: 'P1-1', answer: '已入网' },
          { problem: 'P1-2', answer: '已建台账' },
        ],
        signature: online,
      });
    const rest = live(
      told,
      { ...link, data: { action: 'cut', cutPercent: '50' } },
      publish,
      step('VerifyClue', 'finance-performance', '2015-04-22', { founded: true, opinion: '属实' }),
      step('OpenCase', 'section-chief', '2015-04-23', {
        summary: '未实现目标',
        measures: ['talk'],
        personProposals: [{ personId: 'p-9', proposal: '诫勉', transferTo: 'supervision' }],
      }),
      report('2015-05-11'),
      step('ConfirmResultRectification', 'finance-performance', '2015-05-12', {
        accepted: false,
        opinion: '证据不足',
      }),
    );
    expect(duties(rest)).toEqual(['rectification-report/2 unit-head 2015-06-09']);
    const done = live(
      rest,
      report('2015-05-20'),
      step('ConfirmResultRectification', 'finance-performance', '2015-05-21', {
        accepted: true,
        opinion: '销号',
      }),
    );
    expect(done.state.stage).toBe('closed');
  });

  it('an order that was never answered, and leftover money, keep the year open', () => {
    const order = step('OrderRectification', 'finance-performance', '2014-09-25', {
      problems: ['二村未开工'],
      receivedOn: '2014-09-25',
    });
    const half = clockAt(
      live(approved, paying('450000.00'), order),
      '2015-01-01T00:00:00.000+08:00' as Instant,
    );
    const used = live(half, result(), { ...circulate, data: {} }, acknowledge, link, publish);
    expect(duties(used).map((one) => one.split(' ')[0])).toEqual(['rectify/R1/1', 'leftover']);
    const answered = live(
      used,
      step('ReportRectification', 'unit-clerk', '2015-04-22', {
        order: 'R1',
        answers: [{ problem: 'R1-1', answer: '已开工' }],
        signature: scan,
      }),
      step('ConfirmRectification', 'finance-performance', '2015-04-23', {
        order: 'R1',
        accepted: true,
        opinion: '销号',
      }),
    );
    expect(
      live(answered, step('CarryOver', 'finance-business', '2015-04-24', { amountFen: yuan('0') })).state
        .stage,
    ).toBe('closed');
  });

  const unanswered = clockAt(
    live(approved, round, paying('500000.00'), reporting({ progressPercent: '10' })),
    '2015-01-01T00:00:00.000+08:00' as Instant,
  );
  const usedUp = live(unanswered, result(), { ...circulate, data: {} }, acknowledge, link, publish);
  const explained = step('AcceptDeviation', 'finance-performance', '2015-04-22', {
    round: '2014-07',
    reason: '汛期停工，年底前已补齐',
  });
  const ordered = step('OrderRectification', 'finance-performance', '2015-04-22', {
    problems: ['进度滞后'],
    receivedOn: '2015-04-22',
    round: '2014-07',
  });
  const owed = 'deviation/2014-07 finance-performance -';

  it.each([
    ['the year has ended', unanswered, ['result finance-performance -', owed], 'ended'],
    ['its result is used in every way', usedUp, [owed], 'result-in-use'],
  ])('an unanswered deviation is still owed when %s, and keeps the year open', (_when, life, all, stage) => {
    expect(duties(life)).toEqual(all);
    expect(life.state.stage).toBe(stage);
  });

  it.each([
    ['the year has ended', unanswered, 'ended', 'ended'],
    ['the result is in use', usedUp, 'result-in-use', 'closed'],
  ])('when %s a deviation may still be explained, or corrected', (_when, life, meanwhile, after) => {
    expect(live(life, explained).state.stage).toBe(after);
    expect(live(life, explained).state).toMatchObject({ rounds: [{ deviation: 'settled' }] });
    const correcting = live(life, ordered);
    expect(duties(correcting)).toContain('rectify/R1/1 unit-head 2015-05-07');
    expect(duties(correcting)).not.toContain(owed);
    expect(correcting.state.stage).toBe(meanwhile);
    const corrected = live(
      correcting,
      step('ReportRectification', 'unit-clerk', '2015-04-27', {
        order: 'R1',
        answers: [{ problem: 'R1-1', answer: '已补齐' }],
        signature: scan,
      }),
      step('ConfirmRectification', 'finance-performance', '2015-04-28', {
        order: 'R1',
        accepted: true,
        opinion: '销号',
      }),
    );
    expect(corrected.state.stage).toBe(after);
  });

  const closed = live(inUse, { ...circulate, data: {} }, acknowledge, link, publish);
  it.each([
    ['nothing', {}, [], 'closed'],
    ['the score', { score: '85.00' }, ['notice-circulate/2', 'disclosure-disclose/2'], 'result-in-use'],
    [
      'the grade',
      { grade: '合格', score: '70.00' },
      ['notice-circulate/2', 'budget-link-decide/2', 'disclosure-disclose/2'],
      'result-in-use',
    ],
    [
      'the missed goals',
      { missedGoals: ['入网户数'] },
      ['notice-circulate/2', 'accountability-verify/1'],
      'result-in-use',
    ],
  ])('a later version that changes %s opens again only that', (_what, more, again, stage) => {
    const later = live(closed, result({ resultVersion: 2, ...more } as never, '2015-08-03'));
    expect(duties(later).map((one) => one.split(' ')[0])).toEqual(again);
    expect(later.state.stage).toBe(stage);
  });

  it('every decision cites the version it rests on', () => {
    expect(dataOf(closed, 'BudgetLinkDecided')).toMatchObject({
      evaluationId: 'E-ZH-001-completion',
      resultVersion: 1,
      followsProposal: true,
    });
    expect(live(closed, result()).events).toHaveLength(closed.events.length);
  });
});

describe('years that are taken over or end early', () => {
  it.each([
    ['approved', 'approved'],
    ['tracking', 'approved'],
    ['ended', 'ended'],
  ])('taken over at %s it starts at %s, with its gaps marked', (atStage, stage) => {
    const life = live(
      unborn,
      opening({ takenOver: { atStage, approvedFen: '80000000', gaps: ['没有绩效目标', '没有申报表'] } }),
    );
    expect(life.state).toMatchObject({
      stage,
      approvedFen: 80_000_000n,
      identity: { takenOver: { gaps: ['没有绩效目标', '没有申报表'] } },
    });
  });

  it('a terminated project ends the year, unless the year is already over', () => {
    const end = step('NoteProjectStatus', 'system', '2014-06-01', {
      status: 'terminated',
      reason: '规划调整',
    });
    expect(live(approved, end).state.stage).toBe('terminated');
    const late = live(ended, { ...end, on: '2015-02-01' }, { ...end, on: '2015-02-02' });
    expect(late.state.stage).toBe('ended');
    expect(typesOf(late, ended.events.length)).toEqual(['ProjectTerminated']);
  });

  it('a project completed in the middle of the year uses its result at once; the clock still ends the year', () => {
    const early = live(approved, paying('500000.00'), result({ confirmedOn: '2014-09-10' }, '2014-09-10'));
    expect(early.state.stage).toBe('result-in-use');
    const after = clockAt(early, '2015-01-01T00:00:00.000+08:00' as Instant);
    expect(typesOf(after)).toContain('FiscalYearEnded');
    expect(after.state.stage).toBe('result-in-use');
  });
});
