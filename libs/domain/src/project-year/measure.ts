import { Decimal, exact, type Fen, type PlainDate, roundHalfUp, sumFen, type Words } from '@quancheng/kernel';
import type { Indicator, TrackingReport } from '@quancheng/forms';
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
  const goal = goalReached(year.goal?.indicators ?? [], form, world);
  return {
    paidFen,
    goalPercent: goal.percent,
    moneyPercent: percentOf(paidFen, availableFen(year)),
    plannedPercent: plannedBy(year, round.asOf),
    lights: lightsOf(year.goal?.indicators ?? [], form, round, world),
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

function goalReached(
  indicators: readonly Indicator[],
  form: TrackingReport,
  world: World,
): { percent: string | null; notes: Words[] } {
  if (indicators.length === 0) return { percent: null, notes: [] };
  const lines = indicators.map((indicator): ScoreLine => {
    const { row, name, direction, target } = indicator;
    return {
      name: `${row} ${name}`,
      kind: direction,
      target,
      actual: reportedFor(form, indicator),
      weight: FINE_WEIGHT,
    };
  });
  const sheet = askScore(world.rules, { lines, money: null }, world.happenedOn);
  if (isProvisional(sheet)) return { percent: null, notes: [sheet.because] };
  const scored = sheet.lines.flatMap(({ points }, index) => {
    const weight = indicators[index]?.weight;
    return points === null || weight === undefined
      ? []
      : [{ share: exact(points).div(FINE_WEIGHT), weight: exact(weight) }];
  });
  const weights = scored.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0));
  const reached = scored.reduce((sum, { share, weight }) => sum.plus(share.times(weight)), new Decimal(0));
  const notes = sheet.lines.flatMap(({ name, findings }) =>
    findings.map(({ zh, en }) => ({ zh: `${name}：${zh}`, en: `${name}: ${en}` })),
  );
  return { percent: weights.isZero() ? null : roundHalfUp(reached.times(100).div(weights), 2), notes };
}

export function reportedFor(
  form: TrackingReport,
  { row, direction }: Pick<Indicator, 'row' | 'direction'>,
): string | null {
  const line = form.indicators?.find((one) => one.row === row);
  return (direction === 'qualitative' ? line?.attainedPercent : line?.actual) ?? null;
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
function lightsOf(
  indicators: readonly Indicator[],
  form: TrackingReport,
  round: Round,
  world: World,
): Measured['lights'] {
  const month = Number(round.round.slice(5, 7));
  return indicators.flatMap((indicator) => {
    const actual = reportedFor(form, indicator);
    if (indicator.direction !== 'higher' || actual === null) return [];
    const answer = askLight(world.rules, { target: indicator.target, actual, month }, world.happenedOn);
    return isProvisional(answer)
      ? []
      : [{ row: indicator.row, light: answer.light, percent: answer.percent }];
  });
}
