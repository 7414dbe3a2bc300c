import { type Json, toJson, type Words } from '@quancheng/kernel';
import {
  type Binding,
  type Clause,
  type ClauseId,
  TO_BE_CONFIRMED,
  type Tier,
  toBeConfirmed,
} from './clause.ts';
import type { Edition } from './edition.ts';
import { EDITIONS } from './editions/index.ts';
import { valueInWords } from './kinds/in-words.ts';

/** Everything that a clause says about itself, for a page, an API or a command line. */
export type ExplainedClause = {
  readonly id: ClauseId;
  readonly edition: { readonly id: string; readonly title: Words };
  readonly question: string;
  readonly kind: string;
  readonly title: Words;
  readonly says: Words;
  readonly source: Clause['source'];
  readonly tier: Tier;
  readonly tierWords: Words;
  /** The mark to show beside every result of this clause; null where nothing is left to confirm. */
  readonly toBeConfirmed: Words | null;
  /** The clause's own dates, or the edition's end where that comes first. */
  readonly inForce: { readonly from: string; readonly until: string | null };
  readonly boundTo: Binding;
  readonly boundToWords: Words;
  /** How cases pass over that began before the clause or outlive it. */
  readonly transition: Words;
  readonly gate: 'block' | 'warn' | null;
  readonly value: readonly Words[];
  readonly examples: readonly { readonly given: Json; readonly expect: Json }[];
};

const TIER_WORDS: Readonly<Record<Tier, Words>> = {
  seed: { zh: '财政局原文', en: "the bureau's own paper" },
  confirmed: { zh: '公开文件可查', en: 'seen in a public text' },
  known: { zh: '通行做法，原文未核对', en: 'known, text not seen' },
  derived: { zh: '推定', en: 'derived' },
};

const BINDING_WORDS: Readonly<Record<Binding, Words>> = {
  'goal-approval': { zh: '目标批复之日', en: 'the day the goal is approved' },
  'duty-arises': { zh: '义务产生之日', en: 'the day the duty arises' },
  'evaluation-year': { zh: '评价年度', en: 'the year of the evaluation' },
};

const BY_ID = new Map(
  EDITIONS.flatMap((edition) => edition.clauses.map((clause) => [clause.id, { edition, clause }] as const)),
);

/** A clause of any edition by its id, explained; undefined where no edition has it. */
export function explainClause(id: ClauseId): ExplainedClause | undefined {
  const found = BY_ID.get(id);
  return found && explained(found.edition, found.clause);
}

/** The mark to show beside what rests on a clause; null where nothing is left to confirm, or no clause is cited. */
export function confirmationMark(id: ClauseId | null | undefined): Words | null {
  const clause = id ? BY_ID.get(id)?.clause : undefined;
  return clause !== undefined && toBeConfirmed(clause.tier) ? TO_BE_CONFIRMED : null;
}

function explained(edition: Edition, clause: Clause): ExplainedClause {
  const { id, question, kind, title, says, source, tier, boundTo, transition, gate } = clause;
  return {
    id,
    edition: { id: edition.id, title: edition.title },
    question,
    kind,
    title,
    says,
    source,
    tier,
    tierWords: TIER_WORDS[tier],
    toBeConfirmed: confirmationMark(id),
    inForce: { from: clause.inForce.from, until: lastDay(edition, clause) },
    boundTo,
    boundToWords: BINDING_WORDS[boundTo],
    transition,
    gate: gate ?? null,
    value: valueInWords(clause),
    examples: clause.examples.map(({ given, expect }) => ({ given: toJson(given), expect: toJson(expect) })),
  };
}

function lastDay(edition: Edition, clause: Clause): string | null {
  const ends = [edition.inForce.until, clause.inForce.until].filter((until) => until !== undefined);
  return ends.sort().at(0) ?? null;
}
