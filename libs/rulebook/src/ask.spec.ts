import { describe, expect, it } from '@jest/globals';
import { day, parseYuan, stateCouncilCalendar } from '@quancheng/kernel';
import fc from 'fast-check';
import {
  askConsequence,
  askDeadline,
  askDeviation,
  askGrade,
  askLight,
  askReminders,
  askThreshold,
} from './ask.ts';
import { GRADES } from './kinds/bands.ts';
import { type Rulebook, rulebookOfEdition, rulebook as rules } from './rulebook.ts';

const on = day('2014-10-08');

describe('must the project set goals', () => {
  it.each([
    ['new', '499999.99', false],
    ['new', '500000.00', true],
    ['recurrent', '4999999.99', false],
    ['recurrent', '5000000.00', true],
    ['recurrent', '500000.00', false],
  ] as const)('%s, requesting %s yuan: %s', (kind, yuan, required) => {
    const requestedFen = parseYuan(yuan) as bigint;
    expect(askThreshold(rules, kind, requestedFen, on)).toEqual({
      required,
      clause: `zh-2014/goal-threshold/${kind}`,
      edition: 'zh-2014',
      tier: 'seed',
    });
  });
});

describe('by when', () => {
  it('the self-evaluation is due three months after completion, under its clause', () => {
    expect(
      askDeadline(rules, 'deadline/self-evaluation', day('2014-07-01'), stateCouncilCalendar),
    ).toMatchObject({
      deadline: { due: '2014-10-08', provisional: false },
      clause: 'zh-2014/deadline/self-evaluation',
      edition: 'zh-2014',
      tier: 'seed',
    });
  });

  it('beyond the published calendar the clause still answers, with a provisional date', () => {
    expect(
      askDeadline(rules, 'deadline/self-evaluation', day('2026-10-01'), stateCouncilCalendar),
    ).toMatchObject({
      deadline: { due: '2027-01-01', provisional: true },
    });
  });

  it.each([
    ['deadline/self-evaluation', '2012-12-31'],
    ['deadline/unheard-of', '2014-07-01'],
  ])('%s from %s has no answer', (question, start) => {
    expect(askDeadline(rules, question, day(start), stateCouncilCalendar)).toMatchObject({
      provisional: true,
    });
  });

  it('a question of another kind is broken code', () => {
    expect(() => askDeadline(rules, 'grade-bands', on, stateCouncilCalendar)).toThrow(
      'is a bands, not a deadline',
    );
  });
});

describe('when to remind', () => {
  it('30, 7 and 1 days before and on the day, at nine', () => {
    expect(askReminders(rules, 'deadline/self-evaluation', day('2014-10-08'))).toEqual({
      instants: [
        '2014-09-08T09:00:00.000+08:00',
        '2014-10-01T09:00:00.000+08:00',
        '2014-10-07T09:00:00.000+08:00',
        '2014-10-08T09:00:00.000+08:00',
      ],
      clause: 'zh-2014/reminder/default',
      edition: 'zh-2014',
      tier: 'derived',
    });
  });

  it('not before the duty arose', () => {
    expect(askReminders(rules, 'deadline/rectification', day('2014-10-14'), day('2014-10-07'))).toMatchObject(
      {
        instants: [
          '2014-10-07T09:00:00.000+08:00',
          '2014-10-13T09:00:00.000+08:00',
          '2014-10-14T09:00:00.000+08:00',
        ],
      },
    );
  });

  it('without a rule in force, no plan', () => {
    expect(askReminders(rules, 'deadline/self-evaluation', day('2012-12-31'))).toMatchObject({
      provisional: true,
    });
  });
});

describe('the grade of a score', () => {
  it.each([
    ['90.00', '优秀'],
    ['89.99', '良好'],
    ['75', '良好'],
    ['74.995', '合格'],
    ['60', '合格'],
    ['59.99', '不合格'],
  ])('%s is %s', (score, grade) => {
    expect(askGrade(rules, score, on)).toMatchObject({
      grade,
      clause: 'zh-2014/grade-bands',
      tier: 'derived',
    });
  });

  it.each(['100.01', '-1', '', '优秀', '9e1'])('"%s" is no score', (score) => {
    expect(askGrade(rules, score, on)).toMatchObject({ provisional: true });
  });

  it('every score has exactly one grade, and a higher score never a worse one', () => {
    const cents = fc.integer({ min: 0, max: 10_000 });
    const rank = (score: number) => {
      const answer = askGrade(rules, (score / 100).toFixed(2), on);
      return 'grade' in answer ? GRADES.indexOf(answer.grade) : -1;
    };
    fc.assert(
      fc.property(cents, cents, (one, other) => {
        expect(rank(one)).toBeGreaterThanOrEqual(0);
        expect(one >= other ? rank(one) <= rank(other) : rank(one) >= rank(other)).toBe(true);
      }),
    );
  });
});

describe('what a grade does to the next budget', () => {
  it.each([
    ['优秀', 'continuing', 'priority', '0', 'seed', false],
    ['良好', 'continuing', 'unchanged', '0', 'derived', false],
    ['合格', 'phased', 'cut', '10', 'seed', false],
    ['不合格', 'continuing', 'cut', '50', 'seed', false],
    ['合格', 'one-off', 'cut', '10', 'seed', true],
  ] as const)(
    '%s, %s: %s by %s %%',
    (grade, projectNature, action, proposedCutPercent, tier, successorNeeded) => {
      expect(askConsequence(rules, { grade, projectNature }, on)).toEqual({
        action,
        proposedCutPercent,
        clause: grade === '良好' ? 'zh-2014/budget-link/good-grade' : 'zh-2014/budget-link/named-grades',
        edition: 'zh-2014',
        tier,
        proposalClause: 'zh-2014/budget-link/cut-proposal',
        proposalTier: 'derived',
        successorNeeded,
      });
    },
  );
});

describe('under the national rules of 2020', () => {
  const national = rulebookOfEdition('national-2020') as Rulebook;
  const in2020 = day('2020-03-31');

  it.each([
    ['优', 'priority', '0'],
    ['良', 'unchanged', '0'],
    ['中', 'cut', '10'],
    ['差', 'cut', '50'],
  ] as const)('%s: %s by %s %%', (grade, action, proposedCutPercent) => {
    expect(askConsequence(national, { grade, projectNature: 'continuing' }, in2020)).toMatchObject({
      action,
      proposedCutPercent,
      clause: 'national-2020/budget-link/named-grades',
      proposalTier: 'derived',
    });
  });

  it('a grade of another scale is named by no clause', () => {
    expect(askConsequence(national, { grade: '合格', projectNature: 'continuing' }, in2020)).toMatchObject({
      provisional: true,
    });
  });

  it.each(['new', 'recurrent'] as const)('every %s project sets goals', (kind) => {
    expect(askThreshold(national, kind, 0n, in2020)).toMatchObject({ required: true });
  });
});

describe('tracking', () => {
  it('90 % of the money with 30 % of the goal is a deviation, in words', () => {
    expect(
      askDeviation(rules, { goalPercent: '30', moneyPercent: '90', progressPercent: '90' }, on),
    ).toMatchObject({
      deviates: true,
      clause: 'zh-2014/tracking/deviation',
      findings: [{ zh: '资金支出进度90%与绩效目标实现程度30%相差60个百分点' }],
    });
  });

  it.each([
    ['45', 'yellow', '77.14'],
    ['35', 'yellow', '60.00'],
    ['34.9', 'red', '59.83'],
    ['46.66', 'yellow', '79.99'],
    ['46.67', 'green', '80.01'],
  ])('%s of 100 done by July is %s (%s %%)', (actual, light, percent) => {
    expect(askLight(rules, { target: '100', actual, month: 7 }, on)).toMatchObject({
      light,
      percent,
      clause: 'zh-2014/light/goal',
    });
  });

  it('money has a light of its own', () => {
    expect(
      askLight(rules, { of: 'money', target: '800000000', actual: '960000000', month: 7 }, on),
    ).toMatchObject({
      light: 'green',
      clause: 'zh-2014/light/money',
    });
  });

  it('a month that does not exist is broken code', () => {
    expect(() => askLight(rules, { target: '1', actual: '1', month: 13 }, on)).toThrow(RangeError);
  });
});

it.each([
  ['threshold', () => askThreshold(rules, 'new', 0n, day('2012-12-31'))],
  ['grade', () => askGrade(rules, '90', day('2012-12-31'))],
  [
    'consequence',
    () => askConsequence(rules, { grade: '优秀', projectNature: 'continuing' }, day('2012-12-31')),
  ],
  ['light', () => askLight(rules, { target: '1', actual: '1', month: 1 }, day('2012-12-31'))],
  [
    'deviation',
    () =>
      askDeviation(rules, { goalPercent: '1', moneyPercent: '1', progressPercent: '1' }, day('2012-12-31')),
  ],
])('before 2013 no %s is answered', (_, ask) => {
  expect(ask()).toMatchObject({ provisional: true });
});
