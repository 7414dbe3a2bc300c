import { isRefusal, percentOf, type Refusal, type Words } from '@quancheng/kernel';
import { askGrade, askScore, type Grade, isProvisional, type ScoredSheet } from '@quancheng/rulebook';
import { decimalOf, type FormFacts, factsOf, type LineFacts } from './facts.ts';
import type { Suggestion } from '../target-value/index.ts';
import { type FormFinding, gathered, type RowFinding } from './finding.ts';
import { formFindings, lineFindings } from './findings/index.ts';
import { readPublishedForm } from './form.ts';
import { lineInput, type LineInput } from './line.ts';
import { chooseRules, type FormRules, scoringClause } from './rules.ts';

/** A published form scored again by the rule: what an auditor compares with the paper. */
export type ScoredForm = {
  readonly edition: string;
  readonly execution: ScoredExecution;
  readonly lines: readonly ScoredFormLine[];
  /** Null while the rule cannot give it: a row that cannot be scored, or weights with execution other than 100. */
  readonly total: string | null;
  readonly grade: Grade | null;
  readonly findings: readonly FormFinding[];
  /** What the paper says, beside what the rule says. */
  readonly printed: {
    readonly rate: string | null;
    readonly executionPoints: string | null;
    readonly total: string | null;
    readonly grade: string | null;
    /** The grade that the rule gives the printed total. */
    readonly gradeOfTotal: Grade | null;
  };
};

export type ScoredExecution = {
  /** Two decimals, or null where execution cannot be scored. */
  readonly points: string | null;
  /** Executed over budget in percent, two decimals, not capped. */
  readonly rate: string | null;
  readonly base: 'full-year' | 'year-start' | null;
  readonly clause: string;
};

export type ScoredFormLine = {
  /** Counted from 1 as the indicators stand in the file. */
  readonly row: number;
  readonly points: string | null;
  readonly rule: Words | null;
  readonly clause: string | null;
  /** What the rule would leave where the target was set clearly too low; a person decides. */
  readonly proposedPoints: string | null;
  /** The points on the paper. */
  readonly printed: string | null;
  /** What the target is taken to mean, or may have been, where a person has to confirm it. */
  readonly suggested: Suggestion | null;
  readonly findings: readonly FormFinding[];
};

/** One row with what the rulebook made of it. */
export type LineResult = {
  readonly facts: LineFacts;
  readonly input: LineInput;
  readonly scored: ScoredSheet['lines'][number] | null;
};

/** Everything the findings look at. */
export type FormResult = {
  readonly facts: FormFacts;
  readonly rules: FormRules;
  readonly lines: readonly LineResult[];
  readonly execution: ScoredExecution;
  readonly total: string | null;
  readonly grade: Grade | null;
};

/**
 * Scores a published form (an object in the shape of the collection's files) by the clauses of the rulebook and says
 * what does not add up. Printed rates, points and totals are never taken over: they are compared. Without an edition the
 * rules are chosen by fiscal year and division. Refuses what is no form (`FORM_MALFORMED`, with the place of each cell)
 * and an edition that does not exist (`EDITION_UNKNOWN`).
 */
export function scorePublishedForm(
  given: unknown,
  { edition }: { readonly edition?: string | undefined } = {},
): ScoredForm | Refusal {
  const form = readPublishedForm(given);
  if (isRefusal(form)) return form;
  const facts = factsOf(form);
  const rules = chooseRules(facts, edition);
  return isRefusal(rules) ? rules : present(resultOf(facts, rules));
}

function resultOf(facts: FormFacts, rules: FormRules): FormResult {
  const qualitative = scoringClause(rules, 'qualitative').value;
  const tiers = qualitative.formula === 'qualitative' ? qualitative.tiers : [];
  const inputs = facts.lines.map((line) => ({ facts: line, input: lineInput(line, tiers) }));
  const money = moneyOf(facts);
  const sheet = askScore(
    rules.rules,
    {
      lines: inputs.flatMap(({ input }) => (input.line === null ? [] : [input.line])),
      money: money === null ? null : { ...money, weight: facts.total?.weight?.toFixed() ?? '' },
    },
    rules.on,
  );
  if (isProvisional(sheet)) throw new Error(sheet.because.en);
  const scored = sheet.lines[Symbol.iterator]();
  const lines = inputs.map((one) => ({
    ...one,
    scored: one.input.line === null ? null : (scored.next().value ?? null),
  }));
  const total = facts.isSelfEvaluation && isComplete(facts) ? sheet.total : null;
  return {
    facts,
    rules,
    lines,
    execution: executionOf(facts, rules, sheet),
    total,
    grade: total === null ? null : gradeOf(rules, total),
  };
}

/** Rows without a weight that should have one leave no total, whatever the others sum to. */
const isComplete = ({ lines }: FormFacts): boolean =>
  lines.every(
    ({ weight, isEmpty, partOf, notApplicable }) =>
      weight !== null || isEmpty || partOf !== null || notApplicable,
  );

type Base = Exclude<ScoredExecution['base'], null>;

/** Execution is measured on the full-year figure; on the one of the year's beginning only where no other is printed. */
export function baseOf({ total, money }: FormFacts): Base | null {
  if (total === null) return null;
  if (total.fullYearFen !== null) return 'full-year';
  const columnExists = money.some(({ fullYearFen }) => fullYearFen !== null);
  return total.beginFen === null || columnExists ? null : 'year-start';
}

export function budgetFenOf(facts: FormFacts): bigint | null {
  const base = baseOf(facts);
  if (base === null || facts.total === null) return null;
  return base === 'full-year' ? facts.total.fullYearFen : facts.total.beginFen;
}

function moneyOf(facts: FormFacts): { budgetFen: bigint; paidFen: bigint } | null {
  const budgetFen = budgetFenOf(facts);
  const paidFen = facts.total?.executedFen ?? null;
  if (budgetFen === null || paidFen === null || facts.total?.weight == null) return null;
  return { budgetFen, paidFen };
}

function executionOf(facts: FormFacts, rules: FormRules, sheet: ScoredSheet): ScoredExecution {
  const budgetFen = budgetFenOf(facts);
  const paidFen = facts.total?.executedFen ?? null;
  const rate = paidFen === null ? null : percentOf(paidFen, budgetFen ?? 0n);
  return {
    points: sheet.execution?.points ?? null,
    rate,
    base: baseOf(facts),
    clause: scoringClause(rules, 'execution').id,
  };
}

export function gradeOf({ rules, on }: FormRules, score: string): Grade | null {
  const graded = askGrade(rules, score, on);
  return isProvisional(graded) ? null : graded.grade;
}

function present(result: FormResult): ScoredForm {
  const { facts, rules, execution, total, grade } = result;
  const byRow = result.lines.map((line): RowFinding[] => lineFindings(line, result));
  const printedTotal = decimalOf(facts.form.total?.score);
  return {
    edition: rules.edition,
    execution,
    lines: result.lines.map(({ facts: line, scored }, index) => ({
      row: line.row,
      points: scored?.points ?? null,
      proposedPoints: scored?.proposedPoints ?? null,
      rule: scored?.rule ?? null,
      clause: scored?.clause ?? null,
      printed: line.printed.score,
      suggested: line.target?.suggestion ?? null,
      findings: gathered(byRow[index] ?? []),
    })),
    total,
    grade,
    findings: [...rules.findings, ...formFindings(result), ...gathered(byRow.flat())],
    printed: {
      rate: facts.total?.printed.rate ?? null,
      executionPoints: facts.total?.printed.score ?? null,
      total: facts.form.total?.score ?? null,
      grade: facts.form.grade,
      gradeOfTotal: printedTotal === null ? null : gradeOf(rules, printedTotal.toFixed()),
    },
  };
}
