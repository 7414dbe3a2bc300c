import type { PlainDate } from '@quancheng/kernel';
import { askTaskLight, isProvisional, rulebookAt } from '@quancheng/rulebook';

/** How far off a date is, in the words of a clerk, and how pressing by the division's rules. */
export interface Due {
  readonly words: string;
  readonly pressing: 'late' | 'soon' | 'calm';
}

const PRESSING = { red: 'late', yellow: 'soon', green: 'calm' } as const;

/** Null where no rule of that day says how pressing a date is. */
export function dueOf(until: string, { today, division }: { today: string; division: string }): Due | null {
  const on = today as PlainDate;
  const answer = askTaskLight(rulebookAt(division), { today: on, due: until as PlainDate }, on);
  if (isProvisional(answer)) return null;
  const { light, daysLeft } = answer;
  return { words: wordsOf(daysLeft), pressing: PRESSING[light] };
}

function wordsOf(daysLeft: number): string {
  if (daysLeft < 0) return `逾期 ${-daysLeft} 天`;
  return daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`;
}
