import { describe, expect, it } from '@jest/globals';
import { type Instant, isRefusal, type Refusal } from '@quancheng/kernel';
import { zh2014 } from '@quancheng/rulebook';
import { asAggregate, type Recorded } from '../core/aggregate.ts';
import { actionsFor, wakeAt } from '../core/run.ts';
import { projectYear } from './index.ts';
import {
  actorAs,
  approved,
  approving,
  atFinance,
  attempt,
  clockAt,
  controlled,
  controlling,
  declared,
  declaring,
  ended,
  form,
  inUse,
  indicators,
  type Life,
  lastOf,
  live,
  marks,
  online,
  opened,
  opening,
  passing,
  paying,
  reporting,
  result,
  resubmitted,
  resubmitting,
  reviewed,
  reviewingGoal,
  reviewingMoney,
  round,
  scan,
  type Step,
  tracked,
  trackingForm,
  typesOf,
  unborn,
  yuan,
} from './project-year.story.ts';

const duties = (life: Life) => projectYear.openObligations(life.state).map(({ id, holder, date }) => `${id} ${holder.role} ${date?.due ?? '-'}`);
const dataOf = (life: Life, type: string) => lastOf(life, type).data as Record<string, unknown>;
const followUpsOf = (life: Life, type: string) => projectYear.followUps(life.state, lastOf(life, type) as Recorded<never>);
const refusalOf = (life: Life, step: Step): Refusal => {
  const answer = attempt(life, step);
  if (!isRefusal(answer)) throw new Error(`${step.does} was not refused: ${typesOf(answer).at(-1)}`);
  return answer;
};
const step = (does: string, as: Step['as'], on: string, data: Step['data'] = {}): Step => ({ does, as, on, data });

describe('from opening to approval', () => {
  it('goal and money travel as one file through both reviews, the control figure and the second submission', () => {
    expect(typesOf(approved)).toEqual([
      'ProjectYearOpened',
      'GoalAndBudgetDeclared',
      'DepartmentReviewPassed',
      'MoneyReviewed',
      'GoalReviewed',
      'FinanceReviewPassed',
      'ControlFigureIssued',
      'SecondSubmissionMade',
      'GoalAndBudgetApproved',
    ]);
    expect(approved.state).toMatchObject({ stage: 'approved', approvedFen: 50_000_000n, approval: { batch: 'B-01', edition: 'zh-2014' } });
  });

  it.each([
    ['draft', opened, ['declare/1 unit-head -']],
    ['declared', declared, ['department-review/1 department 2013-10-21']],
    ['department-reviewed', atFinance, ['money-review/1 finance-business 2013-11-05', 'goal-review/1 finance-performance 2013-11-05']],
    ['half reviewed', live(atFinance, reviewingMoney), ['goal-review/1 finance-performance 2013-11-05']],
    ['finance-reviewed', reviewed, ['control-figure/1 finance-business 2013-11-19']],
    ['controlled', controlled, ['resubmit/1/2013-11-18 unit-head 2013-11-18']],
    ['resubmitted', resubmitted, ['approve/1 finance-business -']],
    ['approved', approved, []],
  ])('at %s it is plain who owes what until when', (_stage, life, owed) => {
    expect(duties(life)).toEqual(owed);
  });

  it('both offices review in either order', () => {
    const goalFirst = live(atFinance, reviewingGoal, { ...reviewingMoney, on: '2013-10-23' });
    expect(typesOf(goalFirst, 3)).toEqual(['GoalReviewed', 'MoneyReviewed', 'FinanceReviewPassed']);
  });

  it('tells the budget year what was enrolled and declared, and the project what was approved', () => {
    expect(followUpsOf(opened, 'ProjectYearOpened')).toEqual([
      { aggregate: 'budget-year', id: '2014', type: 'Enrol', data: { projectYearId: 'ZH-001-2014', projectId: 'ZH-001', unit: 'U-07', department: 'D-01', nature: 'new', takenOver: false } },
    ]);
    expect(followUpsOf(declared, 'GoalAndBudgetDeclared')).toEqual([
      { aggregate: 'budget-year', id: '2014', type: 'NoteDeclared', data: { projectYearId: 'ZH-001-2014', requestedFen: 60_000_000n, goalRequired: true } },
    ]);
    expect(followUpsOf(approved, 'GoalAndBudgetApproved')).toEqual([{ aggregate: 'project', id: 'ZH-001', type: 'NoteYearApproved', data: { fiscalYear: 2014, approvedFen: 50_000_000n } }]);
  });

  it('a clerk may send the stamped scan in place of the head', () => {
    const life = live(opened, { ...declaring(), as: 'unit-clerk', data: { form: form(), signature: scan } });
    expect(dataOf(life, 'GoalAndBudgetDeclared')).toMatchObject({ signature: { mode: 'stamped-scan', personId: 'p-unit-clerk' } });
  });

  it('a paper entered late states the day it happened, and the law counts from that day', () => {
    const life = live(opened, { ...declaring({}, '2013-10-16'), happenedOn: '2013-10-08', lateReason: '系统停机' });
    expect(duties(life)).toEqual(['department-review/1 department 2013-10-21']);
  });

  it('a draft is kept as far as it goes, and the same draft twice is one fact', () => {
    const drafting = step('SaveDraft', 'unit-clerk', '2013-09-10', { form: { need: '污水直排', requestedFen: { amount: '60', unit: '万元' } } });
    const life = live(opened, drafting, { ...drafting, on: '2013-09-11' });
    expect(typesOf(life)).toEqual(['ProjectYearOpened', 'DraftSaved']);
    expect(life.state).toMatchObject({ draft: { need: '污水直排', requestedFen: 60_000_000n } });
  });
});

describe('the threshold looks at the amount requested', () => {
  const bare = { goalAnnual: '', indicators: [] };
  it.each([
    ['new', '499999.99', false],
    ['new', '500000.00', true],
    ['recurrent', '4999999.99', false],
    ['recurrent', '5000000.00', true],
  ])('%s, %s yuan: goal required %s', (nature, amount, required) => {
    const life = live(unborn, opening({ nature }));
    const answer = attempt(life, declaring({ ...bare, requestedFen: yuan(amount) }));
    if (required) expect(answer).toMatchObject({ code: 'GOAL_REQUIRED', clause: `zh-2014/goal-threshold/${nature}` });
    else expect(answer).toMatchObject({ state: { stage: 'declared', goal: null, declaration: { goalRequired: false } } });
  });

  it('below it a project runs without a goal: only its money is reviewed', () => {
    const life = live(opened, declaring({ ...bare, requestedFen: yuan('300000.00') }), passing, { ...reviewingMoney, data: { recommendedFen: yuan('300000.00'), opinion: '同意' } });
    expect(typesOf(life, 3)).toEqual(['MoneyReviewed', 'FinanceReviewPassed']);
  });

  it('two requests of 300,000 for one thing are flagged as splitting, not refused', () => {
    const life = live(opened, declaring({ ...bare, requestedFen: yuan('300000.00'), relatedRequests: [{ projectId: 'ZH-002', requestedFen: yuan('300000.00') }] }));
    expect(dataOf(life, 'GoalAndBudgetDeclared').findings).toContainEqual(expect.objectContaining({ point: '1.4', code: 'SPLITTING' }));
  });
});

describe('what a machine can see goes to the reviewers', () => {
  const findings = (more: Parameters<typeof form>[0]) => (dataOf(live(opened, declaring(more)), 'GoalAndBudgetDeclared').findings as { code: string }[]).map(({ code }) => code);
  const [first, second, ...rest] = indicators as { [key: string]: never }[];
  it.each([
    ['a complete paper', {}, []],
    ['no document number', { policyBasis: [{ title: '某规划' }] }, ['NO_POLICY_NUMBER']],
    ['no study on file', { studies: [] }, ['NO_STUDY']],
    ['dates reversed', { startOn: '2014-12-31', endOn: '2014-01-01' }, ['DATES']],
    ['a line without its price', { lines: [{ item: '管网', amountFen: yuan('600000') }] }, ['LINES_INCOMPLETE', 'NO_COST_BASIS']],
    ['lines that do not add up', { requestedFen: yuan('600000.01') }, ['LINES_NE_REQUEST', 'FUNDING_SHORT']],
    ['quantity times price is another amount', { lines: [{ item: '管网', quantity: '2', unit: '村', priceFen: yuan('200000'), amountFen: yuan('600000'), economicClass: '31005', basis: '定额' }] }, ['LINE_PRODUCT']],
    ['a goal that repeats the content', { goalAnnual: '建设三个村的集污管网' }, ['GOAL_SAYS_NOTHING']],
    ['a kind left out without a reason', { indicators: [first, ...rest], executionWeight: '30' }, ['KINDS_MISSING']],
    ['a kind left out with a reason', { indicators: [first, ...rest], executionWeight: '30', gaps: [{ kind: 'quality', reason: '无质量标准' }] }, []],
    ['weights that sum to 90', { executionWeight: '0' }, ['WEIGHTS_NE_100']],
    ['a target below the past value', { indicators: [{ ...first, baseline: '150' }, second, ...rest] }, ['BELOW_PAST']],
    ['no milestones', { milestones: [] }, ['NO_MILESTONES']],
  ])('%s', (_what, more, codes) => {
    expect(findings(more as never)).toEqual(codes);
  });
});

describe('reviews send a file on, back, or stop it', () => {
  const judged = (mark: string, others?: { [point: string]: string }): Step => ({
    ...reviewingGoal,
    data: { marks: marks(mark, others), opinion: '见要求', remarks: [{ remark: '补充质量指标' }] },
  });
  it.each([
    ['优', 'FinanceReviewPassed', 'finance-reviewed'],
    ['良', 'FinanceReviewPassed', 'finance-reviewed'],
    ['中', 'DeclarationReturnedByFinance', 'returned'],
    ['差', 'DeclarationBlocked', 'blocked'],
  ])('all %s: %s', (mark, event, stage) => {
    const life = live(atFinance, reviewingMoney, judged(mark));
    expect(typesOf(life).at(-1)).toBe(event);
    expect(life.state.stage).toBe(stage);
  });

  it('a failed gate is derived: it warns, and the total decides', () => {
    const life = live(atFinance, reviewingMoney, judged('优', { '3.3': '差' }));
    expect(life.state.stage).toBe('finance-reviewed');
    expect(dataOf(life, 'GoalReviewed').findings).toHaveLength(1);
  });

  it('a returned file comes back with every remark answered, and starts its reviews anew', () => {
    const back = live(declared, { ...passing, data: { verdict: 'return', opinion: '不完整', remarks: ['补测算依据', '补责任岗位'] } });
    expect(duties(back)).toEqual(['declare/2/2013-10-29 unit-head 2013-10-29']);
    const answers = [{ remark: 'D1-1', answer: '已补' }, { remark: 'D1-2', answer: '已补' }];
    const again = live(back, { ...declaring({}, '2013-10-25'), data: { form: form(), answers, signature: online } });
    expect(again.state).toMatchObject({ stage: 'declared', remarks: [], declaration: { submission: 2 }, review: { recommendedFen: null, goal: null } });
  });

  it('a blocked file waits for the next window, then may be reworked', () => {
    const blocked = live(atFinance, reviewingMoney, judged('差'));
    expect(duties(blocked)).toEqual(['blocked/1 unit-head -']);
    const next = live(blocked, step('NoteWindow', 'system', '2014-05-05', { window: 'mid-year-adjustment', until: '2014-06-30', clause: 'zh-2014/goal-threshold/new' }));
    expect(duties(next)).toEqual(['declare/2/2014-06-30 unit-head 2014-06-30']);
  });

  it('what is to be polished is answered in the second submission', () => {
    const polish = live(atFinance, reviewingMoney, judged('良'), controlling);
    expect(refusalOf(polish, resubmitting)).toMatchObject({ code: 'REMARKS_NOT_ANSWERED', fields: [{ field: 'answers.F1-1' }] });
    const data = { ...(resubmitting.data as object), answers: [{ remark: 'F1-1', answer: '已补质量指标' }] };
    expect(live(polish, { ...resubmitting, data }).state.stage).toBe('resubmitted');
  });

  it('a cut above the limit of the rules goes through full review again', () => {
    const halved = (amount: string) => {
      const figure = { ...controlling, data: { controlFen: yuan(amount), reason: '财力所限' } };
      return live(reviewed, figure, { ...resubmitting, data: { ...(resubmitting.data as object), requestedFen: yuan(amount) } });
    };
    expect(halved('300000.00').state.stage).toBe('resubmitted');
    const again = halved('299900.00');
    expect(typesOf(again).slice(-2)).toEqual(['SecondSubmissionMade', 'FullReviewReopened']);
    expect(dataOf(again, 'FullReviewReopened')).toMatchObject({ submission: 2, changePercent: '50.02', clause: 'zh-2014/second-submission/full-review' });
    expect(again.state).toMatchObject({ stage: 'declared', declaration: { submission: 2, requestedFen: 29_990_000n, goalRequired: true } });
  });
});

describe('the declaration window', () => {
  const window = step('NoteWindow', 'system', '2013-09-05', { window: 'declaration', until: '2013-10-31', clause: 'zh-2014/goal-threshold/new' });
  const open = live(opened, window);
  it('dates the duty, reminds, and lapses once at 24:00', () => {
    expect(duties(open)).toEqual(['declare/1/2013-10-31 unit-head 2013-10-31']);
    const late = clockAt(open, '2013-11-01T00:00:00.000+08:00' as Instant);
    expect(typesOf(clockAt(late, '2013-12-01T00:00:00.000+08:00' as Instant), 2)).toEqual(['ObligationLapsed']);
  });
  it('one millisecond before 24:00 is in time, 24:00 is not', () => {
    expect(live(open, { ...declaring(), on: '2013-10-31', at: '2013-10-31T23:59:59.999+08:00' as Instant }).state.stage).toBe('declared');
    expect(refusalOf(open, { ...declaring(), on: '2013-11-01', at: '2013-11-01T00:00:00.000+08:00' as Instant }).code).toBe('WINDOW_CLOSED');
  });
  it('announced twice is one fact', () => {
    expect(typesOf(live(open, { ...window, on: '2013-09-06' }), 2)).toEqual([]);
  });
});

describe('tracking', () => {
  it('compares goal, money and progress; money comes from payments up to the cut-off day', () => {
    const life = live(approved, round, paying('300000.00'), paying('100000.00', 'P-2', '2014-08-04'), reporting());
    expect(dataOf(life, 'TrackingReported')).toMatchObject({ paidFen: 30_000_000n, moneyPercent: '60.00', goalPercent: '84.44', plannedPercent: '60', progressPercent: '70', late: false });
  });

  it('90% of the money with 30% of the goal is a deviation, which finance must answer', () => {
    const low = { indicators: [{ row: '1', actual: '36' }, { row: '2', actual: '28.5' }, { row: '3', actual: '20.4' }, { row: '4', actual: '85' }, { row: '5', attainedPercent: '30' }, { row: '6', actual: '27' }] };
    const life = live(approved, round, paying('450000.00'), reporting(low as never));
    expect(dataOf(life, 'TrackingReported')).toMatchObject({ goalPercent: '30.00', moneyPercent: '90.00' });
    expect(duties(life)).toEqual(['deviation/2014-07 finance-performance -']);
    expect(duties(live(life, step('AcceptDeviation', 'finance-performance', '2014-08-25', { round: '2014-07', reason: '汛期停工，已排计划' })))).toEqual([]);
  });

  it('the report is due one month after the cut-off day, and lateness is counted from its due day', () => {
    expect(duties(tracked)).toEqual(['tracking-report/2014-07 unit-clerk 2014-09-01']);
    const late = live(tracked, { ...reporting(), on: '2014-09-03' });
    expect(dataOf(late, 'TrackingReported')).toMatchObject({ late: true, daysLate: 2 });
  });

  it('a year without a goal has no goal light and no goal share', () => {
    const life = live(unborn, opening({ takenOver: { atStage: 'tracking', approvedFen: '50000000', gaps: ['没有绩效目标'] } }), round, reporting({ indicators: [] }));
    expect(dataOf(life, 'TrackingReported')).toMatchObject({ goalPercent: null, lights: [] });
  });

  it('each payment counts once', () => {
    const twice = live(approved, paying('300000.00'), { ...paying('300000.00'), on: '2014-07-16', data: { payments: [{ paymentNo: 'P-1', paidOn: '2014-07-15', amountFen: '30000000' }, { paymentNo: 'P-2', paidOn: '2014-07-16', amountFen: '1' }] } });
    expect(twice.state).toMatchObject({ paidFen: 30_000_001n });
    expect(live(twice, paying('300000.00')).events).toHaveLength(twice.events.length);
  });

  it('a suspended project is not asked for a round', () => {
    const still = live(approved, step('NoteProjectStatus', 'system', '2014-06-01', { status: 'suspended', reason: '征地' }), round);
    expect(typesOf(still, 9)).toEqual(['ProjectSuspended']);
  });
});

describe('rectification, stop of payment, adjustment', () => {
  const order = step('OrderRectification', 'finance-performance', '2014-09-25', { problems: ['二村未开工'], receivedOn: '2014-09-25' });
  const answer = (on: string): Step => step('ReportRectification', 'unit-head', on, { order: 'R1', answers: [{ problem: 'R1-1', answer: '已开工' }], signature: online });
  it('received on 25 September 2014, the answer is due on 14 October', () => {
    expect(duties(live(approved, order))).toEqual(['rectify/R1/1 unit-head 2014-10-14']);
  });

  it('no answer escalates once, not twice', () => {
    const silent = clockAt(live(approved, order), '2014-10-15T00:00:00.000+08:00' as Instant);
    expect(lastOf(silent, 'ObligationLapsed').data).toMatchObject({ escalatedTo: { role: 'finance-performance' } });
    expect(clockAt(silent, '2014-11-15T00:00:00.000+08:00' as Instant).events).toHaveLength(silent.events.length);
  });

  it('an answer that is not enough gets a new date, an accepted one ends it', () => {
    const answered = live(approved, order, answer('2014-10-15'));
    expect(dataOf(answered, 'RectificationReported')).toMatchObject({ late: true, daysLate: 1 });
    const back = live(answered, step('ConfirmRectification', 'finance-performance', '2014-10-20', { order: 'R1', accepted: false, opinion: '证据不足' }));
    expect(duties(back)).toEqual(['rectify/R1/2 unit-head 2014-11-03']);
    const done = live(back, answer('2014-10-28'), step('ConfirmRectification', 'finance-performance', '2014-10-30', { order: 'R1', accepted: true, opinion: '同意销号' }));
    expect(duties(done)).toEqual([]);
  });

  it('an order on a deviation settles it', () => {
    const deviating = live(approved, round, paying('500000.00'), reporting({ progressPercent: '10' }));
    const ordered = live(deviating, step('OrderRectification', 'finance-performance', '2014-08-25', { problems: ['进度滞后'], receivedOn: '2014-08-25', round: '2014-07' }));
    expect(duties(ordered).map((one) => one.split(' ')[0])).toEqual(['rectify/R1/1']);
  });

  it('stopping payment is a request that the treasury acknowledges', () => {
    const asked = live(approved, step('RequestStopPayment', 'finance-performance', '2014-08-25', { reason: '严重偏离' }));
    expect(duties(asked)).toEqual(['acknowledge-stop/S1 treasury -']);
    const stopped = live(asked, step('AcknowledgeStopPayment', 'treasury', '2014-08-26', { request: 'S1' }), paying('1.00', 'P-9', '2014-09-01'));
    expect(dataOf(stopped, 'PaymentsRecorded')).toMatchObject({ afterStopRequest: true });
    expect(typesOf(live(stopped, step('LiftStopPayment', 'finance-performance', '2014-10-08', { request: 'S1', reason: '整改完成' }))).at(-1)).toBe('StopPaymentLifted');
  });

  it('a change of money changes the goal with it, once it is decided', () => {
    const [first, ...rest] = indicators as { [key: string]: never }[];
    const revision = { goalAnnual: '90户接入管网', indicators: [{ ...first, target: '90' }, ...rest] };
    const asked = live(approved, step('RequestAdjustment', 'unit-head', '2014-07-01', { kind: 'adjustment', newAmountFen: yuan('400000.00'), goalRevision: revision as never, reason: '一个村缓建', signature: online }));
    expect(asked.state).toMatchObject({ approvedFen: 50_000_000n, goal: { annual: '120户接入管网，出水达标' } });
    const granted = live(asked, step('DecideAdjustment', 'finance-business', '2014-07-10', { granted: true, paperNo: '镇人常〔2014〕5号', opinion: '同意' }));
    expect(granted.state).toMatchObject({ approvedFen: 40_000_000n, goal: { annual: '90户接入管网', indicators: expect.arrayContaining([expect.objectContaining({ row: '1', target: '90' })]) } });
    expect(followUpsOf(granted, 'AdjustmentGranted')).toMatchObject([{ type: 'NoteYearApproved', data: { approvedFen: 40_000_000n } }]);
  });
});

describe('the end of the year and its money', () => {
  it('ends at 24:00 of 31 December, once', () => {
    expect(wakeAt(projectYear, approved.state)).toBe('2015-01-01T00:00:00.000+08:00');
    expect(clockAt(approved, '2014-12-31T23:59:59.999+08:00' as Instant).state.stage).toBe('approved');
    expect(ended.state.stage).toBe('ended');
    expect(clockAt(ended, '2016-01-01T00:00:00.000+08:00' as Instant).events).toHaveLength(ended.events.length);
  });

  it('a recurrent project is evaluated for the year by itself', () => {
    const life = clockAt(live(unborn, opening({ nature: 'recurrent', term: 'continuing', takenOver: { atStage: 'approved', approvedFen: '1', gaps: [] } })), '2015-01-01T00:00:00.000+08:00' as Instant);
    expect(followUpsOf(life, 'FiscalYearEnded')).toMatchObject([
      { aggregate: 'evaluation', id: 'E-ZH-001-2014', type: 'StartSelfEvaluation', data: { object: { kind: 'project-years', projectYears: ['ZH-001-2014'] }, completedOn: '2014-12-31', proof: { kind: 'year-end' } } },
    ]);
    expect(followUpsOf(ended, 'FiscalYearEnded')).toEqual([]);
  });

  it('what is left is carried over or taken back; the next year counts it once', () => {
    const left = clockAt(live(approved, paying('450000.00')), '2015-01-01T00:00:00.000+08:00' as Instant);
    expect(duties(left)).toEqual(['result finance-performance -', 'leftover finance-business -']);
    const settled = live(left, step('CarryOver', 'finance-business', '2015-01-20', { amountFen: yuan('30000.00') }));
    expect(dataOf(settled, 'MoneyCarriedOver')).toMatchObject({ unspentFen: 5_000_000n, amountFen: 3_000_000n, returnedFen: 2_000_000n });
    expect(followUpsOf(settled, 'MoneyCarriedOver')).toEqual([{ aggregate: 'project', id: 'ZH-001', type: 'NoteCarryOver', data: { fromYear: 2014, amountFen: 3_000_000n } }]);
    const received = step('ReceiveCarryOver', 'system', '2014-01-20', { fromYear: 2013, amountFen: '3000000' });
    const next = live(opened, received, { ...received, on: '2014-01-21' });
    expect(next.state).toMatchObject({ carriedIn: [{ fromYear: 2013, amountFen: 3_000_000n }] });
  });
});

describe('the use of the result', () => {
  const missed = live(ended, result({ grade: '不合格', score: '55.00', missedGoals: ['入网户数'] }));
  const circulate = step('CirculateResult', 'finance-performance', '2015-04-13', { problems: ['台账不全'] });
  const acknowledge = step('AcknowledgeNotice', 'department', '2015-04-14');
  const link = step('DecideBudgetLink', 'finance-business', '2015-04-20', { action: 'unchanged' });
  const publish = step('DecideDisclosure', 'finance-performance', '2015-04-21', { decision: 'publish', url: 'https://www.example.gov.cn/jx/1' });

  it('opens its duties side by side, each with holder and date', () => {
    expect(duties(missed)).toEqual([
      'notice-circulate/1 finance-performance 2015-04-24',
      'budget-link-decide/1 finance-business 2015-05-11',
      'accountability-verify/1 finance-performance 2015-05-11',
      'disclosure-disclose/1 finance-performance 2015-04-30',
    ]);
    expect(duties(inUse).map((one) => one.split('-')[0])).toEqual(['notice', 'budget', 'disclosure']);
  });

  it('closes with the last decision, in whatever order they come', () => {
    const orders = [[circulate, acknowledge, link, publish], [publish, link, circulate, acknowledge]] as const;
    for (const order of orders) {
      const clean = order.map((one) => (one === circulate ? { ...one, data: {} } : one));
      const life = live(inUse, ...clean);
      expect(typesOf(life).at(-1)).toBe('ProjectYearClosed');
      expect(life.state.stage).toBe('closed');
      expect(duties(life)).toEqual([]);
      expect(followUpsOf(life, 'ProjectYearClosed')).toEqual([{ aggregate: 'project', id: 'ZH-001', type: 'NoteYearClosed', data: { fiscalYear: 2014 } }]);
    }
  });

  it('every missed goal and problem is answered before it closes', () => {
    const told = live(missed, circulate, acknowledge);
    expect(duties(told)).toContain('rectification-report/1 unit-head 2015-05-12');
    const report = (on: string): Step => step('ReportResultRectification', 'unit-head', on, { answers: [{ problem: 'P1-1', answer: '已入网' }, { problem: 'P1-2', answer: '已建台账' }], signature: online });
    const rest = live(
      told,
      { ...link, data: { action: 'cut', cutPercent: '50' } },
      publish,
      step('VerifyClue', 'finance-performance', '2015-04-22', { founded: true, opinion: '属实' }),
      step('OpenCase', 'section-chief', '2015-04-23', { summary: '未实现目标', measures: ['talk'], personProposals: [{ personId: 'p-9', proposal: '诫勉', transferTo: 'supervision' }] }),
      report('2015-05-11'),
      step('ConfirmResultRectification', 'finance-performance', '2015-05-12', { accepted: false, opinion: '证据不足' }),
    );
    expect(duties(rest)).toEqual(['rectification-report/2 unit-head 2015-06-09']);
    const done = live(rest, report('2015-05-20'), step('ConfirmResultRectification', 'finance-performance', '2015-05-21', { accepted: true, opinion: '销号' }));
    expect(done.state.stage).toBe('closed');
  });

  it('an order that was never answered, and leftover money, keep the year open', () => {
    const order = step('OrderRectification', 'finance-performance', '2014-09-25', { problems: ['二村未开工'], receivedOn: '2014-09-25' });
    const half = clockAt(live(approved, paying('450000.00'), order), '2015-01-01T00:00:00.000+08:00' as Instant);
    const used = live(half, result(), { ...circulate, data: {} }, acknowledge, link, publish);
    expect(duties(used).map((one) => one.split(' ')[0])).toEqual(['rectify/R1/1', 'leftover']);
    const answered = live(used, step('ReportRectification', 'unit-clerk', '2015-04-22', { order: 'R1', answers: [{ problem: 'R1-1', answer: '已开工' }], signature: scan }), step('ConfirmRectification', 'finance-performance', '2015-04-23', { order: 'R1', accepted: true, opinion: '销号' }));
    expect(live(answered, step('CarryOver', 'finance-business', '2015-04-24', { amountFen: yuan('0') })).state.stage).toBe('closed');
  });

  const closed = live(inUse, { ...circulate, data: {} }, acknowledge, link, publish);
  it.each([
    ['nothing', {}, [], 'closed'],
    ['the score', { score: '85.00' }, ['notice-circulate/2', 'disclosure-disclose/2'], 'result-in-use'],
    ['the grade', { grade: '合格', score: '70.00' }, ['notice-circulate/2', 'budget-link-decide/2', 'disclosure-disclose/2'], 'result-in-use'],
    ['the missed goals', { missedGoals: ['入网户数'] }, ['notice-circulate/2', 'accountability-verify/1'], 'result-in-use'],
  ])('a later version that changes %s opens again only that', (_what, more, again, stage) => {
    const later = live(closed, result({ resultVersion: 2, ...more } as never, '2015-08-03'));
    expect(duties(later).map((one) => one.split(' ')[0])).toEqual(again);
    expect(later.state.stage).toBe(stage);
  });

  it('every decision cites the version it rests on', () => {
    expect(dataOf(closed, 'BudgetLinkDecided')).toMatchObject({ evaluationId: 'E-ZH-001-completion', resultVersion: 1, followsProposal: true });
    expect(live(closed, result()).events).toHaveLength(closed.events.length);
  });
});

describe('years that are taken over or end early', () => {
  it.each([
    ['approved', 'approved'],
    ['tracking', 'approved'],
    ['ended', 'ended'],
  ])('taken over at %s it starts at %s, with its gaps marked', (atStage, stage) => {
    const life = live(unborn, opening({ takenOver: { atStage, approvedFen: '80000000', gaps: ['没有绩效目标', '没有申报表'] } }));
    expect(life.state).toMatchObject({ stage, approvedFen: 80_000_000n, identity: { takenOver: { gaps: ['没有绩效目标', '没有申报表'] } } });
  });

  it('a terminated project ends the year, unless the year is already over', () => {
    const end = step('NoteProjectStatus', 'system', '2014-06-01', { status: 'terminated', reason: '规划调整' });
    expect(live(approved, end).state.stage).toBe('terminated');
    const late = live(ended, { ...end, on: '2015-02-01' }, { ...end, on: '2015-02-02' });
    expect(late.state.stage).toBe('ended');
    expect(typesOf(late, ended.events.length)).toEqual(['ProjectTerminated']);
  });

  it('a project completed in the middle of the year uses its result at once; the clock still ends the year', () => {
    const early = live(approved, paying('500000.00'), result({ confirmedOn: '2014-09-10' }, '2014-09-10'));
    expect(early.state.stage).toBe('result-in-use');
    const after = clockAt(early, '2015-01-01T00:00:00.000+08:00' as Instant);
    expect(typesOf(after)).toContain('FiscalYearEnded');
    expect(after.state.stage).toBe('result-in-use');
  });
});

describe('what is refused, and why', () => {
  const [first, second, ...rest] = indicators as { [key: string]: never }[];
  const problems = (more: object): Step => step('OrderRectification', 'finance-performance', '2014-08-25', { problems: ['二村未开工'], receivedOn: '2014-08-25', ...more });
  const adjust = (more: object): Step => step('RequestAdjustment', 'unit-head', '2014-07-01', { kind: 'transfer', newAmountFen: yuan('400000'), goalRevision: { unchangedReason: '降价' }, reason: '节余', signature: online, ...more });
  const adjusting = live(approved, adjust({}));
  const small = live(opened, declaring({ goalAnnual: '', indicators: [], requestedFen: yuan('300000') }), passing);
  const rows: readonly (readonly [string, Life, Step, string])[] = [
    ['an id that is not project and year', unborn, opening({ projectId: 'ZH-002' }), 'STREAM_MISMATCH'],
    ['a stranger\'s unit', opened, { ...declaring(), as: 'department' }, 'ROLE_NOT_ALLOWED'],
    ['the clerk signing for the head', opened, { ...declaring(), as: 'unit-clerk' }, 'HEAD_MUST_SIGN'],
    ['no signature at all', opened, { ...declaring(), data: { form: form() } }, 'FORM_INVALID'],
    ['a scan without its digest', opened, { ...declaring(), data: { form: form(), signature: { mode: 'stamped-scan' } } }, 'FORM_INVALID'],
    ['money without its unit', opened, declaring({ requestedFen: { amount: '60' } }), 'FORM_INVALID'],
    ['money below one fen', opened, declaring({ requestedFen: { amount: '60.0000001', unit: '万元' } }), 'FORM_INVALID'],
    ['a day that does not exist', opened, declaring({ startOn: '2014-02-29' }), 'FORM_INVALID'],
    ['no goal above the threshold', opened, declaring({ goalAnnual: '', indicators: [] }), 'GOAL_REQUIRED'],
    ['indicators without a goal', opened, declaring({ goalAnnual: '', requestedFen: yuan('300000') }), 'GOAL_TEXT_MISSING'],
    ['a number that is not one', opened, declaring({ indicators: [{ ...first, target: '≥120户' }, second, ...rest] as never }), 'INDICATORS_INVALID'],
    ['two indicators on one row', opened, declaring({ indicators: [first, { ...second, row: '1' }, ...rest] as never }), 'INDICATORS_INVALID'],
    ['declaring in the future', opened, { ...declaring(), happenedOn: '2013-10-09' }, 'FUTURE_DATE'],
    ['a late entry without reason', opened, { ...declaring(), happenedOn: '2013-10-07' }, 'LATE_ENTRY_NEEDS_REASON'],
    ['declaring twice', declared, declaring(), 'WRONG_STAGE'],
    ['skipping the department', declared, reviewingMoney, 'WRONG_STAGE'],
    ['skipping the second submission', reviewed, approving, 'WRONG_STAGE'],
    ['a return without remarks', declared, { ...passing, data: { verdict: 'return', opinion: '不行' } }, 'REMARKS_MISSING'],
    ['a review by finance of another unit\'s kind', declared, { ...passing, as: 'finance-business' }, 'ROLE_NOT_ALLOWED'],
    ['recommending more than requested', atFinance, { ...reviewingMoney, data: { recommendedFen: yuan('600000.01'), opinion: '加' } }, 'ABOVE_REQUEST'],
    ['reviewing the money twice', live(atFinance, reviewingMoney), reviewingMoney, 'ALREADY_DONE'],
    ['reviewing the goal twice', live(atFinance, reviewingGoal), reviewingGoal, 'ALREADY_DONE'],
    ['a sheet with a point left out', atFinance, { ...reviewingGoal, data: { marks: (marks() as never[]).slice(1), opinion: '好' } }, 'REVIEW_SHEET_INCOMPLETE'],
    ['a point marked twice', atFinance, { ...reviewingGoal, data: { marks: [...(marks() as never[]), { point: '1.1', mark: '优' }] as never, opinion: '好' } }, 'POINT_MARKED_TWICE'],
    ['set aside without a reason', atFinance, { ...reviewingGoal, data: { marks: marks('优', { '3.4': '不适用' }), opinion: '好' } }, 'REVIEW_SHEET_INCOMPLETE'],
    ['polish without saying what', atFinance, { ...reviewingGoal, data: { marks: marks('良'), opinion: '好' } }, 'REMARKS_MISSING'],
    ['reviewing a goal that was not set', small, reviewingGoal, 'NO_GOAL'],
    ['allowing more than requested', reviewed, { ...controlling, data: { controlFen: yuan('700000') } }, 'ABOVE_REQUEST'],
    ['another figure than recommended, unexplained', reviewed, { ...controlling, data: { controlFen: yuan('400000') } }, 'REASON_MISSING'],
    ['a second submission off the figure', controlled, { ...resubmitting, data: { ...(resubmitting.data as object), requestedFen: yuan('500000.01') } }, 'NOT_THE_CONTROL_FIGURE'],
    ['a cut without a matched goal', controlled, { ...resubmitting, data: { requestedFen: yuan('500000'), signature: online } }, 'GOAL_NOT_MATCHED'],
    ['approving again in another batch', approved, { ...approving, data: { ...(approving.data as object), batch: 'B-02' } }, 'ALREADY_DONE'],
    ['withdrawing what is approved', approved, step('Withdraw', 'unit-head', '2014-03-01', { reason: '不做了' }), 'WRONG_STAGE'],
    ['spending typed by the unit', approved, { ...paying('1'), as: 'unit-clerk' }, 'ROLE_NOT_ALLOWED'],
    ['one payment number, two amounts', tracked, paying('300000.01'), 'PAYMENT_CONFLICT'],
    ['a payment of nothing', approved, paying('0'), 'PAYMENT_EMPTY'],
    ['a payment of tomorrow', approved, { ...paying('1', 'P-8', '2014-07-16'), on: '2014-07-15' }, 'PAYMENT_IN_FUTURE'],
    ['a round that was not sent out', approved, reporting(), 'ROUND_UNKNOWN'],
    ['reporting a round twice', live(tracked, reporting()), reporting(), 'ALREADY_DONE'],
    ['a row left out', tracked, reporting({ indicators: [{ row: '1', actual: '84' }] }), 'INDICATORS_NOT_REPORTED'],
    ['a row invented', tracked, { ...reporting(), data: { round: '2014-07', form: trackingForm({ indicators: [...((trackingForm() as { indicators: never[] }).indicators), { row: '9', actual: '1' }] as never }) } }, 'INDICATORS_NOT_REPORTED'],
    ['accepting a deviation nobody found', tracked, step('AcceptDeviation', 'finance-performance', '2014-08-25', { round: '2014-07', reason: '无' }), 'NO_OPEN_DEVIATION'],
    ['an order received tomorrow', approved, problems({ receivedOn: '2014-08-26' }), 'RECEIVED_IN_FUTURE'],
    ['an order on no deviation', tracked, problems({ round: '2014-07' }), 'NO_OPEN_DEVIATION'],
    ['the same order twice', live(approved, problems({})), problems({}), 'ALREADY_DONE'],
    ['a problem left unanswered', live(approved, problems({})), step('ReportRectification', 'unit-head', '2014-09-01', { order: 'R1', answers: [], signature: online }), 'PROBLEMS_NOT_ANSWERED'],
    ['confirming what was not reported', live(approved, problems({})), step('ConfirmRectification', 'finance-performance', '2014-09-01', { order: 'R1', accepted: true, opinion: '好' }), 'NO_OPEN_ORDER'],
    ['acknowledging no request', approved, step('AcknowledgeStopPayment', 'treasury', '2014-09-01', { request: 'S1' }), 'NO_OPEN_STOP'],
    ['an adjustment that leaves the goal', approved, adjust({ goalRevision: null }), 'GOAL_NOT_MATCHED'],
    ['an adjustment that changes nothing', approved, adjust({ newAmountFen: yuan('500000'), goalRevision: null }), 'NOTHING_CHANGES'],
    ['an adjustment below what is paid', live(approved, paying('450000')), { ...adjust({}), on: '2014-08-01' }, 'BELOW_PAID'],
    ['two requests at once', adjusting, adjust({}), 'ALREADY_DONE'],
    ['an adjustment without the congress\'s paper', live(approved, adjust({ kind: 'adjustment' })), step('DecideAdjustment', 'finance-business', '2014-07-10', { granted: true, opinion: '同意' }), 'PAPER_MISSING'],
    ['deciding nothing', approved, step('DecideAdjustment', 'finance-business', '2014-07-10', { granted: true, opinion: '同意' }), 'NO_OPEN_ADJUSTMENT'],
    ['carrying more than is left', ended, step('CarryOver', 'finance-business', '2015-01-20', { amountFen: yuan('0.01') }), 'ABOVE_UNSPENT'],
    ['one source year, two amounts', live(opened, step('ReceiveCarryOver', 'system', '2014-01-20', { fromYear: 2013, amountFen: '1' })), step('ReceiveCarryOver', 'system', '2014-01-20', { fromYear: 2013, amountFen: '2' }), 'CARRY_OVER_CONFLICT'],
    ['declaring while the project rests', live(opened, step('NoteProjectStatus', 'system', '2013-09-20', { status: 'suspended', reason: '征地' })), declaring(), 'PROJECT_SUSPENDED'],
    ['an outdated result', live(inUse, result({ resultVersion: 3 })), result({ resultVersion: 2 }), 'RESULT_OUTDATED'],
    ['acknowledging what was not circulated', inUse, step('AcknowledgeNotice', 'department', '2015-04-14'), 'DUTY_NOT_OPEN'],
    ['a cut without its size', inUse, step('DecideBudgetLink', 'finance-business', '2015-04-20', { action: 'cut' }), 'CUT_MISMATCH'],
    ['against the proposal without a reason', inUse, step('DecideBudgetLink', 'finance-business', '2015-04-20', { action: 'priority' }), 'REASON_MISSING'],
    ['withholding without a reason', inUse, step('DecideDisclosure', 'finance-performance', '2015-04-20', { decision: 'withhold' }), 'FORM_INVALID'],
    ['verifying no clue', inUse, step('VerifyClue', 'finance-performance', '2015-04-20', { founded: true, opinion: '属实' }), 'DUTY_NOT_OPEN'],
    ['a case before verification', live(ended, result({ missedGoals: ['入网户数'] })), step('OpenCase', 'section-chief', '2015-04-20', { summary: '问责' }), 'DUTY_NOT_OPEN'],
  ];

  it.each(rows)('%s', (_what, life, wish, code) => {
    const refusal = refusalOf(life, wish);
    expect(refusal.code).toBe(code);
    for (const words of [refusal.because, refusal.remedy]) {
      expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(words.en).not.toMatch(/[\u4e00-\u9fff]{6}/);
    }
  });

  it('a field fault carries its own code and both languages', () => {
    const [fault] = refusalOf(opened, declaring({ requestedFen: { amount: '60' } })).fields ?? [];
    expect(fault).toMatchObject({ field: 'form.requestedFen', code: 'MONEY_UNIT_MISSING', because: { zh: '金额没有注明单位' } });
  });

  it('a finished one-off needs a successor, or a person\'s decision with a reason', () => {
    const oneOff = clockAt(live(unborn, opening({ term: 'one-off', takenOver: { atStage: 'approved', approvedFen: '1', gaps: [] } })), '2015-01-01T00:00:00.000+08:00' as Instant);
    const life = live(oneOff, result());
    const decide = (more: object): Step => step('DecideBudgetLink', 'section-chief', '2015-04-20', { action: 'unchanged', ...more });
    expect(refusalOf(life, decide({})).code).toBe('SUCCESSOR_NEEDED');
    expect(live(life, decide({ successor: 'ZH-009' })).state).toMatchObject({ budgetLink: { action: 'unchanged' } });
    expect(live(life, decide({ action: 'no-next-budget', reason: '项目已完成' })).state).toMatchObject({ budgetLink: { action: 'no-next-budget' } });
  });
});

describe('the table of transitions', () => {
  const known = new Set(zh2014.clauses.map(({ id }) => id));
  it('rests every edge on a clause of the edition, and names only commands, events and stages that exist', () => {
    for (const { command, from, event, to, clause } of projectYear.transitions) {
      expect([clause, known.has(clause)]).toEqual([clause, true]);
      expect(command === '(clock)' || command in projectYear.commands).toBe(true);
      expect(Object.keys(projectYear.events)).toContain(event);
      for (const stage of [...from, ...(to === 'same' ? [] : to)]) expect(Object.keys(projectYear.stages)).toContain(stage);
    }
  });

  it('leads every command and every event to some edge', () => {
    const commands = projectYear.transitions.map(({ command }) => command);
    const events = projectYear.transitions.map(({ event }) => event);
    expect(Object.keys(projectYear.commands).filter((name) => !commands.includes(name))).toEqual([]);
    expect(Object.keys(projectYear.events).filter((name) => !events.includes(name))).toEqual([]);
  });

  it('tells each post beforehand what it may do and why not', () => {
    const open = actionsFor(asAggregate(projectYear), declared.state, actorAs('department')).filter(({ allowed }) => allowed);
    expect(open.map(({ type }) => type)).toEqual(['ReviewAsDepartment']);
  });
});
