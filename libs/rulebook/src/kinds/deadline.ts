import {
  type Deadline,
  daysAfter,
  monthsAfter,
  type PlainDate,
  type RestDayRule,
  type Words,
  type WorkingDayCalendar,
  workingDaysAfter,
} from '@quancheng/kernel';

export type DeadlineValue = {
  readonly count: number;
  readonly unit: 'months' | 'days' | 'working-days';
  /** The event whose day starts the count. That day itself is not counted. */
  readonly startsWith: Words;
  readonly restDayRule: RestDayRule;
};
export type DeadlineGiven = { readonly start: PlainDate };
export type DeadlineAnswer = Deadline;

export function answerDeadline(
  { count, unit, restDayRule }: DeadlineValue,
  { start }: DeadlineGiven,
  calendar: WorkingDayCalendar,
): DeadlineAnswer {
  switch (unit) {
    case 'months':
      return monthsAfter(start, count, calendar, { restDayRule });
    case 'days':
      return daysAfter(start, count, calendar, { restDayRule });
    case 'working-days':
      return workingDaysAfter(start, count, calendar);
  }
}

const UNIT_WORDS: Readonly<Record<DeadlineValue['unit'], Words>> = {
  months: { zh: '个月', en: 'months' },
  days: { zh: '日', en: 'days' },
  'working-days': { zh: '个工作日', en: 'working days' },
};

export function deadlineInWords({ count, unit, startsWith }: DeadlineValue): Words[] {
  const { zh, en } = UNIT_WORDS[unit];
  return [{ zh: `${startsWith.zh}之日起${count}${zh}内`, en: `within ${count} ${en} of ${startsWith.en}` }];
}
