import { addDays, atHour, type Instant, type PlainDate, type Words } from '@quancheng/kernel';

export type ReminderValue = { readonly daysBefore: readonly number[]; readonly hour: number };
export type ReminderGiven = { readonly due: PlainDate };
export type ReminderAnswer = { readonly instants: readonly Instant[] };

/** Earliest first. */
export function answerReminder({ daysBefore, hour }: ReminderValue, { due }: ReminderGiven): ReminderAnswer {
  return { instants: daysBefore.map((days) => atHour(addDays(due, -days), hour)).sort() };
}

export function reminderInWords({ daysBefore, hour }: ReminderValue): Words[] {
  const days = daysBefore.join('、');
  return [
    {
      zh: `到期前${days}日的${hour}时`,
      en: `${daysBefore.join(', ')} days before the due day, at ${hour}:00`,
    },
  ];
}
