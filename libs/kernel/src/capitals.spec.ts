import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { capitals, parseYuan } from './index.ts';

const fenOf = (yuan: string): bigint => parseYuan(yuan) as bigint;

describe('an amount in capitals', () => {
  it.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.5', '伍角'],
    ['0.55', '伍角伍分'],
    ['1', '壹元整'],
    ['10', '壹拾元整'],
    ['10.05', '壹拾元零伍分'],
    ['10.50', '壹拾元伍角'],
    ['101', '壹佰零壹元整'],
    ['1409.50', '壹仟肆佰零玖元伍角'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['10000', '壹万元整'],
    ['10001', '壹万零壹元整'],
    ['1000010', '壹佰万零壹拾元整'],
    ['10000001.1', '壹仟万零壹元壹角'],
    ['3498000', '叁佰肆拾玖万捌仟元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100010000', '壹亿零壹万元整'],
    ['226145100.05', '贰亿贰仟陆佰壹拾肆万伍仟壹佰元零伍分'],
    ['1000000000000', '壹万亿元整'],
    ['1000000010000', '壹万亿零壹万元整'],
    ['123400000000', '壹仟贰佰叁拾肆亿元整'],
    ['12340000000000', '壹拾贰万叁仟肆佰亿元整'],
    ['123456789012345.67', '壹佰贰拾叁万肆仟伍佰陆拾柒亿捌仟玖佰零壹万贰仟叁佰肆拾伍元陆角柒分'],
  ])('%s is %s', (yuan, words) => {
    expect(capitals(fenOf(yuan))).toBe(words);
  });

  it('money taken back says so first', () => {
    expect(capitals(-140_950n)).toBe('负壹仟肆佰零玖元伍角');
  });

  it('can be read back: no two amounts have the same capitals', () => {
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 17n - 1n)), (fen) => {
        expect(readBack(capitals(fen))).toBe(fen);
      }),
    );
  });

  it('never says 零 twice, at an end, or beside a unit that it bridges to nothing', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 17n - 1n), (fen) => {
        expect(capitals(fen)).not.toMatch(/零零|^零|零$|零[万亿元角整]/);
      }),
    );
  });
});

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n };

/** A reader that knows nothing of the writer: digits times places, sections times 万 and 亿. */
function readBack(words: string): bigint {
  const [yuan, rest] = words.includes('元') ? words.split('元') : ['', words];
  const jiao = /(.)角/.exec(rest ?? '')?.[1];
  const cent = /(.)分/.exec(rest ?? '')?.[1];
  return section(yuan ?? '') * 100n + digit(jiao) * 10n + digit(cent);
}

const digit = (word: string | undefined): bigint => BigInt(word === undefined ? 0 : DIGITS.indexOf(word));

function section(words: string): bigint {
  for (const [unit, times] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = words.lastIndexOf(unit);
    if (at >= 0) return section(words.slice(0, at)) * times + section(words.slice(at + 1));
  }
  let total = 0n;
  let pending = 0n;
  for (const word of words) {
    const place = PLACES[word];
    if (place === undefined) pending = digit(word);
    else {
      total += pending * place;
      pending = 0n;
    }
  }
  return total + pending;
}
