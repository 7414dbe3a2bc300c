import { beforeAll, describe, expect, it } from '@jest/globals';
import { aYearAt } from './support/lives.ts';
import { yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** A unit that never reports completion would never start its three months: the clock asks, and finance may establish it. */
const here = theBureau('2014-06-03');
const CLAUSE = 'zh-2014/deadline/report-completion';
const project = 'projects/SILENT';
const evaluation = 'evaluations/E-SILENT-completion';

beforeAll(async () => {
  await aYearAt(here.bureau, 'approved', 'SILENT', { project: { plannedEnd: '2014-07-31' } });
});

const lapses = async () =>
  (await here.bureau.factsOf(project)).filter(({ type }) => type === 'ObligationLapsed');

describe('the planned end', () => {
  it('asks for nothing before its day is over', async () => {
    const { bureau } = here;
    await bureau.lateOn('2014-07-31');
    expect(await bureau.stageOf(project)).toBe('active');
  });

  it('at its 24:00 asks for the report, or for more time', async () => {
    const { bureau } = here;
    await bureau.afterThe('2014-07-31');
    expect(await bureau.factOf(project, 'PlannedEndReached')).toMatchObject({ clause: CLAUSE });
    expect(await bureau.waitingAt(project)).toContainEqual(
      expect.objectContaining({
        obligation: 'report-completion/1',
        waitingFor: expect.objectContaining({ role: 'unit-clerk', unit: '201001' }),
        since: '2014-07-31',
        until: '2014-08-14',
        clause: CLAUSE,
      }),
    );
  });

  it('no report: the duty lapses once, and finance is told that it may establish completion', async () => {
    const { bureau } = here;
    await bureau.lateOn('2014-08-14');
    expect(await lapses()).toEqual([]);
    await bureau.afterThe('2014-08-14');
    expect(await lapses()).toMatchObject([
      {
        data: {
          obligationId: 'report-completion/1',
          escalatedTo: { role: 'finance-performance' },
          due: '2014-08-14',
        },
      },
    ]);
    expect(await bureau.duties(project)).toContain('establish-completion/1 finance-performance -');
    await bureau.on('2014-09-15');
    expect(await lapses()).toHaveLength(1);
  });
});

describe('completion, established by finance', () => {
  const establish = (more: object) =>
    here.bureau.tries('finance-performance', project, 'establish-completion', {
      completedOn: '2014-08-01',
      paper: '现场核查记录',
      reason: '单位逾期未报告',
      ...more,
    });

  it.each([
    ['before the project began', { completedOn: '2013-12-31' }, 'BEFORE_PLANNED_START'],
    ['in the future', { completedOn: '2014-09-16' }, 'FUTURE_DATE'],
    ['without a reason', { reason: '' }, 'FORM_INVALID'],
  ])('not %s', async (_what, fault, code) => {
    expect(await establish(fault)).toMatchObject({ status: 422, code });
  });

  it('not by the unit, nor by the office of the money', async () => {
    const { bureau } = here;
    const said = await Promise.all(
      (['unit-head', 'finance-business'] as const).map((by) =>
        bureau.tries(by, project, 'establish-completion', {}),
      ),
    );
    expect(said.map(({ status }) => status)).toEqual([403, 403]);
  });

  it('starts the three months from the day it establishes', async () => {
    const { bureau } = here;
    expect(await establish({})).toMatchObject({ status: 200 });
    await bureau.settle();
    expect(await bureau.stageOf(project)).toBe('completed');
    expect((await bureau.factOf(evaluation, 'SelfEvaluationStarted')).data).toMatchObject({
      completedOn: '2014-08-01',
      proof: { kind: 'established-by-finance', paper: '现场核查记录' },
      due: { due: '2014-11-03' },
      object: { projectYears: ['SILENT-2014'] },
    });
  });

  it('stands: the unit’s later report is no more asked for', async () => {
    const { bureau } = here;
    const late = { completedOn: '2014-09-10', proof: { kind: 'financial-close', paper: '决算' } };
    expect(await bureau.tries('unit-clerk', project, 'report-completion', late)).toMatchObject({
      status: 409,
      code: 'WRONG_STAGE',
      clause: 'zh-2014/deadline/self-evaluation',
    });
  });
});

describe('who asks for more time', () => {
  it('is not late while finance has not answered; a refusal gives the duty a date of its own', async () => {
    const { bureau } = here;
    await aYearAt(bureau, 'approved', 'MORE', { project: { plannedEnd: '2014-09-30' } });
    await bureau.on('2014-10-08');
    expect(await bureau.duties('projects/MORE')).toContain('report-completion/1 unit-clerk 2014-10-20');
    await bureau.does('unit-head', 'projects/MORE', 'ask-extension', {
      plannedEnd: '2014-12-15',
      reason: '汛期停工',
    });
    await bureau.on('2014-10-27');
    expect(await bureau.typesOf('projects/MORE')).not.toContain('ObligationLapsed');
    await bureau.does('finance-performance', 'projects/MORE', 'decide-extension', {
      grant: false,
      opinion: '不同意',
    });
    expect(await bureau.duties('projects/MORE')).toContain('report-completion/2 unit-clerk 2014-11-10');
  });

  it('acceptance or the final payment asks as well, whichever comes first', async () => {
    const { bureau } = here;
    await aYearAt(bureau, 'approved', 'PAID', { project: { plannedEnd: '2014-12-20' } });
    await bureau.does('treasury', 'projects/PAID', 'record-final-payment', {
      paidOn: '2014-10-27',
      paymentNo: 'P-9',
      amountFen: yuan('10000.00'),
    });
    expect(await bureau.stateOf('projects/PAID')).toMatchObject({
      stage: 'completion-due',
      duty: { raisedBy: 'final-payment', reportBy: { due: '2014-11-10' } },
    });
  });
});
