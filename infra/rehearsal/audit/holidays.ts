/**
 * The State Council's holiday notices for the rehearsed years, pinned here by hand so that the audit shares nothing with the
 * calendar it checks. Weekends are rest days except those that the notices turn into working days (调休).
 */
const HOLIDAYS: readonly (readonly [first: string, last: string])[] = [
  ['2013-09-19', '2013-09-21'],
  ['2013-10-01', '2013-10-07'],
  ['2014-01-01', '2014-01-01'],
  ['2014-01-31', '2014-02-06'],
  ['2014-04-05', '2014-04-07'],
  ['2014-05-01', '2014-05-03'],
  ['2014-06-02', '2014-06-02'],
  ['2014-09-08', '2014-09-08'],
  ['2014-10-01', '2014-10-07'],
  ['2015-01-01', '2015-01-03'],
  ['2015-02-18', '2015-02-24'],
  ['2015-04-05', '2015-04-06'],
  ['2015-05-01', '2015-05-03'],
  ['2015-06-20', '2015-06-22'],
  ['2015-09-03', '2015-09-05'],
  ['2015-09-26', '2015-09-27'],
  ['2015-10-01', '2015-10-07'],
];

const WORKED_WEEKENDS: ReadonlySet<string> = new Set([
  '2013-09-22',
  '2013-09-29',
  '2013-10-12',
  '2014-01-26',
  '2014-02-08',
  '2014-05-04',
  '2014-09-28',
  '2014-10-11',
  '2015-01-04',
  '2015-02-15',
  '2015-02-28',
  '2015-09-06',
  '2015-10-10',
]);

const FIRST_PINNED = '2013-09-01';
const LAST_PINNED = '2015-12-31';

const DAY_MS = 86_400_000;
const millis = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const plusDays = (date: string, days: number): string => dayOf(millis(date) + days * DAY_MS);
export const daysFromTo = (from: string, to: string): number => (millis(to) - millis(from)) / DAY_MS;

export function isRestDay(date: string): boolean {
  if (date < FIRST_PINNED || date > LAST_PINNED) throw new RangeError(`no pinned holidays for ${date}`);
  if (WORKED_WEEKENDS.has(date)) return false;
  const weekday = new Date(millis(date)).getUTCDay();
  return weekday === 0 || weekday === 6 || HOLIDAYS.some(([first, last]) => first <= date && date <= last);
}

/** Art. 203: a last day that is a rest day moves to the day after the holiday. */
function afterRest(date: string): string {
  let day = date;
  while (isRestDay(day)) day = plusDays(day, 1);
  return day;
}

export const daysLater = (start: string, count: number): string => afterRest(plusDays(start, count));

/** Art. 202: the corresponding day of the due month, or its last one where there is none. */
export function monthsLater(start: string, count: number): string {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return afterRest(dayOf(Date.UTC(year, month - 1 + count, Math.min(day, lastOfMonth))));
}

/** Art. 201: the starting day is not counted. */
export function workingDaysLater(start: string, count: number): string {
  let day = start;
  for (let left = count; left > 0; ) {
    day = plusDays(day, 1);
    if (!isRestDay(day)) left -= 1;
  }
  return day;
}
