import { Decimal, exact, type Fen, percentOf, roundHalfUp, sumFen, type Words } from '@quancheng/kernel';
import type { Indicator, RolledUp, TrackingReport } from '@quancheng/forms';
import { askDeviation, askScore, isProvisional, type ScoreLine } from '@quancheng/rulebook';
import type { World } from '../core/aggregate.ts';
import { availableFen } from './amounts.ts';
import { reachedBy } from './reached.ts';
import type { Light, Standings } from './shapes.ts';
import {
  type At,
  goalStanding,
  indicatorStanding,
  moneyStanding,
  plannedGoalPercent,
  progressStanding,
} from './standing.ts';
import type { OpenYear, Round } from './state.ts';

/** Goal, money and progress of one round, side by side, in percent of the whole year; null where there is nothing to measure. */
export type Measured = {
  readonly paidFen: Fen;
  readonly goalPercent: string | null;
  readonly moneyPercent: string | null;
  readonly plannedPercent: string | null;
  readonly lights: Light[];
  readonly standings: Standings;
  readonly notes: Words[];
};

/** A score out of so much keeps six more places than the two that the rulebook shows, so that only the sum is rounded. */
const FINE_WEIGHT = '100000000';

export function measure(year: OpenYear, round: Round, form: TrackingReport, world: World): Measured {
  const paidFen = sumFen(
    year.payments.filter(({ paidOn }) => paidOn <= round.asOf).map(({ amountFen }) => amountFen),
  );
  const reached = (year.goal?.indicators ?? []).map((indicator) => ({
    indicator,
    toDate: reachedBy(year, { round: round.round, form }, indicator),
  }));
  const goal = goalReached(reached, world);
  const at = { year, round, world };
  return {
    paidFen,
    goalPercent: goal.percent,
    moneyPercent: percentOf(paidFen, availableFen(year)),
    plannedPercent: plannedGoalPercent(at),
    lights: lightsOf(at, reached),
    standings: {
      goal: goal.percent === null ? null : goalStanding(at, goal.percent),
      money: availableFen(year) === 0n ? null : moneyStanding(at, paidFen),
      progress: progressStanding(at, form.progressPercent),
    },
    notes: goal.notes,
  };
}

export function deviation(measured: Measured, progressPercent: string, world: World) {
  const { goalPercent, moneyPercent, plannedPercent } = measured;
  return askDeviation(
    world.rules,
    { goalPercent, moneyPercent, progressPercent, plannedPercent },
    world.happenedOn,
  );
}

/** An indicator with what it has reached so far, by its own roll-up. */
type Reached = { readonly indicator: Indicator; readonly toDate: RolledUp };

function goalReached(reached: readonly Reached[], world: World): { percent: string | null; notes: Words[] } {
  if (reached.length === 0) return { percent: null, notes: [] };
  const measured = reached.filter(({ toDate }) => toDate.value !== null);
  const lines = measured.map(({ indicator: { row, name, direction, target }, toDate }): ScoreLine => {
    return { name: `${row} ${name}`, kind: direction, target, actual: toDate.value, weight: FINE_WEIGHT };
  });
  const sheet = askScore(world.rules, { lines, money: null }, world.happenedOn);
  if (isProvisional(sheet)) return { percent: null, notes: [sheet.because] };
  const scored = sheet.lines.flatMap(({ points }, index) => {
    const weight = measured[index]?.indicator.weight;
    return points === null || weight === undefined
      ? []
      : [{ share: exact(points).div(FINE_WEIGHT), weight: exact(weight) }];
  });
  const weights = scored.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0));
  const points = scored.reduce((sum, { share, weight }) => sum.plus(share.times(weight)), new Decimal(0));
  const notes = [
    ...reached.flatMap(({ indicator: { row, name }, toDate }) =>
      notesOf(toDate).map((words) => named(`${row} ${name}`, words)),
    ),
    ...sheet.lines.flatMap(({ name, findings }) => findings.map((words) => named(name, words))),
  ];
  return { percent: weights.isZero() ? null : roundHalfUp(points.times(100).div(weights), 2), notes };
}

const named = (name: string, { zh, en }: Words): Words => ({ zh: `${name}：${zh}`, en: `${name}: ${en}` });

/** Why there is no value to date; and where a running total went back. */
function notesOf(toDate: RolledUp): Words[] {
  if (toDate.value === null) return [toDate.because];
  return toDate.fell.map((period) => ({
    zh: `累计数在 ${period} 月比前期减少`,
    en: `the running total went back in month ${period}`,
  }));
}

/** Each indicator with a value to date, by its row. */
function lightsOf(at: At, reached: readonly Reached[]): Measured['lights'] {
  return reached.flatMap(({ indicator, toDate: { value } }) => {
    if (value === null) return [];
    const standing = indicatorStanding(at, indicator, value);
    return standing === null ? [] : [{ row: indicator.row, actual: value, ...standing }];
  });
}
