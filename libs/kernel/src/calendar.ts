import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { makeDate, type PlainDate, weekdayOf } from './plain-date.ts';

/**
 * The days on which offices work, as far as they have been published. The State Council's office announces each
 * year's holidays only in the autumn before; a calendar that answered beyond that would guess.
 */
export interface WorkingDayCalendar {
  /** Names the data, for the record of a computed date. */
  readonly edition: string;
  readonly firstUnknownDay: PlainDate;
  /** Whether the holidays of the day's year are published. */
  knows(date: PlainDate): boolean;
  /** Throws for a day that the calendar does not know: ask `knows` first. */
  isWorkingDay(date: PlainDate): boolean;
}

type HolidayNotices = {
  /** Days off, including the weekend days inside a holiday. */
  readonly holidays: Readonly<Record<string, unknown>>;
  /** Weekend days worked in exchange (调休). */
  readonly workdays: Readonly<Record<string, unknown>>;
};

export function calendarFrom(edition: string, { holidays, workdays }: HolidayNotices): WorkingDayCalendar {
  // A year is published when its National Day is in the data: the days of one notice can reach into the next year.
  const years = Object.keys(holidays)
    .filter((date) => date.endsWith('-10-01'))
    .map((date) => Number(date.slice(0, 4)));
  const firstKnownDay = makeDate(Math.min(...years), 1, 1);
  const firstUnknownDay = makeDate(Math.max(...years) + 1, 1, 1);
  const knows = (date: PlainDate) => date >= firstKnownDay && date < firstUnknownDay;

  return {
    edition,
    firstUnknownDay,
    knows,
    isWorkingDay(date) {
      if (!knows(date)) throw new RangeError(`the holidays of ${date} are not published in ${edition}`);
      if (Object.hasOwn(workdays, date)) return true;
      return weekdayOf(date) <= 5 && !Object.hasOwn(holidays, date);
    },
  };
}

/**
 * The State Council's notices of 2004–2026. Only the package's data is read: its functions call a day of a year
 * without data a working day, and its dates depend on the machine's time zone.
 */
export const stateCouncilCalendar: WorkingDayCalendar = calendarFrom(
  'state-council/chinese-days-1.5.7',
  published,
);
