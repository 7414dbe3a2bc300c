import { type Decimal, exact, type Fen, isExactText, roundHalfUp, type Words } from '@quancheng/kernel';
import { type ClauseOf, isProvisional, type Provisional } from './clause.ts';
import { type Cited, cite, find, type RulingDay } from './find.ts';
import { type ExactScore, finding, type ScoreFinding, scoreExactly, shown } from './kinds/scoring.ts';
import type { Rulebook } from './rulebook.ts';

/** How a row is compared: `above` and `below` ask that the target be passed, not only reached. */
export type ScoreKind = 'higher' | 'above' | 'lower' | 'below' | 'equal' | 'qualitative' | 'deduction';

/** Where each value of a row came from, in words: the approved goal, the report, the treasury's payments. */
export type ScoreSources = Partial<Readonly<Record<'target' | 'actual' | 'weight', Words>>>;

/** One indicator as reported. `notApplicable` gives the reason for setting it aside; its weight goes to the others. */
export type ScoreLine = {
  readonly name: string;
  readonly kind: ScoreKind;
  readonly target: string;
  /** A plain decimal, or for a qualitative indicator a tier word or a percentage; null where not filled in. */
  readonly actual: string | null;
  readonly weight: string;
  readonly notApplicable?: string | undefined;
  /** Last year's or an earlier value, to see whether the target asks for less than there was. */
  readonly baseline?: string | null | undefined;
  /** What is known to be missing for this row to show any result; absent where nobody has looked. */
  readonly unproven?: 'evidence' | 'baseline' | undefined;
  readonly sources?: ScoreSources | undefined;
};

export type ScoreMoney = {
  readonly budgetFen: Fen;
  readonly paidFen: Fen;
  readonly weight: string;
  readonly notApplicable?: string | undefined;
  readonly sources?: ScoreSources | undefined;
};

/** A value that went into the points. Money stands in fen. */
export type ScoreInput = {
  readonly name: 'target' | 'actual' | 'weight';
  readonly value: string | null;
  readonly from: Words | null;
};

export type ScoredLine = Cited & {
  readonly name: string;
  readonly weight: string;
  /** The weight after what was set aside is spread over the rest, two decimals; null where the row itself is set aside. */
  readonly effectiveWeight: string | null;
  /** Two decimals, for people; null where not scored, and then a finding says why. */
  readonly points: string | null;
  /** What the rule would leave where the target was set clearly too low; a person decides. */
  readonly proposedPoints: string | null;
  readonly rule: Words;
  readonly inputs: readonly ScoreInput[];
  readonly findings: readonly ScoreFinding[];
};

export type ScoredSheet = {
  readonly lines: readonly ScoredLine[];
  readonly execution: ScoredLine | null;
  /** Out of 100, rounded once from the exact points; null while a row cannot be scored or the weights are not 100. */
  readonly total: string | null;
  /** The rows for which evidence or a baseline is missing. Where there is one, results are not demonstrated: no grade is given. */
  readonly unproven: readonly { readonly name: string; readonly missing: 'evidence' | 'baseline' }[];
  readonly findings: readonly ScoreFinding[];
};

type ScoringClause = ClauseOf<'scoring'>;
type Row = {
  readonly clause: ScoringClause;
  readonly given: RowGiven;
  readonly score: ExactScore;
  readonly weight: Decimal | null;
  readonly counts: boolean;
};
type RowGiven = Omit<ScoreLine, 'kind'> & { readonly kind: ScoreKind | 'execution' };

/** Scores a self-evaluation or a re-score by the rules of the evaluation year. Provisional where a row has no clause there. */
export function askScore(
  rules: Rulebook,
  { lines, money }: { lines: readonly ScoreLine[]; money: ScoreMoney | null },
  on: RulingDay,
): ScoredSheet | Provisional {
  const rows: Row[] = [];
  for (const line of lines) {
    const clause = scoringClause(rules, CLAUSES[line.kind], on);
    if (isProvisional(clause)) return clause;
    rows.push(rowOf(clause, line));
  }
  const clause = scoringClause(rules, 'execution', on);
  if (isProvisional(clause)) return clause;
  return sheetOf(rows, money === null ? null : rowOf(clause, executionLine(money)));
}

/** Passing a target is scored by the same formula as reaching it. */
const CLAUSES: Readonly<Record<ScoreKind, string>> = {
  higher: 'higher',
  above: 'higher',
  lower: 'lower',
  below: 'lower',
  equal: 'equal',
  qualitative: 'qualitative',
  deduction: 'deduction',
};

const scoringClause = (rules: Rulebook, name: string, on: RulingDay) =>
  find(rules, { question: `scoring/${name}`, kind: 'scoring', on });

function rowOf(clause: ScoringClause, given: RowGiven): Row {
  const { kind, target, actual, weight, notApplicable } = given;
  const strict = kind === 'above' || kind === 'below';
  const counts = notApplicable === undefined || notApplicable.trim() === '';
  const score = counts
    ? scoreExactly(clause.value, { target, actual, weight, strict })
    : setAside(notApplicable);
  return { clause, given, score, counts, weight: isExactText(weight) ? exact(weight) : null };
}

function executionLine({ budgetFen, paidFen, ...money }: ScoreMoney): RowGiven {
  return {
    ...money,
    name: '预算执行率',
    target: budgetFen.toString(),
    actual: paidFen.toString(),
    kind: 'execution',
  };
}

function setAside(reason: string): ExactScore {
  const findings = [finding('NOT_APPLICABLE', `不适用：${reason}`, `set aside: ${reason}`)];
  return { points: null, proposedPoints: null, findings };
}

function sheetOf(lines: readonly Row[], execution: Row | null): ScoredSheet {
  const all = execution === null ? lines : [...lines, execution];
  const applicable = sum(all.filter(({ counts }) => counts).map(({ weight }) => weight));
  const present = (row: Row) => lineOf(row, applicable);
  return {
    lines: lines.map(present),
    execution: execution === null ? null : present(execution),
    unproven: lines.flatMap(({ counts, given: { name, unproven } }) =>
      counts && unproven !== undefined ? [{ name, missing: unproven }] : [],
    ),
    ...totalOf(all, applicable),
  };
}

function lineOf({ clause, given, score, weight, counts }: Row, applicable: Decimal): ScoredLine {
  const { name, target, actual, sources = {} } = given;
  const spread = counts && weight !== null && !applicable.isZero();
  return {
    ...cite(clause),
    name,
    weight: given.weight,
    effectiveWeight: spread ? shown(weight.times(100).div(applicable)) : null,
    points: shown(score.points),
    proposedPoints: shown(score.proposedPoints),
    rule: clause.title,
    inputs: (['target', 'actual', 'weight'] as const).map((input) => ({
      name: input,
      value: { target, actual, weight: given.weight }[input],
      from: sources[input] ?? null,
    })),
    findings: [...score.findings, ...belowBaseline(given), ...notProven(given)],
  };
}

/** Whether a target asks for less than there already was; where lower is better, for more. False where either is no number. */
export function isBelowBaseline(
  kind: ScoreKind | 'execution',
  { target, baseline }: { readonly target: string; readonly baseline: string },
): boolean {
  if (!isExactText(baseline) || !isExactText(target)) return false;
  if (kind === 'higher' || kind === 'above') return exact(target).lt(baseline);
  return (kind === 'lower' || kind === 'below') && exact(target).gt(baseline);
}

function belowBaseline({ kind, target, baseline }: RowGiven): ScoreFinding[] {
  if (baseline == null || !isBelowBaseline(kind, { target, baseline })) return [];
  return [
    finding(
      'TARGET_BELOW_BASELINE',
      `目标值${target}不如历史值${baseline}，目标可能偏低`,
      `the target ${target} asks for less than the earlier ${baseline}: it may be too low`,
    ),
  ];
}

function notProven({ unproven }: RowGiven): ScoreFinding[] {
  if (unproven === undefined) return [];
  return unproven === 'evidence'
    ? [
        finding(
          'EVIDENCE_MISSING',
          '没有佐证材料，结果未能证明',
          'without evidence the result is not demonstrated',
        ),
      ]
    : [
        finding(
          'BASELINE_MISSING',
          '没有可比的基期值，结果未能证明',
          'without a baseline the result is not demonstrated',
        ),
      ];
}

/** The points earned over the weights that count, as a share of 100: weights set aside are spread over the others. */
function totalOf(
  rows: readonly Row[],
  applicable: Decimal,
): { total: string | null; findings: readonly ScoreFinding[] } {
  const counting = rows.filter(({ counts }) => counts);
  const findings = [
    ...weightFindings(rows),
    ...counting.filter(({ score }) => score.points === null).map(notScored),
  ];
  if (applicable.isZero())
    findings.push(finding('NOTHING_TO_SCORE', '没有可计分的指标', 'nothing can be scored'));
  if (findings.length > 0) return { total: null, findings };
  const earned = sum(counting.map(({ score }) => score.points));
  return { total: roundHalfUp(earned.times(100).div(applicable), 2), findings };
}

function weightFindings(rows: readonly Row[]): ScoreFinding[] {
  const weights = sum(rows.map(({ weight }) => weight));
  return weights.equals(100)
    ? []
    : [
        finding(
          'WEIGHTS_NOT_100',
          `分值合计为${weights}，应为100`,
          `the weights add up to ${weights}, not 100`,
        ),
      ];
}

function notScored({ given: { name } }: Row): ScoreFinding {
  return finding(
    'LINE_NOT_SCORED',
    `“${name}”未能计分，总分暂缺`,
    `"${name}" could not be scored, so there is no total yet`,
  );
}

function sum(values: readonly (Decimal | null)[]): Decimal {
  return values.reduce<Decimal>((total, value) => total.plus(value ?? 0), exact('0'));
}
