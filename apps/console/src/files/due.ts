import { daysBetween, type PlainDate } from '@quancheng/kernel';

/** How far off a date is, in the words of a clerk, and how pressing. */
export interface Due {
  readonly words: string;
  readonly pressing: 'late' | 'soon' | 'calm';
}

const SOON_DAYS = 7;

export function dueOf(until: string, today: string): Due {
  const left = daysBetween(today as PlainDate, until as PlainDate);
  if (left < 0) return { words: `逾期 ${-left} 天`, pressing: 'late' };
  if (left === 0) return { words: '今天到期', pressing: 'soon' };
  return { words: `还有 ${left} 天`, pressing: left <= SOON_DAYS ? 'soon' : 'calm' };
}
