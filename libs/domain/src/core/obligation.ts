import type { Instant, PlainDate, Words } from '@quancheng/kernel';
import { endOfDay } from '@quancheng/kernel';
import { z } from 'zod';
import type { Role } from './actor.ts';
import {
  type LegalDate,
  instantSchema,
  legalDateSchema,
  plainDateSchema,
  wordsSchema,
} from './legal-date.ts';

/**
 * Who owes what, since when, until when, under which clause, and what happens if nobody acts.
 * The inbox, "why is it waiting", the reminders and the calendar feed are all read from this one list.
 */
export interface Obligation {
  /** Stable while the same duty is open; a second round of the same duty has another id. */
  readonly id: string;
  readonly what: string;
  readonly words: Words;
  readonly holder: { readonly role: Role; readonly unit: string };
  readonly since: PlainDate;
  /** Null where no paper gives a date: the duty waits, but nothing lapses. */
  readonly date: LegalDate | null;
  /** The clause that makes the duty, also where it has no date. */
  readonly clause: string;
  /** Commands of this stream that end the duty. */
  readonly unblockedBy: readonly string[];
  readonly ifNobodyActs: Words;
  /** Who is told when the date has passed; null when a lapse is only recorded. */
  readonly escalatesTo: { readonly role: Role; readonly unit: string } | null;
}

/** A fact that time itself brings (the planned end arrives, the year ends): recorded by the clock, once. */
export interface Timer {
  readonly id: string;
  readonly at: Instant;
  readonly fact: { readonly type: string; readonly data: unknown; readonly clause?: string };
}

/** What has already been recorded of one obligation: by the clock, and by those who press for it. */
export interface ClockMark {
  readonly remindedAt?: Instant;
  readonly lapsed?: boolean;
  /** When somebody last pressed for it. */
  readonly urgedAt?: Instant;
}

/** The facts that are recorded of any obligation, in every aggregate: two by the clock, one by those who press for it. */
export const clockEvents = {
  ObligationReminded: {
    title: { zh: '已提醒', en: 'reminded' },
    says: {
      zh: '到了提醒时刻，向责任人发出提醒；停机后只补发最近一次',
      en: 'a reminder instant came; after downtime only the latest one is sent',
    },
    data: z.object({
      obligationId: z.string(),
      what: z.string(),
      words: wordsSchema,
      holder: z.object({ role: z.string(), unit: z.string() }),
      instant: instantSchema,
      skipped: z.number().int(),
      due: z.string(),
      clause: z.string(),
    }),
  },
  LegalDatesRenewed: {
    title: { zh: '暂定日期已重新计算', en: 'provisional dates computed again' },
    says: {
      zh: '节假日安排公布，按暂行日历计算的期限重新计算',
      en: "the year's holidays were published; dates that did without them were computed again",
    },
    data: z.object({ dates: z.array(z.object({ was: plainDateSchema, date: legalDateSchema })) }),
  },
  ObligationLapsed: {
    title: { zh: '逾期', en: 'lapsed' },
    says: {
      zh: '到期日 24:00 已过而义务未履行，上报一次',
      en: 'the legal date passed at 24:00 and the duty is not done; escalated once',
    },
    data: z.object({
      obligationId: z.string(),
      what: z.string(),
      words: wordsSchema,
      holder: z.object({ role: z.string(), unit: z.string() }),
      escalatedTo: z.object({ role: z.string(), unit: z.string() }).nullable(),
      instant: instantSchema,
      due: z.string(),
      clause: z.string(),
    }),
  },
  ObligationUrged: {
    title: { zh: '已催办', en: 'urged' },
    says: {
      zh: '有关岗位催办未履行的义务，期限不变',
      en: 'somebody pressed for an open duty; its date stays',
    },
    data: z.object({
      obligationId: z.string(),
      what: z.string(),
      words: wordsSchema,
      holder: z.object({ role: z.string(), unit: z.string() }),
      due: z.string().nullable(),
      clause: z.string(),
      message: z.string(),
    }),
  },
} as const;

interface Coming {
  readonly at: Instant;
  readonly kind: 'reminder' | 'lapse';
}

/** Instants of one obligation that the clock has not recorded yet, in order. */
export function comingInstants(obligation: Obligation, mark: ClockMark | undefined): Coming[] {
  if (obligation.date === null || mark?.lapsed) return [];
  const lapse: Coming = { at: endOfDay(obligation.date.due), kind: 'lapse' };
  const reminders = obligation.date.reminders
    .filter((at) => at < lapse.at && (mark?.remindedAt === undefined || at > mark.remindedAt))
    .map((at): Coming => ({ at, kind: 'reminder' }));
  return [...reminders, lapse].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The clock's facts of one obligation up to `now`: at most one reminder (the latest), at most one lapse. */
export function dueClockFacts(obligation: Obligation, mark: ClockMark | undefined, now: Instant) {
  const passed = comingInstants(obligation, mark).filter((coming) => coming.at <= now);
  const lapse = passed.find((coming) => coming.kind === 'lapse');
  // Once the date has passed, an old reminder would only confuse: the lapse speaks alone.
  if (lapse) return [clockFact('ObligationLapsed', obligation, lapse.at, 0)];
  const latest = passed.at(-1);
  return latest ? [clockFact('ObligationReminded', obligation, latest.at, passed.length - 1)] : [];
}

function clockFact(
  type: 'ObligationReminded' | 'ObligationLapsed',
  obligation: Obligation,
  instant: Instant,
  skipped: number,
) {
  const common = {
    obligationId: obligation.id,
    what: obligation.what,
    words: obligation.words,
    holder: obligation.holder,
    instant,
    due: obligation.date?.due ?? '',
    clause: obligation.clause,
  };
  return type === 'ObligationLapsed'
    ? { type, data: { ...common, escalatedTo: obligation.escalatesTo }, clause: obligation.clause }
    : { type, data: { ...common, skipped }, clause: obligation.clause };
}

/** Earliest legal date first; what has no date comes last. */
export const byDate = (obligations: readonly Obligation[]): Obligation[] =>
  obligations.toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)));

const dueOf = (obligation: Obligation): string => obligation.date?.due ?? '9999-12-31';
