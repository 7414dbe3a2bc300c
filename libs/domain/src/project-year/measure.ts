import { Decimal, exact, type Fen, type PlainDate, roundHalfUp, sumFen, type Words } from '@quancheng/kernel';
import type { Indicator, RolledUp, TrackingReport } from '@quancheng/forms';
import {
  askDeviation,
  askLight,
  askScore,
  isProvisional,
  type LightColour,
  type ScoreLine,
} from '@quancheng/rulebook';
import type { World } from '../core/aggregate.ts';
import { availableFen } from './amounts.ts';
import { reachedBy } from './reached.ts';
import type { OpenYear, Round } from './state.ts';

/** Goal, money and progress of one round, side by side, in percent of the whole year; null where there is nothing to measure. */
export type Measured = {
  readonly paidFen: Fen;
  readonly goalPercent: string | null;
  readonly moneyPercent: string | null;
  readonly plannedPercent: string | null;
  readonly lights: {
    readonly row: string;
    readonly light: LightColour | null;
    readonly percent: string | null;
  }[];
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
  return {
    paidFen,
    goalPercent: goal.percent,
    moneyPercent: percentOf(paidFen, availableFen(year)),
    plannedPercent: plannedBy(year, round.asOf),
    lights: lightsOf(reached, round, world),
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

function percentOf(part: Fen, whole: Fen): string | null {
  return whole === 0n ? null : roundHalfUp(exact(part).times(100).div(exact(whole)), 2);
}

/** What the project's own plan foresaw by that day: its last milestone that states a share of the goal. */
function plannedBy(year: OpenYear, asOf: PlainDate): string | null {
  const passed = (year.goal?.milestones ?? []).filter(
    ({ on, goalPercent }) => on <= asOf && goalPercent !== undefined,
  );
  return [...passed].sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1)?.goalPercent ?? null;
}

/** Lights are optional and only for "the more the better": no paper of 2014 has them, and a year without a goal has none. */
function lightsOf(reached: readonly Reached[], round: Round, world: World): Measured['lights'] {
  const month = Number(round.round.slice(5, 7));
  return reached.flatMap(({ indicator: { row, direction, target }, toDate: { value: actual } }) => {
    if (direction !== 'higher' || actual === null) return [];
    const answer = askLight(world.rules, { target, actual, month }, world.happenedOn);
    return isProvisional(answer) ? [] : [{ row, light: answer.light, percent: answer.percent }];
  });
}
