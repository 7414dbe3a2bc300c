import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Paper, yearFile } from './support/bureau.ts';
import { aConfirmedResult, yearsAt } from './support/lives.ts';
import { INDICATORS, online, trackingReport, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 接管: the bureau starts in the middle. A project found under way enters at any stage; only native ones may not skip. */
const here = theBureau('2014-07-31');

const takeOver = (id: string, atStage: string, more: Paper = {}) =>
  here.bureau.tries('finance-business', `projects/${id}`, 'take-over', {
    name: `项目${id}`,
    unit: '201001',
    department: '201',
    nature: 'new',
    term: 'one-off',
    field: '环保',
    years: [
      { fiscalYear: 2014, atStage, approvedFen: yuan('800000.00'), gaps: ['没有绩效目标', '没有申报表'] },
    ],
    ...more,
  });

beforeAll(async () => {
  for (const stage of ['approved', 'tracking', 'ended']) await takeOver(`T-${stage}`, stage);
  await yearsAt(here.bureau, 'draft', [{ id: 'NATIVE' }]);
  await here.bureau.settle();
});

describe('at whatever stage it is found', () => {
  it.each([
    ['approved', 'approved'],
    ['tracking', 'approved'],
    ['ended', 'ended'],
  ])('%s → %s, with its gaps marked', async (atStage, stage) => {
    const { bureau } = here;
    expect(await bureau.stateOf(yearFile(`T-${atStage}`))).toMatchObject({
      stage,
      approvedYuan: '800000.00',
      goal: null,
      declaration: null,
      identity: { takenOver: { atStage, gaps: ['没有绩效目标', '没有申报表'] } },
    });
    expect(await bureau.stateOf(`projects/T-${atStage}`)).toMatchObject({
      takenOver: { gaps: ['缺项目总额', '缺计划开工日', '缺计划完工日'] },
    });
  });

  it('what the library lacks is asked for', async () => {
    const duties = await here.bureau.duties('projects/T-approved');
    expect(duties).toEqual(
      expect.arrayContaining(['name-responsible department -', 'supply-planned-end finance-business -']),
    );
  });

  it.each([
    ['a year twice', { years: [year(2014), year(2014)] }, 422, 'YEAR_TWICE'],
    ['a year that no edition rules', { years: [year(1999)] }, 422, 'NO_RULE'],
    ['no year at all', { years: [] }, 422, 'FORM_INVALID'],
    [
      'a stage that the bureau does not know',
      { years: [{ ...year(2014), atStage: 'draft' }] },
      422,
      'FORM_INVALID',
    ],
  ])('not with %s', async (_what, fault, status, code) => {
    expect(await takeOver('T-WRONG', 'approved', fault)).toMatchObject({ status, code });
  });

  it('not by a unit, and not over a project that is in the library', async () => {
    const { bureau } = here;
    expect(await bureau.tries('unit-head', 'projects/T-UNIT', 'take-over', {})).toMatchObject({
      status: 403,
    });
    expect(await takeOver('NATIVE', 'approved')).toMatchObject({ status: 409, code: 'WRONG_STAGE' });
  });

  function year(fiscalYear: number): Paper {
    return { fiscalYear, atStage: 'approved', approvedFen: yuan('1.00'), gaps: [] };
  }
});

describe('tracking a year without a goal', () => {
  it('has no goal light; money and progress are compared', async () => {
    const { bureau } = here;
    const tracked = yearFile('T-tracking');
    const tracking = { round: '2014-07', asOf: '2014-07-31' };
    await bureau.does('finance-performance', 'budget-years/2014', 'send-tracking-round', tracking);
    await bureau.settle();
    await bureau.does('treasury', tracked, 'record-payments', {
      payments: [{ paymentNo: 'P-1', paidOn: '2014-07-30', amountFen: yuan('720000.00') }],
    });
    const form = trackingReport(85, { indicators: [] });
    await bureau.does('unit-clerk', tracked, 'report-tracking', { round: '2014-07', form });
    expect((await bureau.factOf(tracked, 'TrackingReported')).data).toMatchObject({
      goalPercent: null,
      plannedPercent: null,
      moneyPercent: '90.00',
      progressPercent: '85',
      lights: [],
    });
    expect(await bureau.typesOf(tracked)).not.toContain('DeviationFound');
  });

  it('the round reaches who runs, and nobody else', async () => {
    const { bureau } = here;
    const sent = (await bureau.factOf('budget-years/2014', 'TrackingRoundSent')).data
      .projectYearIds as string[];
    expect(sent).toEqual(expect.arrayContaining(['T-approved-2014', 'T-tracking-2014']));
    expect(sent).not.toContain('NATIVE-2014');
    expect(await bureau.typesOf(yearFile('T-ended'))).not.toContain('TrackingRoundOpened');
  });

  it('the gap of the goal may be filled in, at the same money', async () => {
    const { bureau } = here;
    const approved = yearFile('T-approved');
    const ask = (goalRevision: Paper | null) =>
      bureau.tries('unit-head', approved, 'request-adjustment', {
        kind: 'transfer',
        newAmountFen: yuan('800000.00'),
        goalRevision,
        reason: '补设目标',
        signature: online,
      });
    expect(await ask(null)).toMatchObject({ status: 422, code: 'NOTHING_CHANGES' });
    expect(await ask({ goalAnnual: '治理扬尘' })).toMatchObject({ status: 422, code: 'GOAL_REQUIRED' });
    expect(await ask({ goalAnnual: '治理扬尘', indicators: INDICATORS })).toMatchObject({ status: 200 });
    await bureau.does('finance-business', approved, 'decide-adjustment', { granted: true, opinion: '同意' });
    expect(await bureau.stateOf(approved)).toMatchObject({
      goal: { annual: '治理扬尘' },
      approvedYuan: '800000.00',
    });
  });
});

describe('only native ones may not skip', () => {
  it('a registered year at its draft can be neither tracked nor judged', async () => {
    const { bureau } = here;
    const native = yearFile('NATIVE');
    const said = await Promise.all([
      bureau.tries('unit-clerk', native, 'report-tracking', { round: '2014-07', form: trackingReport(50) }),
      bureau.tries('treasury', native, 'record-payments', { payments: [] }),
      bureau.tries('finance-performance', native, 'circulate-result', {}),
    ]);
    expect(said.map(({ status, code }) => [status, code])).toEqual(Array(3).fill([409, 'WRONG_STAGE']));
  });

  it('a year taken over as ended takes its result, and settles no money that it never showed', async () => {
    const { bureau } = here;
    const ended = yearFile('T-ended');
    await aConfirmedResult(bureau, 'E-T-ended', {
      of: [ended],
      object: { projectId: 'T-ended', term: 'phased' },
    });
    expect(await bureau.stageOf(ended)).toBe('result-in-use');
    expect((await bureau.duties(ended)).join()).not.toContain('leftover');
  });
});
