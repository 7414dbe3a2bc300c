import type { PlainDate, Words } from '@quancheng/kernel';
import type { Clause, LawDay } from './clause.ts';

/** The rules of one place and era. Released, it is frozen: a change is a new edition. */
export type Edition = {
  readonly id: string;
  readonly title: Words;
  /**
   * Divisions whose code begins so: 330211 for the district and everything below it, '' for every one. Null for rules seen
   * elsewhere: no division falls under them, they are asked for by id.
   */
  readonly divisionPrefix: string | null;
  readonly inForce: { readonly from: LawDay; readonly until?: LawDay };
  /** False until the bureau has confirmed it; then the lock file holds it for ever. */
  readonly released: boolean;
  readonly papers: readonly string[];
  readonly clauses: readonly Clause[];
};

export function isInForce(
  inForce: { readonly from: string; readonly until?: string },
  on: PlainDate,
): boolean {
  return on >= inForce.from && (inForce.until === undefined || on <= inForce.until);
}

/** Whether the edition rules a whole fiscal year: the rules of a year do not begin in its middle. */
export function rulesFiscalYear(edition: Edition, fiscalYear: number): boolean {
  const { from, until } = edition.inForce;
  return `${fiscalYear}-01-01` >= from && (until === undefined || `${fiscalYear}-12-31` <= until);
}
