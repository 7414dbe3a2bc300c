import { daysBetween, type PlainDate } from '@quancheng/kernel';
import type { Entry } from './read.ts';

/** A line of a timeline: something that happened, or how long nothing did. */
export type Line = { readonly entry: Entry } | { readonly quietDays: number; readonly after: string };

const QUIET_DAYS = 14;

/** What only the clock did, which few ask for. */
export const isReminder = ({ type }: Entry): boolean => type === 'ObligationReminded';

/** The latest first, months of silence folded into one line. */
export function linesOf(entries: readonly Entry[]): Line[] {
  return entries.toReversed().flatMap((entry, index, newest): Line[] => {
    const later = newest[index - 1];
    const quietDays =
      later === undefined ? 0 : daysBetween(entry.happenedOn as PlainDate, later.happenedOn as PlainDate);
    return quietDays > QUIET_DAYS ? [{ quietDays, after: entry.eventId }, { entry }] : [{ entry }];
  });
}
