import type { Instant, PlainDate, Words } from '@quancheng/kernel';
import type { KindName, Kinds } from './kinds/index.ts';

/** How far to trust a clause: in the seed paper, seen in a public text, known but unseen, or designed for this edition. */
export type Tier = 'seed' | 'confirmed' | 'known' | 'derived';

/** The mark beside every result that rests on a clause nobody has confirmed yet. */
export const TO_BE_CONFIRMED: Words = { zh: '待财政局确认', en: 'to be confirmed by the bureau' };

/** Whether what follows from a clause of this tier is shown with the mark. */
export function toBeConfirmed(tier: Tier): boolean {
  return tier === 'known' || tier === 'derived';
}

/** What fixes the version that a case follows. Each clause states its own: goal, deadline and grade differ. */
export type Binding = 'goal-approval' | 'duty-arises' | 'evaluation-year';

/** A day written as a literal, 'YYYY-MM-DD'; the edition's spec proves that it exists. */
export type LawDay = `${number}-${number}-${number}`;

/** `<edition>/<question>`, as decisions and events cite it. */
export type ClauseId = string;

type ClauseHead = {
  readonly id: ClauseId;
  /** What is asked, the same in every edition. */
  readonly question: string;
  readonly title: Words;
  /** The rule in our own words, its key terms quoted from the paper. */
  readonly says: Words;
  readonly source: { readonly paper: string; readonly article: string };
  readonly tier: Tier;
  /** From the first day; without `until`, for as long as the edition is. `until` is the last day. */
  readonly inForce: { readonly from: LawDay; readonly until?: LawDay };
  readonly boundTo: Binding;
  /** What happens to cases that began before the clause, or outlive it. */
  readonly transition: Words;
  /** Whether failing it stops the case or is only shown. Absent where nothing can be failed. */
  readonly gate?: 'block' | 'warn';
};

/** As a clause file writes it: dates and instants are plain literals there. */
type Written<T> = T extends PlainDate | Instant
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Written<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Written<T[Key]> }
      : T;

/** One rule with one number or table, next to the sentence it comes from, and examples on both sides of each boundary. */
export type ClauseOf<K extends KindName> = ClauseHead & {
  readonly kind: K;
  readonly value: Kinds[K]['value'];
  readonly examples: readonly {
    readonly given: Written<Kinds[K]['given']>;
    readonly expect: Partial<Written<Kinds[K]['answer']>>;
  }[];
};

export type Clause = { [K in KindName]: ClauseOf<K> }[KindName];

/** No rule answers here. Never replaced by a default: the asker refuses, or marks what it computes. */
export type Provisional = { readonly provisional: true; readonly because: Words };

export function provisional(because: Words): Provisional {
  return { provisional: true, because };
}

export function isProvisional(value: object): value is Provisional {
  return 'provisional' in value && value.provisional === true;
}
