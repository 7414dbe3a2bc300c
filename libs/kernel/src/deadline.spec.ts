import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stateCouncilCalendar as calendar } from './calendar.ts';
import { daysAfter, monthsAfter, onDate, workingDaysAfter } from './deadline.ts';
import { addDays, addMonths, dateOfDayNumber, day, dayNumberOf, type PlainDate } from './plain-date.ts';

const knownDate = fc
  .integer({ min: dayNumberOf(day('2004-01-01')), max: dayNumberOf(day('2024-12-31')) })
  .map(dateOfDayNumber);

describe('three months after completion', () => {
  it.each([
    ['2013-11-30', '2014-02-28', 'no 30th: the last day of the month (art. 202)'],
    ['2014-07-01', '2014-10-08', 'National Day (art. 203)'],
    ['2014-06-28', '2014-09-28', 'a Sunday, but worked'],
    ['2014-07-11', '2014-10-11', 'a Saturday, but worked'],
    ['2025-07-01', '2025-10-09', 'a holiday of eight days'],
    ['2025-11-16', '2026-02-24', 'Spring Festival'],
    ['2025-11-30', '2026-02-28', 'a Saturday, but worked'],
    ['2026-06-20', '2026-09-20', 'a Sunday, but worked'],
  ])('completed %s, due %s: %s', (completed, due) => {
    expect(monthsAfter(day(completed), 3, calendar)).toMatchObject({ due, provisional: false });
  });

  it('completed 2026-10-01 is provisional: the holidays of 2027 are not published', () => {
    expect(monthsAfter(day('2026-10-01'), 3, calendar)).toMatchObject({
      due: '2027-01-01',
      provisional: true,
    });
  });

  it('gives its reason in words', () => {
    expect(monthsAfter(day('2014-07-01'), 3, calendar).reason).toEqual({
      zh: '自2014-07-01起3个月，为2014-10-01，逢休息日顺延至2014-10-08（民法典第203条）',
      en: '3 months after 2014-07-01: 2014-10-01, a rest day, moved to 2014-10-08 (Civil Code art. 203)',
    });
    expect(monthsAfter(day('2026-10-01'), 3, calendar).reason.zh).toContain('放假安排未公布');
  });

  it('stays on the rest day where a policy does not apply art. 203, and then needs no calendar', () => {
    expect(monthsAfter(day('2014-07-01'), 3, calendar, { restDayRule: 'as-is' })).toMatchObject({
      due: '2014-10-01',
      provisional: false,
    });
    expect(monthsAfter(day('2026-10-01'), 3, calendar, { restDayRule: 'as-is' })).toMatchObject({
      due: '2027-01-01',
      provisional: false,
    });
  });
});

describe('ten working days after a letter', () => {
  it.each([
    ['2026-09-18', '2026-10-09', 'crosses a worked Sunday, 中秋 and 国庆'],
    ['2014-09-25', '2014-10-14', 'crosses a worked Sunday, 国庆 and a worked Saturday'],
  ])('received %s, due %s: %s', (received, due) => {
    expect(workingDaysAfter(day(received), 10, calendar)).toMatchObject({ due, provisional: false });
  });

  it('is provisional as soon as one counted day is unknown', () => {
    expect(workingDaysAfter(day('2026-12-16'), 10, calendar)).toMatchObject({
      due: '2026-12-30',
      provisional: false,
    });
    expect(workingDaysAfter(day('2026-12-18'), 10, calendar)).toMatchObject({
      due: '2027-01-01',
      provisional: true,
    });
  });
});

describe('days and fixed dates', () => {
  it('twenty days end on the next working day', () => {
    expect(daysAfter(day('2014-09-14'), 20, calendar).due).toBe('2014-10-08');
  });

  it('a fixed date that is a rest day moves', () => {
    expect(onDate(day('2014-08-31'), calendar).due).toBe('2014-09-01');
    expect(onDate(day('2015-08-31'), calendar).due).toBe('2015-08-31');
  });

  it('a rest day at the end of the published years moves into the unknown', () => {
    const short = {
      ...calendar,
      firstUnknownDay: day('2014-10-05'),
      knows: (date: PlainDate) => date < '2014-10-05',
    };
    expect(onDate(day('2014-10-04'), short)).toMatchObject({ due: '2014-10-06', provisional: true });
  });

  it.each([-1, 1.5, Number.NaN])('a period of %s is broken code', (count) => {
    expect(() => monthsAfter(day('2014-01-01'), count, calendar)).toThrow(RangeError);
    expect(() => workingDaysAfter(day('2014-01-01'), count, calendar)).toThrow(RangeError);
  });
});

describe('for every start', () => {
  const count = fc.integer({ min: 1, max: 20 });

  it('no duty is due before its nominal day or on a rest day, and no day in between is worked', () => {
    fc.assert(
      fc.property(knownDate, count, (start, months) => {
        const nominal = addMonths(start, months);
        const { due, provisional } = monthsAfter(start, months, calendar);
        expect(due >= nominal && due > start).toBe(true);
        expect(provisional || calendar.isWorkingDay(due)).toBe(true);
        for (let date = nominal; date < due; date = addDays(date, 1))
          expect(calendar.isWorkingDay(date)).toBe(false);
      }),
    );
  });

  it('exactly n working days lie after the start, the last of them the due day', () => {
    fc.assert(
      fc.property(knownDate, count, (start, days) => {
        const { due } = workingDaysAfter(start, days, calendar);
        let worked = 0;
        for (let date = addDays(start, 1); date <= due; date = addDays(date, 1))
          worked += calendar.isWorkingDay(date) ? 1 : 0;
        expect(worked).toBe(days);
        expect(calendar.isWorkingDay(due)).toBe(true);
      }),
    );
  });

  it('a later start is never due earlier', () => {
    fc.assert(
      fc.property(knownDate, fc.integer({ min: 0, max: 60 }), count, (start, later, length) => {
        expect(
          monthsAfter(addDays(start, later), length, calendar).due >=
            monthsAfter(start, length, calendar).due,
        ).toBe(true);
        expect(
          workingDaysAfter(addDays(start, later), length, calendar).due >=
            workingDaysAfter(start, length, calendar).due,
        ).toBe(true);
      }),
    );
  });
});
