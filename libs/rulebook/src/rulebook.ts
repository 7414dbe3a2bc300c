import type { PlainDate } from '@quancheng/kernel';
import { type Clause, type Provisional, provisional } from './clause.ts';
import { type Edition, isInForce, rulesFiscalYear } from './edition.ts';
import { zh2014 } from './editions/zh-2014/index.ts';

/** All editions, as one place sees them. For a question, a day and a division there is one answer or none, never two. */
export interface Rulebook {
  editionFor(fiscalYear: number, division?: string): Edition | undefined;
  clause(question: string, on: PlainDate, division?: string): Clause | Provisional;
}

/** `home` is the division that asks where none is named. Throws when two clauses would answer one question on one day. */
export function rulebookOf(editions: readonly Edition[], home: string): Rulebook {
  assertOneAnswer(editions);
  const governing = (division: string) =>
    editions.filter(({ divisionPrefix }) => division.startsWith(divisionPrefix));

  return {
    editionFor(fiscalYear, division = home) {
      return governing(division).find((edition) => rulesFiscalYear(edition, fiscalYear));
    },
    clause(question, on, division = home) {
      const edition = governing(division).find(({ inForce }) => isInForce(inForce, on));
      const clause = edition?.clauses.find(
        (candidate) => candidate.question === question && isInForce(candidate.inForce, on),
      );
      return clause ?? noAnswer({ question, on, division });
    },
  };
}

/** The rule book of Zhenghai district (镇海区, 330211000) and everything below it. */
export const rulebook: Rulebook = rulebookOf([zh2014], '330211000');

type Period = { readonly from: string; readonly until?: string };

function assertOneAnswer(editions: readonly Edition[]): void {
  forEachPair(editions, (one, other) => {
    const related =
      one.divisionPrefix.startsWith(other.divisionPrefix) ||
      other.divisionPrefix.startsWith(one.divisionPrefix);
    if (related && overlap(one.inForce, other.inForce))
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
