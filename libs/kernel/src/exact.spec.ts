import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact, isExactText, percentOf, roundHalfUp } from './exact.ts';

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

  it.each([
    [2n, 3n, '66.67'],
    [109_999_999n, 110_000_000n, '100.00'],
    [3n, 2n, '150.00'],
    [0n, 5n, '0.00'],
    [5n, 0n, null],
  ])('%s of %s is %s percent', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it('adds tenths without the error of floating point', () => {
    expect(exact('0.1').plus(exact('0.2')).equals(exact('0.3'))).toBe(true);
  });

  it('prints large and small values without an exponent', () => {
    expect(exact('0.0000000000000000000000001').toString()).toBe('0.0000000000000000000000001');
    expect(exact(10n ** 25n).toString()).toBe('10000000000000000000000000');
  });

  it('rounds a sum of shares as the fraction it is, not as the digits kept of it', () => {
    const third = exact('0.025').div(3);
    expect(roundHalfUp(third.plus(third).plus(third), 2)).toBe('0.03');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 97 }), (halves, parts) => {
        const part = exact(BigInt(2 * halves + 1))
          .div(200)
          .div(parts);
        let sum = exact('0');
        for (let taken = 0; taken < parts; taken += 1) sum = sum.plus(part);
        expect(roundHalfUp(sum, 2)).toBe(
          exact(BigInt(halves + 1))
            .div(100)
            .toFixed(2),
        );
      }),
    );
  });

  it.each(['', '1e3', 'NaN', 'Infinity', '0x10', '1,000', '.5', '≥50', '9'.repeat(40)])(
    'does not take "%s" for a number',
    (text) => {
      expect(isExactText(text)).toBe(false);
      expect(() => exact(text)).toThrow(RangeError);
    },
  );

  it('a rounded value is at most half a unit away', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.integer({ min: 0, max: 4 }),
        (units, places) => {
          const value = exact(units).div(100_000);
          const distance = exact(roundHalfUp(value, places)).minus(value).abs();
          expect(distance.lte(exact('0.5').div(10 ** places))).toBe(true);
        },
      ),
    );
  });
});
