import { describe, expect, it } from '@jest/globals';
import { type Step, yuan, online, marks, step } from '@quancheng/testing';
import type { Instant } from '@quancheng/kernel';
import {
  controlling,
  type Life,
  indicators,
  form,
  opening,
  declaring,
  passing,
  reviewingMoney,
  reviewingGoal,
  resubmitting,
  approving,
  paying,
  trackingForm,
  reporting,
  result,
  opened,
  declared,
  atFinance,
  reviewed,
  controlled,
  approved,
  tracked,
  ended,
  inUse,
  story,
} from './project-year.story.ts';

const { clockAt, live, refusalOf, unborn } = story;

describe('what is refused, and why', () => {
  const [first, second, ...rest] = indicators as { [key: string]: never }[];
  const problems = (more: object): Step =>
    step('OrderRectification', 'finance-performance', '2014-08-25', {
      problems: ['二村未开工'],
      receivedOn: '2014-08-25',
      ...more,
    });
  const adjust = (more: object): Step =>
    step('RequestAdjustment', 'unit-head', '2014-07-01', {
      kind: 'transfer',
      newAmountFen: yuan('400000'),
      goalRevision: { unchangedReason: '降价' },
      reason: '节余',
      signature: online,
      ...more,
    });
  const adjusting = live(approved, adjust({}));
  const small = live(
    opened,
    declaring({ goalAnnual: '', indicators: [], requestedFen: yuan('300000') }),
    passing,
  );
  const rows: readonly (readonly [string, Life, Step, string])[] = [
    ['an id that is not project and year', unborn, opening({ projectId: 'ZH-002' }), 'STREAM_MISMATCH'],
    ["a stranger's unit", opened, { ...declaring(), as: 'department' }, 'ROLE_NOT_ALLOWED'],
    ['the clerk signing for the head', opened, { ...declaring(), as: 'unit-clerk' }, 'HEAD_MUST_SIGN'],
    ['no signature at all', opened, { ...declaring(), data: { form: form() } }, 'FORM_INVALID'],
    [
      'a scan without its digest',
      opened,
      { ...declaring(), data: { form: form(), signature: { mode: 'stamped-scan' } } },
      'FORM_INVALID',
    ],
    ['money without its unit', opened, declaring({ requestedFen: { amount: '60' } }), 'FORM_INVALID'],
    [
      'money below one fen',
      opened,
      declaring({ requestedFen: { amount: '60.0000001', unit: '万元' } }),
      'FORM_INVALID',
    ],
    ['a day that does not exist', opened, declaring({ startOn: '2014-02-29' }), 'FORM_INVALID'],
    ['no goal above the threshold', opened, declaring({ goalAnnual: '', indicators: [] }), 'GOAL_REQUIRED'],
    [
      'indicators without a goal',
      opened,
      declaring({ goalAnnual: '', requestedFen: yuan('300000') }),
      'GOAL_TEXT_MISSING',
    ],
    [
      'a number that is not one',
      opened,
      declaring({ indicators: [{ ...first, target: '≥120户' }, second, ...rest] as never }),
      'INDICATORS_INVALID',
    ],
    [
      'two indicators on one row',
      opened,
      declaring({ indicators: [first, { ...second, row: '1' }, ...rest] as never }),
      'INDICATORS_INVALID',
    ],
    ['declaring in the future', opened, { ...declaring(), happenedOn: '2013-10-09' }, 'FUTURE_DATE'],
    [
      'a late entry without reason',
      opened,
      { ...declaring(), happenedOn: '2013-10-07' },
      'LATE_ENTRY_NEEDS_REASON',
    ],
    ['declaring twice', declared, declaring(), 'WRONG_STAGE'],
    ['skipping the department', declared, reviewingMoney, 'WRONG_STAGE'],
    ['skipping the second submission', reviewed, approving, 'WRONG_STAGE'],
    [
      'a return without remarks',
      declared,
      { ...passing, data: { verdict: 'return', opinion: '不行' } },
      'REMARKS_MISSING',
    ],
    [
      "a review by finance of another unit's kind",
      declared,
      { ...passing, as: 'finance-business' },
      'ROLE_NOT_ALLOWED',
    ],
    [
      'recommending more than requested',
      atFinance,
      { ...reviewingMoney, data: { recommendedFen: yuan('600000.01'), opinion: '加' } },
      'ABOVE_REQUEST',
    ],
    ['reviewing the money twice', live(atFinance, reviewingMoney), reviewingMoney, 'ALREADY_DONE'],
    ['reviewing the goal twice', live(atFinance, reviewingGoal), reviewingGoal, 'ALREADY_DONE'],
    [
      'a sheet with a point left out',
      atFinance,
      { ...reviewingGoal, data: { marks: (marks() as never[]).slice(1), opinion: '好' } },
      'REVIEW_SHEET_INCOMPLETE',
    ],
    [
      'a point marked twice',
      atFinance,
      {
        ...reviewingGoal,
        data: { marks: [...(marks() as never[]), { point: '1.1', mark: '优' }] as never, opinion: '好' },
      },
      'POINT_MARKED_TWICE',
    ],
    [
      'set aside without a reason',
      atFinance,
      { ...reviewingGoal, data: { marks: marks('优', { '3.4': '不适用' }), opinion: '好' } },
      'REVIEW_SHEET_INCOMPLETE',
    ],
    [
      'polish without saying what',
      atFinance,
      { ...reviewingGoal, data: { marks: marks('良'), opinion: '好' } },
      'REMARKS_MISSING',
    ],
    ['reviewing a goal that was not set', small, reviewingGoal, 'NO_GOAL'],
    [
      'allowing more than requested',
      reviewed,
      { ...controlling, data: { controlFen: yuan('700000') } },
      'ABOVE_REQUEST',
    ],
    [
      'another figure than recommended, unexplained',
      reviewed,
      { ...controlling, data: { controlFen: yuan('400000') } },
      'REASON_MISSING',
    ],
    [
      'a second submission off the figure',
      controlled,
      { ...resubmitting, data: { ...(resubmitting.data as object), requestedFen: yuan('500000.01') } },
      'NOT_THE_CONTROL_FIGURE',
    ],
    [
      'a cut without a matched goal',
      controlled,
      { ...resubmitting, data: { requestedFen: yuan('500000'), signature: online } },
      'GOAL_NOT_MATCHED',
    ],
    [
      'approving again in another batch',
      approved,
      { ...approving, data: { ...(approving.data as object), batch: 'B-02' } },
      'ALREADY_DONE',
    ],
    [
      'withdrawing what is approved',
      approved,
      step('Withdraw', 'unit-head', '2014-03-01', { reason: '不做了' }),
      'WRONG_STAGE',
    ],
    ['spending typed by the unit', approved, { ...paying('1'), as: 'unit-clerk' }, 'ROLE_NOT_ALLOWED'],
    ['one payment number, two amounts', tracked, paying('300000.01'), 'PAYMENT_CONFLICT'],
    ['a payment of nothing', approved, paying('0'), 'PAYMENT_EMPTY'],
    [
      'a payment of tomorrow',
      approved,
      { ...paying('1', 'P-8', '2014-07-16'), on: '2014-07-15' },
      'PAYMENT_IN_FUTURE',
    ],
    ['a round that was not sent out', approved, reporting(), 'ROUND_UNKNOWN'],
    ['reporting a round twice', live(tracked, reporting()), reporting(), 'ALREADY_DONE'],
    [
      'a row left out',
      tracked,
      reporting({ indicators: [{ row: '1', actual: '84' }] }),
      'INDICATORS_NOT_REPORTED',
    ],
    [
      'a row invented',
      tracked,
      {
        ...reporting(),
        data: {
          round: '2014-07',
          form: trackingForm({
            indicators: [
              ...(trackingForm() as { indicators: never[] }).indicators,
              { row: '9', actual: '1' },
            ] as never,
          }),
        },
      },
      'INDICATORS_NOT_REPORTED',
    ],
    [
      'accepting a deviation nobody found',
      tracked,
      step('AcceptDeviation', 'finance-performance', '2014-08-25', { round: '2014-07', reason: '无' }),
      'NO_OPEN_DEVIATION',
    ],
    ['an order received tomorrow', approved, problems({ receivedOn: '2014-08-26' }), 'RECEIVED_IN_FUTURE'],
    ['an order on no deviation', tracked, problems({ round: '2014-07' }), 'NO_OPEN_DEVIATION'],
    ['the same order twice', live(approved, problems({})), problems({}), 'ALREADY_DONE'],
    [
      'a problem left unanswered',
      live(approved, problems({})),
      step('ReportRectification', 'unit-head', '2014-09-01', { order: 'R1', answers: [], signature: online }),
      'PROBLEMS_NOT_ANSWERED',
    ],
    [
      'confirming what was not reported',
      live(approved, problems({})),
      step('ConfirmRectification', 'finance-performance', '2014-09-01', {
        order: 'R1',
        accepted: true,
        opinion: '好',
      }),
      'NO_OPEN_ORDER',
    ],
    [
      'acknowledging no request',
      approved,
      step('AcknowledgeStopPayment', 'treasury', '2014-09-01', { request: 'S1' }),
      'NO_OPEN_STOP',
    ],
    ['an adjustment that leaves the goal', approved, adjust({ goalRevision: null }), 'GOAL_NOT_MATCHED'],
    [
      'an adjustment that changes nothing',
      approved,
      adjust({ newAmountFen: yuan('500000'), goalRevision: null }),
      'NOTHING_CHANGES',
    ],
    [
      'an adjustment below what is paid',
      live(approved, paying('450000')),
      { ...adjust({}), on: '2014-08-01' },
      'BELOW_PAID',
    ],
    ['two requests at once', adjusting, adjust({}), 'ALREADY_DONE'],
    [
      "an adjustment without the congress's paper",
      live(approved, adjust({ kind: 'adjustment' })),
      step('DecideAdjustment', 'finance-business', '2014-07-10', { granted: true, opinion: '同意' }),
      'PAPER_MISSING',
    ],
    [
      'deciding nothing',
      approved,
      step('DecideAdjustment', 'finance-business', '2014-07-10', { granted: true, opinion: '同意' }),
      'NO_OPEN_ADJUSTMENT',
    ],
    [
      'carrying more than is left',
      ended,
      step('CarryOver', 'finance-business', '2015-01-20', { amountFen: yuan('0.01') }),
      'ABOVE_UNSPENT',
    ],
    [
      'one source year, two amounts',
      live(opened, step('ReceiveCarryOver', 'system', '2014-01-20', { fromYear: 2013, amountFen: '1' })),
      step('ReceiveCarryOver', 'system', '2014-01-20', { fromYear: 2013, amountFen: '2' }),
      'CARRY_OVER_CONFLICT',
    ],
    [
      'declaring while the project rests',
      live(
        opened,
        step('NoteProjectStatus', 'system', '2013-09-20', { status: 'suspended', reason: '征地' }),
      ),
      declaring(),
      'PROJECT_SUSPENDED',
    ],
    [
      'an outdated result',
      live(inUse, result({ resultVersion: 3 })),
      result({ resultVersion: 2 }),
      'RESULT_OUTDATED',
    ],
    [
      'acknowledging what was not circulated',
      inUse,
      step('AcknowledgeNotice', 'department', '2015-04-14'),
      'DUTY_NOT_OPEN',
    ],
    [
      'a cut without its size',
      inUse,
      step('DecideBudgetLink', 'finance-business', '2015-04-20', { action: 'cut' }),
      'CUT_MISMATCH',
    ],
    [
      'against the proposal without a reason',
      inUse,
      step('DecideBudgetLink', 'finance-business', '2015-04-20', { action: 'priority' }),
      'REASON_MISSING',
    ],
    [
      'withholding without a reason',
      inUse,
      step('DecideDisclosure', 'finance-performance', '2015-04-20', { decision: 'withhold' }),
      'FORM_INVALID',
    ],
    [
      'verifying no clue',
      inUse,
      step('VerifyClue', 'finance-performance', '2015-04-20', { founded: true, opinion: '属实' }),
      'DUTY_NOT_OPEN',
    ],
    [
      'a case before verification',
      live(ended, result({ missedGoals: ['入网户数'] })),
      step('OpenCase', 'section-chief', '2015-04-20', { summary: '问责' }),
      'DUTY_NOT_OPEN',
    ],
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
    expect(fault).toMatchObject({
      field: 'form.requestedFen',
      code: 'MONEY_UNIT_MISSING',
      because: { zh: '金额没有注明单位' },
    });
  });

  it("a finished one-off needs a successor, or a person's decision with a reason", () => {
    const oneOff = clockAt(
      live(
        unborn,
        opening({ term: 'one-off', takenOver: { atStage: 'approved', approvedFen: '1', gaps: [] } }),
      ),
      '2015-01-01T00:00:00.000+08:00' as Instant,
    );
    const life = live(oneOff, result());
    const decide = (more: object): Step =>
      step('DecideBudgetLink', 'section-chief', '2015-04-20', { action: 'unchanged', ...more });
    expect(refusalOf(life, decide({})).code).toBe('SUCCESSOR_NEEDED');
    expect(live(life, decide({ successor: 'ZH-009' })).state).toMatchObject({
      budgetLink: { action: 'unchanged' },
    });
    expect(live(life, decide({ action: 'no-next-budget', reason: '项目已完成' })).state).toMatchObject({
      budgetLink: { action: 'no-next-budget' },
    });
  });
});
