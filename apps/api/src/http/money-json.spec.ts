import { describe, expect, it } from '@jest/globals';
import { yuanJson } from './money-json.ts';

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
