import { beforeAll, describe, expect, it } from '@jest/globals';
import { declare, yearsAt } from './support/lives.ts';
import { yearFile } from './support/bureau.ts';
import { declaration, online, POINTS, reviewSheet, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 目标评审制度: five aspects, 23 points, and the four routes that follow. */
const here = theBureau('2013-10-22');
const SHEET = 'zh-2014/goal-review/sheet';
const REMARKS = { remarks: [{ remark: '补充测算依据' }] };
const all = (mark: string) => Object.fromEntries(POINTS.map((point) => [point, mark]));

const FILES = ['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6', 'S-ASIDE', 'R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6'];
const OTHERS = ['R-GATE', 'A-BACK', 'A-POLISH', 'A-BLOCK'];
beforeAll(() =>
  yearsAt(
    here.bureau,
    'department-reviewed',
    [...FILES, ...OTHERS].map((id) => ({ id })),
  ),
);

describe('the sheet', () => {
  it('has 23 points', () => {
    expect(POINTS).toHaveLength(23);
  });

  it.each([
    ['S-1', 'one point left out', { marks: reviewMarks().slice(1) }, 'REVIEW_SHEET_INCOMPLETE'],
    [
      'S-2',
      'a point that is none of the 23',
      { marks: [...reviewMarks(), { point: '6.1', mark: '优' }] },
      'REVIEW_SHEET_INCOMPLETE',
    ],
    [
      'S-3',
      'a point marked twice',
      { marks: [...reviewMarks(), { point: '1.1', mark: '差' }] },
      'POINT_MARKED_TWICE',
    ],
    [
      'S-4',
      'a point set aside without a reason',
      { marks: reviewMarks('不适用') },
      'REVIEW_SHEET_INCOMPLETE',
    ],
    ['S-5', 'a mark of another scale', { marks: reviewMarks('合格') }, 'FORM_INVALID'],
    ['S-6', 'no opinion', { opinion: '' }, 'FORM_INVALID'],
  ])('%s: %s is refused, and nothing is recorded', async (id, _what, fault, code) => {
    const { bureau } = here;
    const year = yearFile(id);
    const said = await bureau.tries('finance-performance', year, 'review-goal', {
      ...reviewSheet(),
      ...fault,
    });
    expect(said).toMatchObject({ status: 422, code });
    expect(await bureau.typesOf(year)).not.toContain('GoalReviewed');
  });

  it('a point may be set aside with its reason', async () => {
    const { bureau } = here;
    const year = yearFile('S-ASIDE');
    const marks = reviewMarks().map((one) =>
      one.point === '3.4' ? { point: '3.4', mark: '不适用', reason: '没有配套资金' } : one,
    );
    await bureau.does('finance-performance', year, 'review-goal', { ...reviewSheet(), marks });
    expect(await bureau.factOf(year, 'GoalReviewed')).toMatchObject({
      clause: SHEET,
      data: { total: '100.00', result: '优', route: 'pass', edition: 'zh-2014' },
    });
  });
});

describe('the four routes', () => {
  it.each([
    ['R-1', '优', {}, '100.00', 'pass', 'finance-reviewed'],
    ['R-2', '良', all('良'), '80.00', 'polish', 'finance-reviewed'],
    ['R-3', '中', all('中'), '60.00', 'return', 'returned'],
    ['R-4', '差', all('差'), '0.00', 'block', 'blocked'],
    [
      'R-5',
      '良 by one mark',
      { '2.1': '良', '4.1': '差', '4.4': '差' },
      '89.25',
      'polish',
      'finance-reviewed',
    ],
    ['R-6', '差 by one mark', { ...all('中'), '5.2': '差' }, '57.00', 'block', 'blocked'],
  ])('%s: %s', async (id, _marks, others, total, route, stage) => {
    const { bureau } = here;
    const year = yearFile(id);
    const sheet = reviewSheet('优', others as Record<string, string>);
    const money = { recommendedFen: yuan('500000.00'), opinion: '同意' };
    if (route !== 'pass')
      expect(await bureau.tries('finance-performance', year, 'review-goal', sheet)).toMatchObject({
        status: 422,
        code: 'REMARKS_MISSING',
        clause: SHEET,
      });
    await bureau.does('finance-performance', year, 'review-goal', {
      ...sheet,
      ...(route === 'pass' ? {} : REMARKS),
    });
    expect((await bureau.factOf(year, 'GoalReviewed')).data).toMatchObject({ total, route });
    expect(await bureau.stageOf(year)).toBe('department-reviewed');
    await bureau.does('finance-business', year, 'review-money', money);
    expect(await bureau.stageOf(year)).toBe(stage);
  });

  it('a gate that the bureau has not confirmed warns and does not block', async () => {
    const { bureau } = here;
    const year = yearFile('R-GATE');
    await bureau.does('finance-performance', year, 'review-goal', reviewSheet('优', { '1.1': '差' }));
    const { data } = await bureau.factOf(year, 'GoalReviewed');
    expect(data).toMatchObject({ total: '96.00', route: 'pass' });
    expect(data.findings).toHaveLength(1);
  });
});

describe('what was asked for is answered', () => {
  const send = (id: string, answers: readonly unknown[]) =>
    here.bureau.tries('unit-head', `project-years/${id}-2014`, 'declare', {
      form: declaration('600000.00'),
      answers,
      signature: online,
    });

  it('a returned declaration comes back with each remark answered once', async () => {
    const { bureau } = here;
    const year = yearFile('A-BACK');
    const sheet = { ...reviewSheet('中'), remarks: [{ remark: '补充测算依据' }, { remark: '指标量化' }] };
    await bureau.does('finance-performance', year, 'review-goal', sheet);
    await bureau.does('finance-business', year, 'review-money', {
      recommendedFen: yuan('500000'),
      opinion: '同意',
    });
    const [remark, other] = ((await bureau.stateOf(year)).remarks as { id: string }[]).map(({ id }) => id);
    expect(await send('A-BACK', [])).toMatchObject({ status: 422, code: 'REMARKS_NOT_ANSWERED' });
    expect(await send('A-BACK', [{ remark, answer: '已补充' }])).toMatchObject({
      fields: [`answers.${other}`],
    });
    const answers = [
      { remark, answer: '已补充' },
      { remark: other, answer: '已量化' },
    ];
    expect(await send('A-BACK', [...answers, { remark: 'F9-9', answer: '?' }])).toMatchObject({
      status: 422,
    });
    expect(await send('A-BACK', answers)).toMatchObject({ status: 200 });
    expect(await bureau.stateOf(year)).toMatchObject({ stage: 'declared', declaration: { submission: 2 } });
  });

  it('a polished one answers in the second submission', async () => {
    const { bureau } = here;
    const year = yearFile('A-POLISH');
    await bureau.does('finance-performance', year, 'review-goal', { ...reviewSheet('良'), ...REMARKS });
    await bureau.does('finance-business', year, 'review-money', {
      recommendedFen: yuan('500000'),
      opinion: '同意',
    });
    await bureau.does('finance-business', year, 'issue-control-figure', { controlFen: yuan('500000') });
    const again = {
      requestedFen: yuan('500000'),
      goalRevision: { unchangedReason: '不变' },
      signature: online,
    };
    expect(await bureau.tries('unit-head', year, 'resubmit', again)).toMatchObject({
      status: 422,
      code: 'REMARKS_NOT_ANSWERED',
    });
    const [asked] = (await bureau.stateOf(year)).remarks as { id: string }[];
    const answers = [{ remark: asked?.id, answer: '已补充' }];
    await bureau.does('unit-head', year, 'resubmit', { ...again, answers });
    expect(await bureau.stageOf(year)).toBe('resubmitted');
  });

  it('a blocked one waits for another window', async () => {
    const { bureau } = here;
    const year = yearFile('A-BLOCK');
    await bureau.does('finance-performance', year, 'review-goal', { ...reviewSheet('差'), ...REMARKS });
    await bureau.does('finance-business', year, 'review-money', {
      recommendedFen: yuan('0'),
      opinion: '不同意',
    });
    expect(await send('A-BLOCK', [])).toMatchObject({ status: 409, code: 'WRONG_STAGE' });
    await bureau.does('finance-performance', 'budget-years/2014', 'open-window', {
      window: 'declaration',
      until: '2013-11-15',
      noticePaper: '镇财绩〔2013〕20号',
    });
    await bureau.settle();
    expect(await bureau.stageOf(year)).toBe('returned');
    const remarks = (await bureau.stateOf(year)).remarks as { id: string }[];
    await declare(
      bureau,
      { id: 'A-BLOCK' },
      { answers: remarks.map(({ id }) => ({ remark: id, answer: '已重做' })) },
    );
    expect(await bureau.stageOf(year)).toBe('declared');
  });
});

function reviewMarks(first = '优'): { point: string; mark: string }[] {
  return POINTS.map((point, index) => ({ point, mark: index === 0 ? first : '优' }));
}
