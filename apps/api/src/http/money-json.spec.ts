import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from './problem.ts';
import { fenJson, fieldAsGiven, yuanJson } from './money-json.ts';

describe('money leaves as decimal text in yuan', () => {
  it.each([
    [{ approvedFen: 140_950n }, { approvedYuan: '1409.50' }],
    [{ totalFen: 1n }, { totalYuan: '0.01' }],
    [{ paidFen: '-250' }, { paidYuan: '-2.50' }],
    [{ partsFen: [100n, 5n] }, { partsYuan: ['1.00', '0.05'] }],
    [{ limitFen: null }, { limitYuan: null }],
    [
      { rows: [{ money: { askedFen: 9_007_199_254_740_993n } }] },
      { rows: [{ money: { askedYuan: '90071992547409.93' } }] },
    ],
    [
      { score: '88.5', year: 2014, Fen: 'x' },
      { score: '88.5', year: 2014, Yuan: 'x' },
    ],
  ])('%#', (given, expected) => {
    expect(yuanJson(given)).toEqual(expected);
  });
});

describe('money may come as it was read', () => {
  const yuan = (amount: unknown) => ({ amount, unit: '元' });
  it.each([
    [{ requestedYuan: '500000.00' }, { requestedFen: yuan('500000.00') }],
    [{ form: { rows: [{ paidYuan: '0.01' }] } }, { form: { rows: [{ paidFen: yuan('0.01') }] } }],
    [{ partsYuan: ['1.00', '0.05'] }, { partsFen: [yuan('1.00'), yuan('0.05')] }],
    [{ limitYuan: null }, { limitFen: null }],
    [{ limitYuan: 5 }, { limitFen: yuan(5) }],
    [
      { requestedFen: { amount: '50.00', unit: '万元' } },
      { requestedFen: { amount: '50.00', unit: '万元' } },
    ],
    [
      { Yuan: '1', name: '元' },
      { Yuan: '1', name: '元' },
    ],
  ])('%j', (given, expected) => {
    expect(fenJson(given)).toEqual(expected);
  });

  it('but not twice', () => {
    const twice = () => fenJson({ form: { askedYuan: '1.00', askedFen: { amount: '1.00', unit: '元' } } });
    expect(twice).toThrow(Problem);
    expect(twice).toThrow(/MONEY_GIVEN_TWICE/);
  });

  it('and whatever sum is read can be sent back as it stands', () => {
    const fen = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(fen, (sum) => {
        const { aFen } = fenJson(yuanJson({ aFen: sum })) as { aFen: { amount: string } };
        expect(aFen.amount.replace('.', '').replace(/^0+(?=\d)/, '')).toBe(String(sum));
      }),
    );
  });

  it.each([
    ['form.askedFen.amount', { form: { askedYuan: 'x' } }, 'form.askedYuan'],
    ['form.askedFen', { form: { askedYuan: 'x' } }, 'form.askedYuan'],
    ['rows.0.paidFen.amount', { rows: [{ paidYuan: 'x' }] }, 'rows.0.paidYuan'],
    ['form.askedFen.amount', { form: { askedFen: { amount: 'x' } } }, 'form.askedFen.amount'],
    ['askedFen', {}, 'askedFen'],
    ['name', { name: '' }, 'name'],
    ['a.b.cFen', { a: 'text' }, 'a.b.cFen'],
  ])('a fault of %s is told of the name in %j', (field, data, expected) => {
    expect(fieldAsGiven(field, data)).toBe(expected);
  });
});
