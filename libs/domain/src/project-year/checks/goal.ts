import { exact, type Fen, isRefusal, parseMoney } from '@quancheng/kernel';
import {
  type GoalDeclarationDraft,
  INDICATOR_KINDS,
  readTargetValue,
  saysNothing,
  type TargetReading,
} from '@quancheng/forms';
import {
  askClassWeights,
  type ClassWeights,
  isBelowBaseline,
  isProvisional,
  type WeightClass,
} from '@quancheng/rulebook';
import { type Check, type Given, present, seen, seenUnless, type Seen, spansYears } from './check.ts';

type Indicator = NonNullable<GoalDeclarationDraft['indicators']>[number];

/** 项目预算绩效: goals that say something, indicators that are complete and measurable, weights that sum up. */
const textChecks = {
  GOAL_SAYS_NOTHING: ({ form: { goalAnnual, need, content }, year }) =>
    seenUnless(
      goalAnnual === undefined ||
        !(saysNothing(goalAnnual) || [need, content, year.identity.projectName].some(sameAs(goalAnnual))),
      'goalAnnual',
      '年度目标没有写要做成什么，或照抄了项目名称、内容或必要性',
      'the goal names nothing to be done, or repeats the name, the content or the need',
    ),
  NO_MEDIUM_TERM_GOAL: ({ form }) =>
    seenUnless(
      form.goalAnnual === undefined || form.goalMediumTerm !== undefined || !spansYears(form),
      'goalMediumTerm',
      '跨年项目没有写中长期目标',
      'a project of several years has no medium-term goal',
    ),
  INDICATOR_SAYS_NOTHING: (given) => {
    const { goalAnnual, need, content } = given.form;
    const copied = [goalAnnual, need, content, given.year.identity.projectName];
    return each(given, ({ name, direction, target }, at) => [
      ...seenUnless(
        name === undefined || !copied.some(sameAs(name)),
        `${at}.name`,
        '指标名称照抄了项目名称、目标或内容',
        'the indicator repeats the name, the goal or the content',
      ),
      ...seenUnless(
        direction !== 'qualitative' || target === undefined || ![...copied, name].some(sameAs(target)),
        `${at}.target`,
        '定性目标照抄了指标名称、目标或内容，没有写要达到的状态',
        'the qualitative target repeats other words and names no state to be reached',
      ),
    ]);
  },
  AMOUNT_AS_OUTPUT: (given) =>
    each(given, (indicator, at) =>
      seenUnless(
        classOf(indicator) !== 'output' ||
          indicator.kind === 'cost' ||
          given.form.requestedFen === undefined ||
          amountOf(indicator) !== given.form.requestedFen,
        `${at}.target`,
        '把申报金额当作产出',
        'the amount requested is named as the output',
      ),
    ),
  COST_ABOVE_REQUEST: (given) => {
    const allowed = present([given.form.requestedFen, given.form.totalFen]);
    return each(given, (indicator, at) => {
      const cost = indicator.kind === 'cost' ? amountOf(indicator) : null;
      return seenUnless(
        cost === null || allowed.length === 0 || allowed.some((amount) => cost <= amount),
        `${at}.target`,
        '成本指标的目标值高于申报金额',
        'the target of cost is above the amount that is requested',
      );
    });
  },
} satisfies Record<string, Check>;

const indicatorChecks = {
  KINDS_MISSING: ({ form: { indicators = [], gaps = [], goalAnnual } }) => {
    if (goalAnnual === undefined && indicators.length === 0) return [];
    const absent = missingKinds(indicators).filter((kind) => !gaps.some((gap) => gap.kind === kind));
    const words = INDICATOR_KINDS.filter(({ value }) => absent.includes(value)).map(({ label }) => label);
    return seenUnless(
      words.length === 0,
      'indicators',
      `未设且未说明：${words.map(({ zh }) => zh).join('、')}`,
      `neither set nor explained: ${words.map(({ en }) => en).join(', ')}`,
    );
  },
  NO_SOURCE: (given) =>
    each(given, ({ source, method }, at) =>
      seenUnless(
        source !== undefined && method !== undefined,
        source === undefined ? `${at}.source` : `${at}.method`,
        '没有数据来源或采集方法',
        'no source or method',
      ),
    ),
  TARGET_UNREADABLE: (given) =>
    each(given, (indicator, at) => {
      const { unreadable } = readingOf(indicator, given) ?? {};
      return unreadable === undefined ? [] : [seen(`${at}.target`, unreadable.zh, unreadable.en)];
    }),
  TARGET_DOUBTFUL: (given) =>
    each(given, (indicator, at) => {
      const reading = readingOf(indicator, given);
      if (reading === null || reading.unreadable !== undefined) return [];
      if (indicator.direction === 'qualitative')
        return seenUnless(
          reading.operator === null,
          `${at}.direction`,
          `目标值“${reading.text}”可以量化，方向却选了定性`,
          `"${reading.text}" can be measured, yet qualitative is chosen`,
        );
      const { ambiguous } = reading;
      return ambiguous === undefined ? [] : [seen(`${at}.target`, ambiguous.zh, ambiguous.en)];
    }),
  BELOW_PAST: (given) =>
    each(given, (indicator, at) =>
      seenUnless(
        !isBelowPast(indicator),
        `${at}.target`,
        `“${indicator.name ?? ''}”的目标不如历史值`,
        `"${indicator.name ?? ''}" aims lower than the past value`,
      ),
    ),
  NO_SCORING_RULE: (given) =>
    each(given, ({ scoring }, at) =>
      seenUnless(scoring !== undefined, `${at}.scoring`, '没有评分规则', 'no scoring rule'),
    ),
} satisfies Record<string, Check>;

const weightChecks = {
  WEIGHTS_NE_100: ({ form: { indicators = [], executionWeight = '0' } }) => {
    const sum = indicators.reduce((total, { weight = '0' }) => total.plus(weight), exact(executionWeight));
    return seenUnless(
      indicators.length === 0 || sum.equals(100),
      'executionWeight',
      `权重合计 ${sum}，应为100`,
      `the weights sum to ${sum}, not to 100`,
    );
  },
  CLASS_WEIGHTS: ({ form: { indicators = [], executionWeight = '0' }, world }) => {
    if (indicators.length === 0) return [];
    const weights = classWeights(indicators, executionWeight);
    const given = {
      costApplies: weights.cost !== undefined,
      satisfactionApplies: weights.satisfaction !== undefined,
      weights,
    };
    const judged = askClassWeights(world.rules, given, world.happenedOn);
    return isProvisional(judged) ? [] : judged.findings.map(({ zh, en }) => seen('indicators', zh, en));
  },
} satisfies Record<string, Check>;

export const goalChecks = { ...textChecks, ...indicatorChecks, ...weightChecks };

const each = (
  { form: { indicators = [] } }: Given,
  look: (indicator: Indicator, at: string) => readonly Seen[],
): Seen[] => indicators.flatMap((indicator, index) => look(indicator, `indicators.${index}`));

/** The same words, whatever stands between them. */
const sameAs =
  (text: string) =>
  (other: string | undefined): boolean =>
    other !== undefined && plain(other) === plain(text);
const plain = (text: string): string => text.replaceAll(/[\s\p{P}]/gu, '');

const classOf = ({ kind }: Indicator): string | undefined =>
  INDICATOR_KINDS.find(({ value }) => value === kind)?.class;

/** A target in money, in fen; null where it is no amount. */
function amountOf({ target, unit }: Indicator): Fen | null {
  const read = target === undefined ? null : parseMoney({ amount: target, unit });
  return read === null || isRefusal(read) ? null : read;
}

const SIGNS: Readonly<Record<string, string>> = { higher: '≥', lower: '≤', equal: '＝' };

/** The target as a paper would print it, read by the rules for what people write. */
function readingOf({ direction, target, unit, kind, name }: Indicator, given: Given): TargetReading | null {
  if (target === undefined || direction === undefined) return null;
  const label = INDICATOR_KINDS.find(({ value }) => value === kind)?.label.zh;
  const printed = direction === 'qualitative' ? target : `${SIGNS[direction]}${target}${unit ?? ''}`;
  const { fiscalYear } = given.year.identity;
  return readTargetValue(printed, { level2: label, name, fiscalYear, column: 'target' });
}

/** Each kind of output and satisfaction is asked for; of the benefits, one. */
function missingKinds(indicators: readonly Indicator[]): string[] {
  const set = new Set<string | undefined>(indicators.map(({ kind }) => kind));
  const benefits = INDICATOR_KINDS.filter((kind) => kind.class === 'benefit').map(({ value }) => value);
  const others = INDICATOR_KINDS.filter((kind) => kind.class !== 'benefit' && !set.has(kind.value)).map(
    ({ value }) => value,
  );
  return benefits.some((kind) => set.has(kind)) ? others : [...others, ...benefits];
}

/** Of a draft, what is not there yet is not compared. */
function isBelowPast({ direction, target, baseline }: Indicator): boolean {
  if (direction === undefined || target === undefined || baseline === undefined) return false;
  return isBelowBaseline(direction, { target, baseline });
}

/** What each class of a paper weighs; cost counts as a class of its own. */
function classWeights(indicators: readonly Indicator[], executionWeight: string): ClassWeights {
  const sums: Partial<Record<WeightClass, string>> = { execution: executionWeight };
  for (const indicator of indicators) {
    const name = indicator.kind === 'cost' ? 'cost' : (classOf(indicator) as WeightClass | undefined);
    if (name === undefined) continue;
    sums[name] = exact(sums[name] ?? '0')
      .plus(indicator.weight ?? '0')
      .toString();
  }
  return sums;
}
