import { describe, expect, it } from '@jest/globals';
import { type Data, type Step, yuan, online, step } from '@quancheng/testing';
import { type Instant, toJson } from '@quancheng/kernel';
import { wakeAt } from '../core/run.ts';
import { story as evaluated, submit } from '../evaluation/evaluation.story.ts';
import { projectYear } from './index.ts';
import {
  indicators,
  type Life,
  approving,
  controlling,
  declaring,
  passing,
  resubmitting,
  reviewingGoal,
  reviewingMoney,
  opening,
  round,
  paying,
  reporting,
  opened,
  approved,
  tracked,
  ended,
  duties,
  story,
} from './project-year.story.ts';

const { clockAt, dataOf, followUpsOf, lastOf, live, typesOf, unborn } = story;

describe('tracking', () => {
  it('compares goal, money and progress; money comes from payments up to the cut-off day', () => {
    const life = live(
      approved,
      round,
      paying('300000.00'),
      paying('100000.00', 'P-2', '2014-08-04'),
      reporting(),
    );
    expect(dataOf(life, 'TrackingReported')).toMatchObject({
      paidFen: 30_000_000n,
      moneyPercent: '60.00',
      goalPercent: '84.44',
      plannedPercent: '66.74',
      progressPercent: '70',
      late: false,
    });
  });

  it('90% of the money with 30% of the goal is a deviation, which finance must answer', () => {
    const low = {
      indicators: [
        { row: '1', actual: '36' },
        { row: '2', actual: '28.5' },
        { row: '3', actual: '20.4' },
        { row: '4', actual: '85' },
        { row: '5', attainedPercent: '30' },
        { row: '6', actual: '27' },
      ],
    };
    const life = live(approved, round, paying('450000.00'), reporting(low as never));
    expect(dataOf(life, 'TrackingReported')).toMatchObject({ goalPercent: '30.00', moneyPercent: '90.00' });
    expect(duties(life)).toEqual(['deviation/2014-07 finance-performance -']);
    expect(
      duties(
        live(
          life,
          step('AcceptDeviation', 'finance-performance', '2014-08-25', {
            round: '2014-07',
            reason: '汛期停工，已排计划',
          }),
        ),
      ),
    ).toEqual([]);
  });

  it('the report is due one month after the cut-off day, and lateness is counted from its due day', () => {
    expect(duties(tracked)).toEqual(['tracking-report/2014-07 unit-clerk 2014-09-01']);
    const late = live(tracked, { ...reporting(), on: '2014-09-03' });
    expect(dataOf(late, 'TrackingReported')).toMatchObject({ late: true, daysLate: 2 });
  });

  it('a year without a goal has no goal light and no goal share', () => {
    const life = live(
      unborn,
      opening({ takenOver: { atStage: 'tracking', approvedFen: '50000000', gaps: ['没有绩效目标'] } }),
      round,
      reporting({ indicators: [] }),
    );
    expect(dataOf(life, 'TrackingReported')).toMatchObject({ goalPercent: null, lights: [] });
  });

  it('each payment counts once', () => {
    const twice = live(approved, paying('300000.00'), {
      ...paying('300000.00'),
      on: '2014-07-16',
      data: {
        payments: [
          { paymentNo: 'P-1', paidOn: '2014-07-15', amountFen: '30000000' },
          { paymentNo: 'P-2', paidOn: '2014-07-16', amountFen: '1' },
        ],
      },
    });
    expect(twice.state).toMatchObject({ paidFen: 30_000_001n });
    expect(live(twice, paying('300000.00')).events).toHaveLength(twice.events.length);
  });

  it('a suspended project is not asked for a round', () => {
    const still = live(
      approved,
      step('NoteProjectStatus', 'system', '2014-06-01', { status: 'suspended', reason: '征地' }),
      round,
    );
    expect(typesOf(still, 9)).toEqual(['ProjectSuspended']);
  });
});

describe('rectification, stop of payment, adjustment', () => {
  const order = step('OrderRectification', 'finance-performance', '2014-09-25', {
    problems: ['二村未开工'],
    receivedOn: '2014-09-25',
  });
  const answer = (on: string): Step =>
    step('ReportRectification', 'unit-head', on, {
      order: 'R1',
      answers: [{ problem: 'R1-1', answer: '已开工' }],
      signature: online,
    });
  it('received on 25 September 2014, the answer is due on 14 October', () => {
    expect(duties(live(approved, order))).toEqual(['rectify/R1/1 unit-head 2014-10-14']);
  });

  it('no answer escalates once, not twice', () => {
    const silent = clockAt(live(approved, order), '2014-10-15T00:00:00.000+08:00' as Instant);
    expect(lastOf(silent, 'ObligationLapsed').data).toMatchObject({
      escalatedTo: { role: 'finance-performance' },
    });
    expect(clockAt(silent, '2014-11-15T00:00:00.000+08:00' as Instant).events).toHaveLength(
      silent.events.length,
    );
  });

  it('an answer that is not enough gets a new date, an accepted one ends it', () => {
    const answered = live(approved, order, answer('2014-10-15'));
    expect(dataOf(answered, 'RectificationReported')).toMatchObject({ late: true, daysLate: 1 });
    const back = live(
      answered,
      step('ConfirmRectification', 'finance-performance', '2014-10-20', {
        order: 'R1',
        accepted: false,
        opinion: '证据不足',
      }),
    );
    expect(duties(back)).toEqual(['rectify/R1/2 unit-head 2014-11-03']);
    const done = live(
      back,
      answer('2014-10-28'),
      step('ConfirmRectification', 'finance-performance', '2014-10-30', {
        order: 'R1',
        accepted: true,
        opinion: '同意销号',
      }),
    );
    expect(duties(done)).toEqual([]);
  });

  it('an order on a deviation settles it', () => {
    const deviating = live(approved, round, paying('500000.00'), reporting({ progressPercent: '10' }));
    const ordered = live(
      deviating,
      step('OrderRectification', 'finance-performance', '2014-08-25', {
        problems: ['进度滞后'],
        receivedOn: '2014-08-25',
        round: '2014-07',
      }),
    );
    expect(duties(ordered).map((one) => one.split(' ')[0])).toEqual(['rectify/R1/1']);
  });

  it('stopping payment is a request that the treasury acknowledges', () => {
    const asked = live(
      approved,
      step('RequestStopPayment', 'finance-performance', '2014-08-25', { reason: '严重偏离' }),
    );
    expect(duties(asked)).toEqual(['acknowledge-stop/S1 treasury -']);
    const stopped = live(
      asked,
      step('AcknowledgeStopPayment', 'treasury', '2014-08-26', { request: 'S1' }),
      paying('1.00', 'P-9', '2014-09-01'),
    );
    expect(dataOf(stopped, 'PaymentsRecorded')).toMatchObject({ afterStopRequest: true });
    expect(
      typesOf(
        live(
          stopped,
          step('LiftStopPayment', 'finance-performance', '2014-10-08', { request: 'S1', reason: '整改完成' }),
        ),
      ).at(-1),
    ).toBe('StopPaymentLifted');
  });

  it('a change of money changes the goal with it, once it is decided', () => {
    const [first, ...rest] = indicators as { [key: string]: never }[];
    const revision = { goalAnnual: '90户接入管网', indicators: [{ ...first, target: '90' }, ...rest] };
    const asked = live(
      approved,
      step('RequestAdjustment', 'unit-head', '2014-07-01', {
        kind: 'adjustment',
        newAmountFen: yuan('400000.00'),
        goalRevision: revision as never,
        reason: '一个村缓建',
        signature: online,
      }),
    );
    expect(asked.state).toMatchObject({
      approvedFen: 50_000_000n,
      goal: { annual: '120户接入管网，出水达标' },
    });
    const granted = live(
      asked,
      step('DecideAdjustment', 'finance-business', '2014-07-10', {
        granted: true,
        paperNo: '镇人常〔2014〕5号',
        opinion: '同意',
      }),
    );
    expect(granted.state).toMatchObject({
      approvedFen: 40_000_000n,
      goal: {
        annual: '90户接入管网',
        indicators: expect.arrayContaining([expect.objectContaining({ row: '1', target: '90' })]),
      },
    });
    expect(followUpsOf(granted, 'AdjustmentGranted')).toMatchObject([
      { type: 'NoteYearApproved', data: { approvedFen: 40_000_000n } },
    ]);
  });
});

describe('the end of the year and its money', () => {
  it('ends at 24:00 of 31 December, once', () => {
    expect(wakeAt(projectYear, approved.state)).toBe('2015-01-01T00:00:00.000+08:00');
    expect(clockAt(approved, '2014-12-31T23:59:59.999+08:00' as Instant).state.stage).toBe('approved');
    expect(ended.state.stage).toBe('ended');
    expect(clockAt(ended, '2016-01-01T00:00:00.000+08:00' as Instant).events).toHaveLength(
      ended.events.length,
    );
  });

  it('a recurrent project is evaluated for the year by itself', () => {
    const life = clockAt(
      live(
        unborn,
        opening({
          nature: 'recurrent',
          term: 'continuing',
          takenOver: { atStage: 'approved', approvedFen: '1', gaps: [] },
        }),
      ),
      '2015-01-01T00:00:00.000+08:00' as Instant,
    );
    expect(followUpsOf(life, 'FiscalYearEnded')).toMatchObject([
      {
        aggregate: 'evaluation',
        id: 'E-ZH-001-2014',
        type: 'StartSelfEvaluation',
        data: {
          object: { kind: 'project-years', projectYears: ['ZH-001-2014'] },
          completedOn: '2014-12-31',
          proof: { kind: 'year-end' },
        },
      },
    ]);
    expect(followUpsOf(ended, 'FiscalYearEnded')).toEqual([]);
  });

  describe('tells the evaluation of the year what was available and what was paid', () => {
    const continuing: Data = { nature: 'recurrent', term: 'continuing' };
    const takenOver = opening({
      ...continuing,
      takenOver: { atStage: 'tracking', approvedFen: '50000000', gaps: [] },
    });
    const carriedIn = step('ReceiveCarryOver', 'system', '2014-01-20', {
      fromYear: 2013,
      amountFen: '3000000',
    });
    const native = live(
      unborn,
      opening(continuing),
      declaring(),
      passing,
      reviewingMoney,
      reviewingGoal,
      controlling,
      resubmitting,
      approving,
    );
    const toldBy = (life: Life): { treasury?: unknown } => {
      const over = clockAt(life, '2015-01-01T00:00:00.000+08:00' as Instant);
      return followUpsOf(over, 'FiscalYearEnded')[0]?.data as { treasury?: unknown };
    };

    it.each([
      ['paid in part', live(native, paying('450000.00')), { budgetFen: 50_000_000n, paidFen: 45_000_000n }],
      [
        'with money carried over',
        live(native, carriedIn, paying('450000.00')),
        { budgetFen: 53_000_000n, paidFen: 45_000_000n },
      ],
      ['without a payment', native, { budgetFen: 50_000_000n, paidFen: 0n }],
      [
        'taken over, with payments',
        live(unborn, takenOver, paying('450000.00')),
        { budgetFen: 50_000_000n, paidFen: 45_000_000n },
      ],
      ['taken over, its payments a gap', live(unborn, takenOver), undefined],
    ])('%s', (_what, life, treasury) => {
      expect(toldBy(life).treasury).toEqual(treasury);
    });

    it.each([
      ['another amount', '460000.00', false],
      ['the same amount', '450000.00', true],
    ])('which then takes no other figure than that: %s', (_what, executed, taken) => {
      const told = toJson(toldBy(live(native, paying('450000.00'))));
      const begun = evaluated.live(
        evaluated.unborn,
        step('StartSelfEvaluation', 'system', '2015-01-01', told as Data),
      );
      const report = submit(
        {
          fullYearBudgetFen: yuan('500000.00'),
          executedFen: yuan(executed),
          executionSelfScore: '9',
          selfTotal: '99',
        },
        { on: '2015-03-02' },
      );
      const codes = JSON.stringify(evaluated.attempt(begun, report), (_key, value) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      expect(codes.includes('SPENDING_NOT_TREASURY')).toBe(!taken);
      expect(codes.includes('"stage":"self-evaluated"')).toBe(taken);
    });

    describe('what is registered after an evaluation has begun is told to it', () => {
      const december = step('RecordPayments', 'treasury', '2015-01-09', {
        payments: [{ paymentNo: 'P-12', paidOn: '2014-12-29', amountFen: yuan('20000.00') }],
      });
      const told = (id: string, paidFen: bigint) => [
        {
          aggregate: 'evaluation',
          id,
          type: 'NoteTreasury',
          data: { projectYearId: 'ZH-001-2014', budgetFen: 50_000_000n, paidFen },
        },
      ];

      it('a December payment reaches the evaluation of the year in January', () => {
        const yearly = live(unborn, takenOver, paying('450000.00'));
        expect(followUpsOf(yearly, 'PaymentsRecorded')).toEqual([]);
        const over = live(clockAt(yearly, '2015-01-01T00:00:00.000+08:00' as Instant), december);
        expect(followUpsOf(over, 'PaymentsRecorded').slice(-1)).toEqual(told('E-ZH-001-2014', 47_000_000n));
      });

      it('the evaluation of a completed project asks once, is told at once, and with each payment', () => {
        const asked = step('NoteEvaluation', 'system', '2014-12-03', { evaluationId: 'E-ZH-001-completion' });
        const life = live(approved, paying('450000.00'), asked, asked);
        expect(followUpsOf(life, 'EvaluationBegunNoted')).toEqual(told('E-ZH-001-completion', 45_000_000n));
        expect(followUpsOf(live(life, december), 'PaymentsRecorded').slice(-1)).toEqual(
          told('E-ZH-001-completion', 47_000_000n),
        );
      });
    });
  });

  it('what is left is carried over or taken back; the next year counts it once', () => {
    const left = clockAt(live(approved, paying('450000.00')), '2015-01-01T00:00:00.000+08:00' as Instant);
    expect(duties(left)).toEqual(['result finance-performance -', 'leftover finance-business -']);
    const settled = live(
      left,
      step('CarryOver', 'finance-business', '2015-01-20', { amountFen: yuan('30000.00') }),
    );
    expect(dataOf(settled, 'MoneyCarriedOver')).toMatchObject({
      unspentFen: 5_000_000n,
      amountFen: 3_000_000n,
      returnedFen: 2_000_000n,
    });
    expect(followUpsOf(settled, 'MoneyCarriedOver')).toEqual([
      {
        aggregate: 'project',
        id: 'ZH-001',
        type: 'NoteCarryOver',
        data: { fromYear: 2014, amountFen: 3_000_000n },
      },
    ]);
    const received = step('ReceiveCarryOver', 'system', '2014-01-20', {
      fromYear: 2013,
      amountFen: '3000000',
    });
    const next = live(opened, received, { ...received, on: '2014-01-21' });
    expect(next.state).toMatchObject({ carriedIn: [{ fromYear: 2013, amountFen: 3_000_000n }] });
  });
});
