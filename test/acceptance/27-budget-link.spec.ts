import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Address, type Paper, yearFile } from './support/bureau.ts';
import { aConfirmedResult, startEvaluation, submitEvaluation, yearsAt } from './support/lives.ts';
import { GRADED } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 挂钩制: 优秀 comes first; 合格 and 不合格 both propose a cut; a person decides, and says why where it differs. */
const here = theBureau('2014-12-15');
const NAMED = 'zh-2014/budget-link/named-grades';
const CUT = 'zh-2014/budget-link/cut-proposal';
const GOOD = 'zh-2014/budget-link/good-grade';

const ROWS = [
  ['优秀', '100.00', 'priority', '0'],
  ['良好', '85.00', 'unchanged', '0'],
  ['合格', '70.00', 'cut', '10'],
  ['不合格', '49.00', 'cut', '50'],
] as const;
const phased = (id: string) => ({ id, term: 'phased' as const });
const fileOf = (grade: string): Address => yearFile(`G-${ROWS.findIndex(([one]) => one === grade)}`);
const OTHERS = ['D-1', 'D-2', 'D-3', 'S-1'];

beforeAll(async () => {
  const { bureau } = here;
  await yearsAt(bureau, 'approved', [
    ...ROWS.map((_row, index) => phased(`G-${index}`)),
    ...OTHERS.map(phased),
    { id: 'O-1' },
    { id: 'O-2' },
  ]);
  for (const [grade] of ROWS) {
    const year = fileOf(grade);
    const id = `E-${year.slice('project-years/'.length)}`;
    await aConfirmedResult(bureau, id, { of: [year], found: GRADED[grade] });
  }
}, 120_000);

const decide = (year: Address, paper: Paper) =>
  here.bureau.tries('finance-business', year, 'decide-budget-link', paper);

describe('the proposal', () => {
  it.each(ROWS)('%s (%s) proposes: %s, %s %%', async (grade, score, action, cutPercent) => {
    const { data } = await here.bureau.factOf(fileOf(grade), 'ResultReceived');
    expect(data).toMatchObject({ grade, score, proposal: { action, cutPercent } });
    // The paper names three of the grades; what follows from 良好, and the size of every cut, are derived and say so.
    const [clause, tier] = grade === '良好' ? [GOOD, 'derived'] : [NAMED, 'seed'];
    expect(data.proposal).toMatchObject({ clause, tier, sizeClause: CUT, sizeTier: 'derived' });
  });

  it('is decided by finance within the rule’s days', async () => {
    const duties = await here.bureau.duties(fileOf('优秀'));
    expect(duties).toContainEqual(expect.stringMatching(/^budget-link-decide\/1 finance-business 2015-01-/));
    expect(
      await here.bureau.tries('department', fileOf('优秀'), 'decide-budget-link', { action: 'priority' }),
    ).toMatchObject({
      status: 403,
    });
  });
});

describe('the decision', () => {
  it.each([
    ['优秀', { action: 'priority' }, true],
    ['良好', { action: 'unchanged' }, true],
    ['合格', { action: 'cut', cutPercent: '10' }, true],
    ['不合格', { action: 'cut', cutPercent: '30', reason: '客观原因占一半' }, false],
  ] as const)('%s: as proposed, or with a reason', async (grade, paper, followsProposal) => {
    const year = fileOf(grade);
    const against = { action: grade === '良好' ? 'priority' : 'unchanged' };
    expect(await decide(year, against)).toMatchObject({
      status: 422,
      code: 'REASON_MISSING',
      fields: ['reason'],
    });
    expect(await decide(year, paper)).toMatchObject({ status: 200 });
    expect((await here.bureau.factOf(year, 'BudgetLinkDecided')).data).toMatchObject({
      ...paper,
      followsProposal,
      evaluationId: expect.stringMatching(/^E-G-/),
      resultVersion: 1,
    });
    expect(await decide(year, paper)).toMatchObject({ status: 409, code: 'DUTY_NOT_OPEN' });
  });

  it.each([
    ['a cut of nothing', { action: 'cut', cutPercent: '0', reason: '无' }, 'CUT_MISMATCH'],
    ['a percentage without a cut', { action: 'unchanged', cutPercent: '5', reason: '无' }, 'CUT_MISMATCH'],
    ['more than everything', { action: 'cut', cutPercent: '100.01', reason: '无' }, 'FORM_INVALID'],
  ])('%s is refused', async (_what, paper, code) => {
    const { bureau } = here;
    const year = yearFile('D-1');
    if ((await bureau.stageOf(year)) === 'approved')
      await aConfirmedResult(bureau, 'E-D-1', { of: [year], found: GRADED.合格 });
    expect(await decide(year, paper)).toMatchObject({ status: 422, code });
  });
});

describe('only results that finance has confirmed', () => {
  it('a self-awarded 100 drives nothing', async () => {
    const { bureau } = here;
    const year = yearFile('S-1');
    const evaluation = await startEvaluation(bureau, 'E-S-1', { object: { projectYears: ['S-1-2014'] } });
    await submitEvaluation(bureau, evaluation);
    await bureau.does('finance-performance', evaluation, 'accept-without-check', { basis: '未抽中' });
    await bureau.settle();
    expect(await decide(year, { action: 'priority' })).toMatchObject({ status: 409, code: 'WRONG_STAGE' });
    await bureau.does('section-chief', evaluation, 'confirm-result', { opinion: '同意' });
    await bureau.settle();
    expect(await decide(year, { action: 'priority' })).toMatchObject({ status: 200 });
  });

  it('a later version opens the link again where it changed the grade, and each decision names its version', async () => {
    const { bureau } = here;
    const year = yearFile('D-2');
    const evaluation = await aConfirmedResult(bureau, 'E-D-2', { of: [year], found: {} });
    await decide(year, { action: 'priority' });
    const revise = (actual: string) =>
      bureau.does('finance-performance', evaluation, 'revise-result', {
        lines: [{ row: '1', actual, reason: '审计发现' }],
        reason: '审计发现',
      });
    await revise('90');
    await bureau.settle();
    expect(await decide(year, { action: 'priority' })).toMatchObject({ status: 409, code: 'DUTY_NOT_OPEN' });
    await revise('0');
    await bureau.settle();
    await bureau.does('finance-business', year, 'decide-budget-link', { action: 'cut', cutPercent: '10' });
    const decided = (await bureau.factsOf(year)).filter(({ type }) => type === 'BudgetLinkDecided');
    expect(decided.map(({ data }) => [data.resultVersion, data.action])).toEqual([
      [1, 'priority'],
      [3, 'cut'],
    ]);
  });
});

describe('a finished one-off has no next budget', () => {
  it('a successor is named, or a person says with a reason that there is none', async () => {
    const { bureau } = here;
    const [first, second] = [yearFile('O-1'), yearFile('O-2')];
    await aConfirmedResult(bureau, 'E-O-1', { of: [first] });
    await aConfirmedResult(bureau, 'E-O-2', { of: [second] });
    const proposed = (await bureau.factOf(first, 'ResultReceived')).data.proposal as {
      successorNeeded: boolean;
    };
    expect(proposed.successorNeeded).toBe(true);
    expect(await decide(first, { action: 'priority' })).toMatchObject({
      status: 422,
      code: 'SUCCESSOR_NEEDED',
    });
    expect(await decide(first, { action: 'no-next-budget' })).toMatchObject({
      status: 422,
      code: 'SUCCESSOR_NEEDED',
    });
    expect(await decide(first, { action: 'priority', successor: 'P-NEXT' })).toMatchObject({ status: 200 });
    expect(await decide(second, { action: 'no-next-budget', reason: '工程已完工' })).toMatchObject({
      status: 200,
    });
  });
});
