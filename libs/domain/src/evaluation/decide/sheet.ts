import { type EvaluationSheet, executionBase } from '@quancheng/forms';
import {
  type Decimal,
  exact,
  type FieldFault,
  isExactText,
  isRefusal,
  percentOf,
  type Refusal,
  roundHalfUp,
  type Words,
} from '@quancheng/kernel';
import {
  askScore,
  isProvisional,
  type CaseDays,
  type Rulebook,
  rulingDay,
  type ScoredLine as RuleLine,
  type ScoredSheet as RuleSheet,
  type ScoreLine,
  type ScoreSources,
} from '@quancheng/rulebook';
import { faultyPaper, unruled } from '../../core/refusals.ts';
import type { ScoredExecution, ScoredLine, ScoredSheet } from '../shapes.ts';

type Rules = { readonly rules: Rulebook; readonly on: CaseDays };
/** Where a person finds the cell of a line that cannot be scored. */
type CellOf = (line: { readonly row: string }, index: number) => string;
/** What the rules make of a row; all else of it is what somebody wrote. */
type ByRule = 'points' | 'proposedPoints' | 'effectiveWeight' | 'inputs' | 'rule' | 'clause' | 'findings';
type Sourced = { readonly sources: ScoreSources };
type BareLine = Omit<ScoredLine, ByRule | 'met'> & Sourced;
type BareExecution = Omit<ScoredExecution, ByRule | 'ratePercent'> & Sourced;
type Bare = { readonly lines: readonly BareLine[]; readonly execution: BareExecution };

/** A filled-in sheet, scored line by line by the rules of the evaluation's day. Refused where a line cannot be scored. */
export function scorePaper(
  paper: EvaluationSheet & { executionSelfScore?: string | undefined; executionReason?: string | undefined },
  by: Rules,
): ScoredSheet | Refusal {
  const base = executionBase(paper);
  const execution: BareExecution = {
    base: base?.base ?? null,
    budgetFen: base?.budgetFen ?? null,
    executedFen: paper.executedFen,
    weight: paper.executionWeight,
    selfScore: paper.executionSelfScore ?? null,
    reason: paper.executionReason ?? null,
    notApplicable: paper.executionNotApplicable ?? null,
    sources: { target: budgetSource(base?.base), actual: FROM_THE_TREASURY, weight: FROM_THE_SHEET },
  };
  return score(
    { lines: paper.indicators.map(bareLine), execution },
    by,
    (_line, index) => `form.indicators.${index}.actual`,
  );
}

/** A sheet scored again, with what a re-scorer found in place of what was reported. */
export function rescore(
  sheet: ScoredSheet,
  corrections: { lines: readonly { row: string; actual: string }[]; executedFen?: bigint | undefined },
  by: Rules,
): ScoredSheet | Refusal {
  const found = new Map(corrections.lines.map(({ row, actual }) => [row, actual]));
  const lines = sheet.lines.map((line) => {
    const actual = found.get(line.row);
    return { ...line, actual: actual ?? line.actual, sources: sourcesOf(line.inputs, actual !== undefined) };
  });
  const { executedFen } = corrections;
  const execution = {
    ...sheet.execution,
    executedFen: executedFen ?? sheet.execution.executedFen,
    sources: sourcesOf(sheet.execution.inputs, executedFen !== undefined),
  };
  return score(
    { lines, execution },
    by,
    ({ row }) => `lines.${corrections.lines.findIndex((line) => line.row === row)}.actual`,
  );
}

const FROM_THE_SHEET: Words = { zh: '评价表', en: 'the sheet' };
const FROM_THE_TREASURY: Words = { zh: '国库支付数', en: "the treasury's payments" };
const CORRECTED: Words = { zh: '复核更正', en: 'corrected when looked at again' };
const budgetSource = (base: 'full-year' | 'year-start' | undefined): Words =>
  base === 'year-start'
    ? { zh: '评价表，年初预算数', en: 'the sheet, the budget at the beginning' }
    : { zh: '评价表，全年预算数', en: 'the sheet, the full-year budget' };

/** Where the values of a row came from the first time; the actual, if it was corrected, from the correction. */
function sourcesOf(inputs: ScoredLine['inputs'], isCorrected: boolean): ScoreSources {
  const first = (inputs ?? []).flatMap(({ name, from }) => (from === null ? [] : [[name, from] as const]));
  return { ...Object.fromEntries(first), ...(isCorrected ? { actual: CORRECTED } : {}) };
}

function score({ lines, execution }: Bare, { rules, on }: Rules, cellOf: CellOf): ScoredSheet | Refusal {
  const counted = lines.filter(({ partOf }) => partOf === null);
  const scored = askScore(rules, { lines: counted.map(ruleLine), money: ruleMoney(execution) }, on);
  if (isProvisional(scored)) return unruled(scored);
  const fullMarks = qualitativeFloor(rules, on);
  if (isRefusal(fullMarks)) return fullMarks;
  if (scored.total === null) return unscorable(lines, scored, cellOf);

  const byRow = new Map(counted.map(({ row }, index) => [row, scored.lines[index]]));
  return {
    lines: lines.map((line) => scoredLine(line, byRow.get(line.row), fullMarks)),
    execution: scoredExecution(execution, scored.execution),
    total: scored.total,
    edition: scored.lines[0]?.edition ?? '',
    findings: [...scored.findings],
  };
}

function bareLine(line: EvaluationSheet['indicators'][number]): BareLine {
  const { row, kind, name, direction, target } = line;
  return {
    row,
    kind,
    name,
    direction,
    target,
    unit: line.unit ?? null,
    actual: line.actual ?? null,
    weight: line.weight ?? null,
    selfScore: line.selfScore ?? null,
    reason: line.reason ?? null,
    partOf: line.partOf ?? null,
    notApplicable: line.notApplicable ?? null,
    sources: { target: FROM_THE_SHEET, actual: FROM_THE_SHEET, weight: FROM_THE_SHEET },
  };
}

function ruleLine({ name, direction, target, actual, weight, notApplicable, sources }: BareLine): ScoreLine {
  return {
    name,
    kind: direction,
    target,
    actual,
    weight: weight ?? '',
    notApplicable: notApplicable ?? undefined,
    sources,
  };
}

/** Execution with no weight is not scored; one set aside gives its weight to the others. */
function ruleMoney({ budgetFen, executedFen, weight, notApplicable, sources }: BareExecution) {
  if (exact(weight).isZero()) return null;
  return {
    budgetFen: budgetFen ?? 0n,
    paidFen: executedFen,
    weight,
    notApplicable: notApplicable ?? undefined,
    sources,
  };
}

function scoredLine(line: BareLine, rule: RuleLine | undefined, floorPercent: string): ScoredLine {
  // A sheet that is scored again brings its old points along; only what the paper said is kept of it.
  const {
    row,
    kind,
    name,
    direction,
    target,
    unit,
    actual,
    weight,
    selfScore,
    reason,
    partOf,
    notApplicable,
  } = line;
  const bare = {
    row,
    kind,
    name,
    direction,
    target,
    unit,
    actual,
    weight,
    selfScore,
    reason,
    partOf,
    notApplicable,
  };
  if (rule === undefined) return { ...bare, met: null, ...byRule(null) };
  const met = notApplicable === null ? isMet(line, rule.points, floorPercent) : null;
  return { ...bare, met, ...byRule(rule) };
}

function scoredExecution(bare: BareExecution, rule: RuleLine | null): ScoredExecution {
  const { base, budgetFen, executedFen, weight, selfScore, reason, notApplicable } = bare;
  const ratePercent = percentOf(executedFen, budgetFen ?? 0n);
  const kept = { base, budgetFen, executedFen, ratePercent, weight, selfScore, reason, notApplicable };
  return { ...kept, ...byRule(rule) };
}

/** A row that breaks another one down has no rule and no points of its own. */
function byRule(rule: RuleLine | null): Pick<ScoredLine, ByRule> {
  if (rule === null) return { points: null, rule: null, clause: null, findings: [] };
  const { points, proposedPoints, effectiveWeight, inputs, rule: formula, clause, findings } = rule;
  return {
    points,
    proposedPoints,
    effectiveWeight,
    inputs: [...inputs],
    rule: formula,
    clause,
    findings: [...findings],
  };
}

/** A number is met when it stands on the good side of its target; words, when they earn the upper tier. */
function isMet(
  { direction, target, actual, weight }: BareLine,
  points: string | null,
  floorPercent: string,
): boolean | null {
  if (actual === null || points === null) return null;
  if (direction === 'qualitative')
    return exact(points)
      .times(100)
      .gte(exact(weight ?? '0').times(floorPercent));
  if (!isExactText(actual) || !isExactText(target)) return null;
  if (direction === 'above') return exact(actual).gt(target);
  if (direction === 'below') return exact(actual).lt(target);
  const mostAllowed = direction === 'lower' || (direction === 'equal' && exact(target).isZero());
  return mostAllowed ? exact(actual).lte(target) : exact(actual).gte(target);
}

function qualitativeFloor(rules: Rulebook, on: CaseDays): string | Refusal {
  const clause = rules.clause('scoring/qualitative', rulingDay(rules, 'scoring/qualitative', on));
  if (isProvisional(clause)) return unruled(clause);
  if (clause.kind !== 'scoring' || clause.value.formula !== 'qualitative')
    throw new Error(`${clause.id} has no tiers`);
  return clause.value.tiers[0]?.fromPercent ?? '0';
}

/** "Cannot be scored" is said for each line, with the rule's own words: never a silent 0, never full marks. */
function unscorable(lines: readonly BareLine[], scored: RuleSheet, cellOf: CellOf): Refusal {
  const counted = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.partOf === null);
  const faults: FieldFault[] = counted.flatMap(({ line, index }, position) => {
    const rule = scored.lines[position];
    if (rule === undefined || rule.points !== null || line.notApplicable !== null) return [];
    const because = rule.findings[0] ?? { zh: '不能计分', en: 'cannot be scored' };
    return [{ field: cellOf(line, index), code: 'NOT_SCORABLE', because }];
  });
  const general = scored.findings[0] ?? { zh: '不能计分', en: 'cannot be scored' };
  return faultyPaper(
    faults.length > 0 ? faults : [{ field: 'form.indicators', code: 'NOT_SCORABLE', because: general }],
  );
}

/** Names of the goals that were not reached, in the order of the sheet. */
export const missedGoals = (sheet: ScoredSheet): string[] =>
  sheet.lines.filter(({ met }) => met === false).map(({ name }) => name);

type Own = { readonly sum: Decimal; readonly outOf: Decimal };

function ownPoints(sheet: ScoredSheet): Own | null {
  const counted = sheet.lines.filter(
    ({ partOf, notApplicable }) => partOf === null && notApplicable === null,
  );
  const all = sheet.execution.points === null ? counted : [...counted, sheet.execution];
  if (all.some(({ selfScore }) => selfScore === null)) return null;
  const add = (values: (string | null)[]) =>
    values.reduce((sum, value) => sum.plus(value ?? '0'), exact('0'));
  return { sum: add(all.map(({ selfScore }) => selfScore)), outOf: add(all.map(({ weight }) => weight)) };
}

/** The points that the filler gives himself, out of 100 as the rule's total is; null where a scored row has none. */
export function selfTotalOf(sheet: ScoredSheet): string | null {
  const own = ownPoints(sheet);
  return own === null || own.outOf.isZero() ? null : roundHalfUp(own.sum.times(100).div(own.outOf), 2);
}

/** Where the unit's own score leaves the rule, or a target is missed or far passed, the unit says why (form paths). */
export function unexplained(sheet: ScoredSheet, selfTotal: string | undefined): FieldFault[] {
  const lines = sheet.lines.flatMap((line, index) => {
    if (line.reason !== null || line.partOf !== null || line.notApplicable !== null) return [];
    const why = whyExplain(line);
    return why === null ? [] : [{ field: `form.indicators.${index}.reason`, ...why }];
  });
  const { execution } = sheet;
  const money =
    execution.reason === null && execution.notApplicable === null
      ? (differs(execution.selfScore, execution.points) ?? farOff(execution.findings))
      : null;
  const total = selfTotal === undefined ? [] : notTheSum(sheet, selfTotal);
  return [...lines, ...(money === null ? [] : [{ field: 'form.executionReason', ...money }]), ...total];
}

/** A printed total is the sum of its rows, as it stands or spread to 100; a total the rows cannot reach is refused. */
function notTheSum(sheet: ScoredSheet, selfTotal: string): FieldFault[] {
  const own = ownPoints(sheet);
  if (own === null || own.sum.eq(selfTotal) || selfTotalOf(sheet) === roundHalfUp(exact(selfTotal), 2))
    return [];
  return [
    {
      field: 'form.selfTotal',
      code: 'TOTAL_NOT_SUM',
      because: {
        zh: `自评总分${selfTotal}，各行合计为${own.sum}`,
        en: `the total says ${selfTotal}, the rows sum to ${own.sum}`,
      },
    },
  ];
}

type Why = Pick<FieldFault, 'code' | 'because'>;

function whyExplain(line: ScoredLine): Why | null {
  const scored = differs(line.selfScore, line.points);
  if (scored !== null) return scored;
  if (line.met === false)
    return {
      code: 'REASON_MISSING',
      because: { zh: '目标未达到，须说明原因', en: 'the target is missed: say why' },
    };
  return line.direction === 'higher' || line.direction === 'above' ? farOff(line.findings) : null;
}

function differs(selfScore: string | null, points: string | null): Why | null {
  if (selfScore === null || points === null || exact(selfScore).eq(points)) return null;
  return {
    code: 'SCORE_NOT_BY_RULE',
    because: {
      zh: `自评${selfScore}分，按规则为${points}分，须说明原因`,
      en: `scored ${selfScore}, by rule ${points}: say why`,
    },
  };
}

const farOff = (findings: ScoredLine['findings']): Why | null =>
  findings[0] === undefined ? null : { code: 'REASON_MISSING', because: findings[0] };
