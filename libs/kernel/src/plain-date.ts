import { type Refusal, refuse } from './refusal.ts';

declare const plainDate: unique symbol;

/** A day of the civil calendar, 'YYYY-MM-DD'. Such texts sort as dates. */
export type PlainDate = string & { readonly [plainDate]: true };

type Ymd = { year: number; month: number; dayOfMonth: number };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads a date; refuses another shape and days that do not exist, such as 2014-02-29. */
export function parsePlainDate(text: string): PlainDate | Refusal {
  const match = SHAPE.exec(text);
  const date =
    match === null
      ? undefined
      : toPlainDate({ year: Number(match[1]), month: Number(match[2]), dayOfMonth: Number(match[3]) });
  return (
    date ??
    refuse({
      code: match === null ? 'DATE_SHAPE' : 'DATE_DOES_NOT_EXIST',
      because:
        match === null
          ? { zh: '日期格式不对', en: 'This is not a date of the form YYYY-MM-DD.' }
          : { zh: '日历上没有这一天', en: 'No such day exists in the calendar.' },
      remedy: { zh: '请按 2014-04-22 的形式填写', en: 'Write the date like 2014-04-22.' },
    })
  );
}

/** A date literal in code. Throws where a person's input would be refused. */
export function day(literal: string): PlainDate {
  const date = parsePlainDate(literal);
  if (typeof date !== 'string') throw new RangeError(`not a date: ${literal}`);
  return date;
}

/** Throws when the day does not exist. */
export function makeDate(year: number, month: number, dayOfMonth: number): PlainDate {
  const date = toPlainDate({ year, month, dayOfMonth });
  if (date === undefined) throw new RangeError(`no such day: ${year}-${month}-${dayOfMonth}`);
  return date;
}

export function yearOf(date: PlainDate): number {
  return partsOf(date).year;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** The corresponding day of the month reached; if that month has none, its last day (Civil Code art. 202). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, dayOfMonth } = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(monthIndex / 12), month: (((monthIndex % 12) + 12) % 12) + 1 };
  return makeDate(target.year, target.month, Math.min(dayOfMonth, lastDayOf(target.year, target.month)));
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Days since 1970-01-01, counted in 400-year cycles of 146,097 days that begin on 1 March. */
export function dayNumberOf(date: PlainDate): number {
  const { year, month, dayOfMonth } = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayNumberOf`. Throws outside the years 1 to 9999. */
export function dateOfDayNumber(dayNumber: number): PlainDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return makeDate(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

function toPlainDate({ year, month, dayOfMonth }: Ymd): PlainDate | undefined {
  const real =
    Number.isInteger(year) &&
    year >= 1 &&
    year <= 9999 &&
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12;
  if (!real || !Number.isInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > lastDayOf(year, month))
    return undefined;
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}` as PlainDate;
}

function partsOf(date: PlainDate): Ymd {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    dayOfMonth: Number(date.slice(8, 10)),
  };
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function digits(value: number, length: number): string {
  return value.toString().padStart(length, '0');
}
