import { describe, expect, it } from '@jest/globals';
import {
  type Data,
  describeWalks,
  marks,
  online,
  scan,
  type Step,
  step,
  type Walks,
  walksOf,
  yuan,
} from '@quancheng/testing';
import { projectYear, type ProjectYearState } from './index.ts';
import {
  approved,
  approving,
  atFinance,
  controlling,
  declaring,
  ended,
  form,
  inUse,
  type Life,
  opened,
  opening,
  passing,
  paying,
  reporting,
  result,
  resubmitting,
  reviewed,
  reviewingGoal,
  reviewingMoney,
  round,
  tracked,
  story,
} from './project-year.story.ts';

const { live, unborn } = story;

/** What anybody may wish on any day; most wishes are refused, the walk goes on with the rest. */
const wish = (does: string, as: Step['as'], data: Data = {}): Step => step(does, as, '2013-09-02', data);
const withoutGoal = { goalAnnual: '', indicators: [], requestedFen: yuan('300000.00') };
const answers = ['D1-1', 'F1-1', 'D2-1', 'F2-1'].map((remark) => ({ remark, answer: '已改' }));
const remarked = (mark: string): Step => ({
  ...reviewingGoal,
  data: { marks: marks(mark), opinion: '见要求', remarks: [{ remark: '补' }] },
});
const rectified = (order: string): Data => ({
  order,
  answers: [{ problem: `${order}-1`, answer: '已改' }],
  signature: online,
});

const missed = live(ended, result({ grade: '不合格', score: '55', missedGoals: ['入网户数'] }));

const almost = live(
  inUse,
  { ...wish('CirculateResult', 'finance-performance'), on: '2015-04-13' },
  { ...wish('AcknowledgeNotice', 'department'), on: '2015-04-14' },
  { ...wish('DecideBudgetLink', 'section-chief', { action: 'unchanged' }), on: '2015-04-15' },
);

const WISHES: readonly Step[] = [
  opening(),
  opening({ takenOver: { atStage: 'ended', approvedFen: '5', gaps: ['没有目标'] } }),
  opening({ takenOver: { atStage: 'tracking', approvedFen: '50000000', gaps: [] }, nature: 'recurrent' }),
  declaring(),
  declaring(withoutGoal),
  ...answers.map((answer) =>
    wish('Declare', 'unit-clerk', { form: form(), answers: [answer], signature: scan }),
  ),
  wish('SaveDraft', 'unit-clerk', { form: { need: '写到一半' } }),
  wish('SettleRemarks', 'department', { settled: [{ remark: 'D1-1', settled: true }] }),
  wish('SaveReviewDraft', 'finance-performance', { form: { opinion: '写到一半' } }),
  wish('SaveTrackingDraft', 'unit-clerk', { round: '2014-07', form: { remark: '写到一半' } }),
  wish('Withdraw', 'unit-head', { reason: '不做了' }),
  wish('NoteWindow', 'system', {
    window: 'declaration',
    until: '2013-10-31',
    clause: 'zh-2014/goal-threshold/new',
  }),
  wish('NoteWindow', 'system', {
    window: 'mid-year-adjustment',
    until: '2014-06-30',
    clause: 'zh-2014/goal-threshold/new',
  }),
  passing,
  { ...passing, data: { verdict: 'return', opinion: '不完整', remarks: ['补'] } },
  reviewingMoney,
  reviewingGoal,
  remarked('良'),
  remarked('中'),
  remarked('差'),
  controlling,
  wish('IssueControlFigure', 'finance-business', { controlFen: yuan('100000'), reason: '财力所限' }),
  resubmitting,
  wish('Resubmit', 'unit-head', {
    requestedFen: yuan('100000'),
    goalRevision: { unchangedReason: '不变' },
    signature: online,
  }),
  approving,
  round,
  reporting(),
  reporting({ progressPercent: '5' }),
  wish('AcceptDeviation', 'finance-performance', { round: '2014-07', reason: '可以' }),
  paying('100000', 'P-1', '2013-09-01'),
  paying('400000', 'P-2', '2013-09-01'),
  wish('OrderRectification', 'finance-performance', { problems: ['未开工'], receivedOn: '2013-09-01' }),
  wish('ReportRectification', 'unit-head', rectified('R1')),
  wish('ReportRectification', 'unit-head', rectified('R2')),
  wish('ConfirmRectification', 'finance-performance', { order: 'R1', accepted: true, opinion: '好' }),
  wish('ConfirmRectification', 'finance-performance', { order: 'R1', accepted: false, opinion: '不够' }),
  wish('RequestStopPayment', 'finance-performance', { reason: '偏离' }),
  wish('AcknowledgeStopPayment', 'treasury', { request: 'S1' }),
  wish('LiftStopPayment', 'finance-performance', { request: 'S1', reason: '好了' }),
  wish('RequestAdjustment', 'unit-head', {
    kind: 'transfer',
    newAmountFen: yuan('450000'),
    goalRevision: { unchangedReason: '降价' },
    reason: '节余',
    signature: online,
  }),
  wish('DecideAdjustment', 'finance-business', { granted: true, opinion: '同意' }),
  wish('DecideAdjustment', 'finance-business', { granted: false, opinion: '不同意' }),
  wish('TakeOverUnit', 'system', {
    unit: 'U-07',
    unitName: '农村污水处理中心',
    department: 'D-01',
    from: '2014-01-01',
    paper: '编办〔2014〕1号',
    reason: '更名',
  }),
  wish('NoteProjectStatus', 'system', { status: 'suspended', reason: '征地' }),
  wish('NoteProjectStatus', 'system', { status: 'resumed', reason: '好了' }),
  wish('NoteProjectStatus', 'system', { status: 'terminated', reason: '不做了' }),
  wish('CarryOver', 'finance-business', { amountFen: yuan('0') }),
  wish('ReceiveCarryOver', 'system', { fromYear: 2013, amountFen: '100' }),
  wish('NoteEvaluation', 'system', { evaluationId: 'E-ZH-001-completion' }),
  result(),
  result({ resultVersion: 2, grade: '不合格', score: '50', missedGoals: ['入网户数'] }),
  wish('CirculateResult', 'finance-performance', { problems: [] }),
  wish('CirculateResult', 'finance-performance', { problems: ['台账不全'] }),
  wish('AcknowledgeNotice', 'department'),
  wish('ReportResultRectification', 'unit-head', {
    answers: [{ problem: 'P1-1', answer: '已改' }],
    signature: online,
  }),
  wish('ReportResultRectification', 'unit-head', {
    answers: [
      { problem: 'P1-1', answer: '已改' },
      { problem: 'P1-2', answer: '已改' },
    ],
    signature: online,
  }),
  wish('ReportResultRectification', 'unit-head', {
    answers: [{ problem: 'P2-1', answer: '已改' }],
    signature: online,
  }),
  wish('ConfirmResultRectification', 'finance-performance', { accepted: true, opinion: '好' }),
  wish('ConfirmResultRectification', 'finance-performance', { accepted: false, opinion: '不够' }),
  wish('DecideBudgetLink', 'section-chief', { action: 'unchanged', reason: '续做' }),
  wish('VerifyClue', 'finance-performance', { founded: true, opinion: '属实' }),
  wish('VerifyClue', 'finance-performance', { founded: false, opinion: '不属实' }),
  wish('CloseClue', 'section-chief', { reason: '情节轻微' }),
  wish('OpenCase', 'section-chief', { summary: '问责' }),
  wish('DecideDisclosure', 'finance-performance', { decision: 'withhold', reason: '涉密' }),
  wish('DecideDisclosure', 'finance-performance', {
    decision: 'publish',
    url: 'https://www.example.gov.cn/jx/1',
  }),
];

/** What ends a life before its time, or skips a part of it. */
const RASH = new Set(['Withdraw', 'NoteProjectStatus/terminated', 'ReceiveResult/approved', 'Open/ended']);

function isRash({ does, data }: Step, { state }: Life): boolean {
  const { status = '', takenOver = null } = data as {
    status?: string;
    takenOver?: { atStage: string } | null;
  };
  return [does, `${does}/${status}`, `${does}/${state.stage}`, `${does}/${takenOver?.atStage}`].some((name) =>
    RASH.has(name),
  );
}

const WALKS: Walks<ProjectYearState> = {
  story,
  tries: WISHES,
  startOn: '2013-09-02',
  from: [unborn, opened, atFinance, reviewed, approved, tracked, ended, inUse, missed, almost],
  isRash,
  runs: 250,
};

describeWalks(WALKS);

describe('the walks of a project-year', () => {
  it('get far enough to mean something: every kind of fact happens', () => {
    const seen = new Set(
      walksOf(WALKS)
        .someWalks(800)
        .flatMap(({ life }) => story.typesOf(life)),
    );
    expect(Object.keys(projectYear.events).filter((type) => !seen.has(type))).toEqual([]);
  });
});
