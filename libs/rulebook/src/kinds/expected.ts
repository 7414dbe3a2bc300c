import { addDays, daysBetween, exact, type PlainDate, roundHalfUp, type Words } from '@quancheng/kernel';
import { monthsGone, type Share } from './light.ts';

/** What stands in where a project has no dated plan of its own. */
export type ExpectedValue = { readonly withoutPlan: 'straight-months' | 'nothing' };

/** By the end of that day the plan has reached so much of `whole`. */
export type PlanPoint = { readonly on: PlainDate; readonly reached: string };
export type ExpectedGiven = {
  readonly asOf: PlainDate;
  /** First and last day on which the project works for the year's target. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** All of it, in the unit of the points: '100' for percents, the budget for money. More than all is never expected. */
  readonly whole: string;
  readonly points: readonly PlanPoint[];
};
export type ExpectedBy = 'plan-curve' | 'straight-months';
/** `share` is exact; `percent` is for people. Nulls where neither plan nor rule says anything. */
export type ExpectedAnswer = {
  readonly share: Share | null;
  readonly percent: string | null;
  readonly by: ExpectedBy | null;
};

/** How much of the year's target is expected by the end of a day: by the project's own plan, else as the rule says. */
export function answerExpected(
  { withoutPlan }: ExpectedValue,
  { asOf, from, to, whole, points }: ExpectedGiven,
): ExpectedAnswer {
  const own = points.filter(({ on }) => on >= from && on <= to);
  if (own.length > 0) return told(onCurve(own, { asOf, from, to, whole }), 'plan-curve');
  return withoutPlan === 'straight-months'
    ? told(monthsGone(Number(asOf.slice(5, 7))), 'straight-months')
    : { share: null, percent: null, by: null };
}

/** Straight from one dated point to the next, days counted; from nothing before the first day to all on the last. */
function onCurve(
  points: readonly PlanPoint[],
  { asOf, from, to, whole }: Omit<ExpectedGiven, 'points'>,
): Share {
  const knots = [
    { on: addDays(from, -1), reached: '0' },
    ...points
      .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
      .map(({ on, reached }) => ({ on, reached: exact(reached).gt(whole) ? whole : reached })),
    ...(points.some(({ on }) => on === to) ? [] : [{ on: to, reached: whole }]),
  ];
  const last = knots.findLast(({ on }) => on <= asOf);
  const next = knots.find(({ on }) => on > asOf);
  if (last === undefined) return { part: '0', whole };
  if (next === undefined) return { part: last.reached, whole };

  const days = daysBetween(last.on, next.on);
  const gone = daysBetween(last.on, asOf);
  const part = exact(last.reached)
    .times(days - gone)
    .plus(exact(next.reached).times(gone));
  return { part: part.toFixed(), whole: exact(whole).times(days).toFixed() };
}

function told(share: Share, by: ExpectedBy): ExpectedAnswer {
  return { share, percent: roundHalfUp(exact(share.part).times(100).div(share.whole), 2), by };
}

export function expectedInWords({ withoutPlan }: ExpectedValue): Words[] {
  return [
    { zh: '有带日期的进度计划：按计划曲线', en: 'with a dated plan: by its curve' },
    withoutPlan === 'straight-months'
      ? { zh: '没有的：按月平均', en: 'without one: by straight months' }
      : { zh: '没有的：不推算', en: 'without one: nothing is expected' },
  ];
}
