import { day, type PlainDate, type Refusal, refuse } from '@quancheng/kernel';
import {
  type ClauseOf,
  isProvisional,
  rulebook,
  rulebookOfEdition,
  type Rulebook,
} from '@quancheng/rulebook';
import type { FormFacts } from './facts.ts';
import { type FormFinding, finding } from './finding.ts';

/** The rules a form is scored by, and the day they are asked for: the first of the year in which it is evaluated. */
export type FormRules = {
  readonly edition: string;
  readonly rules: Rulebook;
  readonly on: PlainDate;
  readonly findings: readonly FormFinding[];
};

/**
 * The edition asked for; else the one that governs the form's division on the day of evaluation. A form without a division
 * is one of another place: the national rules hold, also for years before them, and then a finding says so.
 */
export function chooseRules({ form, fiscalYear }: FormFacts, asked: string | undefined): FormRules | Refusal {
  const evaluatedIn = fiscalYear === null ? null : day(`${fiscalYear + 1}-01-01`);
  const id = asked ?? governing(form.division ?? '', evaluatedIn) ?? NATIONAL;
  const rules = rulebookOfEdition(id);
  const edition = rules?.edition(id);
  if (rules === undefined || edition === undefined) return unknownEdition(id);
  const from = day(edition.inForce.from);
  const early = evaluatedIn === null || evaluatedIn < from;
  return {
    edition: id,
    rules,
    on: early ? from : evaluatedIn,
    findings: early ? [beforeItsTime(id)] : [],
  };
}

/** The rules for a place that has none of its own, or whose own cannot be known. */
const NATIONAL = rulebook.editions.find(({ divisionPrefix }) => divisionPrefix === '')?.id ?? '';

function governing(division: string, on: PlainDate | null): string | undefined {
  if (on === null) return undefined;
  const clause = rulebook.clause('scoring/higher', on, division);
  return isProvisional(clause) ? undefined : clause.id.slice(0, -clause.question.length - 1);
}

const beforeItsTime = (id: string): FormFinding =>
  finding(
    'EDITION_ASSUMED',
    'header',
    `该年度没有已知的适用规则，按“${id}”计算，仅供参考`,
    `no rules are known for that year and place; computed by ${id}, for comparison only`,
  );

const unknownEdition = (id: string): Refusal =>
  refuse({
    code: 'EDITION_UNKNOWN',
    because: { zh: `没有“${id}”这一版规则`, en: `there is no edition "${id}"` },
    remedy: {
      zh: `可用的有：${rulebook.editions.map((edition) => edition.id).join('、')}`,
      en: `choose one of ${rulebook.editions.map((edition) => edition.id).join(', ')}`,
    },
  });

/** The scoring clause of one kind in these rules. Throws where the edition has none: that edition is broken. */
export function scoringClause({ rules, on }: FormRules, name: string): ClauseOf<'scoring'> {
  const clause = rules.clause(`scoring/${name}`, on);
  if (isProvisional(clause) || clause.kind !== 'scoring') throw new Error(`no clause scoring/${name}`);
  return clause;
}
