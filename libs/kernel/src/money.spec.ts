import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatWan, formatYuan, parseMoney, parseYuan, sumFen } from './money.ts';
import { isRefusal } from './refusal.ts';

const anyFen = fc.bigInt({ min: 0n, max: 10n ** 17n - 1n });

describe('money is read exactly', () => {
  it.each([
    ['500000.00', '元', 50_000_000n],
    ['499999.99', '元', 49_999_999n],
    ['3,498,000.00', '元', 349_800_000n],
    ['349.80', '万元', 349_800_000n],
    ['132.912', '万元', 132_912_000n],
    ['10606.7522', '万元', 10_606_752_200n],
    ['52.800000', '万元', 52_800_000n],
    ['0.000001', '万元', 1n],
    ['1409.50000', '元', 140_950n],
    [' 7 ', '元', 700n],
    ['0', '元', 0n],
  ])('%s %s', (amount, unit, fen) => {
    expect(parseMoney({ amount, unit })).toBe(fen);
  });

  it.each([
    ['12.345', '元', 'MONEY_BELOW_ONE_FEN'],
    ['0.0000001', '万元', 'MONEY_BELOW_ONE_FEN'],
    ['100', undefined, 'MONEY_UNIT_MISSING'],
    ['100', '  ', 'MONEY_UNIT_MISSING'],
    ['100', '美元', 'MONEY_UNIT_UNKNOWN'],
    ['-1.00', '元', 'MONEY_NEGATIVE'],
    ['－1.00', '元', 'MONEY_NEGATIVE'],
    ['超13万元', '元', 'MONEY_NOT_AN_AMOUNT'],
    ['', '元', 'MONEY_NOT_AN_AMOUNT'],
    ['1e6', '元', 'MONEY_NOT_AN_AMOUNT'],
    ['1,0000', '元', 'MONEY_NOT_AN_AMOUNT'],
    ['.5', '元', 'MONEY_NOT_AN_AMOUNT'],
    ['5.', '元', 'MONEY_NOT_AN_AMOUNT'],
    ['1000000000000000', '元', 'MONEY_TOO_LARGE'],
    ['9'.repeat(1_000_000), '元', 'MONEY_NOT_AN_AMOUNT'],
  ])('refuses %.20s %s as %s', (amount, unit, code) => {
    expect(parseMoney({ amount, unit })).toMatchObject({ refused: true, code });
  });

  it('says in Chinese first why an amount is refused and how to mend it', () => {
    expect(parseMoney({ amount: '100' })).toEqual({
      refused: true,
      code: 'MONEY_UNIT_MISSING',
      because: { zh: '金额没有注明单位', en: 'The amount does not state its unit.' },
      remedy: { zh: '请注明“元”或“万元”', en: 'State 元 (yuan) or 万元 (ten thousand yuan).' },
    });
  });
});

describe('money is shown exactly', () => {
  it.each([
    [140_950n, '1409.50', '0.14095'],
    [1n, '0.01', '0.000001'],
    [0n, '0.00', '0.00'],
    [-5n, '-0.05', '-0.000005'],
    [100_000_000n, '1000000.00', '100.00'],
    [132_912_000n, '1329120.00', '132.912'],
  ])('%s fen is %s yuan and %s wan', (fen, yuan, wan) => {
    expect([formatYuan(fen), formatWan(fen)]).toEqual([yuan, wan]);
  });

  it('what is shown in yuan or in wan is read back as the same fen', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen);
        expect(parseMoney({ amount: formatWan(fen), unit: '万元' })).toBe(fen);
        expect(formatWan(fen)).toMatch(/^\d+\.\d{2,6}$/);
      }),
    );
  });

  it('any text is an amount or a refusal, never a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parseYuan(text);
        expect(typeof read === 'bigint' || isRefusal(read)).toBe(true);
      }),
    );
  });

  it('a sum does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(anyFen), (amounts) => {
        expect(sumFen(amounts.toReversed())).toBe(sumFen(amounts));
      }),
    );
    expect(sumFen([])).toBe(0n);
  });
});
