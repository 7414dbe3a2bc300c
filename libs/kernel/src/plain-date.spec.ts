import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  day,
  dayNumberOf,
  daysBetween,
  makeDate,
  type PlainDate,
  parsePlainDate,
  weekdayOf,
  yearOf,
} from './plain-date.ts';

const anyDate = fc
  .integer({ min: dayNumberOf(day('0004-01-01')), max: dayNumberOf(day('9990-12-31')) })
  .map(dateOfDayNumber);

describe('dates', () => {
  it.each([
    ['2014-02-29', 'DATE_DOES_NOT_EXIST'],
    ['2014-04-31', 'DATE_DOES_NOT_EXIST'],
    ['2014-13-01', 'DATE_DOES_NOT_EXIST'],
    ['2014-00-10', 'DATE_DOES_NOT_EXIST'],
    ['1900-02-29', 'DATE_DOES_NOT_EXIST'],
    ['0000-01-01', 'DATE_DOES_NOT_EXIST'],
    ['2014-4-2', 'DATE_SHAPE'],
    ['2014/04/22', 'DATE_SHAPE'],
    ['２０１４-04-22', 'DATE_SHAPE'],
    ['', 'DATE_SHAPE'],
  ])('%s is refused as %s', (text, code) => {
    expect(parsePlainDate(text)).toMatchObject({ refused: true, code });
    expect(() => day(text)).toThrow(RangeError);
  });

  it.each(['2012-02-29', '2000-02-29', '2014-12-31'])('%s exists', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  it('knows year, weekday and distance', () => {
    expect(yearOf(day('2014-10-08'))).toBe(2014);
    expect(weekdayOf(day('2014-09-28'))).toBe(7);
    expect(weekdayOf(day('1949-10-01'))).toBe(6);
    expect(daysBetween(day('2013-01-01'), day('2014-01-01'))).toBe(365);
    expect(dayNumberOf(day('1970-01-01'))).toBe(0);
    expect(() => makeDate(2014, 2, 30)).toThrow(RangeError);
  });

  it.each([
    ['2013-11-30', 3, '2014-02-28'],
    ['2011-11-30', 3, '2012-02-29'],
    ['2014-01-31', 1, '2014-02-28'],
    ['2014-03-31', -1, '2014-02-28'],
    ['2014-10-15', 3, '2015-01-15'],
    ['2014-01-15', -1, '2013-12-15'],
  ])('%s and %s months is %s', (start, months, reached) => {
    expect(addMonths(day(start), months)).toBe(reached);
  });
});

describe('for every date', () => {
  it('days added are days between, and going back returns', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1000, max: 1000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('texts sort as days, and the day after has the next weekday', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
        expect(weekdayOf(addDays(one, 1))).toBe((weekdayOf(one) % 7) + 1);
      }),
    );
  });

  it('months keep the day, or end on the last day of the month reached', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -36, max: 36 }), (date, months) => {
        const reached = addMonths(date, months);
        expect(monthsSince(reached) - monthsSince(date)).toBe(months);
        if (reached.slice(8) !== date.slice(8)) {
          expect(reached < date || reached > date).toBe(true);
          expect(addDays(reached, 1).slice(8)).toBe('01');
          expect(reached.slice(8) < date.slice(8)).toBe(true);
        }
      }),
    );
  });
});

function monthsSince(date: PlainDate): number {
  return yearOf(date) * 12 + Number(date.slice(5, 7));
}
