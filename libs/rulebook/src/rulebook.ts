import type { PlainDate } from '@quancheng/kernel';
import { type Clause, type Provisional, provisional } from './clause.ts';
import { type Edition, isInForce, rulesFiscalYear } from './edition.ts';
import { EDITIONS } from './editions/index.ts';

/** All editions, as one place sees them. For a question, a day and a division there is one answer or none, never two. */
export interface Rulebook {
  readonly editions: readonly Edition[];
  edition(id: string): Edition | undefined;
  /** The edition that rules a whole fiscal year of a division: the rules of a year do not begin in its middle. */
  editionFor(fiscalYear: number, division?: string): Edition | undefined;
  clause(question: string, on: PlainDate, division?: string): Clause | Provisional;
}

/**
 * `home` is the division that asks where none is named. Of the editions in force the one with the longest prefix that fits
 * governs, and it alone: a bureau's own rules come before the national ones, and what they leave open stays open.
 * Throws when two clauses would answer one question on one day.
 */
export function rulebookOf(editions: readonly Edition[], home: string): Rulebook {
  assertOneAnswer(editions);
  return seenFrom(editions, home);
}

function seenFrom(editions: readonly Edition[], home: string): Rulebook {
  const nearestFirst = editions.toSorted(longestPrefixFirst);
  return choosing(editions, home, (division) => nearestFirst.filter((edition) => governs(edition, division)));
}

/** The rules as a division sees them: its own where it has them, else those of the place above it. */
export function rulebookAt(division: string): Rulebook {
  return seenFrom(EDITIONS, division);
}

/** Every answer from one edition, on any day it is in force: for re-scoring, comparing and asking about rules of elsewhere. */
export function rulebookOfEdition(id: string): Rulebook | undefined {
  const edition = rulebook.edition(id);
  return edition && choosing([edition], edition.id, () => [edition]);
}

function choosing(
  editions: readonly Edition[],
  home: string,
  nearestFirst: (division: string) => readonly Edition[],
): Rulebook {
  return {
    editions,
    edition: (id) => editions.find((edition) => edition.id === id),
    editionFor: (fiscalYear, division = home) =>
      nearestFirst(division).find((edition) => rulesFiscalYear(edition, fiscalYear)),
    clause(question, on, division = home) {
      const edition = nearestFirst(division).find(({ inForce }) => isInForce(inForce, on));
      const clause = edition?.clauses.find(
        (candidate) => candidate.question === question && isInForce(candidate.inForce, on),
      );
      return clause ?? noAnswer({ question, on, division });
    },
  };
}

/** The rule book of Zhenghai district (镇海区, 330211000) and everything below it. */
export const rulebook: Rulebook = rulebookOf(EDITIONS, '330211000');

function governs({ divisionPrefix }: Edition, division: string): boolean {
  return divisionPrefix !== null && division.startsWith(divisionPrefix);
}

function longestPrefixFirst(one: Edition, other: Edition): number {
  return (other.divisionPrefix?.length ?? 0) - (one.divisionPrefix?.length ?? 0);
}

type Period = { readonly from: string; readonly until?: string };

function assertOneAnswer(editions: readonly Edition[]): void {
  forEachPair(editions, (one, other) => {
    const samePlace = one.divisionPrefix !== null && one.divisionPrefix === other.divisionPrefix;
    if (one.id === other.id || (samePlace && overlap(one.inForce, other.inForce)))
      throw new Error(`${one.id} and ${other.id} are in force at once`);
  });
  for (const { clauses } of editions) {
    forEachPair(clauses, (one, other) => {
      if (one.question === other.question && overlap(one.inForce, other.inForce))
        throw new Error(`${one.id} and ${other.id} answer one question at once`);
    });
  }
}

function overlap(one: Period, other: Period): boolean {
  return (
    (one.until === undefined || other.from <= one.until) &&
    (other.until === undefined || one.from <= other.until)
  );
}

function forEachPair<T>(items: readonly T[], visit: (one: T, other: T) => void): void {
  items.forEach((one, index) => {
    for (const other of items.slice(index + 1)) visit(one, other);
  });
}

function noAnswer({
  question,
  on,
  division,
}: {
  question: string;
  on: PlainDate;
  division: string;
}): Provisional {
  return provisional({
    zh: `规则库中没有${division}在${on}适用的“${question}”条款`,
    en: `no clause in force for ${division} on ${on} answers "${question}"`,
  });
}
