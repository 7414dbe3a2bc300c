import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact, isExactText, roundHalfUp } from './exact.ts';

describe('exact decimals', () => {
  it.each([
    ['9.5', 2, '9.50'],
    ['0.125', 2, '0.13'],
    ['1.005', 2, '1.01'],
    ['-0.125', 2, '-0.13'],
    ['-0.001', 2, '0.00'],
    ['2.5', 0, '3'],
  ])('%s to %s places is %s', (text, places, rounded) => {
    expect(roundHalfUp(exact(text), places)).toBe(rounded);
  });

  it('adds tenths without the error of floating point', () => {
    expect(exact('0.1').plus(exact('0.2')).equals(exact('0.3'))).toBe(true);
  });

  it('prints large and small values without an exponent', () => {
    expect(exact('0.0000000000000000000000001').toString()).toBe('0.0000000000000000000000001');
    expect(exact(10n ** 25n).toString()).toBe('10000000000000000000000000');
  });

  it.each(['', '1e3', 'NaN', 'Infinity', '0x10', '1,000', '.5', '≥50', '9'.repeat(40)])('does not take "%s" for a number', (text) => {
    expect(isExactText(text)).toBe(false);
    expect(() => exact(text)).toThrow(RangeError);
  });

  it('a rounded value is at most half a unit away', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 4 }), (units, places) => {
        const value = exact(units).div(100_000);
        const distance = exact(roundHalfUp(value, places)).minus(value).abs();
        expect(distance.lte(exact('0.5').div(10 ** places))).toBe(true);
      }),
    );
  });
});
