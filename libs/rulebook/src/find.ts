import type { PlainDate } from '@quancheng/kernel';
import {
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

/** The clause that answers a question on a day. Throws where an edition gives it another kind: that edition is broken. */
export function find<K extends KindName>(
  rules: Rulebook,
  { question, kind, on }: { question: string; kind: K; on: PlainDate },
): ClauseOf<K> | Provisional {
  const clause = rules.clause(question, on);
  if (isProvisional(clause) || isOfKind(clause, kind)) return clause;
  throw new Error(`${clause.id} is a ${clause.kind}, not a ${kind}`);
}

function isOfKind<K extends KindName>(clause: Clause, kind: K): clause is Clause & ClauseOf<K> {
  return clause.kind === kind;
}

export function cite({ id, question, tier }: Clause): Cited {
  return { clause: id, edition: id.slice(0, -question.length - 1), tier };
}
