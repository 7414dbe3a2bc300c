import { dateSchema } from '@quancheng/forms';
import type { Instant, PlainDate, Refusal, WorkingDayCalendar } from '@quancheng/kernel';
import { endOfDay, isRefusal, parseInstant, refuse } from '@quancheng/kernel';
import { askDeadline, askReminders, isProvisional, type Rulebook } from '@quancheng/rulebook';
import { z } from 'zod';

export const wordsSchema = z.object({ zh: z.string(), en: z.string() });
/** A day at rest is a day as a paper gives it. */
export const plainDateSchema = dateSchema;
export const instantSchema = z
  .string()
  .refine((text) => !isRefusal(parseInstant(text)), { error: '时刻无效 / not an instant' })
  .transform((text) => text as Instant);
/** Money at rest inside the domain: integer fen. In JSON the key ends in `Fen` and the value is a digit string. */
export const fenSchema = z.bigint();

/**
 * A date the law gives, computed once when its duty arises and kept in the event for ever: until 24:00 (+08:00) of `due`.
 * `provisional` says that the calendar of a needed year was not published yet.
 */
export const legalDateSchema = z.object({
  due: plainDateSchema,
  /** The day it is counted from; absent where a paper fixed the date. */
  from: plainDateSchema.optional(),
  provisional: z.boolean(),
  reason: wordsSchema,
  clause: z.string(),
  edition: z.string(),
  reminders: z.array(instantSchema),
});
export type LegalDate = z.infer<typeof legalDateSchema>;

/**
 * The date by which a duty that arose on `start` is to be done, with its reason and reminder instants.
 * Refuses NO_RULE when no edition answers the question on that day.
 */
export function legalDate(
  world: { rules: Rulebook; calendar: WorkingDayCalendar },
  question: string,
  start: PlainDate,
): LegalDate | Refusal {
  const answer = askDeadline(world.rules, question, start, world.calendar);
  if (isProvisional(answer)) return noRule(question, start);
  return { ...withReminders(world, question, answer, start), from: start };
}

/** As `legalDate`, for a date that a notice fixed (the close of a window). */
export function fixedDate(
  world: { rules: Rulebook },
  question: string,
  due: PlainDate,
  basis: { since: PlainDate; reason: LegalDate['reason']; clause: string; edition: string },
): LegalDate {
  const { since, reason, clause, edition } = basis;
  return withReminders(
    world,
    question,
    { deadline: { due, provisional: false, reason }, clause, edition },
    since,
  );
}

function withReminders(
  world: { rules: Rulebook },
  question: string,
  answer: {
    deadline: { due: PlainDate; provisional: boolean; reason: LegalDate['reason'] };
    clause: string;
    edition: string;
  },
  since: PlainDate,
): LegalDate {
  const plan = askReminders(world.rules, question, answer.deadline.due, since);
  return {
    ...answer.deadline,
    clause: answer.clause,
    edition: answer.edition,
    reminders: isProvisional(plan) ? [] : plan.instants,
  };
}

export const lapseInstant = (date: LegalDate): Instant => endOfDay(date.due);

function noRule(question: string, start: PlainDate): Refusal {
  return refuse({
    code: 'NO_RULE',
    because: {
      zh: `规则库在 ${start} 没有关于“${question}”的条款`,
      en: `no clause answers "${question}" on ${start}`,
    },
    remedy: {
      zh: '请财政绩效科先发布适用该日的规则版本',
      en: 'ask the performance office to release an edition for that day',
    },
  });
}
