import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Address, type Paper, yearFile } from './support/bureau.ts';
import { aYearAt, yearsAt } from './support/lives.ts';
import { declaration, INDICATORS, online, reviewSheet, withoutGoal, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 三同步: goal and money are filed, reviewed and approved together. */
const here = theBureau('2014-02-20');

const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_one, index) => ({ id: `${letter}-${index + 1}` }));

describe('filed together', () => {
  beforeAll(() => yearsAt(here.bureau, 'draft', numbered('F', 4)));

  it.each([
    ['F-1', 'the money without its goal', withoutGoal('600000.00'), 'GOAL_REQUIRED'],
    [
      'F-2',
      'the goal without its money',
      declaration('600000.00', { requestedFen: undefined }),
      'FORM_INVALID',
    ],
    ['F-3', 'a goal without indicators', declaration('600000.00', { indicators: [] }), 'GOAL_REQUIRED'],
    ['F-4', 'indicators without a goal', declaration('300000.00', { goalAnnual: '' }), 'GOAL_TEXT_MISSING'],
  ])('%s: %s is refused', async (id, _what, form, code) => {
    const { bureau } = here;
    const year = yearFile(id);
    const paper = { form, signature: online };
    expect(await bureau.tries('unit-head', year, 'declare', paper)).toMatchObject({ status: 422, code });
    expect(await bureau.stageOf(year)).toBe('draft');
  });
});

describe('reviewed together', () => {
  const money = { recommendedFen: yuan('500000.00'), opinion: '核减' };
  it.each([
    ['money first', ['review-money', 'review-goal']],
    ['goal first', ['review-goal', 'review-money']],
  ])('%s: one of the two does not pass the file on', async (title, order) => {
    const { bureau } = here;
    const year = await aYearAt(bureau, 'department-reviewed', `R-${title.split(' ')[0]}`);
    const stages = [];
    for (const command of order) {
      const [by, paper] = command === 'review-money' ? (['finance-business', money] as const) : GOAL;
      await bureau.does(by, year, command, paper);
      stages.push(await bureau.stageOf(year));
      const control = { controlFen: yuan('500000.00') };
      const next = await bureau.tries('finance-business', year, 'issue-control-figure', control);
      expect(next.status).toBe(stages.length === 1 ? 409 : 200);
    }
    expect(stages).toEqual(['department-reviewed', 'finance-reviewed']);
  });
  const GOAL = ['finance-performance', reviewSheet()] as const;
});

describe('a cut at 一下 opens a matched revision of the goal', () => {
  const fewer = INDICATORS.map((one) => (one.row === '1' ? { ...one, target: '100' } : one));
  beforeAll(() => yearsAt(here.bureau, 'controlled', [...numbered('C', 6), { id: 'C-GOAL' }]));
  const submit = (year: Address, requested: string, goalRevision: Paper | null) =>
    here.bureau.tries('unit-head', year, 'resubmit', {
      requestedFen: yuan(requested),
      ...(goalRevision === null ? {} : { goalRevision }),
      signature: online,
    });

  it.each([
    ['C-1', 'at another amount', '600000.00', { unchangedReason: '不变' }, 422, 'NOT_THE_CONTROL_FIGURE'],
    ['C-2', 'without a word on the goal', '500000.00', null, 422, 'GOAL_NOT_MATCHED'],
    ['C-3', 'with an empty word on the goal', '500000.00', {}, 422, 'GOAL_NOT_MATCHED'],
    [
      'C-4',
      'with a goal that cannot be measured',
      '500000.00',
      { indicators: [{ ...INDICATORS[0], target: '约百户' }] },
      422,
      'INDICATORS_INVALID',
    ],
    [
      'C-5',
      'with fewer households',
      '500000.00',
      { goalAnnual: '100户接入管网', indicators: fewer },
      200,
      null,
    ],
    ['C-6', 'with the reason why the goal can stay', '500000.00', { unchangedReason: '招标降价' }, 200, null],
  ] as const)('%s: %s', async (id, _how, requested, revision, status, code) => {
    const year = yearFile(id);
    expect(await submit(year, requested, revision as Paper | null)).toMatchObject({ status, code });
    expect(await here.bureau.stageOf(year)).toBe(status === 200 ? 'resubmitted' : 'controlled');
  });

  it('the revised goal is the one that is approved', async () => {
    const { bureau } = here;
    const year = yearFile('C-GOAL');
    await submit(year, '500000.00', { goalAnnual: '100户接入管网', indicators: fewer });
    await bureau.settle();
    await bureau.does('finance-business', 'budget-years/2014', 'approve-batch', batch('B-GOAL', ['C-GOAL']));
    await bureau.settle();
    const state = await bureau.stateOf(year);
    expect(state).toMatchObject({
      stage: 'approved',
      approvedYuan: '500000.00',
      goal: { annual: '100户接入管网' },
    });
    expect(state.goal).toMatchObject({ indicators: [{ row: '1', target: '100' }, ...Array(5).fill({})] });
  });

  it.each([
    ['by half: the goal is matched', '300000.00', '50.00', 'resubmitted'],
    ['by more than half: full review again', '299940.00', '50.01', 'declared'],
  ])('cut %s', async (_how, control, percent, stage) => {
    const { bureau } = here;
    const year = await aYearAt(bureau, 'controlled', `H-${percent.replace('.', '')}`, { control });
    expect(await submit(year, control, { unchangedReason: '分两年实施' })).toMatchObject({ status: 200 });
    expect(await bureau.stageOf(year)).toBe(stage);
    if (stage === 'declared')
      expect(await bureau.factOf(year, 'FullReviewReopened')).toMatchObject({
        clause: 'zh-2014/second-submission/full-review',
        data: { changePercent: percent },
      });
  });
});

const batch = (name: string, ids: readonly string[], more: Paper = {}): Paper => ({
  batch: name,
  department: '201',
  paperNo: `镇财预〔2014〕${name}`,
  approvedOn: '2014-02-20',
  items: ids.map((id) => ({ projectYearId: `${id}-2014`, approvedFen: yuan('500000.00') })),
  ...more,
});

describe('approved together, in a batch per department', () => {
  const approve = (paper: Paper) =>
    here.bureau.tries('finance-business', 'budget-years/2014', 'approve-batch', paper);

  it('whole or not at all, each once, goal and money in one fact', async () => {
    const { bureau } = here;
    const plans = [{ id: 'B-1' }, { id: 'B-2' }, { id: 'B-3', unit: '305001' }];
    const years = (await yearsAt(bureau, 'resubmitted', plans)).slice(0, 2);
    await bureau.settle();
    expect(await approve(batch('甲', ['B-1', 'B-2', 'B-3']))).toMatchObject({
      status: 422,
      code: 'OTHER_DEPARTMENT',
      fields: ['items.2.projectYearId'],
    });
    expect(await approve(batch('甲', ['B-1', 'B-1']))).toMatchObject({ status: 422, code: 'ITEM_TWICE' });
    expect(await approve(batch('甲', ['B-1', 'B-9']))).toMatchObject({ status: 422, code: 'NOT_ENROLLED' });
    await bureau.settle();
    expect(await Promise.all(years.map((year) => bureau.stageOf(year)))).toEqual([
      'resubmitted',
      'resubmitted',
    ]);

    expect(await approve(batch('甲', ['B-1', 'B-2']))).toMatchObject({ status: 200 });
    await bureau.settle();
    for (const year of years) {
      const { data } = await bureau.factOf(year, 'GoalAndBudgetApproved');
      expect(data).toMatchObject({ batch: '甲', paperNo: '镇财预〔2014〕甲', approvedYuan: '500000.00' });
    }
    expect(await approve(batch('乙', ['B-1']))).toMatchObject({ status: 422, code: 'ALREADY_APPROVED' });
    expect(await approve(batch('甲', ['B-3']))).toMatchObject({ status: 422, code: 'BATCH_EXISTS' });
  });

  it('no person approves one project by itself', async () => {
    const { bureau } = here;
    const year = await aYearAt(bureau, 'resubmitted', 'B-ALONE');
    expect(await bureau.tries('finance-business', year, 'approve-in-batch', {})).toMatchObject({
      status: 404,
      code: 'UNKNOWN_COMMAND',
    });
  });
});
