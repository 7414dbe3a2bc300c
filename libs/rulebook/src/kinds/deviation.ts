import { exact, roundHalfUp, type Words } from '@quancheng/kernel';

export type DeviationValue = {
  /** Apart by this many percentage points or more, in either direction. */
  readonly gapFromPercentPoints: string;
  /** Below this share of what the project's own plan foresaw by now. */
  readonly deviatesBelowPercentOfPlan: string;
  readonly warnsBelowPercentOfPlan: string;
};

/** Shares of the whole year, in percent; null where not reported. `plannedPercent` comes from the project's plan curve. */
export type DeviationGiven = {
  readonly goalPercent: string | null;
  readonly moneyPercent: string | null;
  readonly progressPercent: string | null;
  readonly plannedPercent?: string | null | undefined;
};
export type DeviationAnswer = { readonly deviates: boolean; readonly findings: readonly Words[] };

type Measure = { readonly name: Words; readonly percent: string | null };

/** Compares goal and progress with the money spent, and the goal with the plan. What is not reported is said, not passed over. */
export function answerDeviation(
  value: DeviationValue,
  { goalPercent, moneyPercent, progressPercent, plannedPercent = null }: DeviationGiven,
): DeviationAnswer {
  const goal = { name: { zh: '绩效目标实现程度', en: 'goal attainment' }, percent: goalPercent };
  const money = { name: { zh: '资金支出进度', en: 'spending' }, percent: moneyPercent };
  const progress = { name: { zh: '项目实施进程', en: 'progress' }, percent: progressPercent };

  const deviations = [
    ...gap(value, money, goal),
    ...gap(value, money, progress),
    ...behindPlan(value, goalPercent, plannedPercent),
  ];
  const notes = [
    ...[goal, money, progress].flatMap(notReported),
    ...slightlyBehindPlan(value, goalPercent, plannedPercent),
  ];
  return { deviates: deviations.length > 0, findings: [...deviations, ...notes] };
}

function gap({ gapFromPercentPoints }: DeviationValue, one: Measure, other: Measure): Words[] {
  if (one.percent === null || other.percent === null) return [];
  const points = exact(one.percent).minus(other.percent).abs();
  if (points.lt(gapFromPercentPoints)) return [];
  return [
    {
      zh: `${one.name.zh}${one.percent}%与${other.name.zh}${other.percent}%相差${points}个百分点`,
      en: `${one.name.en} ${one.percent}% and ${other.name.en} ${other.percent}% are ${points} percentage points apart`,
    },
  ];
}

function behindPlan(
  { deviatesBelowPercentOfPlan }: DeviationValue,
  goal: string | null,
  planned: string | null,
): Words[] {
  const ofPlan = percentOfPlan(goal, planned);
  return ofPlan?.lt(deviatesBelowPercentOfPlan) === true
    ? [planWords(roundHalfUp(ofPlan, 2), deviatesBelowPercentOfPlan)]
    : [];
}

function slightlyBehindPlan(
  { deviatesBelowPercentOfPlan, warnsBelowPercentOfPlan }: DeviationValue,
  goal: string | null,
  planned: string | null,
): Words[] {
  const ofPlan = percentOfPlan(goal, planned);
  const slightly = ofPlan?.gte(deviatesBelowPercentOfPlan) === true && ofPlan.lt(warnsBelowPercentOfPlan);
  return slightly ? [planWords(roundHalfUp(ofPlan, 2), warnsBelowPercentOfPlan)] : [];
}

function percentOfPlan(goal: string | null, planned: string | null) {
  return goal === null || planned === null || exact(planned).lte(0)
    ? undefined
    : exact(goal).times(100).div(planned);
}

function planWords(percent: string, limit: string): Words {
  return {
    zh: `绩效目标只达到计划进度的${percent}%，低于${limit}%`,
    en: `the goal stands at ${percent}% of its plan, below ${limit}%`,
  };
}

function notReported({ name, percent }: Measure): Words[] {
  return percent === null
    ? [{ zh: `${name.zh}未填报，无法比较`, en: `${name.en} is not reported and cannot be compared` }]
    : [];
}
