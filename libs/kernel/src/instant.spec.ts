import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atHour, dateOf, endOfDay, epochOf, instantFromEpoch, parseInstant, startOfDay } from './instant.ts';
import { day } from './plain-date.ts';

const anyEpoch = fc.integer({ min: -2_000_000_000_000, max: 9_000_000_000_000 });

describe('instants', () => {
  it.each([
    ['2014-10-08T01:00:00Z', '2014-10-08T09:00:00.000+08:00'],
    ['2014-10-08T09:00+08:00', '2014-10-08T09:00:00.000+08:00'],
    ['2014-12-31T18:30:00.5-05:00', '2015-01-01T07:30:00.500+08:00'],
    ['2014-10-08T00:00:00.123456+08:00', '2014-10-08T00:00:00.123+08:00'],
  ])('%s is written as %s', (text, written) => {
    expect(parseInstant(text)).toBe(written);
  });

  it.each([
    ['2014-10-08T09:00:00', 'INSTANT_SHAPE'],
    ['2014-10-08', 'INSTANT_SHAPE'],
    ['2014-10-08T24:00:00Z', 'INSTANT_SHAPE'],
    ['2014-10-08T09:60:00Z', 'INSTANT_SHAPE'],
    ['2014-10-08T09:00:00+19:00', 'INSTANT_SHAPE'],
    ['2014-02-30T09:00:00Z', 'DATE_DOES_NOT_EXIST'],
  ])('%s is refused as %s', (text, code) => {
    expect(parseInstant(text)).toMatchObject({ refused: true, code });
  });

  it('a day runs from 00:00 to 24:00 in China', () => {
    const date = day('2014-12-31');
    expect(startOfDay(date)).toBe('2014-12-31T00:00:00.000+08:00');
    expect(endOfDay(date)).toBe('2015-01-01T00:00:00.000+08:00');
    expect(atHour(date, 9)).toBe('2014-12-31T09:00:00.000+08:00');
    expect(() => atHour(date, 24)).toThrow(RangeError);
  });

  it('an hour before midnight in China is the day before at Greenwich', () => {
    expect(dateOf(instantFromEpoch(epochOf(startOfDay(day('2014-10-08')))))).toBe('2014-10-08');
    expect(dateOf(instantFromEpoch(epochOf(startOfDay(day('2014-10-08'))) - 1))).toBe('2014-10-07');
  });

  it('every moment comes back from its text, agrees with the platform, and sorts as text', () => {
    fc.assert(
      fc.property(anyEpoch, anyEpoch, (one, other) => {
        const written = instantFromEpoch(one);
        expect(epochOf(written)).toBe(one);
        expect(parseInstant(written)).toBe(written);
        expect(Date.parse(written)).toBe(one);
        expect(written < instantFromEpoch(other)).toBe(one < other);
      }),
    );
  });
});
