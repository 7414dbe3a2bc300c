import { addDays, atHour, type Instant, type PlainDate } from '@quancheng/kernel';

export type ReminderValue = { readonly daysBefore: readonly number[]; readonly hour: number };
export type ReminderGiven = { readonly due: PlainDate };
export type ReminderAnswer = { readonly instants: readonly Instant[] };

/** Earliest first. */
export function answerReminder({ daysBefore, hour }: ReminderValue, { due }: ReminderGiven): ReminderAnswer {
  return { instants: daysBefore.map((days) => atHour(addDays(due, -days), hour)).sort() };
}
