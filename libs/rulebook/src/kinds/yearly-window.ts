import {
  type Deadline,
  type PlainDate,
  onDate,
  parsePlainDate,
  type RestDayRule,
  type Words,
  type WorkingDayCalendar,
} from '@quancheng/kernel';

/** A report that comes every year for the same months; days as 'MM-DD'. */
export type YearlyWindowValue = {
  readonly from: string;
  readonly to: string;
  readonly reportBy: string;
  readonly restDayRule: RestDayRule;
};
export type YearlyWindowGiven = { readonly fiscalYear: number };
export type YearlyWindowAnswer = Deadline & { readonly from: PlainDate; readonly to: PlainDate };

export function answerYearlyWindow(
  { from, to, reportBy, restDayRule }: YearlyWindowValue,
  { fiscalYear }: YearlyWindowGiven,
  calendar: WorkingDayCalendar,
): YearlyWindowAnswer {
  const inYear = (day: string) => parsePlainDate(`${fiscalYear}-${day}`) as PlainDate;
  return {
    from: inYear(from),
    to: inYear(to),
    ...onDate(inYear(reportBy), calendar, { restDayRule }),
  };
}

export function yearlyWindowInWords({ from, to, reportBy }: YearlyWindowValue): Words[] {
  return [
    {
      zh: `每年${from}至${to}的情况，${reportBy}前报送`,
      en: `each year from ${from} to ${to}, reported by ${reportBy}`,
    },
  ];
}
