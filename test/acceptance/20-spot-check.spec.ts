import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Address } from './support/bureau.ts';
import { startEvaluation, submitEvaluation } from './support/lives.ts';
import { theBureau } from './support/spec.ts';

/** 抽检: finance re-scores what a unit said of itself. */
const here = theBureau('2014-09-22');
const CLAUSE = 'zh-2014/deadline/spot-check';
const GAP = 'zh-2014/spot-check/gap';
const IDS = ['E-10', 'E-11', 'E-0', 'E-NOT', 'E-BACK', 'E-KEY'];
const file = (id: string): Address => `evaluations/${id}`;

beforeAll(async () => {
  for (const id of IDS) {
    await startEvaluation(here.bureau, id);
    await submitEvaluation(here.bureau, file(id));
  }
});

const draw = (id: string) =>
  here.bureau.does('finance-performance', file(id), 'draw-for-spot-check', { basis: '按部门分层抽取' });
const record = (id: string, lines: object[], by: 'finance-performance' | 'expert' = 'finance-performance') =>
  here.bureau.tries(by, file(id), 'record-spot-check', { lines, opinion: '现场复核' });
const households = (actual: string) => [{ row: '1', actual, reason: '现场只见到这些户' }];

describe('the draw', () => {
  it('is owed within the rule’s days of the report', async () => {
    expect(await here.bureau.waitingAt(file('E-10'))).toMatchObject([
      { obligation: 'decide-spot-check/1', waitingFor: { role: 'finance-performance' }, clause: CLAUSE },
    ]);
  });

  it('is made once, and only then is a check recorded', async () => {
    expect(await record('E-10', households('90'))).toMatchObject({ status: 409, code: 'WRONG_STAGE' });
    await draw('E-10');
    const again = await here.bureau.tries('finance-performance', file('E-10'), 'draw-for-spot-check', {
      basis: '再抽',
    });
    expect(again).toMatchObject({ status: 409, code: 'WRONG_STAGE' });
  });

  it('whoever is not drawn is accepted, and waits for the confirmation', async () => {
    await here.bureau.does('finance-performance', file('E-NOT'), 'accept-without-check', { basis: '未抽中' });
    expect(await here.bureau.stageOf(file('E-NOT'))).toBe('reported');
    expect(await record('E-NOT', households('90'))).toMatchObject({ status: 409 });
  });

  it('a report may be returned with remarks and comes back', async () => {
    const { bureau } = here;
    const back = (remarks: string[]) =>
      bureau.tries('finance-performance', file('E-BACK'), 'return-self-evaluation', { remarks });
    expect(await back([])).toMatchObject({ status: 422, code: 'FORM_INVALID' });
    expect(await back(['第二项没有台账'])).toMatchObject({ status: 200 });
    expect(await bureau.duties(file('E-BACK'))).toEqual(['self-evaluation/2 unit-head 2014-10-10']);
    await submitEvaluation(bureau, file('E-BACK'));
    expect(await bureau.stageOf(file('E-BACK'))).toBe('self-evaluated');
  });
});

describe('the gap between the check and what the unit claimed', () => {
  // 30 points hang on 100 households: each household fewer is 0.3 of a point.
  it.each([
    ['E-0', '100', '100.00', '0', 'SpotCheckRecorded', 'reported'],
    ['E-10', '67', '90.10', '9.9', 'SpotCheckRecorded', 'reported'],
    ['E-11', '66', '89.80', '10.2', 'SelfEvaluationReopened', 'self-evaluation-due'],
  ])('%s: %s households instead of 100', async (id, found, total, gap, type, stage) => {
    const { bureau } = here;
    if ((await bureau.stageOf(file(id))) === 'self-evaluated') await draw(id);
    expect(await record(id, households(found))).toMatchObject({ status: 200 });
    expect(await bureau.factOf(file(id), type)).toMatchObject({
      clause: GAP,
      data: { gap, limit: '10', limitClause: GAP, sheet: { total } },
    });
    expect(await bureau.stageOf(file(id))).toBe(stage);
  });

  it('beyond the limit the unit evaluates anew, under a date of its own', async () => {
    const { bureau } = here;
    expect(await bureau.duties(file('E-11'))).toEqual(['self-evaluation/2 unit-head 2014-10-10']);
    await submitEvaluation(bureau, file('E-11'), { households: '66' });
    expect(await bureau.stateOf(file('E-11'))).toMatchObject({
      stage: 'self-evaluated',
      selfEvaluation: { round: 2, sheet: { total: '89.80' } },
    });
  });

  it('within it, the result rests on what the check found', async () => {
    const { bureau } = here;
    await bureau.does('section-chief', file('E-10'), 'confirm-result', { opinion: '同意' });
    expect((await bureau.factOf(file('E-10'), 'ResultConfirmed')).data).toMatchObject({
      result: { version: 1, score: '90.10', grade: '优秀', missedGoals: ['集污入网户数'] },
    });
  });

  it.each([
    ['a row that the sheet does not have', [{ row: '9', actual: '1', reason: '无' }], 'lines.0.row'],
    ['a row twice', [...households('90'), ...households('80')], 'lines.1.row'],
    ['no reason', [{ row: '1', actual: '90' }], 'lines.0.reason'],
    ['a number that is not one', households('大约90'), 'lines.0.actual'],
  ])('%s is refused', async (_what, lines, field) => {
    if ((await here.bureau.stageOf(file('E-KEY'))) === 'self-evaluated') await draw('E-KEY');
    const said = await record('E-KEY', lines);
    expect([said.status, said.code]).toEqual([422, 'FORM_INVALID']);
    expect(said.fields).toContain(field);
  });
});
