import { type Decimal, exact, roundHalfUp } from '@quancheng/kernel';

export type LightColour = 'red' | 'yellow' | 'green' | 'blue';

export type LightValue = {
  readonly redBelowPercent: string;
  readonly yellowBelowPercent: string;
  /** At this share of the whole year's target: "target probably set too low". Absent where nothing shines blue. */
  readonly blueFromPercentOfYear?: string;
};
export type LightGiven = { readonly target: string; readonly actual: string; readonly month: number };
/** Null without a target to measure against. `percent` is for people; the colour was judged on the exact value. */
export type LightAnswer = { readonly light: LightColour | null; readonly percent: string | null };

/** What is done by the end of a month against that month's straight share of the year's target, higher is better. */
export function answerLight(value: LightValue, { target, actual, month }: LightGiven): LightAnswer {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`no such month: ${month}`);
  if (exact(target).lte(0)) return { light: null, percent: null };

  const percentOfYear = exact(actual).times(100).div(target);
  const percent = exact(actual).times(1200).div(exact(target).times(month));
  return { light: colourOf(value, percent, percentOfYear), percent: roundHalfUp(percent, 2) };
}

function colourOf(value: LightValue, percent: Decimal, percentOfYear: Decimal): LightColour {
  if (value.blueFromPercentOfYear !== undefined && percentOfYear.gte(value.blueFromPercentOfYear))
    return 'blue';
  if (percent.lt(value.redBelowPercent)) return 'red';
  return percent.lt(value.yellowBelowPercent) ? 'yellow' : 'green';
}
