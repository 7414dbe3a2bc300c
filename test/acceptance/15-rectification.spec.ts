import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Address, yearFile } from './support/bureau.ts';
import { yearsAt } from './support/lives.ts';
import { online, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 督促纠正: an order, due in working days; a report; a confirmation. Stopping the money is asked of the treasury. */
const here = theBureau('2014-09-24');
const CLAUSE = 'zh-2014/deadline/rectification';
const silent = yearFile('R-SILENT');
const answered = yearFile('R-ANSWERED');
const stopped = yearFile('R-STOP');

const order = (year: Address) =>
  here.bureau.does('finance-performance', year, 'order-rectification', {
    problems: ['二村未开工', '台账不全'],
    receivedOn: '2014-09-25',
  });
const BOTH = [
  { problem: 'R1-1', answer: '已开工' },
  { problem: 'R1-2', answer: '已补齐' },
];

beforeAll(async () => {
  await yearsAt(here.bureau, 'approved', [{ id: 'R-SILENT' }, { id: 'R-ANSWERED' }, { id: 'R-STOP' }]);
  await here.bureau.on('2014-09-25');
  await order(silent);
  await order(answered);
});

describe('the order', () => {
  it('received on 25 September 2014, is due on 14 October: a worked Sunday, the holiday and a worked Saturday between', async () => {
    const [duty] = await here.bureau.waitingAt(silent);
    expect(duty).toMatchObject({
      obligation: 'rectify/R1/1',
      waitingFor: { role: 'unit-head', unit: '201001' },
      since: '2014-09-25',
      until: '2014-10-14',
      clause: CLAUSE,
      escalatesTo: { role: 'finance-performance' },
    });
  });

  it.each([
    ['received tomorrow', { problems: ['三村未开工'], receivedOn: '2014-09-26' }, 422, 'RECEIVED_IN_FUTURE'],
    ['without a problem', { problems: [], receivedOn: '2014-09-25' }, 422, 'FORM_INVALID'],
    [
      'on the same problems twice',
      { problems: ['二村未开工', '台账不全'], receivedOn: '2014-09-25' },
      409,
      'ALREADY_DONE',
    ],
    [
      'on a round without a deviation',
      { problems: ['三'], receivedOn: '2014-09-25', round: '2014-07' },
      422,
      'ROUND_UNKNOWN',
    ],
  ])('is refused: %s', async (_what, paper, status, code) => {
    const said = await here.bureau.tries('finance-performance', silent, 'order-rectification', paper);
    expect(said).toMatchObject({ status, code });
  });
});

describe('the answer', () => {
  const report = (answers: unknown) =>
    here.bureau.tries('unit-head', answered, 'report-rectification', {
      order: 'R1',
      answers,
      signature: online,
    });

  it('names every problem; finance confirms it or sends it back with a date of its own', async () => {
    const { bureau } = here;
    expect(await report([BOTH[0]])).toMatchObject({
      status: 422,
      code: 'PROBLEMS_NOT_ANSWERED',
      clause: CLAUSE,
    });
    expect(await report(BOTH)).toMatchObject({ status: 200 });
    expect(await bureau.duties(answered)).toEqual([
      'confirm-rectification/R1/1 finance-performance 2014-10-14',
    ]);

    const confirm = (accepted: boolean) =>
      bureau.does('finance-performance', answered, 'confirm-rectification', {
        order: 'R1',
        accepted,
        opinion: '已核',
      });
    await bureau.on('2014-09-26');
    await confirm(false);
    expect(await bureau.duties(answered)).toEqual(['rectify/R1/2 unit-head 2014-10-15']);
    expect(await report(BOTH)).toMatchObject({ status: 200 });
    await confirm(true);
    expect(await bureau.duties(answered)).toEqual([]);
    expect(await report(BOTH)).toMatchObject({ status: 422, code: 'NO_OPEN_ORDER' });
  });
});

describe('no answer', () => {
  const clockFacts = async () =>
    (await here.bureau.factsOf(silent)).filter(({ data }) => data.obligationId === 'rectify/R1/1');

  it('is reminded until 24:00 of the last day, and escalates then', async () => {
    const { bureau } = here;
    await bureau.lateOn('2014-10-14');
    expect((await clockFacts()).map(({ type, data }) => [type, data.instant])).toEqual([
      ['ObligationReminded', '2014-10-07T09:00:00.000+08:00'],
      ['ObligationReminded', '2014-10-13T09:00:00.000+08:00'],
      ['ObligationReminded', '2014-10-14T09:00:00.000+08:00'],
    ]);
    await bureau.afterThe('2014-10-14');
    expect((await clockFacts()).at(-1)).toMatchObject({
      type: 'ObligationLapsed',
      clause: CLAUSE,
      data: { escalatedTo: { role: 'finance-performance' }, due: '2014-10-14' },
    });
    const [duty] = await bureau.waitingAt(silent);
    expect(duty).toMatchObject({ obligation: 'rectify/R1/1', overdue: true });
  });

  it('escalates once, not twice, however long it lasts', async () => {
    const { bureau, stack } = here;
    await stack.stopWorker();
    await stack.startWorkerAgain();
    await bureau.on('2014-11-20');
    expect((await clockFacts()).filter(({ type }) => type === 'ObligationLapsed')).toHaveLength(1);
  });

  it('answered at last, it is recorded as so many days late', async () => {
    const { bureau } = here;
    await bureau.does('unit-head', silent, 'report-rectification', {
      order: 'R1',
      answers: BOTH,
      signature: online,
    });
    expect((await bureau.factOf(silent, 'RectificationReported')).data).toMatchObject({
      late: true,
      daysLate: 37,
    });
  });
});

describe('stopping the money', () => {
  const pay = async (paymentNo: string) => {
    await here.bureau.does('treasury', stopped, 'record-payments', {
      payments: [{ paymentNo, paidOn: here.bureau.today, amountFen: yuan('1000.00') }],
    });
    return (await here.bureau.factOf(stopped, 'PaymentsRecorded')).data.afterStopRequest;
  };

  it('is a request that the treasury acknowledges, and that finance lifts', async () => {
    const { bureau } = here;
    expect(await pay('P-1')).toBe(false);
    const asked = { reason: '整改逾期' };
    expect(await bureau.tries('treasury', stopped, 'request-stop-payment', asked)).toMatchObject({
      status: 403,
    });
    await bureau.does('finance-performance', stopped, 'request-stop-payment', asked);
    expect(await bureau.duties(stopped)).toEqual(['acknowledge-stop/S1 treasury -']);
    // The request stops nothing by itself: what the treasury still pays is recorded, and marked.
    expect(await pay('P-2')).toBe(true);
    expect(await bureau.tries('finance-performance', stopped, 'request-stop-payment', asked)).toMatchObject({
      status: 409,
      code: 'ALREADY_DONE',
    });

    const request = { request: 'S1' };
    expect(
      await bureau.tries('finance-performance', stopped, 'acknowledge-stop-payment', request),
    ).toMatchObject({
      status: 403,
    });
    await bureau.does('treasury', stopped, 'acknowledge-stop-payment', request);
    expect(await bureau.duties(stopped)).toEqual([]);
    await bureau.does('finance-performance', stopped, 'lift-stop-payment', { ...request, reason: '已整改' });
    expect(await pay('P-3')).toBe(false);
    expect(await bureau.typesOf(stopped)).toEqual(
      expect.arrayContaining(['StopPaymentRequested', 'StopPaymentAcknowledged', 'StopPaymentLifted']),
    );
  });
});
