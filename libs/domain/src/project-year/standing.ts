import { exact, isExactText, makeDate, type PlainDate, roundHalfUp } from '@quancheng/kernel';
import { type Indicator, isRatio, plannedBy } from '@quancheng/forms';
import {
  askExpected,
  askLight,
  isProvisional,
  type LightQuestion,
  monthsGone,
  type Share,
} from '@quancheng/rulebook';
import type { World } from '../core/aggregate.ts';
import { availableFen } from './amounts.ts';
import type { Standing } from './shapes.ts';
import type { Goal, OpenYear, Round } from './state.ts';

/**
 * Where a measure stands at the cut-off day of a round: against what was expected by then, with its light, and where the year
 * would end. Expected is first what the indicator's own period values say, then the project's dated plan, then what the edition
 * puts in their place.
 */

type Expected = { readonly share: Share; readonly by: NonNullable<Standing['expectedBy']> };
type Measure = Pick<LightQuestion, 'of' | 'target' | 'actual' | 'lessIsBetter'>;
/** The round that is reported, in its year. */
export type At = { readonly year: OpenYear; readonly round: Round; readonly world: World };

const WHOLE_YEAR: Expected = { share: { part: '1', whole: '1' }, by: 'whole-year' };
const NOTHING: Standing = { light: null, percent: null };

/** An indicator with a number as its target; a judgement in words has no standing before it is judged at the end. */
export function indicatorStanding(at: At, indicator: Indicator, actual: string): Standing | null {
  const { direction, target } = indicator;
  if (direction === 'qualitative' || ![target, actual].every(isExactText)) return null;
  const lessIsBetter =
    direction === 'lower' || direction === 'below' || (direction === 'equal' && exact(target).isZero());
  const expected = expectedOf(at, indicator, lessIsBetter);
  return standing(at, { of: 'goal', target, actual, lessIsBetter }, expected);
}

export function goalStanding(at: At, goalPercent: string): Standing {
  return standing(at, { of: 'goal', target: '100', actual: goalPercent }, expectedBy(at, 'goalPercent'));
}

export function progressStanding(at: At, progressPercent: string): Standing {
  const measure: Measure = { of: 'progress', target: '100', actual: progressPercent };
  return standing(at, measure, expectedBy(at, 'progressPercent'));
}

/** In yuan, so that a forecast reads as money. */
export function moneyStanding(at: At, paidFen: bigint): Standing {
  const inYuan = (fen: bigint): string => exact(fen).div(100).toFixed();
  const measure: Measure = { of: 'money', target: inYuan(availableFen(at.year)), actual: inYuan(paidFen) };
  return standing(at, measure, expectedBy(at, 'spendFen'));
}

/** What the project's own plan foresaw by that day, in percent of the year's goal; null where it has none. */
export function plannedGoalPercent(at: At): string | null {
  const expected = expectedBy(at, 'goalPercent');
  return expected?.by === 'plan-curve'
    ? roundHalfUp(exact(expected.share.part).times(100).div(expected.share.whole), 2)
    : null;
}

function standing({ round, world }: At, measure: Measure, expected: Expected | null): Standing {
  if (expected === null) return NOTHING;
  const { share, by } = expected;
  const { target, actual } = measure;
  const month = monthOf(round);
  const answer = askLight(world.rules, { ...measure, month, share }, world.happenedOn);
  return {
    ...(isProvisional(answer)
      ? NOTHING
      : { light: answer.light, percent: answer.percent, clause: answer.clause }),
    expected: timesShare(target, share),
    expectedBy: by,
    forecast:
      by === 'whole-year'
        ? { straight: exact(actual).toFixed(), byPlan: null }
        : {
            straight: overShare(actual, monthsGone(month)),
            byPlan: by === 'straight-months' ? null : overShare(actual, share),
          },
  };
}

const timesShare = (value: string, { part, whole }: Share): string =>
  roundHalfUp(exact(value).times(part).div(whole), 2);

/** If it goes on as it went so far; nothing to go by where nothing was expected yet. */
const overShare = (value: string, { part, whole }: Share): string | null =>
  exact(part).isZero() ? null : roundHalfUp(exact(value).times(whole).div(part), 2);

/** A total grows with the year, a level does not: it is held against the whole target unless its periods were planned. */
function expectedOf(at: At, indicator: Indicator, lessIsBetter: boolean): Expected | null {
  const { target, unit, rollUp } = indicator;
  const planned = plannedBy(indicator, at.year.goal?.periodValues ?? [], monthOf(at.round));
  if (planned.value !== null && exact(target).gt(0))
    return { share: { part: planned.value, whole: target }, by: 'period-values' };
  const grows = rollUp === undefined ? !lessIsBetter && !isRatio(unit) : GROWING.has(rollUp);
  return grows ? expectedBy(at, 'goalPercent') : WHOLE_YEAR;
}

const GROWING: ReadonlySet<NonNullable<Indicator['rollUp']>> = new Set(['sum', 'cumulative']);

/** By the milestones that say how far the goal, the work or the spending is; null where the edition puts nothing in their place. */
function expectedBy(
  { year, round, world }: At,
  measure: 'goalPercent' | 'progressPercent' | 'spendFen',
): Expected | null {
  const points = (year.goal?.milestones ?? []).flatMap((milestone) => pointOf(milestone, measure));
  const whole = measure === 'spendFen' ? availableFen(year).toString() : '100';
  const given = { asOf: round.asOf, ...spanOf(year), whole, points: whole === '0' ? [] : points };
  const answer = askExpected(world.rules, given, world.happenedOn);
  if (isProvisional(answer) || answer.share === null || answer.by === null) return null;
  return { share: answer.share, by: answer.by };
}

function pointOf(
  milestone: Goal['milestones'][number],
  measure: 'goalPercent' | 'progressPercent' | 'spendFen',
) {
  const reached = milestone[measure];
  return reached === undefined ? [] : [{ on: milestone.on, reached: String(reached) }];
}

/** The days of the fiscal year on which the project works, as it declared them. */
function spanOf({ identity: { fiscalYear }, declaration }: OpenYear): { from: PlainDate; to: PlainDate } {
  const { startOn, endOn } = declaration?.form ?? {};
  const [first, last] = [makeDate(fiscalYear, 1, 1), makeDate(fiscalYear, 12, 31)];
  return {
    from: startOn !== undefined && startOn > first && startOn <= last ? startOn : first,
    to: endOn !== undefined && endOn >= first && endOn < last ? endOn : last,
  };
}

const monthOf = ({ round }: Round): number => Number(round.slice(5, 7));
