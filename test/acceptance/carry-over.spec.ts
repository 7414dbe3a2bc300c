import { beforeAll, describe, expect, it } from '@jest/globals';
import { yearFile } from './support/bureau.ts';
import { yearsAt } from './support/lives.ts';
import { yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 结转: what is left of a year stands in the next one, counted once. */
const here = theBureau('2014-12-15');
const first = (id: string) => yearFile(id, 2014);
const next = (id: string) => yearFile(id, 2015);

beforeAll(async () => {
  const { bureau } = here;
  const phased = (id: string) => ({ id, term: 'phased' as const, project: { plannedEnd: '2015-11-30' } });
  await yearsAt(bureau, 'approved', ['C-1', 'C-2', 'C-3'].map(phased));
  await bureau.does('unit-clerk', 'projects/C-2', 'open-year', { fiscalYear: 2015 });
  for (const id of ['C-1', 'C-2'])
    await bureau.does('treasury', first(id), 'record-payments', {
      payments: [{ paymentNo: 'P-1', paidOn: '2014-12-12', amountFen: yuan('380000.00') }],
    });
  await bureau.does('treasury', first('C-3'), 'record-payments', {
    payments: [{ paymentNo: 'P-1', paidOn: '2014-12-12', amountFen: yuan('500000.00') }],
  });
  await bureau.on('2015-01-05');
});

const carry = (id: string, amount: string) =>
  here.bureau.tries('finance-business', first(id), 'carry-over', { amountFen: yuan(amount) });

describe('the money left at the end of the year', () => {
  it('waits for finance’s decision; where nothing is left, nobody waits', async () => {
    const { bureau } = here;
    expect(await bureau.duties(first('C-1'))).toContain('leftover finance-business -');
    expect((await bureau.duties(first('C-3'))).join()).not.toContain('leftover');
  });

  it.each([
    ['more than is left', '120000.01', 422, 'ABOVE_UNSPENT'],
    ['less than a fen', '0.001', 422, 'FORM_INVALID'],
  ])('%s is refused', async (_what, amount, status, code) => {
    expect(await carry('C-1', amount)).toMatchObject({ status, code });
  });

  it('part is carried over and the rest is taken back', async () => {
    const { bureau } = here;
    expect(await carry('C-1', '100000.00')).toMatchObject({ status: 200 });
    expect((await bureau.factOf(first('C-1'), 'MoneyCarriedOver')).data).toMatchObject({
      unspentYuan: '120000.00',
      amountYuan: '100000.00',
      returnedYuan: '20000.00',
    });
    expect((await bureau.duties(first('C-1'))).join()).not.toContain('leftover');
  });
});

describe('in the next year', () => {
  it.each([
    ['C-1', 'is opened for it', '100000.00'],
    ['C-2', 'is open already', '120000.00'],
  ])('%s: the next year %s, and has it once', async (id, _how, amount) => {
    const { bureau } = here;
    if (id === 'C-2') await carry(id, amount);
    await bureau.settle();
    expect(await bureau.stateOf(next(id))).toMatchObject({
      stage: 'draft',
      carriedIn: [{ fromYear: 2014, amountYuan: amount }],
    });
    expect(await carry(id, amount)).toMatchObject({ status: 409, code: 'ALREADY_DONE' });
  });

  it('once it stays, when the worker starts again and months pass', async () => {
    const { bureau, stack } = here;
    await stack.stopWorker();
    await stack.startWorkerAgain();
    await bureau.on('2015-03-02');
    for (const id of ['C-1', 'C-2']) {
      const received = (await bureau.factsOf(next(id))).filter(({ type }) => type === 'CarryOverReceived');
      expect(received).toHaveLength(1);
      const forwarded = (await bureau.typesOf(`projects/${id}`)).filter(
        (type) => type === 'CarryOverForwarded',
      );
      expect(forwarded).toHaveLength(1);
    }
  });

  it('it is money of its own: what is approved for the year comes on top', async () => {
    const { bureau } = here;
    const { years } = (await bureau.stateOf('projects/C-1')) as { years: object[] };
    expect(years).toMatchObject([
      { fiscalYear: 2014, approvedYuan: '500000.00', carriedOutYuan: '100000.00' },
      { fiscalYear: 2015, approvedYuan: null },
    ]);
  });
});
