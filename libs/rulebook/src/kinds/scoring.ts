import { type Decimal, exact, isExactText, roundHalfUp, type Words } from '@quancheng/kernel';

/** One tier of a qualitative indicator; a percentage belongs to the first tier whose lower bound it reaches. */
export type QualitativeTier = {
  readonly word: string;
  readonly fromPercent: string;
  readonly wordAlonePercent: string;
};

export type ScoringValue =
  | { readonly formula: 'higher-is-better'; readonly askReasonAbovePercent: string }
  | { readonly formula: 'lower-is-better-linear' }
  | { readonly formula: 'equal' }
  | { readonly formula: 'qualitative'; readonly tiers: readonly QualitativeTier[] }
  | { readonly formula: 'execution' };

/** Texts as reported. For execution the target is the budget and the actual the payment, in one unit. */
export type ScoringGiven = {
  readonly target: string;
  readonly actual: string | null;
  readonly weight: string;
};

/** Null points: the row cannot be scored, and a finding says why. Never a silent 0. */
export type ScoringAnswer = { readonly points: string | null; readonly findings: readonly Words[] };

/** Before any rounding: a sheet rounds once, at its end. */
export type ExactScore = { readonly points: Decimal | null; readonly findings: readonly Words[] };

export function answerScoring(value: ScoringValue, given: ScoringGiven): ScoringAnswer {
  const { points, findings } = scoreExactly(value, given);
  return { points: points === null ? null : roundHalfUp(points, 2), findings };
}

export function scoreExactly(value: ScoringValue, { target, actual, weight }: ScoringGiven): ExactScore {
  if (!isExactText(weight) || exact(weight).lt(0))
    return notScorable({ zh: '分值不是数', en: 'the weight is not a number' });
  if (actual === null || actual.trim() === '')
    return notScorable({ zh: '实际完成值未填报', en: 'the actual value is not filled in' });
  if (value.formula === 'qualitative') return scoreQualitative(value.tiers, actual, exact(weight));
  if (!isExactText(target))
    return notScorable({
      zh: '目标值不是数，请人工判断',
      en: 'the target is not a number: a person must judge',
    });
  if (!isExactText(actual))
    return notScorable({ zh: '实际完成值不是数', en: 'the actual value is not a number' });
  return scoreNumbers(value, { target: exact(target), actual: exact(actual), weight: exact(weight) });
}

type Numbers = { readonly target: Decimal; readonly actual: Decimal; readonly weight: Decimal };
type NumberFormula = Exclude<ScoringValue, { formula: 'qualitative' }>;

function scoreNumbers(value: NumberFormula, numbers: Numbers): ExactScore {
  if (numbers.target.lt(0))
    return notScorable({ zh: '目标值为负，请人工判断', en: 'the target is negative: a person must judge' });
  switch (value.formula) {
    case 'higher-is-better':
      if (numbers.target.isZero())
        return notScorable({
          zh: '目标值为0，不能按越高越好计分',
          en: 'a target of 0 cannot be scored as higher-is-better',
        });
      return scored(proportional(numbers), farAbove(numbers, value.askReasonAbovePercent));
    case 'lower-is-better-linear':
      return scored(linearDown(numbers));
    case 'equal':
      return scored(
        numbers.target.isZero()
          ? numbers.actual.lte(0)
            ? numbers.weight
            : exact('0')
          : proportional(numbers),
      );
    case 'execution':
      if (numbers.target.isZero())
        return notScorable({
          zh: '预算为0，执行率无法计分',
          en: 'the budget is 0: execution cannot be scored',
        });
      return scored(proportional(numbers), overspent(numbers));
  }
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

function scoreQualitative(tiers: readonly QualitativeTier[], actual: string, weight: Decimal): ExactScore {
  const tier = tiers.find(({ word }) => word === actual.trim());
  if (tier !== undefined) {
    const note = {
      zh: `只填了档次“${tier.word}”，按${tier.wordAlonePercent}%计分`,
      en: `only the tier ${tier.word} is given, scored as ${tier.wordAlonePercent}%`,
    };
    return scored(weight.times(tier.wordAlonePercent).div(100), [note]);
  }
  if (!isExactText(actual) || exact(actual).lt(0) || exact(actual).gt(100)) {
    return notScorable({
      zh: '定性指标应填档次或0至100的百分比',
      en: 'a qualitative indicator needs a tier or a percentage from 0 to 100',
    });
  }
  return scored(weight.times(actual).div(100));
}

function farAbove({ target, actual }: Numbers, limitPercent: string): Words[] {
  if (actual.times(100).lte(target.times(limitPercent))) return [];
  return [
    {
      zh: `完成值超过目标值的${limitPercent}%，请说明原因`,
      en: `above ${limitPercent}% of the target: explain why`,
    },
  ];
}

function overspent({ target, actual }: Numbers): Words[] {
  return actual.gt(target)
    ? [
        {
          zh: '支出超过预算，执行率按满分封顶',
          en: 'spending exceeds the budget; execution is capped at its weight',
        },
      ]
    : [];
}

function scored(points: Decimal, findings: readonly Words[] = []): ExactScore {
  return { points, findings };
}

function notScorable(because: Words): ExactScore {
  return { points: null, findings: [because] };
}
