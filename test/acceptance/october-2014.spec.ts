import { beforeAll, describe, expect, it } from '@jest/globals';
import { yearFile } from './support/bureau.ts';
import { confirmResult, declare, submitEvaluation } from './support/lives.ts';
import { declaration, trackingReport, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** October 2014: one recurrent project is at once evaluated for 2013, tracked for 2014 and declared for 2015. */
const here = theBureau('2014-01-15');
const project = 'projects/SCHOOLS';
const evaluated = yearFile('SCHOOLS', 2013);
const tracked = yearFile('SCHOOLS', 2014);
const declared = yearFile('SCHOOLS', 2015);
const evaluation = 'evaluations/E-SCHOOLS-2013';

beforeAll(async () => {
  const { bureau } = here;
  await bureau.does('finance-performance', project, 'take-over', {
    name: '进城务工人员子女及民办学校',
    unit: '201001',
    department: '201',
    nature: 'recurrent',
    term: 'continuing',
    field: '教育',
    highConcern: true,
    people: [{ duty: 'unit-head', personId: 'p-first', from: '2013-01-01' }],
    gaps: ['没有2013年绩效目标'],
    years: [
      { fiscalYear: 2013, atStage: 'ended', approvedFen: yuan('5200000.00'), gaps: ['没有绩效目标'] },
      { fiscalYear: 2014, atStage: 'approved', approvedFen: yuan('5500000.00'), gaps: ['没有绩效目标'] },
    ],
  });
  await bureau.settle();
});

describe('as it was found in January', () => {
  it('2013 is over and owes its self-evaluation by the end of March; 2014 runs', async () => {
    const { bureau } = here;
    expect([await bureau.stageOf(evaluated), await bureau.stageOf(tracked)]).toEqual(['ended', 'approved']);
    expect((await bureau.factOf(evaluation, 'SelfEvaluationStarted')).data).toMatchObject({
      completedOn: '2013-12-31',
      proof: { kind: 'year-end' },
      due: { due: '2014-03-31' },
    });
  });

  it('its gaps are marked, and none is made up', async () => {
    const { bureau } = here;
    expect(await bureau.stateOf(project)).toMatchObject({
      takenOver: { gaps: ['没有2013年绩效目标', '缺项目总额', '缺计划开工日'] },
      identity: { totalYuan: null, plannedStart: null, plannedEnd: null },
    });
    expect(await bureau.stateOf(evaluated)).toMatchObject({
      goal: null,
      identity: { takenOver: { gaps: ['没有绩效目标'] } },
    });
  });
});

describe('through the year', () => {
  it('the three years go on side by side', async () => {
    const { bureau } = here;
    await bureau.on('2014-03-24');
    await submitEvaluation(bureau, evaluation, { households: '50' });

    await bureau.on('2014-08-01');
    await bureau.does('treasury', tracked, 'record-payments', {
      payments: [{ paymentNo: 'P-1', paidOn: '2014-07-20', amountFen: yuan('3000000.00') }],
    });
    await bureau.does('finance-performance', 'budget-years/2014', 'send-tracking-round', {
      round: '2014-07',
      asOf: '2014-07-31',
    });
    await bureau.settle();
    await bureau.does('unit-clerk', tracked, 'report-tracking', {
      round: '2014-07',
      form: trackingReport(58, { indicators: [] }),
    });

    await bureau.on('2014-09-15');
    await bureau.does('unit-clerk', project, 'open-year', { fiscalYear: 2015 });
    await bureau.settle();
    await bureau.on('2014-10-08');
    await confirmResult(bureau, evaluation);
    const form = declaration('6000000.00', { startOn: '2015-01-01', endOn: '2015-12-31' });
    await declare(bureau, { id: 'SCHOOLS', year: 2015, form });
    await bureau.settle();
  });

  it('on 8 October each stands at its own stage, and owes its own', async () => {
    const { bureau } = here;
    const stages = await Promise.all([evaluated, tracked, declared].map((year) => bureau.stageOf(year)));
    expect(stages).toEqual(['result-in-use', 'approved', 'declared']);
    const owed = await Promise.all([evaluated, tracked, declared].map((year) => bureau.duties(year)));
    expect(owed.map((duties) => duties.map((duty) => duty.split(/[-/]/)[0]))).toEqual([
      expect.arrayContaining(['notice', 'budget', 'accountability', 'disclosure']),
      [],
      ['department'],
    ]);
  });

  it('the result of 2013 touches 2013 alone', async () => {
    const { bureau } = here;
    expect(await bureau.stateOf(evaluated)).toMatchObject({
      result: { grade: '良好', evaluationId: 'E-SCHOOLS-2013' },
    });
    expect(await bureau.stateOf(tracked)).toMatchObject({ result: null, paidYuan: '3000000.00' });
    expect(await bureau.stateOf(declared)).toMatchObject({
      result: null,
      declaration: { goalRequired: true },
    });
  });

  it('2014 without a goal has neither a goal’s share nor a light', async () => {
    expect((await here.bureau.factOf(tracked, 'TrackingReported')).data).toMatchObject({
      goalPercent: null,
      lights: [],
      moneyPercent: '54.55',
    });
  });

  it('the project knows its three years, the budget years their own', async () => {
    const { bureau } = here;
    const { years } = (await bureau.stateOf(project)) as {
      years: { fiscalYear: number; takenOver: boolean }[];
    };
    expect(years.map(({ fiscalYear, takenOver }) => [fiscalYear, takenOver])).toEqual([
      [2013, true],
      [2014, true],
      [2015, false],
    ]);
    const enrolled = await Promise.all(
      [2013, 2014, 2015].map(async (year) =>
        (await bureau.factsOf(`budget-years/${year}`)).filter(({ type }) => type === 'ProjectYearEnrolled'),
      ),
    );
    expect(enrolled.map((facts) => facts.map(({ data }) => data.projectYearId))).toEqual([
      ['SCHOOLS-2013'],
      ['SCHOOLS-2014'],
      ['SCHOOLS-2015'],
    ]);
  });
});
