import { type Decimal, exact, isExactText, roundHalfUp, type Words } from '@quancheng/kernel';

/** One tier of a qualitative indicator; a percentage belongs to the first tier whose lower bound it reaches. */
export type QualitativeTier = {
  readonly word: string;
  readonly fromPercent: string;
  readonly wordAlonePercent: string;
};

export type ScoringValue =
  | {
      readonly formula: 'higher-is-better';
      readonly askReasonAbovePercent: string;
      /** What a target set clearly too low costs: as much as it was passed by. Proposed, never taken off by itself. */
      readonly lowTarget?: 'less-the-deviation';
    }
  | { readonly formula: 'lower-is-better-linear' | 'lower-is-better-ratio' | 'equal' | 'execution' }
  | { readonly formula: 'qualitative'; readonly tiers: readonly QualitativeTier[] }
  /** So many points off each time, until nothing is left of the item. */
  | { readonly formula: 'deduction'; readonly pointsEach: string };

/**
 * Texts as reported. For execution the target is the budget and the actual the payment, in one unit; for a deduction the
 * actual is how many times something was missing. `strict`: the target has to be passed, reaching it is not enough.
 */
export type ScoringGiven = {
  readonly target: string;
  readonly actual: string | null;
  readonly weight: string;
  readonly strict?: boolean;
};

/** Something a person should see; the code stays the same for ever, the words may be bettered. */
export type ScoreFinding = Words & { readonly code: string };

/** Null points: the row cannot be scored, and a finding says why. Never a silent 0. */
export type ScoringAnswer = {
  readonly points: string | null;
  /** What would be left of the points where the target was set clearly too low; null where the clause proposes nothing. */
  readonly proposedPoints: string | null;
  readonly findings: readonly ScoreFinding[];
};

/** Before any rounding: a sheet rounds once, at its end. */
export type ExactScore = {
  readonly points: Decimal | null;
  readonly proposedPoints: Decimal | null;
  readonly findings: readonly ScoreFinding[];
};

export function answerScoring(value: ScoringValue, given: ScoringGiven): ScoringAnswer {
  const { points, proposedPoints, findings } = scoreExactly(value, given);
  return { points: shown(points), proposedPoints: shown(proposedPoints), findings };
}

/** Two decimals, for people. */
export const shown = (points: Decimal | null): string | null =>
  points === null ? null : roundHalfUp(points, 2);

export function scoreExactly(value: ScoringValue, given: ScoringGiven): ExactScore {
  const { target, actual, weight, strict = false } = given;
  if (!isExactText(weight) || exact(weight).lt(0))
    return notScorable('WEIGHT_NOT_A_NUMBER', '分值不是数', 'the weight is not a number');
  if (actual === null || actual.trim() === '')
    return notScorable('ACTUAL_NOT_FILLED', '实际完成值未填报', 'the actual value is not filled in');
  if (value.formula === 'qualitative') return scoreQualitative(value.tiers, actual, exact(weight));
  if (!isExactText(actual))
    return notScorable('ACTUAL_NOT_A_NUMBER', '实际完成值不是数', 'the actual value is not a number');
  if (value.formula === 'deduction') return scoreDeduction(value.pointsEach, exact(actual), exact(weight));
  if (!isExactText(target))
    return notScorable(
      'TARGET_NOT_A_NUMBER',
      '目标值不是数，请人工判断',
      'the target is not a number: a person must judge',
    );
  const numbers = { target: exact(target), actual: exact(actual), weight: exact(weight) };
  if (numbers.target.lt(0))
    return notScorable(
      'TARGET_NEGATIVE',
      '目标值为负，请人工判断',
      'the target is negative: a person must judge',
    );
  const { findings, ...score } = scoreNumbers(value, numbers, strict);
  return { ...score, findings: [...findings, ...onTheBound(numbers, strict)] };
}

type Numbers = { readonly target: Decimal; readonly actual: Decimal; readonly weight: Decimal };
type NumberFormula = Exclude<ScoringValue, { formula: 'qualitative' | 'deduction' }>;

function scoreNumbers(value: NumberFormula, numbers: Numbers, strict: boolean): ExactScore {
  switch (value.formula) {
    case 'higher-is-better':
      return higher(value, numbers, strict);
    case 'lower-is-better-linear':
      return scored(linearDown(numbers));
    case 'lower-is-better-ratio':
      return scored(ratioDown(numbers));
    case 'equal':
      return scored(numbers.target.isZero() ? onlyNothing(numbers) : proportional(numbers));
    case 'execution':
      if (numbers.target.isZero())
        return notScorable(
          'BUDGET_ZERO',
          '预算为0，执行率无法计分',
          'the budget is 0: execution cannot be scored',
        );
      return scored(proportional(numbers), overspent(numbers));
  }
}

function higher(
  value: Extract<ScoringValue, { formula: 'higher-is-better' }>,
  numbers: Numbers,
  strict: boolean,
): ExactScore {
  // More than nothing is a target that can be passed; "at least nothing" asks for nothing.
  if (numbers.target.isZero() && strict) return scored(numbers.actual.gt(0) ? numbers.weight : exact('0'));
  if (numbers.target.isZero())
    return notScorable(
      'TARGET_ZERO',
      '目标值为0，不能按越高越好计分',
      'a target of 0 cannot be scored as higher-is-better',
    );
  const findings = farAbove(numbers, value.askReasonAbovePercent);
  // What is passed too far loses as much as what is over its limit: the share by which it was passed.
  const low = findings.length > 0 && value.lowTarget !== undefined;
  return { ...scored(proportional(numbers), findings), proposedPoints: low ? linearDown(numbers) : null };
}

/** The share reached of the weight, capped at the weight and never below 0. */
function proportional({ target, actual, weight }: Numbers): Decimal {
  if (actual.gte(target)) return weight;
  return actual.lte(0) ? exact('0') : actual.times(weight).div(target);
}

/** Full up to the target, nothing from twice the target, a straight line between. At target 0 only 0 is met. */
function linearDown({ target, actual, weight }: Numbers): Decimal {
  if (actual.lte(target)) return weight;
  return actual.gte(target.times(2)) ? exact('0') : target.times(2).minus(actual).times(weight).div(target);
}

/** Full up to the target, above it the target's share of what it came to. At target 0 only 0 is met. */
function ratioDown({ target, actual, weight }: Numbers): Decimal {
  return actual.lte(target) ? weight : target.times(weight).div(actual);
}

const onlyNothing = ({ actual, weight }: Numbers): Decimal => (actual.lte(0) ? weight : exact('0'));

function scoreDeduction(pointsEach: string, times: Decimal, weight: Decimal): ExactScore {
  if (times.lt(0) || !times.isInteger())
    return notScorable('COUNT_NOT_WHOLE', '次数应为不小于0的整数', 'the count is a whole number from 0');
  const left = weight.minus(times.times(pointsEach));
  return scored(left.lt(0) ? exact('0') : left);
}

function scoreQualitative(tiers: readonly QualitativeTier[], actual: string, weight: Decimal): ExactScore {
  const tier = tiers.find(({ word }) => word === actual.trim());
  if (tier !== undefined) {
    const { word, wordAlonePercent } = tier;
    const note = finding(
      'TIER_WORD_ALONE',
      `只填了档次“${word}”，按${wordAlonePercent}%计分`,
      `only the tier ${word} is given, scored as ${wordAlonePercent}%`,
    );
    return scored(weight.times(wordAlonePercent).div(100), [note]);
  }
  if (!isExactText(actual) || exact(actual).lt(0) || exact(actual).gt(100)) {
    return notScorable(
      'TIER_UNKNOWN',
      '定性指标应填档次或0至100的百分比',
      'a qualitative indicator needs a tier or a percentage from 0 to 100',
    );
  }
  return scored(weight.times(actual).div(100));
}

function farAbove({ target, actual }: Numbers, limitPercent: string): ScoreFinding[] {
  if (actual.times(100).lte(target.times(limitPercent))) return [];
  return [
    finding(
      'FAR_ABOVE_TARGET',
      `完成值超过目标值的${limitPercent}%，请说明原因`,
      `above ${limitPercent}% of the target: explain why`,
    ),
  ];
}

function overspent({ target, actual }: Numbers): ScoreFinding[] {
  return actual.gt(target)
    ? [
        finding(
          'OVERSPENT',
          '支出超过预算，执行率按满分封顶',
          'spending exceeds the budget; execution is capped at its weight',
        ),
      ]
    : [];
}

/** The points of the bound itself are full by every formula, yet the goal was to pass it. */
function onTheBound({ target, actual }: Numbers, strict: boolean): ScoreFinding[] {
  return strict && actual.equals(target)
    ? [
        finding(
          'BOUND_NOT_PASSED',
          '恰好等于目标值，未超过（未低于）目标值',
          'exactly the bound, which was to be passed',
        ),
      ]
    : [];
}

export const finding = (code: string, zh: string, en: string): ScoreFinding => ({ code, zh, en });

function scored(points: Decimal, findings: readonly ScoreFinding[] = []): ExactScore {
  return { points, proposedPoints: null, findings };
}

function notScorable(code: string, zh: string, en: string): ExactScore {
  return { points: null, proposedPoints: null, findings: [finding(code, zh, en)] };
}

/**
 * The points of a class over so many rows, in steps of `places` decimals: the first rows get what does not divide, so that
 * the sum stays that of the class. 15 over 2 in whole points is 8 and 7, not 8 and 8.
 */
export function splitPoints(points: string, rows: number, places = 0): string[] {
  const step = exact('10').pow(-places);
  const steps = exact(points).div(step);
  const each = steps.div(rows).floor();
  const over = steps.minus(each.times(rows));
  return Array.from({ length: rows }, (_, row) => {
    // The part of a step that is left when even the steps do not divide goes to the first row whole.
    const extra = over.minus(row).lt(0) ? exact('0') : over.minus(row).gt(1) ? exact('1') : over.minus(row);
    return each.plus(extra).times(step).toFixed();
  });
}
