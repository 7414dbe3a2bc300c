import { describe, expect, it } from '@jest/globals';
import { actorAs, type Step, step, storyOf, wan } from '@quancheng/testing';
import type { Json } from '@quancheng/kernel';
import { actionsFor } from '../core/run.ts';
import { asAggregate } from '../core/aggregate.ts';
import { budgetYear, coverage, planTotals } from './index.ts';

const { unborn, live, attempt, clockAt, codeOf, duties, lastOf, dataOf, typesOf, followUps, sent } = storyOf(
  budgetYear,
  '2014',
);

const prepare = (more: Record<string, Json> = {}, on = '2013-08-20'): Step =>
  step('Prepare', 'finance-performance', on, {
    noticePaper: '镇财〔2013〕20号',
    departments: ['D-01', 'D-02'],
    ...more,
  });
const open = (window: string, until: string, on: string): Step =>
  step('OpenWindow', 'finance-performance', on, { window, until, noticePaper: `通知${on}` });
const enrol = (id: string, more: Record<string, Json> = {}, on = '2013-09-02'): Step =>
  step('Enrol', 'system', on, {
    projectYearId: `${id}-2014`,
    projectId: id,
    unit: 'U-07',
    department: 'D-01',
    nature: 'new',
    takenOver: false,
    ...more,
  });
const declared = (id: string, requestedFen: string, goalRequired = true): Step =>
  step('NoteDeclared', 'system', '2013-09-20', { projectYearId: `${id}-2014`, requestedFen, goalRequired });
const resubmitted = (id: string, secondFen: string): Step =>
  step('NoteResubmitted', 'system', '2013-11-20', { projectYearId: `${id}-2014`, secondFen });
const approve = (
  batch: string,
  items: readonly (readonly [string, Json])[],
  more: Record<string, Json> = {},
): Step =>
  step('ApproveBatch', 'finance-business', '2014-03-03', {
    batch,
    department: 'D-01',
    paperNo: '镇财预〔2014〕1号',
    approvedOn: '2014-03-03',
    items: items.map(([id, approvedFen]) => ({ projectYearId: `${id}-2014`, approvedFen })),
    ...more,
  });
const takeOut = (id: string): Step =>
  step('TakeOutOfBatch', 'finance-business', '2014-03-04', {
    batch: 'B1',
    projectYearId: `${id}-2014`,
    reason: '尚未二上',
  });
const round = (name: string, asOf: string, on: string): Step =>
  step('SendTrackingRound', 'finance-performance', on, { round: name, asOf });
const left = (id: string, why: string): Step =>
  step('NoteLeft', 'system', '2013-10-08', { projectYearId: `${id}-2014`, why });
const nil = (department: string): Step =>
  step('RecordNilReturn', 'finance-performance', '2013-10-08', { department, paper: '零申报说明' });

const item = (
  evaluationId: string,
  more: Record<string, Json> = {},
  object: Record<string, Json> = {},
): Json => ({
  evaluationId,
  road: 'finance-key',
  mode: 'commissioned',
  object: {
    kind: 'project-years',
    projectId: 'P1',
    projectName: '卫生人才教育培训资金',
    projectYears: ['P1-2013'],
    unit: 'U-07',
    department: 'D-01',
    nature: 'recurrent',
    term: 'continuing',
    ...object,
  },
  field: '教育',
  amountFen: wan('2760'),
  reason: '群众关注度高',
  ...more,
});
const adopt = (paperNo: string, items: Json[]): Step =>
  step('AdoptEvaluationPlan', 'finance-performance', '2014-04-22', { paperNo, items });
const close = (leftUndone: Json[] = [], on = '2015-01-05'): Step =>
  step('CloseYear', 'finance-performance', on, { opinion: '已办结', leftUndone });

const prepared = live(unborn, prepare());
const enrolled = live(
  prepared,
  open('declaration', '2013-09-30', '2013-09-01'),
  enrol('P1'),
  enrol('P2'),
  enrol('P3'),
);
const declaredOnly = live(enrolled, declared('P1', '60000000'), declared('P2', '20000000', false));
const ready = live(declaredOnly, resubmitted('P1', '50000000'), resubmitted('P2', '20000000'));
const approved = live(
  clockAt(ready, '2013-10-01'),
  approve('B1', [
    ['P1', wan('50')],
    ['P2', wan('20')],
  ]),
);

describe('the work of a year', () => {
  it('is prepared by a notice, whose dates are its duties', () => {
    const agenda = [
      { task: 'declaration-window', due: '2013-09-02' },
      { task: 'tracking-round', round: '2014-07', due: '2014-08-01' },
    ];
    const life = live(unborn, prepare({ agenda }));
    expect(duties(life)).toEqual([
      { what: 'declaration-window', by: 'finance-performance', due: '2013-09-02' },
      { what: 'tracking-round', by: 'finance-performance', due: '2014-08-01' },
      { what: 'evaluation-plan', by: 'finance-performance', due: null },
    ]);
    const [first] = budgetYear.openObligations(life.state);
    expect(first?.date?.reminders.map((at) => at.slice(0, 16))).toEqual([
      '2013-08-26T09:00',
      '2013-09-01T09:00',
      '2013-09-02T09:00',
    ]);
    expect(lastOf(clockAt(life, '2013-09-03'))).toMatchObject({
      type: 'ObligationLapsed',
      data: { what: 'declaration-window', escalatedTo: { role: 'section-chief' } },
    });
  });

  it('a later notice moves a day, and the old lapse does not follow it', () => {
    const lapsed = clockAt(
      live(unborn, prepare({ agenda: [{ task: 'declaration-window', due: '2013-09-02' }] })),
      '2013-09-03',
    );
    const moved = live(
      lapsed,
      prepare(
        { noticePaper: '补充通知', agenda: [{ task: 'declaration-window', due: '2013-09-16' }] },
        '2013-09-04',
      ),
    );
    expect(typesOf(clockAt(moved, '2013-09-17')).filter((type) => type === 'ObligationLapsed')).toHaveLength(
      2,
    );
  });

  it('begins with its first project where no notice is out, so that none is lost', () => {
    const life = live(unborn, enrol('P9', { takenOver: true }, '2014-10-08'));
    expect(typesOf(life)).toEqual(['BudgetYearBegun', 'ProjectYearEnrolled']);
    expect(duties(life)).toEqual([{ what: 'prepare-year', by: 'finance-performance', due: null }]);
    expect(typesOf(live(life, enrol('P9', { takenOver: true })))).toEqual(typesOf(life));
    expect(duties(live(life, prepare({}, '2014-10-09'))).map(({ what }) => what)).toEqual([
      'declaration-window',
      'evaluation-plan',
    ]);
  });

  it('ends on 31 December at 24:00, and then asks to be closed', () => {
    expect(clockAt(approved, '2014-12-31').events).toHaveLength(approved.events.length);
    const ended = clockAt(approved, '2015-01-01');
    expect(lastOf(ended)).toMatchObject({ type: 'BudgetYearEnded', clause: 'zh-2014/deadline/approval' });
    expect(duties(ended).map(({ what }) => what)).toContain('close-year');
    const closed = live(ended, close([{ task: 'evaluation-plan', reason: '并入2015年' }]));
    expect(closed.state.stage).toBe('closed');
    expect(duties(closed).concat(budgetYear.timers(closed.state) as never[])).toEqual([]);
    expect(live(closed, enrol('P8')).state.stage).toBe('closed');
  });
});

describe('windows', () => {
  it('are told to whom they concern, also to who comes later', () => {
    const life = live(
      unborn,
      enrol('P1'),
      enrol('P2', { takenOver: true }),
      open('declaration', '2013-09-30', '2013-09-05'),
      enrol('P3'),
    );
    expect(followUps(life)).toEqual(
      ['P1', 'P3'].map((id) => ({
        aggregate: 'project-year',
        id: `${id}-2014`,
        type: 'NoteWindow',
        data: { window: 'declaration', until: '2013-09-30', clause: 'zh-2014/goal-threshold/new' },
      })),
    );
  });

  it('close at 24:00 of the last day and name who was silent', () => {
    const life = clockAt(live(enrolled, declared('P1', '60000000')), '2013-10-01');
    expect(dataOf(life, 'WindowClosed')).toEqual({
      window: 'declaration',
      turn: 1,
      until: '2013-09-30',
      undeclared: ['P2-2014', 'P3-2014'],
      silentDepartments: ['D-02'],
    });
    expect(typesOf(clockAt(enrolled, '2013-09-30'))).not.toContain('WindowClosed');
    expect(sent(live(life, enrol('P4'))).filter((what) => what.includes('P4'))).toEqual([]);
  });

  it('only get longer, and open again for another turn', () => {
    const longer = live(enrolled, open('declaration', '2013-10-15', '2013-09-20'));
    expect(lastOf(longer)).toMatchObject({ type: 'WindowExtended', data: { turn: 1 } });
    expect(typesOf(live(longer, open('declaration', '2013-10-15', '2013-09-20')))).toEqual(typesOf(longer));
    expect(codeOf(enrolled, open('declaration', '2013-09-29', '2013-09-20'))).toBe('WINDOW_NOT_SHORTENED');
    const again = live(clockAt(longer, '2013-10-16'), open('declaration', '2013-11-15', '2013-11-04'));
    expect(lastOf(again)).toMatchObject({ type: 'WindowOpened', data: { turn: 2 } });
  });

  it('what was blocked is told of the next window, and not of more days of the same', () => {
    const longer = live(enrolled, left('P1', 'blocked'), open('declaration', '2013-10-15', '2013-09-20'));
    const again = open('declaration', '2013-11-15', '2013-11-04');
    const windows = (life: typeof enrolled) => sent(life).filter((what) => what.includes('P1-2014')).length;
    expect(windows(longer)).toBe(windows(enrolled));
    expect(windows(live(clockAt(longer, '2013-10-16'), again))).toBe(windows(enrolled) + 1);
  });

  it('the mid-year window concerns also what is approved or taken over', () => {
    const life = live(
      approved,
      enrol('P9', { takenOver: true }),
      open('mid-year-adjustment', '2014-07-31', '2014-07-01'),
    );
    expect(sent(life).slice(-4)).toEqual(
      ['P1', 'P2', 'P3', 'P9'].map((id) => `project-year/${id}-2014 NoteWindow`),
    );
  });

  it('a silent department owes a declaration or a nil return, also past the last day', () => {
    expect(duties(enrolled)).toContainEqual({
      what: 'declare-or-nil-return',
      by: 'department',
      due: '2013-09-30',
    });
    const lapsed = clockAt(enrolled, '2013-10-01');
    expect(lastOf(lapsed)).toMatchObject({
      type: 'ObligationLapsed',
      data: { holder: { role: 'department', unit: 'D-02' } },
    });
    expect(duties(live(lapsed, nil('D-02'))).map(({ what }) => what)).not.toContain('declare-or-nil-return');
  });
});

describe('approval in batches', () => {
  it('waits for finance once the window is closed, with 20 days from the congress', () => {
    expect(duties(ready).map(({ what }) => what)).not.toContain('approval');
    const waiting = clockAt(ready, '2013-10-01');
    expect(duties(waiting)).toContainEqual({ what: 'approval', by: 'finance-business', due: null });
    const congress = step('RecordCongressApproval', 'finance-business', '2014-02-18', {
      approvedOn: '2014-02-17',
      paperNo: '人大决议',
    });
    const dated = live(waiting, congress);
    expect(duties(dated)).toContainEqual({ what: 'approval', by: 'finance-business', due: '2014-03-10' });
    expect(codeOf(dated, congress)).toBe('ALREADY_DONE');
  });

  it('goes to each project-year of the batch', () => {
    expect(dataOf(approved, 'BatchApproved')).toMatchObject({ totalFen: 70_000_000n });
    expect(followUps(approved).slice(-2)).toEqual(
      [['P1', 50_000_000n] as const, ['P2', 20_000_000n] as const].map(([id, approvedFen]) => ({
        aggregate: 'project-year',
        id: `${id}-2014`,
        type: 'ApproveInBatch',
        data: { batch: 'B1', paperNo: '镇财预〔2014〕1号', approvedOn: '2014-03-03', approvedFen },
      })),
    );
    expect(duties(approved).map(({ what }) => what)).not.toContain('approval');
  });

  it('无目标不安排预算: one goalless row refuses the whole batch and names itself', () => {
    expect(
      attempt(
        ready,
        approve('B1', [
          ['P1', wan('50')],
          ['P3', wan('60')],
        ]),
      ),
    ).toMatchObject({
      code: 'NO_GOAL_NO_BUDGET',
      clause: 'zh-2014/goal-threshold/new',
      fields: [{ field: 'items.1.projectYearId', code: 'NO_GOAL_NO_BUDGET' }],
    });
  });

  it('each is approved once; who was listed by mistake leaves the batch', () => {
    expect(codeOf(approved, approve('B2', [['P1', wan('50')]]))).toBe('ALREADY_APPROVED');
    const out = live(approved, takeOut('P1'));
    expect(lastOf(out)).toMatchObject({ type: 'BatchItemTakenOut', data: { approvedFen: 50_000_000n } });
    expect(codeOf(out, takeOut('P1'))).toBe('NOT_IN_BATCH');
    expect(codeOf(out, approve('B2', [['P1', wan('48')]]))).toBe('accepted');
  });
});

describe('tracking', () => {
  it('asks everybody who is under way, approved here or taken over', () => {
    const life = live(
      approved,
      enrol('P9', { takenOver: true }),
      round('2014-07', '2014-07-31', '2014-08-01'),
    );
    expect(followUps(life).slice(-3)).toEqual(
      ['P1', 'P2', 'P9'].map((id) => ({
        aggregate: 'project-year',
        id: `${id}-2014`,
        type: 'OpenTrackingRound',
        data: { round: '2014-07', asOf: '2014-07-31' },
      })),
    );
    expect(codeOf(life, round('2014-07', '2014-07-31', '2014-08-04'))).toBe('ALREADY_DONE');
  });
});

describe('the evaluation plan', () => {
  const projects = Array.from({ length: 29 }, (_, index) => item(`E-P${index}-2013`));
  const policies = ['节能降耗引导政策', '授权专利资助资金'].map((projectName, index) =>
    item(
      `E-Z${index}`,
      { amountFen: index === 0 ? wan('300') : null },
      { kind: 'policy', projectName, projectYears: [] },
    ),
  );

  it('29 projects of nearly 800 million; policies on top of them, an unknown amount not taken for zero', () => {
    const life = live(prepared, adopt('镇财绩〔2014〕3号', [...projects, ...policies]));
    expect(dataOf(life, 'EvaluationPlanAdopted')).toMatchObject({
      projects: { count: 29, sumFen: 80_040_000_000n, withoutAmount: 0 },
      policies: { count: 2, sumFen: 300_000_000n, withoutAmount: 1 },
    });
    expect(duties(life).map(({ what }) => what)).not.toContain('evaluation-plan');
    expect(followUps(life)[0]).toEqual({
      aggregate: 'evaluation',
      id: 'E-P0-2013',
      type: 'AssignRoad',
      data: {
        road: 'finance-key',
        mode: 'commissioned',
        object: expect.objectContaining({ kind: 'project-years', projectYears: ['P1-2013'] }),
        planPaper: '镇财绩〔2014〕3号',
        field: '教育',
        amountFen: 2_760_000_000n,
        reason: '群众关注度高',
      },
    });
  });

  it('a second paper adds to it', () => {
    const life = live(prepared, adopt('3号', projects), adopt('4号', policies));
    expect(planTotals(life.state)).toMatchObject({ projects: { count: 29 }, policies: { count: 2 } });
    expect(planTotals(unborn.state).projects.count).toBe(0);
  });
});

describe('coverage: done ÷ owed, over those who owe', () => {
  it('with 3 of 4 departments done it says 75% and names the fourth', () => {
    const life = live(
      unborn,
      prepare({ departments: ['D-01', 'D-02', 'D-03', 'D-04'] }),
      enrol('P1'),
      declared('P1', '60000000'),
      enrol('P2', { department: 'D-02', takenOver: true }),
      nil('D-03'),
    );
    expect(coverage(life.state)?.departments).toEqual({
      done: 3,
      owed: 4,
      percent: '75.00',
      missing: ['D-04'],
    });
  });

  it('a department with one project not declared is not done', () => {
    expect(coverage(ready.state)?.departments).toMatchObject({ done: 0, owed: 2, missing: ['D-01', 'D-02'] });
  });

  it('money: of what is requested above the threshold, how much got its goal approved', () => {
    const half = live(approved, declared('P3', '30000000'));
    expect(coverage(half.state)?.money).toEqual({
      doneFen: 60_000_000n,
      owedFen: 90_000_000n,
      percent: '66.67',
      missing: ['P3-2014'],
    });
    expect(coverage(prepared.state)?.money.percent).toBeNull();
  });

  it('stages, and who has left owes nothing more', () => {
    const life = live(approved, left('P3', 'withdrawn'), round('2014-07', '2014-07-31', '2014-08-01'));
    const stages = coverage(life.state)?.stages;
    expect(stages?.declared).toEqual({ done: 2, owed: 2, percent: '100.00', missing: [] });
    expect(stages?.all).toEqual({ done: 6, owed: 6, percent: '100.00', missing: [] });
    expect(coverage(approved.state)?.stages.all.missing).toEqual([
      'declared:P3-2014',
      'tracked:P1-2014',
      'tracked:P2-2014',
    ]);
    expect(coverage(unborn.state)).toBeNull();
  });

  it('a declaration again brings back who had left', () => {
    const back = live(ready, left('P1', 'blocked'), declared('P1', '60000000'));
    expect(coverage(back.state)?.stages.declared.missing).toEqual(['P3-2014']);
    expect(typesOf(live(back, declared('P1', '60000000')))).toEqual(typesOf(back));
    expect(typesOf(live(ready, left('P1', 'blocked'), left('P1', 'blocked'))).slice(-1)).toEqual([
      'ProjectYearLeft',
    ]);
  });
});

describe('refused', () => {
  const ended = clockAt(approved, '2015-01-01');
  const agenda = (...given: Json[]): Step => prepare({ agenda: given });
  const withRow = (more: Record<string, Json>): Step => approve('B1', [['P1', wan('50')]], more);

  it.each([
    ['a unit preparing the year', unborn, { ...prepare(), as: 'unit-head' } as Step, 'ROLE_NOT_ALLOWED'],
    ['the same notice twice', prepared, prepare(), 'ALREADY_PREPARED'],
    ['a task nobody knows', unborn, agenda({ task: 'party', due: '2014-01-31' }), 'FORM_INVALID'],
    [
      'a task twice',
      unborn,
      agenda({ task: 'approval', due: '2014-01-31' }, { task: 'approval', due: '2014-02-28' }),
      'TASK_TWICE',
    ],
    [
      'a round without its month',
      unborn,
      agenda({ task: 'tracking-round', due: '2014-08-01' }),
      'ROUND_MISSING',
    ],
    [
      'a month where none belongs',
      unborn,
      agenda({ task: 'approval', round: '2014-07', due: '2014-08-01' }),
      'ROUND_MISSING',
    ],
    [
      'a round of another year',
      unborn,
      agenda({ task: 'tracking-round', round: '2015-07', due: '2014-08-01' }),
      'ROUND_OF_OTHER_YEAR',
    ],
    ['a window that has passed', prepared, open('declaration', '2013-08-31', '2013-09-02'), 'WINDOW_IN_PAST'],
    [
      'a window before the year begins',
      unborn,
      open('declaration', '2013-09-30', '2013-09-02'),
      'WRONG_STAGE',
    ],
    ['a person enrolling', prepared, { ...enrol('P1'), as: 'finance-business' } as Step, 'ROLE_NOT_ALLOWED'],
    ['a declaration of who is not enrolled', prepared, declared('P1', '1'), 'NOT_ENROLLED'],
    ['the leaving of who is not enrolled', prepared, left('P1', 'withdrawn'), 'NOT_ENROLLED'],
    ['an id like a word of the language', prepared, declared('constructor', '1'), 'NOT_ENROLLED'],
    ['a nil return of a department with projects', ready, nil('D-01'), 'NOT_NIL'],
    ['a second nil return', live(ready, nil('D-02')), nil('D-02'), 'ALREADY_DONE'],
    [
      'a congress of tomorrow',
      prepared,
      step('RecordCongressApproval', 'congress', '2014-02-17', { approvedOn: '2014-02-18', paperNo: '决议' }),
      'FUTURE_DATE',
    ],
    ['a batch of tomorrow', ready, withRow({ approvedOn: '2014-03-04' }), 'FUTURE_DATE'],
    ['a batch without rows', ready, withRow({ items: [] }), 'FORM_INVALID'],
    ['a batch number used before', approved, approve('B1', [['P3', wan('1')]]), 'BATCH_EXISTS'],
    [
      'a row twice',
      ready,
      approve('B1', [
        ['P1', wan('1')],
        ['P1', wan('1')],
      ]),
      'ITEM_TWICE',
    ],
    ['a row of nobody', ready, approve('B1', [['P7', wan('1')]]), 'NOT_ENROLLED'],
    ['a row of another department', ready, withRow({ department: 'D-02' }), 'OTHER_DEPARTMENT'],
    [
      'a row taken over',
      live(ready, enrol('P9', { takenOver: true })),
      approve('B1', [['P9', wan('1')]]),
      'ALREADY_APPROVED',
    ],
    [
      'a row that has left',
      live(ready, left('P1', 'withdrawn')),
      approve('B1', [['P1', wan('1')]]),
      'LEFT_THE_YEAR',
    ],
    ['a row of nothing', ready, approve('B1', [['P1', wan('0')]]), 'AMOUNT_NOT_POSITIVE'],
    ['a row without its unit of money', ready, approve('B1', [['P1', { amount: '50' }]]), 'FORM_INVALID'],
    [
      'a round of another year sent',
      approved,
      round('2015-07', '2015-07-31', '2014-08-01'),
      'ROUND_OF_OTHER_YEAR',
    ],
    [
      'a cut-off in another month',
      approved,
      round('2014-07', '2014-06-30', '2014-08-01'),
      'AS_OF_OTHER_MONTH',
    ],
    ['a round with nobody to ask', ready, round('2014-07', '2014-07-31', '2014-08-01'), 'NOTHING_TO_TRACK'],
    ['a month that does not exist', approved, round('2014-13', '2014-07-31', '2014-08-01'), 'FORM_INVALID'],
    [
      'a self-evaluation planned for an intermediary',
      prepared,
      adopt('3号', [item('E-1', { road: 'self-with-spot-check', mode: 'commissioned' })]),
      'MODE_NOT_OF_ROAD',
    ],
    [
      'a batch with one that is still under review',
      declaredOnly,
      approve('B1', [['P1', wan('50')]]),
      'NOT_RESUBMITTED',
    ],
    [
      'a batch with one that was declared anew',
      live(ready, declared('P1', '70000000')),
      approve('B1', [['P1', wan('50')]]),
      'NOT_RESUBMITTED',
    ],
    ['a second submission of who is not enrolled', prepared, resubmitted('P1', '1'), 'NOT_ENROLLED'],
    ['a plan listing one twice', prepared, adopt('3号', [item('E-1'), item('E-1')]), 'ALREADY_PLANNED'],
    [
      'a plan listing one of another paper',
      live(prepared, adopt('3号', [item('E-1')])),
      adopt('4号', [item('E-1')]),
      'ALREADY_PLANNED',
    ],
    [
      'a plan paper twice',
      live(prepared, adopt('3号', [item('E-1')])),
      adopt('3号', [item('E-2')]),
      'ALREADY_DONE',
    ],
    ['an evaluation id without its letter', prepared, adopt('3号', [item('P1-2013')]), 'FORM_INVALID'],
    [
      'a plan amount of nothing',
      prepared,
      adopt('3号', [item('E-1', { amountFen: wan('0') })]),
      'AMOUNT_NOT_POSITIVE',
    ],
    ['closing before the year is over', approved, close([], '2014-12-31'), 'YEAR_NOT_OVER'],
    ['closing over an open task without a reason', ended, close(), 'TASKS_OPEN'],
    [
      'closing twice',
      live(ended, close([{ task: 'evaluation-plan', reason: '并入下年' }])),
      close(),
      'WRONG_STAGE',
    ],
  ])('%s', (_what, life, wish, code) => {
    expect(codeOf(life, wish)).toBe(code);
  });

  it.each([
    ['next-year', 'FISCAL_YEAR_SHAPE'],
    ['1999', 'NO_RULE'],
  ])('the year %s', (id, code) => {
    const other = storyOf(budgetYear, id);
    expect(other.codeOf(other.unborn, prepare())).toBe(code);
    expect(other.codeOf(other.unborn, enrol('P1'))).toBe(code);
  });

  it('a person sees beforehand what is possible', () => {
    const actions = actionsFor(asAggregate(budgetYear), approved.state, actorAs('finance-performance'));
    expect(actions.filter(({ allowed }) => allowed).map(({ type }) => type)).toEqual([
      'Prepare',
      'OpenWindow',
      'RecordNilReturn',
      'SendTrackingRound',
      'AdoptEvaluationPlan',
      'CloseYear',
    ]);
  });
});
