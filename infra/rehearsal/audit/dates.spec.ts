import { describe, expect, it } from '@jest/globals';
import { day, stateCouncilCalendar } from '@quancheng/kernel';
import { checkDates } from './dates.ts';
import { daysLater, isRestDay, monthsLater, plusDays, workingDaysLater } from './holidays.ts';
import type { Stored } from './stored.ts';

describe('the audit counts by hand', () => {
  it.each([
    ['2013-11-30', '2014-02-28'],
    ['2014-07-01', '2014-10-08'],
    ['2014-06-28', '2014-09-28'],
    ['2014-07-11', '2014-10-11'],
    ['2014-11-30', '2015-02-28'],
    ['2014-11-20', '2015-02-25'],
  ])('completed on %s, three months end on %s', (start, due) => {
    expect(monthsLater(start, 3)).toBe(due);
  });

  it('ten working days over a worked Sunday, 国庆 and a worked Saturday', () => {
    expect(workingDaysLater('2014-09-25', 10)).toBe('2014-10-14');
  });

  it('twenty days that end in a holiday', () => {
    expect(daysLater('2014-09-11', 20)).toBe('2014-10-08');
  });

  it('refuses a day for which no holidays are pinned', () => {
    expect(() => isRestDay('2016-01-01')).toThrow(RangeError);
  });

  it('pins the same rest days as the published notices', () => {
    const days = Array.from({ length: 852 }, (_, index) => plusDays('2013-09-01', index));
    const apart = days.filter((date) => isRestDay(date) === stateCouncilCalendar.isWorkingDay(day(date)));
    expect({ last: days.at(-1), apart }).toEqual({ last: '2015-12-31', apart: [] });
  });
});

describe('a stored date that is wrong is found', () => {
  const remindersOf = (due: string) =>
    [30, 7, 1, 0].map((days) => `${plusDays(due, -days)}T09:00:00.000+08:00`);
  const started = (due: string, more: object = {}): Stored => ({
    eventId: 'e',
    stream: '330211001/evaluation/E-P1-completion',
    version: 1,
    seq: 1,
    type: 'SelfEvaluationStarted',
    meta: {},
    happenedOn: '2014-07-04',
    recordedAt: '2014-07-04T09:00:00.000+08:00',
    data: {
      completedOn: '2014-07-01',
      due: {
        due,
        provisional: false,
        clause: 'zh-2014/deadline/self-evaluation',
        reminders: remindersOf(due),
        ...more,
      },
    },
  });
  const whereOf = (event: Stored) =>
    checkDates([event]).differences.map(({ expected, found }) => [expected, found]);

  it('not where it is right', () => {
    expect(checkDates([started('2014-10-08')])).toEqual({ dates: 1, differences: [] });
  });

  it('counted from the wrong day, or as if the holiday did not matter', () => {
    expect(whereOf(started('2014-10-01'))).toEqual([['2014-10-08', '2014-10-01']]);
  });

  it('resting on a deadline that the audit does not know', () => {
    expect(whereOf(started('2014-10-08', { clause: 'zh-2014/deadline/unheard-of' }))).toHaveLength(1);
  });

  it('on a day that no notice announced', () => {
    expect(whereOf(started('2014-10-08', { clause: 'zh-2014/goal-threshold/new' }))).toHaveLength(1);
  });

  it('reminded at another moment', () => {
    const reminders = ['2014-10-07T08:00:00.000+08:00', '2014-10-08T09:00:00.000+08:00'];
    expect(whereOf(started('2014-10-08', { reminders }))).toHaveLength(1);
  });

  it('told as in time when it was late', () => {
    const told = { due: '2014-09-28', late: false, daysLate: 0 };
    const submitted = { ...started('2014-10-08'), recordedAt: '2014-10-09T09:00:00.000+08:00', data: told };
    expect(whereOf(submitted)).toEqual([['true 11', 'false 0']]);
  });
});
