import { type Decimal, day, exact, type Fen, isExactText, roundHalfUp, type Words } from '@quancheng/kernel';
import { type ClauseOf, isProvisional, type Provisional } from './clause.ts';
import { type Cited, cite, find, type RulingDay } from './find.ts';
import { type ExactScore, scoreExactly } from './kinds/scoring.ts';
import { type Rulebook, rulebook } from './rulebook.ts';

export type ScoreKind = 'higher' | 'lower' | 'equal' | 'qualitative';

/** One indicator as reported. `notApplicable` gives the reason for setting it aside; its weight goes to the others. */
export type ScoreLine = {
  readonly name: string;
  readonly kind: ScoreKind;
  readonly target: string;
  /** A plain decimal, or for a qualitative indicator a tier word or a percentage; null where not filled in. */
  readonly actual: string | null;
  readonly weight: string;
  readonly notApplicable?: string | undefined;
};

export type ScoreMoney = {
  readonly budgetFen: Fen;
  readonly paidFen: Fen;
  readonly weight: string;
  readonly notApplicable?: string | undefined;
};

export type ScoredLine = Cited & {
  readonly name: string;
  readonly weight: string;
  /** Two decimals, for people; null where not scored, and then a finding says why. */
  readonly points: string | null;
  readonly rule: Words;
  readonly findings: readonly Words[];
};

export type ScoredSheet = {
  readonly lines: readonly ScoredLine[];
  readonly execution: ScoredLine | null;
  /** Out of 100, rounded once from the exact points; null while a row cannot be scored or the weights are not 100. */
  readonly total: string | null;
  readonly findings: readonly Words[];
};

type ScoringClauses = Readonly<Record<ScoreKind | 'execution', ClauseOf<'scoring'>>>;
type Row = {
  readonly line: ScoredLine;
  readonly weight: Decimal | null;
  readonly points: Decimal | null;
  readonly counts: boolean;
};

/** Scores a self-evaluation or a re-score by the rules of the evaluation year. */
export function askScore(
  rules: Rulebook,
  { lines, money }: { lines: readonly ScoreLine[]; money: ScoreMoney | null },
  on: RulingDay,
): ScoredSheet | Provisional {
  const clauses = scoringClauses(rules, on);
  return isProvisional(clauses) ? clauses : scoreSheet(lines, money, clauses);
}

/** As `askScore`, with the scoring clauses given: those of the first edition where none are. */
export function scoreSheet(
  lines: readonly ScoreLine[],
  money: ScoreMoney | null,
  clauses: ScoringClauses = firstEdition(),
): ScoredSheet {
  const rows = lines.map((line) => rowOf(clauses[line.kind], line));
  const execution = money === null ? null : rowOf(clauses.execution, executionLine(money));
  const all = execution === null ? rows : [...rows, execution];
  return { lines: rows.map(({ line }) => line), execution: execution?.line ?? null, ...totalOf(all) };
}

function rowOf(
  clause: ClauseOf<'scoring'>,
  { name, target, actual, weight, notApplicable }: Omit<ScoreLine, 'kind'>,
): Row {
  const counts = notApplicable === undefined || notApplicable.trim() === '';
  const { points, findings }: ExactScore = counts
    ? scoreExactly(clause.value, { target, actual, weight })
    : setAside(notApplicable);
  const shown = points === null ? null : roundHalfUp(points, 2);
  const line = { ...cite(clause), name, weight, points: shown, rule: clause.title, findings };
  return { line, weight: isExactText(weight) ? exact(weight) : null, points, counts };
}

function executionLine({ budgetFen, paidFen, weight, notApplicable }: ScoreMoney): Omit<ScoreLine, 'kind'> {
  return {
    name: '预算执行率',
    target: budgetFen.toString(),
    actual: paidFen.toString(),
    weight,
    notApplicable,
  };
}

function setAside(reason: string): ExactScore {
  return { points: null, findings: [{ zh: `不适用：${reason}`, en: `set aside: ${reason}` }] };
}

/** The points earned over the weights that count, as a share of 100: weights set aside are spread over the others. */
function totalOf(rows: readonly Row[]): { total: string | null; findings: Words[] } {
  const counting = rows.filter(({ counts }) => counts);
  const findings = [
    ...weightFindings(rows),
    ...counting.filter(({ points }) => points === null).map(notScored),
  ];
  const applicable = sum(counting.map(({ weight }) => weight));
  if (applicable.isZero()) findings.push({ zh: '没有可计分的指标', en: 'nothing can be scored' });
  if (findings.length > 0) return { total: null, findings };
  return {
    total: roundHalfUp(
      sum(counting.map(({ points }) => points))
        .times(100)
        .div(applicable),
      2,
    ),
    findings,
  };
}

function weightFindings(rows: readonly Row[]): Words[] {
  const weights = sum(rows.map(({ weight }) => weight));
  return weights.equals(100)
    ? []
    : [{ zh: `分值合计为${weights}，应为100`, en: `the weights add up to ${weights}, not 100` }];
}

function notScored({ line }: Row): Words {
  return {
    zh: `“${line.name}”未能计分，总分暂缺`,
    en: `"${line.name}" could not be scored, so there is no total yet`,
  };
}

function sum(values: readonly (Decimal | null)[]): Decimal {
  return values.reduce<Decimal>((total, value) => total.plus(value ?? 0), exact('0'));
}

function scoringClauses(rules: Rulebook, on: RulingDay): ScoringClauses | Provisional {
  const clause = (name: ScoreKind | 'execution') =>
    find(rules, { question: `scoring/${name}`, kind: 'scoring', on });
  const [higher, lower, equal, qualitative, execution] = [
    clause('higher'),
    clause('lower'),
    clause('equal'),
    clause('qualitative'),
    clause('execution'),
  ];
  if (isProvisional(higher)) return higher;
  if (isProvisional(lower)) return lower;
  if (isProvisional(equal)) return equal;
  if (isProvisional(qualitative)) return qualitative;
  return isProvisional(execution) ? execution : { higher, lower, equal, qualitative, execution };
}

function firstEdition(): ScoringClauses {
  const clauses = scoringClauses(rulebook, day('2013-01-01'));
  if (isProvisional(clauses)) throw new Error(clauses.because.en);
  return clauses;
}
