import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Address, type Paper, yearFile } from './support/bureau.ts';
import { yearsAt } from './support/lives.ts';
import { trackingReport, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 全过程跟踪: goal, money and progress side by side; the money comes from the treasury alone. */
const here = theBureau('2014-07-31');
const DEVIATION = 'zh-2014/tracking/deviation';
const FILES = ['D-90', 'D-70', 'D-69', 'D-30', 'M-1', 'M-2', 'R-1', 'R-2'];

const pay = (year: Address, amount: string, paymentNo: string, paidOn = '2014-07-31') =>
  here.bureau.does('treasury', year, 'record-payments', {
    payments: [{ paymentNo, paidOn, amountFen: yuan(amount) }],
  });

beforeAll(async () => {
  const { bureau } = here;
  await yearsAt(
    bureau,
    'approved',
    FILES.map((id) => ({ id })),
  );
  await bureau.on('2014-08-01');
  await bureau.does('finance-performance', 'budget-years/2014', 'send-tracking-round', {
    round: '2014-07',
    asOf: '2014-07-31',
  });
  await bureau.settle();
});

describe('goal against money against progress', () => {
  // The share of 500,000.00 yuan paid by 31 July, what is reached of the goal, and whether the two have parted.
  it.each([
    ['D-90', '450000.00', 30, { moneyPercent: '90.00', goalPercent: '30.00' }, true],
    ['D-70', '350000.00', 50, { moneyPercent: '70.00', goalPercent: '50.00' }, true],
    ['D-69', '349950.00', 50, { moneyPercent: '69.99', goalPercent: '50.00' }, false],
    ['D-30', '150000.00', 50, { moneyPercent: '30.00', goalPercent: '50.00' }, true],
  ])('%s: %s yuan and %s % of the goal', async (id, paid, percent, measured, deviates) => {
    const { bureau } = here;
    const year = yearFile(id);
    await pay(year, paid, 'P-1');
    await bureau.does('unit-clerk', year, 'report-tracking', {
      round: '2014-07',
      form: trackingReport(percent),
    });
    expect(await bureau.factOf(year, 'TrackingReported')).toMatchObject({
      clause: 'zh-2014/deadline/tracking-report',
      data: { ...measured, progressPercent: String(percent), plannedPercent: '66.74', late: false },
    });
    expect((await bureau.typesOf(year)).includes('DeviationFound')).toBe(deviates);
    const owed = await bureau.waitingAt(year);
    expect(owed.map(({ obligation, clause }) => [obligation, clause])).toEqual(
      deviates ? [['deviation/2014-07', DEVIATION]] : [],
    );
  });

  it('a deviation is answered: an order, or an explanation that finance accepts', async () => {
    const { bureau } = here;
    const explain = { round: '2014-07', reason: '汛期停工，已排计划' };
    await bureau.does('finance-performance', yearFile('D-70'), 'accept-deviation', explain);
    expect(await bureau.duties(yearFile('D-70'))).toEqual([]);
    expect(
      await bureau.tries('finance-performance', yearFile('D-70'), 'accept-deviation', explain),
    ).toMatchObject({
      status: 409,
      code: 'NO_OPEN_DEVIATION',
    });
    await bureau.does('finance-performance', yearFile('D-90'), 'order-rectification', {
      problems: ['资金快于目标'],
      receivedOn: '2014-08-01',
      round: '2014-07',
    });
    expect(await bureau.duties(yearFile('D-90'))).toEqual(['rectify/R1/1 unit-head 2014-08-15']);
  });
});

describe('spending comes from the treasury alone', () => {
  const payment = { paymentNo: 'P-1', paidOn: '2014-07-31', amountFen: yuan('100000.00') };

  it.each(['unit-clerk', 'unit-head', 'department', 'finance-business', 'finance-performance'] as const)(
    'not from the %s',
    async (by) => {
      const said = await here.bureau.tries(by, yearFile('M-1'), 'record-payments', { payments: [payment] });
      expect([said.status, said.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
    },
  );

  it('a unit cannot type it into its report', async () => {
    const form = trackingReport(50, { paidFen: yuan('100000.00') });
    const said = await here.bureau.tries('unit-clerk', yearFile('M-1'), 'report-tracking', {
      round: '2014-07',
      form,
    });
    expect(said).toMatchObject({ status: 422, code: 'FORM_INVALID', fields: ['form'] });
  });

  it('each payment counts once, and only up to the day of the round', async () => {
    const { bureau } = here;
    const year = yearFile('M-1');
    await pay(year, '100000.00', 'P-1');
    await pay(year, '100000.00', 'P-1');
    await pay(year, '200000.00', 'P-2', '2014-08-01');
    expect(await bureau.stateOf(year)).toMatchObject({ paidYuan: '300000.00', payments: [{}, {}] });
    await bureau.does('unit-clerk', year, 'report-tracking', { round: '2014-07', form: trackingReport(30) });
    expect((await bureau.factOf(year, 'TrackingReported')).data).toMatchObject({
      paidYuan: '100000.00',
      moneyPercent: '20.00',
    });
  });

  it.each([
    ['the same number with another amount', { amountFen: yuan('100000.01') }, 'PAYMENT_CONFLICT'],
    ['a day that has not come', { paymentNo: 'P-3', paidOn: '2014-08-02' }, 'PAYMENT_IN_FUTURE'],
    ['nothing at all', { paymentNo: 'P-4', amountFen: yuan('0') }, 'PAYMENT_EMPTY'],
  ])('%s is refused, and with it the whole file', async (_what, fault, code) => {
    const { bureau } = here;
    const good = { ...payment, paymentNo: 'P-9' };
    const payments = [good, { ...payment, ...fault }];
    expect(await bureau.tries('treasury', yearFile('M-1'), 'record-payments', { payments })).toMatchObject({
      status: 422,
      code,
    });
    expect(await bureau.stateOf(yearFile('M-1'))).toMatchObject({ payments: [{}, {}] });
  });

  it('spending above the approval is recorded and marked', async () => {
    await pay(yearFile('M-2'), '500000.01', 'P-1');
    expect((await here.bureau.factOf(yearFile('M-2'), 'PaymentsRecorded')).data).toMatchObject({
      overspent: true,
    });
  });
});

describe('the report of a round', () => {
  it.each([
    ['a round nobody sent', { round: '2014-06' }, 'ROUND_UNKNOWN'],
    [
      'a row left out',
      { form: trackingReport(50, { indicators: [{ row: '1', actual: '60' }] }) },
      'INDICATORS_NOT_REPORTED',
    ],
    [
      'a row that was never approved',
      { form: withRow({ row: '7', actual: '1' }) },
      'INDICATORS_NOT_REPORTED',
    ],
  ] as const)('%s is refused', async (_what, fault, code) => {
    const paper: Paper = { round: '2014-07', form: trackingReport(50), ...fault };
    const said = await here.bureau.tries('unit-clerk', yearFile('R-1'), 'report-tracking', paper);
    expect(said).toMatchObject({ status: 422, code });
  });

  it('is due one month after the day of the round; late is recorded by days, and told to the department', async () => {
    const { bureau } = here;
    const report = { round: '2014-07', form: trackingReport(60) };
    expect(await bureau.duties(yearFile('R-1'))).toEqual(['tracking-report/2014-07 unit-clerk 2014-09-01']);
    await bureau.lateOn('2014-09-01');
    await bureau.does('unit-clerk', yearFile('R-1'), 'report-tracking', report);
    await bureau.on('2014-09-03');
    await bureau.does('unit-clerk', yearFile('R-2'), 'report-tracking', report);
    const judged = async (id: string) => (await bureau.factOf(yearFile(id), 'TrackingReported')).data;
    expect([await judged('R-1'), await judged('R-2')]).toMatchObject([
      { late: false, daysLate: 0 },
      { late: true, daysLate: 2 },
    ]);
    expect((await bureau.factOf(yearFile('R-2'), 'ObligationLapsed')).data).toMatchObject({
      obligationId: 'tracking-report/2014-07',
      escalatedTo: { role: 'department', unit: '201' },
    });
  });
});

function withRow(row: Paper): Paper {
  const form = trackingReport(50);
  return { ...form, indicators: [...(form.indicators as Paper[]), row] };
}
