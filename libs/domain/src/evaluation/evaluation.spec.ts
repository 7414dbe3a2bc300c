import { describe, expect, it } from '@jest/globals';
import { actorAs, scan, type Step } from '@quancheng/testing';
import { atHour, day, endOfDay, isRefusal, type Json, type Refusal } from '@quancheng/kernel';
import { asAggregate } from '../core/aggregate.ts';
import { actionsFor } from '../core/run.ts';
import { projectYear } from '../project-year/index.ts';
import {
  accept,
  assign,
  assignKey,
  check,
  commission,
  confirm,
  draw,
  keyReport,
  KEY_FORM,
  type Life,
  LINES,
  lineOf,
  OBJECT,
  POLICY,
  prepare,
  returned,
  revise,
  start,
  submit,
  story,
} from './evaluation.story.ts';
import { evaluation, rollUpOf } from './index.ts';

const { attempt, clockAt, dataOf, duties, followUpsOf, lastOf, live, typesOf, unborn } = story;

const due = live(unborn, start());
const evaluated = live(unborn, start(), submit());
const checked = live(unborn, start(), submit(), draw());
const reported = live(unborn, start(), submit(), accept());
const confirmed = live(unborn, start(), submit(), accept(), confirm());
const keyPlanned = live(unborn, assignKey());
const keyWork = live(unborn, assignKey(), prepare());
const commissioned = live(unborn, assignKey('commissioned'), prepare(), commission());
const keyReported = live(unborn, assignKey(), prepare(), keyReport());
const policy = { object: POLICY };

const note = (projectYearId: string, paidFen: string): Step => ({
  does: 'NoteTreasury',
  as: 'system',
  on: '2014-07-02',
  data: { projectYearId, budgetFen: '800000000', paidFen },
});

describe("the treasury's figure", () => {
  it('is asked of each year of a completed project', () => {
    expect(followUpsOf(due, 'SelfEvaluationStarted')).toEqual(
      OBJECT.projectYears.map((id) => ({
        aggregate: 'project-year',
        id,
        type: 'NoteEvaluation',
        data: { evaluationId: due.state.stage === 'none' ? '' : due.state.evaluationId },
      })),
    );
  });

  it('counts when every year has told it, and is renewed by a later payment', () => {
    const [first = '', ...others] = OBJECT.projectYears;
    const known = live(due, ...[first, ...others].map((id) => note(id, '790000000')));
    expect(known.state).toMatchObject({ treasury: { paidFen: 790_000_000n * BigInt(1 + others.length) } });
    const renewed = live(known, note(first, '800000000'), note(first, '800000000'));
    expect(typesOf(renewed, 1)).toHaveLength(2 + others.length);
    expect(renewed.state).toMatchObject({ spending: { [first]: { paidFen: 800_000_000n } } });
  });

  it('moves nothing of another object, and nothing after the result is confirmed', () => {
    expect(live(due, note('ZH-999-2014', '1')).state).toEqual(due.state);
    expect(live(confirmed, note(OBJECT.projectYears[0] ?? '', '1')).state).toEqual(confirmed.state);
  });
});

describe('an evaluation from completion to its confirmed result', () => {
  it('gives the unit three months from completion; 1 October is a holiday, so until 8 October', () => {
    expect(duties(due)).toEqual([{ what: 'self-evaluate', by: 'unit-head', due: '2014-10-08' }]);
    expect(lastOf(due).clause).toBe('zh-2014/deadline/self-evaluation');
  });

  it.each([
    ['2013-11-30', '2014-02-28'],
    ['2014-07-01', '2014-10-08'],
    ['2014-06-28', '2014-09-28'],
    ['2014-07-11', '2014-10-11'],
    ['2025-07-01', '2025-10-09'],
    ['2025-11-16', '2026-02-24'],
    ['2025-11-30', '2026-02-28'],
    ['2026-06-20', '2026-09-20'],
  ])('completed on %s: the self-evaluation is due on %s', (completedOn, expected) => {
    expect(dataOf(live(unborn, start({ completedOn }, { on: completedOn })))).toMatchObject({
      due: { due: expected, provisional: false },
    });
  });

  it.each([
    ['the start, carried two days later', start({}, { on: '2014-07-03', happenedOn: '2014-07-01' })],
    [
      'the start, entered late by finance',
      start(
        {},
        { as: 'finance-performance', on: '2014-09-01', happenedOn: '2014-07-01', lateReason: '补录' },
      ),
    ],
    ['the plan, carried two days later', assign({}, { on: '2014-07-03', happenedOn: '2014-07-01' })],
  ])('%s: the rules of the day it happened hold, not those of its delivery', (_what, step) => {
    const life = live(unborn, step);
    expect(dataOf(life)).toMatchObject({ ruledOn: '2014-07-01' });
    expect(life.state).toMatchObject({ ruledOn: '2014-07-01' });
  });

  it('says provisional beyond the published calendar', () => {
    expect(dataOf(live(unborn, start({ completedOn: '2026-10-01' }, { on: '2026-10-01' })))).toMatchObject({
      due: { due: '2027-01-01', provisional: true },
    });
  });

  it('tells a confirmed result to each project-year it judges, with its version and clause', () => {
    expect(typesOf(confirmed)).toEqual([
      'SelfEvaluationStarted',
      'SelfEvaluationSubmitted',
      'AcceptedWithoutCheck',
      'ResultConfirmed',
    ]);
    expect(followUpsOf(confirmed)).toEqual(
      ['P2014-001-2013', 'P2014-001-2014'].map((id) => ({
        aggregate: 'project-year',
        id,
        type: 'ReceiveResult',
        data: {
          evaluationId: 'E-P2014-001-completion',
          resultVersion: 1,
          grade: '优秀',
          score: '100.00',
          road: 'self-with-spot-check',
          edition: 'zh-2014',
          clause: 'zh-2014/grade-bands',
          missedGoals: [],
          confirmedOn: '2014-10-10',
          ruledOn: '2014-07-01',
        },
      })),
    );
    expect(duties(confirmed)).toEqual([]);
  });

  it('what it tells, the project-year can hear', () => {
    for (const { type, data } of followUpsOf(confirmed))
      expect(projectYear.commands[type]?.data.safeParse(data)).toMatchObject({ success: true });
  });

  it('a self-awarded total drives nothing: the grade comes from the rule', () => {
    const generous = lineOf(0, { actual: '50', selfScore: '30', reason: '余下户数已签约' });
    const life = live(
      unborn,
      start(),
      submit({ indicators: generous, problems: '入网户数少', measures: '年内补齐' }),
      accept(),
      confirm(),
    );
    expect(dataOf(life)).toMatchObject({
      result: { selfTotal: '100.00', score: '85.00', grade: '良好', missedGoals: ['集污入网户数'] },
    });
  });

  it('a key evaluation may come first, and the unit still owes its own report', () => {
    const both = live(unborn, assignKey(), prepare(), start());
    expect(duties(both).map(({ what }) => what)).toEqual(['self-evaluate', 'submit-key-report']);
    const done = live(both, submit(), keyReport({}, { on: '2014-09-28' }), confirm());
    expect(dataOf(done)).toMatchObject({
      result: {
        road: 'finance-key',
        score: '97.00',
        selfEvaluationMissing: false,
        problems: ['管网养护经费未落实'],
      },
    });
  });

  it('a unit that never reported does not hold up a key evaluation, and the result says so', () => {
    const done = live(unborn, assignKey(), prepare(), start(), keyReport(), confirm());
    expect(dataOf(done)).toMatchObject({ result: { selfEvaluationMissing: true } });
    expect(duties(done)).toEqual([]);
  });

  it('a planned self-evaluation waits for completion, then runs as any other', () => {
    const planned = live(unborn, assign());
    expect(duties(planned)).toEqual([{ what: 'establish-completion', by: 'finance-performance', due: null }]);
    expect(live(planned, start()).state.stage).toBe('self-evaluation-due');
  });

  it('a unit that was moved between plan and completion owes the report under its new name', () => {
    const life = live(unborn, assign(), start({ object: { ...OBJECT, unit: 'U-08', department: 'D-02' } }));
    expect(evaluation.openObligations(life.state)[0]).toMatchObject({
      holder: { unit: 'U-08' },
      escalatesTo: { unit: 'D-02' },
    });
  });

  it('a change of the plan takes effect before the check begins', () => {
    const life = live(evaluated, assign({ road: 'finance-key' }, { on: '2014-09-21' }));
    expect(duties(life)).toEqual([
      { what: 'prepare-key-evaluation', by: 'finance-performance', due: '2014-12-17' },
    ]);
  });
});

describe('timeliness is judged by the moment of receipt', () => {
  const at = (instant: ReturnType<typeof endOfDay>, on: string): Life =>
    live(due, submit({}, { at: instant, on }));

  it.each([
    ["on the last day at 23 o'clock", atHour(day('2014-10-08'), 23), '2014-10-08', false, 0],
    ['at 24:00 of the last day', endOfDay(day('2014-10-08')), '2014-10-09', true, 1],
    ['five days after', atHour(day('2014-10-13'), 9), '2014-10-13', true, 5],
  ])('%s', (_when, instant, on, late, daysLate) => {
    expect(dataOf(at(instant, on))).toMatchObject({ due: '2014-10-08', late, daysLate });
  });

  it('an earlier day of signing does not make a late report timely', () => {
    const life = live(
      due,
      submit({}, { on: '2014-10-10', happenedOn: day('2014-10-07'), lateReason: '纸质报告后补录' }),
    );
    expect(dataOf(life)).toMatchObject({ late: true, daysLate: 2 });
  });

  it('the lapse is escalated to the department once', () => {
    const lapsed = clockAt(due, '2014-10-09');
    expect(lastOf(lapsed)).toMatchObject({
      type: 'ObligationLapsed',
      data: { what: 'self-evaluate', escalatedTo: { role: 'department', unit: 'D-01' } },
    });
    expect(clockAt(lapsed, '2014-12-01').events).toHaveLength(lapsed.events.length);
  });
});

describe('a spot check scores again', () => {
  const found = (actual: string): Json[] => [{ row: '1', actual, reason: '现场清点' }];

  it.each([
    ['nothing else', [], '100.00', 'SpotCheckRecorded', 'reported'],
    [
      'a gap of exactly the limit',
      found('66.6666666666666666666666666667'),
      '90.00',
      'SpotCheckRecorded',
      'reported',
    ],
    ['a gap beyond the limit', found('66'), '89.80', 'SelfEvaluationReopened', 'self-evaluation-due'],
  ])('found %s', (_what, lines, total, type, stage) => {
    const life = live(checked, check(lines));
    expect(lastOf(life)).toMatchObject({
      type,
      clause: 'zh-2014/spot-check/gap',
      data: { sheet: { total } },
    });
    expect(life.state.stage).toBe(stage);
  });

  it('the unit evaluates again within ten working days, and may be drawn again', () => {
    const reopened = live(checked, check(found('66')));
    expect(duties(reopened)).toEqual([{ what: 'evaluate-again', by: 'unit-head', due: '2014-10-16' }]);
    const honest = submit(
      {
        indicators: lineOf(0, { actual: '66', selfScore: '19.80', reason: '未入网' }),
        selfTotal: '89.8',
        problems: '少入网',
        measures: '补齐',
      },
      { on: '2014-10-15' },
    );
    const again = live(reopened, honest, draw({ on: '2014-10-16' }), check([], { on: '2014-10-17' }));
    expect(again.state.stage).toBe('reported');
    expect(evaluation.openObligations(again.state)[0]?.id).toBe('confirm-result/2/0');
  });

  it('what finance paid out counts, not what the form says', () => {
    const step = {
      ...check([]),
      data: {
        lines: [],
        executed: { executedFen: { amount: '400', unit: '万元' }, reason: '国库支付数' },
        opinion: '核对支付',
      },
    };
    expect(dataOf(live(checked, step))).toMatchObject({
      sheet: { total: '95.00', execution: { ratePercent: '50.00', points: '5.00' } },
    });
  });
});

describe('a result is revised by a new version', () => {
  it('and the new version is told again', () => {
    const life = live(confirmed, revise([{ row: '1', actual: '70', reason: '重复登记' }]));
    expect(dataOf(life)).toMatchObject({
      result: { version: 2, score: '91.00', grade: '优秀', missedGoals: ['集污入网户数'] },
    });
    expect(followUpsOf(life)[0]?.data).toMatchObject({ resultVersion: 2, missedGoals: ['集污入网户数'] });
    expect(attempt(life, revise([{ row: '1', actual: '70', reason: '重复登记' }]))).toMatchObject({
      code: 'NOTHING_CHANGES',
    });
  });
});

describe('a policy is judged with its recipients', () => {
  const recipients: Json[] = [
    {
      recipientNo: 'R1',
      receivedFen: { amount: '30', unit: '万元' },
      outcomes: [
        { name: '节能量', unit: '吨标煤', value: '120.5' },
        { name: '节能率', unit: '%', value: '8' },
      ],
    },
    {
      recipientNo: 'R2',
      receivedFen: { amount: '20.5', unit: '万元' },
      outcomes: [
        { name: '节能量', unit: '吨标煤', value: '79.5' },
        { name: '节能率', unit: '%', value: '6' },
      ],
    },
  ];
  const report = (rows: Json[]): Step => ({
    does: 'ReportRecipients',
    as: 'finance-performance',
    on: '2014-09-01',
    data: { recipients: rows },
  });
  const judged = live(
    unborn,
    start(policy),
    report(recipients.slice(0, 1)),
    report(recipients.slice(1)),
    submit(),
    accept(),
  );

  it('amounts roll up, shares do not, and the advice is kept', () => {
    const done = live(judged, confirm({ advice: { choice: 'adjust', reason: '补助标准偏高' } }));
    expect(dataOf(done)).toMatchObject({
      result: { advice: { choice: 'adjust' } },
      rollUp: {
        recipients: 2,
        receivedFen: 50_500_000n,
        outcomes: [
          { name: '节能量', unit: '吨标煤', sum: '200', reported: 2 },
          { name: '节能率', unit: '%', sum: null, reported: 2 },
        ],
      },
    });
  });

  it.each([
    ['without advice', judged, confirm(), 'ADVICE_MISSING'],
    ['a recipient twice', judged, report(recipients.slice(0, 1)), 'RECIPIENT_TWICE'],
    [
      'advice on a project',
      reported,
      confirm({ advice: { choice: 'keep', reason: '继续' } }),
      'ADVICE_NOT_FOR_PROJECTS',
    ],
    ['recipients of a project', due, report(recipients), 'NOT_A_POLICY'],
  ])('refused: %s', (_what, life, step, code) => {
    expect(codesOf(attempt(life, step))).toContain(code);
  });

  it('rolls up nothing to nothing', () => {
    expect(rollUpOf([])).toEqual({ recipients: 0, receivedFen: 0n, outcomes: [] });
  });
});

const codesOf = (outcome: Life | Refusal): string[] =>
  isRefusal(outcome) ? [outcome.code, ...(outcome.fields ?? []).map(({ code }) => code)] : ['accepted'];

describe('refused', () => {
  const rows: [string, Life, Step, string][] = [
    ['a command nobody knows', due, { ...confirm(), does: 'Approve' }, 'UNKNOWN_COMMAND'],
    ['a report before any evaluation', unborn, submit(), 'WRONG_STAGE'],
    ['a completion that lies ahead', unborn, start({ completedOn: '2014-07-02' }), 'FUTURE_DATE'],
    ['a completion before any rule', unborn, start({ completedOn: '2012-12-31' }), 'NO_RULE'],
    [
      'another object under the same id',
      due,
      start({ object: { ...OBJECT, projectId: 'P2014-002' } }),
      'OBJECT_DIFFERS',
    ],
    ['a plan for another kind of object', due, assign({ object: POLICY }), 'OBJECT_DIFFERS'],
    ['a self-evaluation that is commissioned', unborn, assign({ mode: 'commissioned' }), 'MODE_NOT_OF_ROAD'],
    ['an unknown road', unborn, assign({ road: 'by-lot' }), 'FORM_INVALID'],
    ['a plan by a unit', unborn, { ...assign(), as: 'unit-head' }, 'ROLE_NOT_ALLOWED'],
    [
      "another unit's report",
      due,
      { ...submit(), as: actorAs('unit-head', { unit: 'U-08' }) },
      'NOT_YOUR_OBJECT',
    ],
    [
      "another division's report",
      due,
      { ...submit(), as: actorAs('unit-head', { division: '330212000' }) },
      'OTHER_DIVISION',
    ],
    ['a clerk signing for the head', due, submit({}, { as: 'unit-clerk' }), 'HEAD_SIGNATURE_MISSING'],
    [
      'a scan without its digest',
      due,
      submit({}, { as: 'unit-clerk' }, { mode: 'stamped-scan', sha256: 'x' }),
      'FORM_INVALID',
    ],
    ['a report twice', evaluated, submit(), 'WRONG_STAGE'],
    [
      'a report that nobody waits for',
      live(unborn, assignKey(), prepare()),
      submit(),
      'SELF_EVALUATION_NOT_OWED',
    ],
    ['spending without a unit of money', due, submit({ executedFen: { amount: '800' } }), 'FORM_INVALID'],
    [
      "spending unlike the treasury's",
      live(unborn, start({ treasury: { budgetFen: '800000000', paidFen: '790000000' } })),
      submit(),
      'SPENDING_NOT_TREASURY',
    ],
    ['weights of 110', due, submit({ executionWeight: '20', executionSelfScore: '20' }), 'WEIGHTS_NOT_100'],
    ['a negative weight', due, submit({ indicators: lineOf(0, { weight: '-30' }) }), 'WEIGHT_NEGATIVE'],
    ['a row twice', due, submit({ indicators: lineOf(1, { row: '1' }) }), 'ROW_TWICE'],
    ['a scored row without weight', due, submit({ indicators: lineOf(0, { weight: '' }) }), 'WEIGHT_MISSING'],
    ['a blank actual', due, submit({ indicators: lineOf(0, { actual: '' }) }), 'ACTUAL_NOT_FILLED'],
    [
      'an actual that repeats the operator',
      due,
      submit({ indicators: lineOf(0, { actual: '≥100' }) }),
      'ACTUAL_HAS_OPERATOR',
    ],
    [
      'a tier word for a number',
      due,
      submit({ indicators: lineOf(0, { actual: '完成' }) }),
      'ACTUAL_NOT_A_NUMBER',
    ],
    [
      'an actual with its unit',
      due,
      submit({ indicators: lineOf(0, { actual: '100户' }) }),
      'ACTUAL_NOT_A_NUMBER',
    ],
    [
      'a target with an operator',
      due,
      submit({ indicators: lineOf(0, { target: '≥100' }) }),
      'TARGET_HAS_OPERATOR',
    ],
    [
      'a target in words for a number',
      due,
      submit({ indicators: lineOf(0, { target: '若干' }) }),
      'TARGET_NOT_A_NUMBER',
    ],
    ['a number without unit', due, submit({ indicators: lineOf(0, { unit: '' }) }), 'UNIT_MISSING'],
    [
      'a share above the whole',
      due,
      submit({ indicators: lineOf(0, { kind: 'satisfaction', unit: '%', actual: '290' }) }),
      'SHARE_ABOVE_100',
    ],
    [
      'words that are no tier',
      due,
      submit({ indicators: lineOf(2, { actual: '效果不错' }) }),
      'NOT_SCORABLE',
    ],
    [
      'a target of 0 that should grow',
      due,
      submit({ indicators: lineOf(0, { target: '0' }) }),
      'NOT_SCORABLE',
    ],
    ['a budget of 0', due, submit({ fullYearBudgetFen: { amount: '0', unit: '元' } }), 'BUDGET_ZERO'],
    ['no budget at all', due, submit({ fullYearBudgetFen: null }), 'BUDGET_MISSING'],
    [
      'full marks for a missed target, without a reason',
      due,
      submit({ indicators: lineOf(0, { actual: '95' }) }),
      'SCORE_NOT_BY_RULE',
    ],
    [
      'points off a met target, without a reason',
      due,
      submit({ indicators: lineOf(0, { selfScore: '21' }), selfTotal: '91' }),
      'SCORE_NOT_BY_RULE',
    ],
    [
      'a missed target, without a reason',
      due,
      submit({ indicators: lineOf(0, { actual: '95', selfScore: '28.5' }), selfTotal: '98.5' }),
      'REASON_MISSING',
    ],
    [
      'far over the target, without a reason',
      due,
      submit({ indicators: lineOf(0, { actual: '121' }) }),
      'REASON_MISSING',
    ],
    [
      'overspent, without a reason',
      due,
      submit({ executedFen: { amount: '801', unit: '万元' } }),
      'REASON_MISSING',
    ],
    [
      'a rounded execution score',
      due,
      submit({ executedFen: { amount: '700', unit: '万元' }, executionSelfScore: '9', selfTotal: '99' }),
      'SCORE_NOT_BY_RULE',
    ],
    ['a total that the rows cannot reach', due, submit({ selfTotal: '101' }), 'TOTAL_NOT_SUM'],
    [
      'a breakdown of nothing',
      due,
      submit({
        indicators: [
          ...LINES,
          { row: '4', kind: 'quantity', name: '其中', direction: 'higher', target: '1', partOf: '9' },
        ],
      }),
      'PART_OF_UNKNOWN',
    ],
    [
      'a breakdown row with weight',
      due,
      submit({ indicators: lineOf(1, { partOf: '1' }) }),
      'BREAKDOWN_HAS_WEIGHT',
    ],
    [
      'parts above the whole',
      due,
      submit({
        indicators: [
          ...LINES,
          {
            row: '1a',
            kind: 'quantity',
            name: '其中',
            direction: 'higher',
            target: '1',
            actual: '101',
            partOf: '1',
          },
        ],
      }),
      'PARTS_EXCEED_WHOLE',
    ],
    ['an achievement copied from the left', due, submit({ goalAchieved: '同左' }), 'SAYS_NOTHING'],
    [
      'a missed target without a problem',
      due,
      submit({ indicators: lineOf(0, { actual: '95', reason: '拆迁' }) }),
      'SAYS_NOTHING',
    ],
    ['a return without remarks', evaluated, returned({ remarks: [] }), 'FORM_INVALID'],
    [
      'a return by the unit',
      evaluated,
      returned({ remarks: ['补充'] }, { as: 'unit-head' }),
      'ROLE_NOT_ALLOWED',
    ],
    ['a draw twice', checked, draw(), 'WRONG_STAGE'],
    [
      'a draw on the key road',
      live(evaluated, assign({ road: 'finance-key' }, { on: '2014-09-21' })),
      draw(),
      'ROAD_IS_KEY',
    ],
    [
      'acceptance on the key road',
      live(evaluated, assign({ road: 'finance-key' }, { on: '2014-09-21' })),
      accept(),
      'ROAD_IS_KEY',
    ],
    ['a check of an unknown row', checked, check([{ row: '9', actual: '1', reason: '清点' }]), 'ROW_UNKNOWN'],
    [
      'a check of one row twice',
      checked,
      check([1, 2].map(() => ({ row: '1', actual: '90', reason: '清点' }))),
      'ROW_TWICE',
    ],
    [
      'a check that cannot be scored',
      checked,
      check([{ row: '1', actual: '不少', reason: '清点' }]),
      'NOT_SCORABLE',
    ],
    [
      'a key evaluation that the plan does not know',
      evaluated,
      prepare({}, { on: '2014-09-22' }),
      'ROAD_IS_SELF',
    ],
    ['a commission where finance does it itself', keyWork, commission(), 'MODE_IS_OWN'],
    [
      'an agency that served the unit',
      live(unborn, assignKey('commissioned'), prepare()),
      commission({ servedUnitBefore: true }),
      'AGENCY_SERVED_UNIT',
    ],
    [
      'the unit as its own judge',
      live(unborn, assignKey('commissioned'), prepare()),
      commission({ agency: 'U-07' }),
      'AGENCY_IS_EVALUATED',
    ],
    [
      'finance commissioning its own judge',
      live(unborn, assignKey('commissioned', { object: { ...OBJECT, unit: 'finance' } }), prepare()),
      commission(),
      'COMMISSIONER_IS_EVALUATED',
    ],
    [
      'a commission without procurement record',
      live(unborn, assignKey('commissioned'), prepare()),
      commission({ procurementRecord: '' }),
      'FORM_INVALID',
    ],
    ['a second intermediary', commissioned, commission({ agency: 'A-02' }), 'COMMISSIONED_ALREADY'],
    [
      'a report before the commission',
      live(unborn, assignKey('commissioned'), prepare()),
      keyReport(),
      'NOT_COMMISSIONED_YET',
    ],
    [
      'a report of another agency',
      commissioned,
      keyReport({}, { as: actorAs('intermediary', { unit: 'A-02' }) }),
      'NOT_YOUR_OBJECT',
    ],
    [
      'a report of an expert nobody named',
      keyWork,
      keyReport({}, { as: actorAs('expert', { personId: 'p-x' }) }),
      'NOT_YOUR_OBJECT',
    ],
    [
      'a key report with weights of 90',
      keyWork,
      keyReport({ indicators: KEY_FORM.indicators.slice(1) }),
      'WEIGHTS_NOT_100',
    ],
    [
      'the return of a self-evaluation as a key report',
      reported,
      { ...confirm(), does: 'ReturnKeyReport', data: { remarks: ['重做'] } },
      'NOT_A_KEY_REPORT',
    ],
    ['confirmation of what is not reported', evaluated, confirm(), 'WRONG_STAGE'],
    ['confirmation by the unit', reported, confirm({}, { as: 'unit-head' }), 'ROLE_NOT_ALLOWED'],
    ['confirmation twice', confirmed, confirm(), 'WRONG_STAGE'],
    ['a revision before there is a result', reported, revise([]), 'WRONG_STAGE'],
    ['a revision that changes nothing', confirmed, revise([]), 'NOTHING_CHANGES'],
    [
      'cancelling a confirmed evaluation',
      confirmed,
      { ...confirm(), does: 'Cancel', data: { reason: '重复' } },
      'WRONG_STAGE',
    ],
    [
      'anything after cancelling',
      live(due, { ...confirm(), does: 'Cancel', data: { reason: '重复' }, on: '2014-07-02' }),
      submit(),
      'WRONG_STAGE',
    ],
    ['a day still to come', due, submit({}, { happenedOn: day('2014-12-01') }), 'FUTURE_DATE'],
    [
      'an earlier day without a reason',
      due,
      submit({}, { happenedOn: day('2014-09-01') }),
      'LATE_ENTRY_NEEDS_REASON',
    ],
    ['a field the paper does not have', due, submit({ grade: '优秀' }), 'FORM_INVALID'],
  ];

  it.each(rows)('%s', (_what, life, step, code) => {
    const outcome = attempt(life, step);
    expect(codesOf(outcome)).toContain(code);
    expect(isRefusal(outcome) && outcome.because.zh.length > 0 && outcome.remedy.zh.length > 0).toBe(true);
  });

  it('names each cell of a paper that does not hold', () => {
    const outcome = attempt(
      due,
      submit({ indicators: lineOf(0, { actual: '' }), executionWeight: '20' }),
    ) as Refusal;
    expect(outcome.fields?.map(({ field }) => field)).toEqual([
      'form.indicators.0.actual',
      'form.indicators',
    ]);
  });
});

describe('accepted', () => {
  it.each<[string, Life, Step]>([
    ['a stamped scan sent by the clerk', due, submit({}, { as: 'unit-clerk' }, scan)],
    [
      'a row that does not apply; its points go to the others',
      due,
      submit({
        indicators: lineOf(0, { notApplicable: '本年无任务', actual: '', selfScore: '' }),
        selfTotal: '70',
      }),
    ],
    [
      'execution that does not apply',
      due,
      submit({
        fullYearBudgetFen: null,
        executionNotApplicable: '资金由上级直付',
        executionSelfScore: '',
        selfTotal: '90',
      }),
    ],
    [
      'the budget of the beginning, where no other exists',
      due,
      submit({ fullYearBudgetFen: null, beginBudgetFen: { amount: '800', unit: '万元' } }),
    ],
    [
      'a report in a key evaluation that is waited for',
      live(unborn, assignKey(), prepare(), start()),
      submit(),
    ],
    ['the report of a named expert', keyWork, keyReport({}, { as: 'expert' })],
    ['the report of the commissioned agency', commissioned, keyReport({}, { as: 'intermediary' })],
    [
      'a key report sent back, and given again',
      keyReported,
      { ...confirm(), does: 'ReturnKeyReport', data: { remarks: ['补充依据'] }, on: '2014-07-25' },
    ],
  ])('%s', (_what, life, step) => {
    expect(codesOf(attempt(life, step))).toEqual(['accepted']);
  });

  it('spreads the points of what does not apply over what does', () => {
    const life = live(
      due,
      submit({
        indicators: lineOf(0, { notApplicable: '本年无任务', actual: '', selfScore: '' }),
        selfTotal: '70',
      }),
    );
    expect(dataOf(life)).toMatchObject({ selfTotal: '100.00', sheet: { total: '100.00' } });
  });

  it('states the base of the rate', () => {
    const life = live(
      due,
      submit({ fullYearBudgetFen: null, beginBudgetFen: { amount: '800', unit: '万元' } }),
    );
    expect(dataOf(life)).toMatchObject({
      sheet: { execution: { base: 'year-start', ratePercent: '100.00' } },
    });
  });

  it('warns of a key report that weighs output and benefit too little, and does not refuse it', () => {
    const indicators = [
      { ...(KEY_FORM.indicators[0] as object), weight: '45' },
      ...lineOf(0, { weight: '5' }).map((given, at) =>
        at === 0 ? given : { ...(given as object), weight: '20' },
      ),
    ] as Json[];
    const life = live(keyWork, keyReport({ indicators }));
    expect(dataOf(life)).toMatchObject({
      sheet: { findings: [{ en: expect.stringContaining('45, below 60') }] },
    });
  });
});

describe('told twice', () => {
  it.each<[string, Life, Step]>([
    ['completion', due, start()],
    ['completion, after the result', confirmed, start()],
    ['the same road', keyPlanned, assignKey()],
  ])('%s changes nothing', (_what, life, step) => {
    expect(attempt(life, step)).toEqual(life);
  });
});

describe('the actions of a stage', () => {
  it('say to the head of the unit what may be done now', () => {
    const allowed = actionsFor(asAggregate(evaluation), due.state, actorAs('unit-head')).filter(
      (action) => action.allowed,
    );
    expect(allowed.map(({ type }) => type)).toEqual([
      'SaveSelfEvaluationDraft',
      'SubmitSelfEvaluation',
      'ReportRecipients',
    ]);
  });

  it('every event and clause of the table exists', () => {
    for (const { event, command } of evaluation.transitions) {
      expect(Object.keys(evaluation.events)).toContain(event);
      expect(Object.keys(evaluation.commands)).toContain(command);
    }
  });
});
