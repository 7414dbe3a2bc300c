import {
  type Indicator,
  type Period,
  type RolledUp,
  rollUpPeriods,
  type TrackingReport,
} from '@quancheng/forms';
import type { OpenYear, Round } from './state.ts';

/** What an indicator reached, from the reports of the rounds and by its own roll-up. */

type Row = TrackingReport['indicators'] extends readonly (infer R)[] | undefined ? R : never;

const lineOf = (form: TrackingReport, { row }: Pick<Indicator, 'row'>): Row | undefined =>
  form.indicators?.find((one) => one.row === row);

/** What one report says of an indicator; null where it says nothing. */
export function reportedFor(
  form: TrackingReport,
  indicator: Pick<Indicator, 'row' | 'direction'>,
): string | null {
  const line = lineOf(form, indicator);
  return (indicator.direction === 'qualitative' ? line?.attainedPercent : line?.actual) ?? null;
}

/** The value to date at a round: its own report and those of the rounds before it in the same year. */
export function reachedBy(
  year: Pick<OpenYear, 'rounds'>,
  { round, form }: { readonly round: string; readonly form: TrackingReport },
  indicator: Indicator,
): RolledUp {
  const earlier = year.rounds.flatMap((one) =>
    one.report !== null && one.round < round && yearOf(one) === round.slice(0, 4)
      ? [{ round: one.round, form: one.report.form }]
      : [],
  );
  return rollUpPeriods(
    indicator,
    [...earlier, { round, form }].map((one) => {
      const { numerator, denominator } = lineOf(one.form, indicator) ?? {};
      return {
        period: one.round.slice(5, 7) as Period,
        value: reportedFor(one.form, indicator),
        numerator,
        denominator,
      };
    }),
  );
}

/**
 * What each indicator reached in the year, by its row: a proposal for the evaluation, which a person confirms. Only a round that
 * looked at December knows it; of a year that was last looked at in July nothing is proposed.
 */
export function yearActuals(year: Pick<OpenYear, 'rounds' | 'goal' | 'identity'>): Record<string, string> {
  const last = year.rounds.findLast(({ report }) => report !== null);
  if (last?.report == null || last.asOf < `${year.identity.fiscalYear}-12-01`) return {};
  const at = { round: last.round, form: last.report.form };
  const found = (year.goal?.indicators ?? []).flatMap((indicator): [string, string][] => {
    const { value } = reachedBy(year, at, indicator);
    return value === null ? [] : [[indicator.row, value]];
  });
  return Object.fromEntries(found);
}

const yearOf = ({ round }: Pick<Round, 'round'>): string => round.slice(0, 4);
