import { type EvaluationState, type ProjectYearState, yearActuals } from '@quancheng/domain';
import { targetInOneCell } from '@quancheng/forms';
import { type Refusal, refuse } from '@quancheng/kernel';
import type { FilledPaper, PaperName } from '@quancheng/papers';

/** What a paper begins with, so that nobody copies a figure from one paper to another: the draft where one is kept, else what is stored. */

export type Year = Exclude<ProjectYearState, { stage: 'none' }>;
export type Evaluation = Exclude<EvaluationState, { stage: 'none' }>;

/** A draft of the paper's form, money in fen. */
export type PaperValues = Readonly<Record<string, unknown>>;

/** A paper begun. Of a tracking report `round` names the month, and `approved` what its rows are about. */
export interface Begun extends Pick<FilledPaper, 'approved' | 'spending'> {
  readonly values: PaperValues;
  readonly round?: string;
}

/** A paper of a project-year; of the tracking reports the latest that is still owed, unless a round is named. */
export function begunInYear(paper: PaperName, year: Year, round?: string): Begun | Refusal {
  if (paper === 'goal-declaration') return { values: year.draft ?? year.declaration?.form ?? {} };
  if (paper === 'goal-review') return { values: year.review.draft ?? {} };
  const owed = year.rounds.findLast((one) =>
    round === undefined ? one.report === null : one.round === round,
  );
  if (owed === undefined) return noRound();
  const { approvedFen: budgetFen, paidFen } = year;
  return {
    values: owed.draft ?? {},
    round: owed.round,
    approved: approvedIn(year),
    ...(budgetFen === null ? {} : { spending: { budgetFen, paidFen } }),
  };
}

/** Each approved row as it is read: “入网户数 ≥120户”. */
function approvedIn(year: Year): NonNullable<FilledPaper['approved']> {
  return (year.goal?.indicators ?? []).map((indicator) => ({
    row: indicator.row,
    kind: indicator.kind,
    shown: `${indicator.name} ${targetInOneCell(indicator)}`,
  }));
}

/** A self-evaluation; a returned one begins with what was handed in. Goal and weights come from the last of the evaluated years. */
export function begunSelfEvaluation(evaluation: Evaluation, year: Year | undefined): Begun {
  const { duty, selfEvaluation, treasury } = evaluation;
  const written = duty?.draft ?? selfEvaluation?.form;
  if (written !== undefined) return { values: written };
  const reached = year === undefined ? {} : yearActuals(year);
  const indicators = (year?.goal?.indicators ?? []).map(
    ({ row, kind, name, direction, target, unit, weight }) => ({
      row,
      kind,
      name,
      direction,
      target,
      ...(unit === undefined ? {} : { unit }),
      weight,
      ...(reached[row] === undefined ? {} : { actual: reached[row] }),
    }),
  );
  const executionWeight = year?.declaration?.form.executionWeight;
  return {
    values: {
      ...(indicators.length === 0 ? {} : { indicators }),
      ...(treasury === null ? {} : { fullYearBudgetFen: treasury.budgetFen, executedFen: treasury.paidFen }),
      ...(executionWeight === undefined ? {} : { executionWeight }),
      ...(year?.goal == null ? {} : { goalExpected: year.goal.annual }),
    },
  };
}

const noRound = (): Refusal =>
  refuse({
    code: 'ROUND_UNKNOWN',
    because: { zh: '没有待填报的跟踪轮次', en: 'no tracking round waits for its report' },
    remedy: { zh: '财政布置跟踪以后再下载', en: 'wait until finance sends a round out' },
  });
