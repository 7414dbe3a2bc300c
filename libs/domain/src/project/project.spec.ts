import { describe, expect, it } from '@jest/globals';
import { actorAs, type Step, step, storyOf, wan } from '@quancheng/testing';
import { type Json, day } from '@quancheng/kernel';
import { actionsFor } from '../core/run.ts';
import { asAggregate } from '../core/aggregate.ts';
import { approvedInAllFen, project, responsibleOn } from './index.ts';

const { unborn, live, attempt, clockAt, codeOf, duties, lastOf, dataOf, typesOf, followUps, sent } = storyOf(
  project,
  'P2014-001',
);

const without = (data: Record<string, Json>, key: string): Record<string, Json> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));

const SEWAGE: Record<string, Json> = {
  name: '农村生活污水集污和生态化处理工程',
  nature: 'new',
  term: 'phased',
  field: '三农',
  highConcern: true,
  totalFen: wan('800'),
  plannedStart: '2014-01-10',
  plannedEnd: '2014-09-25',
  people: [
    { duty: 'money-user', personId: 'p-1' },
    { duty: 'unit-head', personId: 'p-2' },
    { duty: 'department-head', personId: 'p-3' },
  ],
};
const register = (more: Record<string, Json> = {}, as: Step['as'] = 'unit-clerk'): Step =>
  step('Register', as, '2013-09-02', { ...SEWAGE, ...more });
const openYear = (fiscalYear: number, on = '2013-09-02'): Step =>
  step('OpenYear', 'unit-clerk', on, { fiscalYear });
const recurrent = { nature: 'recurrent', term: 'continuing', plannedEnd: null };
const accepted = (acceptedOn: string, on = acceptedOn): Step =>
  step('RecordAcceptance', 'unit-clerk', on, { acceptedOn, paper: '竣工验收单' });
const paid = (paidOn: string, on = paidOn): Step =>
  step('RecordFinalPayment', 'treasury', on, {
    paidOn,
    paymentNo: 'Z-9',
    amountFen: { amount: '12.50', unit: '元' },
  });
const ask = (plannedEnd: string, on: string): Step =>
  step('AskExtension', 'unit-head', on, { plannedEnd, reason: '雨季停工' });
const decide = (grant: boolean, on: string): Step =>
  step('DecideExtension', 'finance-performance', on, { grant, opinion: grant ? '同意' : '不同意' });
const report = (completedOn: string, on: string, kind = 'acceptance'): Step =>
  step('ReportCompletion', 'unit-head', on, { completedOn, proof: { kind, paper: '验字3号' } });
const establish = (completedOn: string, on: string): Step =>
  step('EstablishCompletion', 'finance-performance', on, {
    completedOn,
    paper: '财绩〔2014〕8号',
    reason: '单位逾期未报',
  });
const suspend = (on: string, more: Record<string, Json> = {}): Step =>
  step('Suspend', 'department', on, { reason: '拆迁未完', paper: '暂停1号', ...more });
const resume = (on: string): Step => step('Resume', 'department', on, { reason: '拆迁完成' });
const terminate = (on: string): Step =>
  step('Terminate', 'section-chief', on, { reason: '规划变更', paper: '终止1号' });
const reopen = (on: string, withdraw: string[] = []): Step =>
  step('Reopen', 'finance-performance', on, { reason: '认定有误', withdraw });
const approvedYear = (fiscalYear: number, approvedFen: string): Step =>
  step('NoteYearApproved', 'system', '2014-03-01', { fiscalYear, approvedFen });
const carried = (fromYear: number, amountFen: string, on = '2014-12-31'): Step =>
  step('NoteCarryOver', 'system', on, { fromYear, amountFen });

const takeOver = (more: Record<string, Json> = {}): Step =>
  step('TakeOver', 'finance-performance', '2014-10-08', {
    ...without(without(without(SEWAGE, 'totalFen'), 'plannedStart'), 'plannedEnd'),
    unit: 'U-07',
    department: 'D-01',
    ...recurrent,
    gaps: ['没有绩效目标'],
    years: [
      { fiscalYear: 2014, atStage: 'tracking', approvedFen: wan('520'), gaps: ['没有绩效目标'] },
      { fiscalYear: 2013, atStage: 'ended', approvedFen: wan('500'), gaps: [] },
    ],
    ...more,
  });

const active = live(unborn, register(), openYear(2014));
const due = clockAt(active, '2014-09-26');

describe('a project in the library', () => {
  it('belongs to the unit of whoever registers it, and opens its years', () => {
    expect(active.state).toMatchObject({
      stage: 'active',
      identity: { unit: 'U-07', department: 'D-01', totalFen: 800_000_000n },
    });
    expect(typesOf(active)).toEqual([
      'ProjectRegistered',
      ...Array(3).fill('ResponsibleAssigned'),
      'YearOpened',
    ]);
    expect(followUps(active)).toEqual([
      {
        aggregate: 'project-year',
        id: 'P2014-001-2014',
        type: 'Open',
        data: {
          projectId: 'P2014-001',
          projectName: '农村生活污水集污和生态化处理工程',
          fiscalYear: 2014,
          unit: 'U-07',
          department: 'D-01',
          nature: 'new',
          term: 'phased',
          highConcern: true,
          takenOver: null,
        },
      },
    ]);
  });

  it('asks for its first year, and for a person on each duty', () => {
    expect(duties(live(unborn, register({ people: [] })))).toEqual([
      { what: 'name-responsible', by: 'department', due: null },
      { what: 'open-year', by: 'unit-clerk', due: null },
    ]);
    expect(duties(active)).toEqual([]);
  });

  it('October 2014: taken over with 2013 ended and 2014 being tracked, it opens 2015 beside them', () => {
    const life = live(unborn, takeOver(), openYear(2015, '2014-10-09'));
    expect(life.state).toMatchObject({ takenOver: { gaps: ['没有绩效目标', '缺项目总额', '缺计划开工日'] } });
    expect(sent(life)).toEqual([2013, 2014, 2015].map((year) => `project-year/P2014-001-${year} Open`));
    expect(followUps(life).map(({ data }) => (data as { takenOver: unknown }).takenOver)).toEqual([
      { atStage: 'ended', approvedFen: 50_000_000_0n, gaps: [] },
      { atStage: 'tracking', approvedFen: 52_000_000_0n, gaps: ['没有绩效目标'] },
      null,
    ]);
    expect(approvedInAllFen(life.state)).toBe(1_020_000_000n);
  });

  it('taken over without an end that its kind must have, it asks finance for it', () => {
    const life = live(unborn, takeOver({ nature: 'new', term: 'one-off' }));
    expect(duties(life)).toEqual([{ what: 'supply-planned-end', by: 'finance-business', due: null }]);
    const amended = live(
      life,
      step('Amend', 'finance-business', '2014-10-10', {
        plannedEnd: '2014-12-31',
        paper: '说明',
        reason: '补充',
      }),
    );
    expect(duties(amended)).toEqual([]);
    expect(duties(clockAt(amended, '2015-01-01'))).toEqual([
      { what: 'report-completion', by: 'unit-clerk', due: '2015-01-15' },
    ]);
  });

  it('a continuing project that found no next year is asked for it, once the year has ended', () => {
    const life = live(unborn, register(recurrent), openYear(2014));
    expect(duties(clockAt(life, '2014-12-31'))).toEqual([]);
    const ranOut = clockAt(life, '2015-01-01');
    expect(lastOf(ranOut)).toMatchObject({ type: 'NextYearMissing', data: { fiscalYear: 2014 } });
    expect(duties(ranOut)).toEqual([{ what: 'open-year', by: 'unit-clerk', due: null }]);
    expect(duties(live(ranOut, openYear(2015, '2015-01-05')))).toEqual([]);
  });

  it('the years know what was approved, and more than the total is flagged', () => {
    const life = live(active, ...[openYear(2014), approvedYear(2014, '80000001')].slice(1));
    expect(dataOf(life, 'YearApprovalNoted')).toEqual({
      fiscalYear: 2014,
      approvedFen: 80_000_001n,
      overTotal: false,
    });
    expect(dataOf(live(active, approvedYear(2014, '800000001')), 'YearApprovalNoted')).toMatchObject({
      overTotal: true,
    });
    expect(typesOf(live(life, approvedYear(2014, '80000001')))).toEqual(typesOf(life));
  });

  it('a carry-over opens the next year where it is missing, and counts once', () => {
    const life = live(active, carried(2014, '123'));
    expect(sent(life).slice(1)).toEqual([
      'project-year/P2014-001-2015 Open',
      'project-year/P2014-001-2015 ReceiveCarryOver',
    ]);
    expect(followUps(life).at(-1)?.data).toEqual({ fromYear: 2014, amountFen: 123n });
    expect(typesOf(live(life, carried(2014, '123')))).toEqual(typesOf(life));
    expect(codeOf(life, carried(2014, '124'))).toBe('CARRIED_OVER_BEFORE');
    const known = live(
      unborn,
      register(recurrent),
      openYear(2014),
      openYear(2015, '2014-09-01'),
      carried(2014, '5'),
    );
    expect(typesOf(known).filter((type) => type === 'YearOpened')).toHaveLength(2);
  });

  it('an amendment keeps its paper, and changes nothing twice', () => {
    const amend = step('Amend', 'finance-business', '2014-05-04', {
      unit: 'U-08',
      nature: 'recurrent',
      paper: '镇编〔2014〕2号',
      reason: '机构合并',
    });
    const life = live(active, amend);
    expect(lastOf(life).data).toMatchObject({
      changed: ['unit', 'nature'],
      identity: { unit: 'U-08' },
      plan: null,
    });
    expect(typesOf(live(life, amend))).toEqual(typesOf(life));
    expect(duties(clockAt(life, '2014-09-26'))).toEqual([]);
  });
});

describe('谁用款、谁负责: people by date', () => {
  const changed = live(
    active,
    step('AssignResponsible', 'department', '2014-05-04', {
      duty: 'unit-head',
      personId: 'p-9',
      from: '2014-05-01',
    }),
  );

  it.each([
    ['2014-01-09', null],
    ['2014-01-10', 'p-2'],
    ['2014-04-30', 'p-2'],
    ['2014-05-01', 'p-9'],
    ['2020-01-01', 'p-9'],
  ])('on %s the head who answers is %s', (on, personId) => {
    expect(responsibleOn(changed.state, 'unit-head', day(on))?.personId ?? null).toBe(personId);
  });

  it('a change of head keeps the old period, which nobody rewrites', () => {
    const again = { duty: 'unit-head', personId: 'p-7', from: '2014-05-01' };
    expect(codeOf(changed, step('AssignResponsible', 'department', '2014-06-03', again))).toBe(
      'PERIOD_TAKEN',
    );
    expect(responsibleOn(unborn.state, 'unit-head', day('2014-05-01'))).toBeNull();
  });

  it('also a finished project can be told who answered', () => {
    const done = live(active, report('2014-09-20', '2014-09-22'));
    const named = live(
      done,
      step('AssignResponsible', 'administrator', '2014-10-08', {
        duty: 'department-head',
        personId: 'p-5',
        from: '2014-09-01',
      }),
    );
    expect(named.state.stage).toBe('completed');
  });
});

describe('who asks for completion', () => {
  it('the planned end: 10 working days across a worked Sunday, the holiday and a worked Saturday', () => {
    expect(due.state.stage).toBe('completion-due');
    expect(lastOf(due)).toMatchObject({
      type: 'PlannedEndReached',
      clause: 'zh-2014/deadline/report-completion',
    });
    expect(duties(due)).toEqual([{ what: 'report-completion', by: 'unit-clerk', due: '2014-10-14' }]);
  });

  it('not on the day itself: the planned end lasts until 24:00', () => {
    expect(clockAt(active, '2014-09-25').state.stage).toBe('active');
  });

  it.each([
    ['acceptance', accepted('2014-06-03')],
    ['final-payment', paid('2014-06-03')],
  ])('%s before the planned end raises the same duty', (raisedBy, what) => {
    const life = live(active, what);
    expect(life.state).toMatchObject({
      stage: 'completion-due',
      duty: { round: 1, raisedBy, arisesOn: '2014-06-03' },
    });
    expect(duties(life)).toEqual([{ what: 'report-completion', by: 'unit-clerk', due: '2014-06-17' }]);
  });

  it('an acceptance entered late counts from its own day, but never from before the project was known', () => {
    expect(live(active, accepted('2014-06-03', '2014-08-01')).state).toMatchObject({
      duty: { arisesOn: '2014-06-03' },
    });
    const old = live(
      unborn,
      takeOver({ nature: 'new', term: 'one-off' }),
      accepted('2011-05-20', '2014-10-09'),
    );
    expect(old.state).toMatchObject({ duty: { arisesOn: '2014-10-08' } });
  });

  it('the second of two facts finds the duty open', () => {
    expect(live(due, paid('2014-10-08')).state).toMatchObject({
      duty: { round: 1, raisedBy: 'planned-end' },
    });
    expect(dataOf(live(due, accepted('2014-10-08')), 'AcceptanceRecorded')).toMatchObject({ duty: null });
  });

  it('a unit that never reports is reminded, lapses once, and finance establishes completion itself', () => {
    const lapsed = clockAt(due, '2014-10-15');
    expect(lastOf(lapsed)).toMatchObject({
      type: 'ObligationLapsed',
      data: { what: 'report-completion', due: '2014-10-14', escalatedTo: { role: 'finance-performance' } },
    });
    expect(clockAt(lapsed, '2015-10-15').events).toHaveLength(lapsed.events.length);
    expect(duties(lapsed).map(({ what, by }) => `${what} ${by}`)).toEqual([
      'report-completion unit-clerk',
      'establish-completion finance-performance',
    ]);
    const done = live(lapsed, establish('2014-09-25', '2014-12-01'));
    expect(done.state).toMatchObject({ stage: 'completed', proof: { kind: 'established-by-finance' } });
    expect(followUps(done).at(-1)).toEqual({
      aggregate: 'evaluation',
      id: 'E-P2014-001-completion',
      type: 'StartSelfEvaluation',
      data: {
        object: {
          kind: 'completed-project',
          projectId: 'P2014-001',
          projectName: '农村生活污水集污和生态化处理工程',
          projectYears: [],
          unit: 'U-07',
          department: 'D-01',
          nature: 'new',
          term: 'phased',
        },
        completedOn: '2014-09-25',
        proof: { kind: 'established-by-finance', paper: '财绩〔2014〕8号' },
      },
    });
  });

  it.each([
    ['2014-10-14', false, 0],
    ['2014-10-15', true, 1],
    ['2014-12-01', true, 48],
  ])('reported on %s: late %s, by %i day(s)', (on, late, daysLate) => {
    const life = live(due, report('2014-09-20', on));
    expect(lastOf(life).data).toMatchObject({ due: '2014-10-14', late, daysLate, completedOn: '2014-09-20' });
    expect(duties(life)).toEqual([]);
  });

  it('the evaluation names every year that had a budget', () => {
    const life = live(
      active,
      approvedYear(2014, '5'),
      carried(2014, '2', '2014-09-20'),
      report('2014-09-20', '2014-09-22'),
    );
    expect(followUps(life).at(-1)?.data).toMatchObject({ object: { projectYears: ['P2014-001-2014'] } });
  });

  it('a recurrent project counts each 31 December: no planned end, acceptance or payment ends it', () => {
    const life = live(unborn, register({ ...recurrent, plannedEnd: '2014-09-25' }), openYear(2014));
    expect(clockAt(life, '2014-12-31').state.stage).toBe('active');
    for (const what of [accepted('2014-06-03'), paid('2014-06-03'), ask('2015-09-25', '2014-06-03')]) {
      expect(codeOf(life, what)).toBe('RECURRENT_COUNTS_BY_YEAR');
    }
    const ended = live(life, report('2014-12-31', '2015-01-05', 'year-end'));
    expect(ended.state.stage).toBe('completed');
    expect(sent(ended)).toEqual(['project-year/P2014-001-2014 Open']);
  });
});

describe('more time', () => {
  it('asked and granted: a new end, and a new date with it', () => {
    const life = live(due, ask('2015-03-31', '2014-10-08'), decide(true, '2014-10-13'));
    expect(life.state).toMatchObject({
      stage: 'active',
      identity: { plannedEnd: '2015-03-31' },
      asked: null,
      duty: null,
    });
    const again = clockAt(life, '2015-04-01');
    expect(duties(again).slice(-1)).toEqual([
      { what: 'report-completion', by: 'unit-clerk', due: '2015-04-15' },
    ]);
    expect(again.state).toMatchObject({ duty: { round: 2 } });
  });

  it('while finance has not answered, the unit owes nothing, also when the planned end comes', () => {
    const asked = live(active, ask('2015-03-31', '2014-09-01'));
    expect(duties(asked)).toEqual([{ what: 'decide-extension', by: 'finance-performance', due: null }]);
    const passed = clockAt(asked, '2014-11-01');
    expect(passed.state.stage).toBe('completion-due');
    expect(duties(passed)).toEqual([{ what: 'decide-extension', by: 'finance-performance', due: null }]);
  });

  it('refused: due anew from the answer; before the planned end nothing changes', () => {
    const life = live(due, ask('2015-03-31', '2014-10-08'), decide(false, '2014-10-20'));
    expect(duties(life)).toEqual([{ what: 'report-completion', by: 'unit-clerk', due: '2014-11-03' }]);
    const early = live(active, ask('2015-03-31', '2014-09-01'), decide(false, '2014-09-03'));
    expect(early.state).toMatchObject({ stage: 'active', asked: null, plan: { plannedEnd: '2014-09-25' } });
  });

  it('who asked in time and reports before the answer is not late', () => {
    const life = live(due, ask('2015-03-31', '2014-10-08'), report('2014-11-20', '2014-11-21'));
    expect(lastOf(life).data).toMatchObject({ late: false, due: null });
  });

  it('an acceptance ends the request, and the report is due from it', () => {
    const life = live(due, ask('2015-03-31', '2014-10-08'), accepted('2014-11-03'));
    expect(duties(life)).toEqual([{ what: 'report-completion', by: 'unit-clerk', due: '2014-11-17' }]);
    expect(codeOf(life, decide(true, '2014-11-04'))).toBe('NO_EXTENSION_ASKED');
  });
});

describe('standing still, giving up, correcting', () => {
  const running = live(active, approvedYear(2014, '5'));

  it('a suspension is told to the open years, and stops the clock of completion', () => {
    const life = live(running, suspend('2014-03-03'));
    expect(followUps(life).at(-1)).toMatchObject({
      id: 'P2014-001-2014',
      type: 'NoteProjectStatus',
      data: { status: 'suspended' },
    });
    expect(clockAt(life, '2014-12-31').state.stage).toBe('suspended');
    expect(duties(life)).toEqual([{ what: 'end-suspension', by: 'department', due: null }]);
    const back = live(life, resume('2014-11-03'));
    expect(duties(clockAt(back, '2014-11-04'))).toEqual([
      { what: 'report-completion', by: 'unit-clerk', due: '2014-11-17' },
    ]);
  });

  it('a suspension with a fixed day lapses to the performance office', () => {
    const life = live(running, suspend('2014-03-03', { until: '2014-06-30' }));
    expect(duties(life)).toEqual([{ what: 'end-suspension', by: 'department', due: '2014-06-30' }]);
    expect(lastOf(clockAt(life, '2014-07-01'))).toMatchObject({
      type: 'ObligationLapsed',
      data: { escalatedTo: { role: 'finance-performance' } },
    });
  });

  it('a duty that was open comes back with a new date', () => {
    const life = live(due, suspend('2014-10-08'), resume('2014-11-03'));
    expect(life.state).toMatchObject({
      stage: 'completion-due',
      duty: { round: 2, raisedBy: 'planned-end' },
    });
    expect(duties(life)).toEqual([{ what: 'report-completion', by: 'unit-clerk', due: '2014-11-17' }]);
  });

  it('an acceptance during a suspension is waiting when the project goes on', () => {
    const life = live(running, suspend('2014-03-03'), accepted('2014-04-01'), resume('2014-11-03'));
    expect(life.state).toMatchObject({ stage: 'completion-due', duty: { raisedBy: 'acceptance' } });
  });

  it('a year opened by a carry-over while the project stands still is told so', () => {
    const life = live(live(running, suspend('2014-12-01')), carried(2014, '7', '2014-12-31'));
    expect(sent(life).slice(-3)).toEqual([
      'project-year/P2014-001-2015 Open',
      'project-year/P2014-001-2015 NoteProjectStatus',
      'project-year/P2014-001-2015 ReceiveCarryOver',
    ]);
  });

  it('a termination reaches every year that is not closed', () => {
    const closed = step('NoteYearClosed', 'system', '2015-02-01', { fiscalYear: 2014 });
    const life = live(
      live(unborn, register({ plannedEnd: '2016-05-31' }), openYear(2014)),
      openYear(2015, '2014-09-01'),
    );
    const ended = live(life, closed, terminate('2015-03-02'));
    expect(sent(ended).slice(-1)).toEqual(['project-year/P2014-001-2015 NoteProjectStatus']);
    expect(typesOf(live(ended, closed))).toEqual(typesOf(ended));
    expect(duties(ended)).toEqual([]);
  });

  it('a completion established by mistake is reopened; what stays on record keeps asking', () => {
    const done = live(active, accepted('2014-06-03'), report('2014-06-03', '2014-06-05'));
    const kept = live(done, reopen('2014-07-01'));
    expect(kept.state).toMatchObject({ stage: 'completion-due', acceptance: { acceptedOn: '2014-06-03' } });
    const withdrawn = live(done, reopen('2014-07-01', ['acceptance']));
    expect(withdrawn.state).toMatchObject({
      stage: 'active',
      acceptance: null,
      plan: { plannedEnd: '2014-09-25' },
    });
    expect(clockAt(withdrawn, '2014-09-26').state.stage).toBe('completion-due');
  });
});

describe('refused', () => {
  const done = live(active, accepted('2014-06-03'), report('2014-06-03', '2014-06-05'));
  const asked = live(due, ask('2015-03-31', '2014-10-08'));
  const amend = (data: Record<string, Json>): Step =>
    step('Amend', 'finance-business', '2014-10-09', { paper: '函', reason: '更正', ...data });
  const assign = (as: Step['as'], data: Record<string, Json>): Step =>
    step('AssignResponsible', as, '2014-05-04', data);

  it.each([
    ['a second registration', active, register(), 'WRONG_STAGE'],
    ['a unit that is not yours', unborn, register({ unit: 'U-99' }), 'NOT_YOUR_OBJECT'],
    [
      'a department that is not yours',
      unborn,
      register({ department: 'D-99' }, 'department'),
      'NOT_YOUR_OBJECT',
    ],
    ['finance without naming the unit', unborn, register({}, 'finance-business'), 'OWNER_MISSING'],
    [
      'finance without naming the department',
      unborn,
      register({ unit: 'U-07' }, 'finance-business'),
      'OWNER_MISSING',
    ],
    ['treasury registering', unborn, register({}, 'treasury'), 'ROLE_NOT_ALLOWED'],
    ['a one-off without its end', unborn, register({ plannedEnd: null }), 'PLANNED_END_REQUIRED'],
    ['an end before the start', unborn, register({ plannedEnd: '2014-01-09' }), 'PLAN_ENDS_BEFORE_START'],
    ['a total of nothing', unborn, register({ totalFen: wan('0') }), 'TOTAL_NOT_POSITIVE'],
    ['money without a unit', unborn, register({ totalFen: { amount: '800' } }), 'FORM_INVALID'],
    ['less than a fen', unborn, register({ totalFen: wan('0.0000001') }), 'FORM_INVALID'],
    ['a date that does not exist', unborn, register({ plannedEnd: '2014-02-30' }), 'FORM_INVALID'],
    ['a field nobody asked for', unborn, register({ colour: 'red' }), 'FORM_INVALID'],
    [
      'the same year taken over twice',
      unborn,
      takeOver({
        years: [2014, 2014].map((fiscalYear) => ({
          fiscalYear,
          atStage: 'ended',
          approvedFen: wan('1'),
          gaps: [],
        })),
      }),
      'YEAR_TWICE',
    ],
    [
      'a year before any edition',
      unborn,
      takeOver({ years: [{ fiscalYear: 2009, atStage: 'ended', approvedFen: wan('1'), gaps: [] }] }),
      'NO_RULE',
    ],
    ['a take-over without a year', unborn, takeOver({ years: [] }), 'FORM_INVALID'],
    ['a unit taking over', unborn, { ...takeOver(), as: 'unit-clerk' } as Step, 'ROLE_NOT_ALLOWED'],
    [
      'an amendment that moves the end',
      active,
      amend({ plannedEnd: '2015-01-01' }),
      'PLANNED_END_MOVES_BY_EXTENSION',
    ],
    ['another class once completion is due', due, amend({ nature: 'recurrent' }), 'CLASS_IS_FIXED'],
    ['a total amended to nothing', active, amend({ totalFen: wan('0') }), 'TOTAL_NOT_POSITIVE'],
    ['a start after the end', active, amend({ plannedStart: '2014-10-01' }), 'PLAN_ENDS_BEFORE_START'],
    [
      'a unit naming its superior',
      active,
      assign('unit-head', { duty: 'department-head', personId: 'p-8', from: '2014-05-01' }),
      'ROLE_NOT_ALLOWED',
    ],
    [
      'a head of another unit',
      active,
      assign(actorAs('unit-head', { unit: 'U-99' }), {
        duty: 'unit-head',
        personId: 'p-8',
        from: '2014-05-01',
      }),
      'NOT_YOUR_OBJECT',
    ],
    ['a year opened twice', active, openYear(2014), 'YEAR_ALREADY_OPEN'],
    ['a year before the start', active, openYear(2013), 'YEAR_BEFORE_PLAN'],
    ['a year after the end', active, openYear(2015), 'YEAR_AFTER_PLAN'],
    [
      'a year in the middle of a word',
      active,
      step('OpenYear', 'unit-clerk', '2014-01-02', { fiscalYear: 2014.5 }),
      'FORM_INVALID',
    ],
    ['an approval of a year nobody opened', active, approvedYear(2019, '1'), 'YEAR_NOT_OPENED'],
    ['a carry-over from a year nobody opened', active, carried(2019, '1'), 'YEAR_NOT_OPENED'],
    [
      'the close of a year nobody opened',
      active,
      step('NoteYearClosed', 'system', '2015-02-01', { fiscalYear: 2019 }),
      'YEAR_NOT_OPENED',
    ],
    [
      'a person noting an approval',
      active,
      { ...approvedYear(2014, '1'), as: 'finance-business' } as Step,
      'ROLE_NOT_ALLOWED',
    ],
    ['an acceptance of tomorrow', active, accepted('2014-06-04', '2014-06-03'), 'FUTURE_DATE'],
    ['an acceptance before the start', active, accepted('2014-01-09', '2014-06-03'), 'BEFORE_PLANNED_START'],
    [
      'a second acceptance on another day',
      live(active, accepted('2014-06-03')),
      accepted('2014-06-04'),
      'ACCEPTANCE_RECORDED',
    ],
    [
      'a payment typed by the unit',
      active,
      { ...paid('2014-06-03'), as: 'unit-clerk' } as Step,
      'ROLE_NOT_ALLOWED',
    ],
    [
      'a payment of nothing',
      active,
      step('RecordFinalPayment', 'treasury', '2014-06-03', {
        paidOn: '2014-06-03',
        paymentNo: 'Z',
        amountFen: wan('0'),
      }),
      'AMOUNT_NOT_POSITIVE',
    ],
    ['an extension to an earlier day', due, ask('2014-09-20', '2014-09-26'), 'NOT_LATER'],
    ['an extension into the past', due, ask('2014-10-01', '2014-10-08'), 'NOT_LATER'],
    ['a second request', asked, ask('2015-05-31', '2014-10-09'), 'EXTENSION_PENDING'],
    [
      'more time after the acceptance',
      live(active, accepted('2014-06-03')),
      ask('2015-05-31', '2014-06-04'),
      'EXTENSION_AFTER_ACCEPTANCE',
    ],
    ['an answer to nothing', due, decide(true, '2014-10-09'), 'NO_EXTENSION_ASKED'],
    [
      'a unit answering itself',
      asked,
      { ...decide(true, '2014-10-09'), as: 'unit-head' } as Step,
      'ROLE_NOT_ALLOWED',
    ],
    ['completion tomorrow', due, report('2014-10-10', '2014-10-09'), 'FUTURE_DATE'],
    ['completion before the start', due, report('2014-01-09', '2014-10-09'), 'BEFORE_PLANNED_START'],
    [
      'another day than the acceptance',
      live(active, accepted('2014-06-03')),
      report('2014-06-30', '2014-07-01'),
      'ACCEPTANCE_COUNTS',
    ],
    [
      'a later paper than the acceptance',
      live(active, accepted('2014-06-03')),
      report('2014-06-30', '2014-07-01', 'financial-close'),
      'ACCEPTANCE_COUNTS',
    ],
    [
      'another day than the final payment',
      live(active, paid('2014-06-03')),
      report('2014-06-30', '2014-07-01', 'final-payment'),
      'PAYMENT_DAY_COUNTS',
    ],
    [
      'a one-off complete by the end of a year',
      live(unborn, register({ plannedEnd: '2015-05-31' })),
      report('2014-12-31', '2015-01-05', 'year-end'),
      'YEAR_END_IS_FOR_RECURRENT',
    ],
    [
      'a unit establishing its own completion',
      due,
      { ...establish('2014-09-25', '2014-10-09'), as: 'unit-head' } as Step,
      'ROLE_NOT_ALLOWED',
    ],
    ['establishing over an open request', asked, establish('2014-09-25', '2014-10-09'), 'EXTENSION_PENDING'],
    ['a second report', done, report('2014-06-03', '2014-06-06'), 'WRONG_STAGE'],
    ['a suspension until yesterday', active, suspend('2014-06-03', { until: '2014-06-03' }), 'NOT_LATER'],
    ['resuming what runs', active, resume('2014-06-03'), 'WRONG_STAGE'],
    [
      'a late entry without its reason',
      active,
      { ...suspend('2014-06-03'), happenedOn: day('2014-06-01') } as Step,
      'LATE_ENTRY_NEEDS_REASON',
    ],
    ['an unknown command', active, step('Explode', 'unit-clerk', '2014-06-03'), 'UNKNOWN_COMMAND'],
  ])('%s', (_what, life, wish, code) => {
    expect(codeOf(life, wish)).toBe(code);
  });

  it('a project code the budget system cannot have', () => {
    const long = storyOf(project, '9'.repeat(22));
    expect(long.codeOf(long.unborn, register())).toBe('PROJECT_CODE_SHAPE');
    expect(storyOf(project, 'P_1').codeOf(unborn, register())).toBe('PROJECT_CODE_SHAPE');
  });

  it('every refusal of a rule says what to do', () => {
    expect(attempt(due, report('2014-10-10', '2014-10-09'))).toMatchObject({
      remedy: { zh: expect.any(String) },
      fields: [{ field: 'completedOn', code: 'FUTURE_DATE' }],
    });
  });

  it('a person sees beforehand what is possible', () => {
    const actions = actionsFor(asAggregate(project), due.state, actorAs('unit-clerk'));
    const allowed = actions.filter(({ allowed: may }) => may).map(({ type }) => type);
    expect(allowed).toEqual(['OpenYear', 'RecordAcceptance', 'AskExtension', 'ReportCompletion']);
  });
});
