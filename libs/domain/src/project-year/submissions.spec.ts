import { describe, expect, it } from '@jest/globals';
import { type Data, marks, online, type Step, step, yuan } from '@quancheng/testing';
import type { Recorded } from '../core/aggregate.ts';
import type { ProjectYearEvent } from './events.ts';
import {
  approved,
  controlling,
  declared,
  declaring,
  form,
  type Life,
  passing,
  resubmitting,
  reviewed,
  reviewingGoal,
  reviewingMoney,
  story,
} from './project-year.story.ts';
import { submissionsOf } from './submissions.ts';

const { codeOf, live, typesOf } = story;
const history = (life: Life) => submissionsOf(life.events as Recorded<ProjectYearEvent>[]);

const sentBack: Step = {
  ...passing,
  data: { verdict: 'return', opinion: '不完整', remarks: ['补测算依据', '补责任岗位'] },
};
const back = live(declared, sentBack);
const again: Step = {
  ...declaring({}, '2013-10-25'),
  data: {
    form: form({ risks: '' }),
    answers: [
      { remark: 'D1-1', answer: '已附定额' },
      { remark: 'D1-2', answer: '已补岗位' },
    ],
    signature: online,
  },
};
const answeredLife = live(back, again);
const settling = (settled: Data[], as: Step['as'] = 'department') =>
  step('SettleRemarks', as, '2013-10-28', { settled });

describe('the history of returns', () => {
  it('keeps each submission with its findings, opinions, remarks and how it ended', () => {
    const ticked = live(
      answeredLife,
      settling([
        { remark: 'D1-1', settled: true },
        { remark: 'D1-2', settled: false },
      ]),
    );
    const [first, second] = history(ticked);
    expect(first).toMatchObject({
      submission: 1,
      declaredOn: '2013-10-08',
      department: { passed: false, opinion: '不完整', on: '2013-10-15' },
      outcome: 'returned-by-department',
      remarks: [
        { id: 'D1-1', remark: '补测算依据', answer: '已附定额', answeredOn: '2013-10-25', settled: true },
        { id: 'D1-2', remark: '补责任岗位', answer: '已补岗位', settled: false, settledOn: '2013-10-28' },
      ],
    });
    expect(second).toMatchObject({ submission: 2, department: null, outcome: 'open', remarks: [] });
    expect(second?.findings).toContainEqual(expect.objectContaining({ code: 'NO_RISKS', field: 'risks' }));
  });

  it.each([
    ['优', 'passed'],
    ['良', 'polish'],
    ['中', 'returned-by-finance'],
    ['差', 'blocked'],
  ])('a review that is all %s ends as %s', (mark, outcome) => {
    const sheet = { marks: marks(mark), opinion: '见要求', remarks: [{ remark: '补指标' }] };
    const life = live(declared, passing, reviewingMoney, { ...reviewingGoal, data: sheet });
    expect(history(life)).toMatchObject([
      {
        outcome,
        money: { recommendedFen: 50_000_000n },
        goal: { result: mark },
        remarks: [{ id: 'F1-1', answer: null }],
      },
    ]);
  });

  it('a remark that is polished in the second submission has its answer there', () => {
    const sheet = { marks: marks('良'), opinion: '完善', remarks: [{ remark: '补指标' }] };
    const polished = live(declared, passing, reviewingMoney, { ...reviewingGoal, data: sheet }, controlling, {
      ...resubmitting,
      data: { ...(resubmitting.data as Data), answers: [{ remark: 'F1-1', answer: '已补' }] },
    });
    expect(history(polished)).toMatchObject([{ remarks: [{ answer: '已补', answeredOn: '2013-11-11' }] }]);
  });

  it('a full review after a deep cut is a submission of its own, at what is now asked for', () => {
    const life = live(
      reviewed,
      { ...controlling, data: { controlFen: yuan('200000.00'), reason: '财力所限' } },
      {
        ...resubmitting,
        data: { ...(resubmitting.data as Data), requestedFen: yuan('200000.00') },
      },
    );
    expect(history(life)).toMatchObject([
      { submission: 1, outcome: 'passed' },
      { submission: 2, requestedFen: 20_000_000n, reopenedByCutPercent: '66.67', outcome: 'open' },
    ]);
  });
});

describe('a remark is ticked as settled by the office that made it', () => {
  it('once, and again only when it thinks otherwise', () => {
    const once = live(answeredLife, settling([{ remark: 'D1-1', settled: true }]));
    expect(typesOf(once).at(-1)).toBe('RemarksSettled');
    expect(typesOf(live(once, settling([{ remark: 'D1-1', settled: true }])))).toEqual(typesOf(once));
    const doubted = live(once, settling([{ remark: 'D1-1', settled: false }]));
    expect(history(doubted)[0]?.remarks[0]).toMatchObject({ settled: false });
  });

  it.each<[string, Life, Step, string]>([
    ['before it is answered', back, settling([{ remark: 'D1-1', settled: true }]), 'WRONG_STAGE'],
    ['that nobody made', answeredLife, settling([{ remark: 'D9-9', settled: true }]), 'REMARK_UNKNOWN'],
    [
      'of another office',
      answeredLife,
      settling([{ remark: 'D1-1', settled: true }], 'finance-performance'),
      'REMARK_UNKNOWN',
    ],
    [
      'by the unit itself',
      answeredLife,
      settling([{ remark: 'D1-1', settled: true }], 'unit-head'),
      'ROLE_NOT_ALLOWED',
    ],
    ['after approval', approved, settling([{ remark: 'D1-1', settled: true }]), 'WRONG_STAGE'],
  ])('not one %s', (_when, life, step, code) => {
    expect(codeOf(life, step)).toBe(code);
  });
});
