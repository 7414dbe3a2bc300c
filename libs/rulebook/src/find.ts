import type { PlainDate } from '@quancheng/kernel';
import {
  type Binding,
  type Clause,
  type ClauseId,
  type ClauseOf,
  isProvisional,
  type Provisional,
  type Tier,
} from './clause.ts';
import type { KindName } from './kinds/index.ts';
import type { Rulebook } from './rulebook.ts';

/** What every answer carries, so that a decision can cite it. */
export type Cited = { readonly clause: ClauseId; readonly edition: string; readonly tier: Tier };

/** The days of a case: today, and those that its clauses are bound to, as far as they have come. */
export type CaseDays = { readonly today: PlainDate } & {
  readonly [Bound in Binding]?: PlainDate | undefined;
};
/** A case, or the one day that a question is about. */
export type RulingDay = PlainDate | CaseDays;

/**
 * The day whose clauses rule a question of this case: what is bound to the approval of the goal, to the day the duty arises or to
 * the evaluation year follows that day for ever, whatever is in force when the question is asked. Until it has come, today.
 */
export function rulingDay(rules: Rulebook, question: string, on: RulingDay): PlainDate {
  if (typeof on === 'string') return on;
  const bound = rules.editions
    .flatMap(({ clauses }) => clauses)
    .find((clause) => clause.question === question);
  return (bound && on[bound.boundTo]) ?? on.today;
}

/** The clause that answers a question of a case. Throws where an edition gives it another kind: that edition is broken. */
export function find<K extends KindName>(
  rules: Rulebook,
  { question, kind, on }: { question: string; kind: K; on: RulingDay },
): ClauseOf<K> | Provisional {
  const clause = rules.clause(question, rulingDay(rules, question, on));
  if (isProvisional(clause) || isOfKind(clause, kind)) return clause;
  throw new Error(`${clause.id} is a ${clause.kind}, not a ${kind}`);
}

function isOfKind<K extends KindName>(clause: Clause, kind: K): clause is Clause & ClauseOf<K> {
  return clause.kind === kind;
}

export function cite({ id, question, tier }: Clause): Cited {
  return { clause: id, edition: id.slice(0, -question.length - 1), tier };
}
