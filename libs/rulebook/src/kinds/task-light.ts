import { daysBetween, type PlainDate, type Words } from '@quancheng/kernel';
import type { LightColour } from './light.ts';

/** How long before its last day a task is warned of, unless the task says otherwise. */
export type TaskLightValue = { readonly warningDays: number };
export type TaskLightGiven = {
  readonly today: PlainDate;
  readonly due: PlainDate;
  readonly warningDays?: number;
};
/** The last day itself is not overdue. `daysLeft` is negative once it is. */
export type TaskLightAnswer = {
  readonly light: Exclude<LightColour, 'blue'>;
  readonly daysLeft: number;
};

/** Red once overdue, yellow within the warning days, else green. */
export function answerTaskLight(
  value: TaskLightValue,
  { today, due, warningDays = value.warningDays }: TaskLightGiven,
): TaskLightAnswer {
  const daysLeft = daysBetween(today, due);
  if (daysLeft < 0) return { light: 'red', daysLeft };
  return { light: daysLeft <= warningDays ? 'yellow' : 'green', daysLeft };
}

export function taskLightInWords({ warningDays }: TaskLightValue): Words[] {
  return [
    { zh: '逾期：红', en: 'overdue: red' },
    { zh: `剩余${warningDays}天以内：黄`, en: `${warningDays} days or fewer left: yellow` },
    { zh: '其余：绿', en: 'else: green' },
  ];
}
