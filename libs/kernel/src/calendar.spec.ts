import { describe, expect, it } from '@jest/globals';
import chineseDays from 'chinese-days';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { stateCouncilCalendar as calendar, calendarFrom } from './calendar.ts';
import { addDays, day, type PlainDate } from './plain-date.ts';

describe('the State Council calendar', () => {
  it.each([
    ['2014-10-01', false, 'National Day'],
    ['2014-10-07', false, 'last day of the National Day holiday'],
    ['2014-09-28', true, 'a Sunday worked in exchange'],
    ['2014-10-11', true, 'a Saturday worked in exchange'],
    ['2014-10-12', false, 'an ordinary Sunday'],
    ['2015-09-03', false, 'the one-off holiday of 2015'],
    ['2011-12-31', true, 'a Saturday worked in exchange'],
    ['2015-01-04', true, 'a Sunday worked in exchange'],
    ['2016-04-02', false, 'first day of the Qingming holiday'],
    ['2018-06-16', false, 'first day of the Dragon Boat holiday'],
    ['2018-09-22', false, 'first day of the Mid-Autumn holiday'],
    ['2018-01-01', false, 'New Year'],
    ['2020-01-31', false, 'Spring Festival, lengthened'],
    ['2023-01-03', true, 'the day after the New Year holiday'],
    ['2025-10-08', false, 'eighth day of the holiday of 2025'],
    ['2026-02-23', false, 'ninth day of the Spring Festival of 2026'],
    ['2026-09-20', true, 'a Sunday worked in exchange'],
  ])('%s worked: %s (%s)', (date, worked) => {
    expect(calendar.isWorkingDay(day(date))).toBe(worked);
  });

  it('is the data that was checked: 619 holidays and 150 worked weekend days, up to 2026-10-10', () => {
    const dates = [...Object.keys(published.holidays), ...Object.keys(published.workdays)].sort();
    expect([Object.keys(published.holidays).length, Object.keys(published.workdays).length]).toEqual([
      619, 150,
    ]);
    expect([dates.at(0), dates.at(-1)]).toEqual(['2004-01-01', '2026-10-10']);
  });

  it('knows 2004 to 2026 and nothing else', () => {
    expect(calendar.firstUnknownDay).toBe('2027-01-01');
    expect(
      ['2003-12-31', '2004-01-01', '2026-12-31', '2027-01-01'].map((date) => calendar.knows(day(date))),
    ).toEqual([false, true, true, false]);
  });

  it('does not fall into the trap: a National Day without data is no working day, it is unknown', () => {
    expect(chineseDays.isWorkday('2027-10-01')).toBe(true);
    expect(() => calendar.isWorkingDay(day('2027-10-01'))).toThrow('not published');
  });

  it('agrees with the functions of the package on every day that it knows', () => {
    const differing: PlainDate[] = [];
    for (let date = day('2004-01-01'); date < calendar.firstUnknownDay; date = addDays(date, 1)) {
      if (chineseDays.isWorkday(new Date(`${date}T12:00:00`)) !== calendar.isWorkingDay(date))
        differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it('a New Year holiday that a notice announces for the next January does not make that year known', () => {
    const early = calendarFrom('test', {
      holidays: { '2030-10-01': '国庆', '2031-01-01': '元旦' },
      workdays: {},
    });
    expect(early.firstUnknownDay).toBe('2031-01-01');
  });
});
