import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rehearse } from '../../infra/rehearsal/rehearse.ts';
import { REHEARSED, TOLD_ONCE } from '../../infra/rehearsal/expected.ts';
import { type Stack, startStack } from '../support/stack.ts';

const DIVISION = '330211014';
const MINUTES = 60_000;

type Told = Awaited<ReturnType<typeof rehearse>>;

describe('a bureau lives through its year on real servers, through the public API', () => {
  let stack: Stack;
  let told: Told;
  const run = () => rehearse({ api: stack.api.base, division: DIVISION, kafka: stack });

  beforeAll(async () => {
    stack = await startStack(DIVISION);
    told = await run();
  }, 5 * MINUTES);
  afterAll(async () => await stack.stop());

  const events = (type: string, id?: string) =>
    told.events.filter(
      (event) => event.type === type && (id === undefined || event.stream.endsWith(`/${id}`)),
    );

  it.each(REHEARSED)('%s %i ends %s', (project, year, stage, grade, daysLate, cut, disclosed) => {
    const row = told.rehearsal.rows.find((one) => one.project === project && one.year === year);
    expect(row).toMatchObject({ stage, grade, daysLate, cut, disclosed });
  });

  it('has no other row, and its totals', () => {
    expect(told.rehearsal.rows).toHaveLength(REHEARSED.length);
    expect(told.rehearsal.totals).toMatchObject({
      projects: 18,
      projectYears: 20,
      closed: 19,
      grades: { 优秀: 15, 良好: 2, 合格: 1, 不合格: 1 },
      lateSelfEvaluations: 1,
    });
  });

  it('stores and publishes the same events in the same order, and every legal date is the one counted by hand', () => {
    const { stored, published, dates, differences } = told.rehearsal.audit;
    expect(differences).toEqual([]);
    expect(published).toBe(stored);
    expect(dates).toBeGreaterThan(300);
  });

  it.each(Object.entries(TOLD_ONCE))('tells %s %i times', (type, times) => {
    expect(events(type)).toHaveLength(times);
  });

  it.each([
    ['returned at review, once by the department', 'DeclarationReturnedByDepartment', 'F10-xiangtan-2014'],
    ['off its goal', 'DeviationFound', 'N4-dust-2014'],
    ['ordered to be put right', 'RectificationOrdered', 'N4-dust-2014'],
    ['established by finance, since its unit never reported', 'CompletionEstablished', 'F01-chizhou'],
    ['evaluated anew after a spot check', 'SelfEvaluationReopened', 'E-N2-schools-2013'],
    ['made an accountability case', 'AccountabilityCaseOpened', 'N4-dust-2014'],
    ['carried over', 'MoneyCarriedOver', 'N2-schools-2014'],
    ['withheld from the public with a reason', 'ResultWithheld', 'F08-qingshen-2014'],
  ])('%s', (_name, type, id) => {
    expect(events(type, id)).toHaveLength(1);
  });

  it.each([
    ['DeclarationReturnedByDepartment'],
    ['DeviationFound'],
    ['CompletionEstablished'],
    ['ResultWithheld'],
  ])('%s befell nobody else', (type) => {
    expect(events(type)).toHaveLength(1);
  });

  it('lets nothing lapse but what the story leaves undone', () => {
    const lapsed = events('ObligationLapsed').map(({ stream, data }) => [stream.split('/')[2], data.due]);
    expect(lapsed).toEqual([
      ['E-F11-xiaoxian-completion', '2014-09-28'],
      ['F01-chizhou', '2014-12-12'],
    ]);
  });

  it('starts a project that was taken over without a goal at its approval, and tracks it without one', () => {
    const [opened] = events('ProjectYearOpened', 'F07-mingshan-2014');
    const [tracked] = events('TrackingReported', 'F07-mingshan-2014');
    expect(opened?.data.takenOver).toMatchObject({ atStage: 'approved', gaps: ['没有绩效目标'] });
    expect(tracked?.data.goalPercent).toBeNull();
  });

  it('declares wages below the threshold without a goal, and evaluates them all the same', () => {
    const [declared] = events('GoalAndBudgetDeclared', 'F08-qingshen-2014');
    expect(declared?.data.goalRequired).toBe(false);
    expect(events('GoalReviewed', 'F08-qingshen-2014')).toEqual([]);
    expect(events('SelfEvaluationSubmitted', 'E-F08-qingshen-2014')).toHaveLength(1);
  });

  it.each([
    [
      'zhongjiang, finished on 1 July: over 国庆',
      'SelfEvaluationStarted',
      'E-F14-zhongjiang-completion',
      'due',
      '2014-10-08',
    ],
    [
      'xiaoxian, finished on 28 June: a worked Sunday',
      'SelfEvaluationStarted',
      'E-F11-xiaoxian-completion',
      'due',
      '2014-09-28',
    ],
    [
      'jinan, finished on 11 July: a worked Saturday',
      'SelfEvaluationStarted',
      'E-F04-jinan-completion',
      'due',
      '2014-10-11',
    ],
    [
      'chizhou, finished on 30 November: no such day in February',
      'SelfEvaluationStarted',
      'E-F01-chizhou-completion',
      'due',
      '2015-02-28',
    ],
    [
      'the order of 25 September: ten working days',
      'RectificationOrdered',
      'N4-dust-2014',
      'answerBy',
      '2014-10-14',
    ],
  ])('%s', (_name, type, id, field, due) => {
    const [event] = events(type, id);
    expect(event?.data[field]).toMatchObject({ due, provisional: false });
  });

  it('in October 2014 one project is evaluated for 2013, tracked for 2014 and declared for 2015 at once', () => {
    const stageOf = new Map(told.published.map(({ id, stage }) => [id, stage]));
    const stageBefore = (id: string, instant: string) => {
      const past = told.events.filter(
        ({ stream, recordedAt }) => stream.endsWith(`/${id}`) && recordedAt < instant,
      );
      return stageOf.get(past.at(-1)?.eventId ?? '');
    };
    const files = ['E-N2-schools-2013', 'N2-schools-2014', 'N2-schools-2015'];
    expect(files.map((id) => stageBefore(id, '2014-10-14'))).toEqual(['reported', 'approved', 'declared']);
  });

  it('carries each fact on at the instant at which it was told, before the clock moves', () => {
    const recordedAt = new Map(told.events.map((event) => [event.eventId, event.recordedAt]));
    const carried = told.events.filter(({ meta }) => meta.cause !== undefined);
    const later = carried.filter((event) => event.recordedAt !== recordedAt.get(event.meta.cause ?? ''));
    expect(carried.length).toBeGreaterThan(100);
    expect(later.map(({ stream, type }) => [stream, type])).toEqual([]);
  });

  it(
    'run again it does nothing twice and ends the same',
    async () => {
      const again = await run();
      expect(again.events.map(({ eventId }) => eventId)).toEqual(told.events.map(({ eventId }) => eventId));
      expect(again.rehearsal.rows).toEqual(told.rehearsal.rows);
    },
    2 * MINUTES,
  );
});
