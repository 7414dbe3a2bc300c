import type { WorkingDayCalendar } from './calendar.ts';
import { addDays, addMonths, type PlainDate, weekdayOf } from './plain-date.ts';
import type { Words } from './refusal.ts';

/**
 * The last day of a duty, until 24:00 in China. `provisional` where it rests on a day whose holidays are not
 * published: the date is then the best estimate, and is computed again when the year's notice is loaded.
 */
export type Deadline = { readonly due: PlainDate; readonly provisional: boolean; readonly reason: Words };

/**
 * Civil Code art. 203 moves a last day that is a rest day to the next working day. For an administrative duty that
 * is the usual analogy, not a command: hence the switch.
 */
export type RestDayRule = 'next-working-day' | 'as-is';
export type DeadlineOptions = { readonly restDayRule?: RestDayRule };

type Nominal = { date: PlainDate; rule: Words };

/** Art. 201: the day of the event is not counted; art. 202: the corresponding day, else the month's last day. */
export function monthsAfter(
  start: PlainDate,
  months: number,
  calendar: WorkingDayCalendar,
  options?: DeadlineOptions,
): Deadline {
  assertCount(months);
  const rule = { zh: `自${start}起${months}个月`, en: `${months} months after ${start}` };
  return settle({ date: addMonths(start, months), rule }, calendar, options);
}

/** Calendar days; the day of the event is not counted (art. 201). */
export function daysAfter(
  start: PlainDate,
  days: number,
  calendar: WorkingDayCalendar,
  options?: DeadlineOptions,
): Deadline {
  assertCount(days);
  const rule = { zh: `自${start}起${days}日`, en: `${days} days after ${start}` };
  return settle({ date: addDays(start, days), rule }, calendar, options);
}

/** A date fixed by a paper. */
export function onDate(date: PlainDate, calendar: WorkingDayCalendar, options?: DeadlineOptions): Deadline {
  return settle({ date, rule: { zh: `定于${date}`, en: `fixed for ${date}` } }, calendar, options);
}

/** Working days; the day of the event is not counted (art. 201). The last day counted is a working day by itself. */
export function workingDaysAfter(start: PlainDate, count: number, calendar: WorkingDayCalendar): Deadline {
  assertCount(count);
  let due = start;
  let provisional = false;
  for (let counted = 0; counted < count; ) {
    due = addDays(due, 1);
    provisional ||= !calendar.knows(due);
    if (isPresumedWorkingDay(due, calendar)) counted += 1;
  }
  const reason = {
    zh: `自${start}起${count}个工作日，为${due}`,
    en: `${count} working days after ${start}: ${due}`,
  };
  return { due, provisional, reason: provisional ? withHorizon(reason, calendar) : reason };
}

function settle(
  { date, rule }: Nominal,
  calendar: WorkingDayCalendar,
  options: DeadlineOptions = {},
): Deadline {
  const reason = { zh: `${rule.zh}，为${date}`, en: `${rule.en}: ${date}` };
  if (options.restDayRule === 'as-is') return { due: date, provisional: false, reason };

  let due = date;
  let provisional = !calendar.knows(due);
  while (!isPresumedWorkingDay(due, calendar)) {
    due = addDays(due, 1);
    provisional ||= !calendar.knows(due);
  }
  const moved =
    due === date
      ? reason
      : {
          zh: `${reason.zh}，逢休息日顺延至${due}（民法典第203条）`,
          en: `${reason.en}, a rest day, moved to ${due} (Civil Code art. 203)`,
        };
  return { due, provisional, reason: provisional ? withHorizon(moved, calendar) : moved };
}

/** Beyond the published years the plain week stands in, and the answer is marked provisional. */
function isPresumedWorkingDay(date: PlainDate, calendar: WorkingDayCalendar): boolean {
  return calendar.knows(date) ? calendar.isWorkingDay(date) : weekdayOf(date) <= 5;
}

function withHorizon(reason: Words, calendar: WorkingDayCalendar): Words {
  return {
    zh: `${reason.zh}；所涉年度的放假安排未公布（${calendar.edition}），为暂定日期`,
    en: `${reason.en}; provisional, because the year's holidays are not published in ${calendar.edition}`,
  };
}

function assertCount(count: number): void {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`a period is a whole number of units, not ${count}`);
}
