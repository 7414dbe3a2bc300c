import { type Fen, percentOf, sumFen } from '@quancheng/kernel';
import { awaitingApproval, departmentsOf, hasDeclared, present, tracked, undeclared } from './entries.ts';
import type { BegunYear, BudgetYearState, Entry } from './state.ts';

/** Done ÷ owed, over those who owe. `percent` has two decimals, half up; null where nobody owes anything. */
export type Ratio = {
  readonly done: number;
  readonly owed: number;
  readonly percent: string | null;
  readonly missing: readonly string[];
};
export type MoneyRatio = {
  readonly doneFen: Fen;
  readonly owedFen: Fen;
  readonly percent: string | null;
  readonly missing: readonly string[];
};

export type Coverage = {
  /** 部门全覆盖: departments that declared, or returned nil. */
  readonly departments: Ratio;
  /** 资金全覆盖: of the money requested above the threshold, how much got its goal approved. */
  readonly money: MoneyRatio;
  /** 管理全覆盖: project-years at each stage of the year. */
  readonly stages: {
    readonly declared: Ratio;
    readonly approved: Ratio;
    readonly tracked: Ratio;
    readonly all: Ratio;
  };
};

/** Null for a year that has not begun. */
export function coverage(state: BudgetYearState): Coverage | null {
  return state.stage === 'none'
    ? null
    : { departments: departments(state), money: money(state), stages: stages(state) };
}

function departments(year: BegunYear): Ratio {
  const owed = departmentsOf(year);
  return ratio(
    owed,
    owed.filter((department) => !hasDeclared(year, department)),
  );
}

function money(year: BegunYear): MoneyRatio {
  const owed = present(year).filter(({ goalRequired, takenOver }) => goalRequired === true && !takenOver);
  const missing = owed.filter(({ approvedFen }) => approvedFen === null);
  const owedFen = requested(owed);
  const doneFen = owedFen - requested(missing);
  return { doneFen, owedFen, percent: percentOf(doneFen, owedFen), missing: idsOf(missing) };
}

function stages(year: BegunYear): Coverage['stages'] {
  const native = present(year).filter(({ takenOver }) => !takenOver);
  const declared = native.filter(({ requestedFen }) => requestedFen !== null);
  const running = tracked(year);
  const steps = {
    declared: ratio(idsOf(native), idsOf(undeclared(year))),
    approved: ratio(idsOf(declared), idsOf(awaitingApproval(year))),
    tracked: ratio(idsOf(running), idsOf(running.filter(({ rounds }) => rounds.length === 0))),
  };
  const every = Object.values(steps);
  const owed = every.reduce((sum, step) => sum + step.owed, 0);
  const done = every.reduce((sum, step) => sum + step.done, 0);
  const missing = Object.entries(steps).flatMap(([step, { missing: ids }]) =>
    ids.map((id) => `${step}:${id}`),
  );
  return { ...steps, all: { done, owed, percent: percentOf(BigInt(done), BigInt(owed)), missing } };
}

function ratio(owed: readonly string[], missing: readonly string[]): Ratio {
  const done = owed.length - missing.length;
  return { done, owed: owed.length, percent: percentOf(BigInt(done), BigInt(owed.length)), missing };
}

const requested = (entries: readonly Entry[]): Fen =>
  sumFen(entries.flatMap(({ requestedFen }) => (requestedFen === null ? [] : [requestedFen])));

const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ projectYearId }) => projectYearId);
