import { type Decimal, exact, roundHalfUp, type Words } from '@quancheng/kernel';

export type LightColour = 'red' | 'yellow' | 'green' | 'blue';

export type LightValue = {
  readonly redBelowPercent: string;
  readonly yellowBelowPercent: string;
  /** At this share of the whole year's target: "target probably set too low". Absent where nothing shines blue. */
  readonly blueFromPercentOfYear?: string;
  /** The eager variant seen in the field: blue already at this share of what is expected by now. */
  readonly blueFromPercentOfExpected?: string;
};
/** A part of the year's target as a fraction: seven months of twelve have no exact decimal, and a bound must not move. */
export type Share = { readonly part: string; readonly whole: string };
export type LightGiven = {
  readonly target: string;
  readonly actual: string;
  readonly month: number;
  /** What is expected by now; left out, the straight months. Of a level, which does not grow over the year, the whole. */
  readonly share?: Share;
  /** The target is a ceiling: what is allowed by now is compared with what was used, and nothing shines blue. */
  readonly lessIsBetter?: boolean;
};
/** Null without a target to measure against. `percent` is for people; the colour was judged on the exact value. */
export type LightAnswer = { readonly light: LightColour | null; readonly percent: string | null };

/** What is done by the end of a month against what is expected by then. */
export function answerLight(value: LightValue, given: LightGiven): LightAnswer {
  const { month, lessIsBetter = false } = given;
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`no such month: ${month}`);
  const share = given.share ?? monthsGone(month);
  return lessIsBetter ? ceilingLight(value, given, share) : aimLight(value, given, share);
}

/** The straight months: as much of the year's target as there is of the year. */
export function monthsGone(month: number): Share {
  return { part: String(month), whole: '12' };
}

function aimLight(value: LightValue, { target, actual }: LightGiven, share: Share): LightAnswer {
  if (exact(target).lte(0)) return { light: null, percent: null };
  const percentOfYear = exact(actual).times(100).div(target);
  const blueByYear = reaches(percentOfYear, value.blueFromPercentOfYear);
  if (exact(share.part).lte(0)) return { light: blueByYear ? 'blue' : 'green', percent: null };

  const percent = exact(actual).times(100).times(share.whole).div(exact(target).times(share.part));
  const blue = blueByYear || reaches(percent, value.blueFromPercentOfExpected);
  return { light: blue ? 'blue' : colourOf(value, percent), percent: roundHalfUp(percent, 2) };
}

/** Nothing used is always within a ceiling; a ceiling of 0 is kept at 0 alone. */
function ceilingLight(value: LightValue, { target, actual }: LightGiven, share: Share): LightAnswer {
  if (exact(actual).lte(0)) return { light: 'green', percent: null };
  const percent = exact(target).times(100).times(share.part).div(exact(actual).times(share.whole));
  return { light: colourOf(value, percent), percent: roundHalfUp(percent, 2) };
}

function reaches(percent: Decimal, bound: string | undefined): boolean {
  return bound !== undefined && percent.gte(bound);
}

function colourOf(value: LightValue, percent: Decimal): LightColour {
  if (percent.lt(value.redBelowPercent)) return 'red';
  return percent.lt(value.yellowBelowPercent) ? 'yellow' : 'green';
}

export function lightInWords(value: LightValue): Words[] {
  const { redBelowPercent, yellowBelowPercent, blueFromPercentOfYear, blueFromPercentOfExpected } = value;
  return [
    { zh: `低于${redBelowPercent}%：红`, en: `below ${redBelowPercent} %: red` },
    { zh: `低于${yellowBelowPercent}%：黄`, en: `below ${yellowBelowPercent} %: yellow` },
    { zh: '其余：绿', en: 'else: green' },
    ...blueInWords(blueFromPercentOfYear, '全年目标', 'the year’s target'),
    ...blueInWords(blueFromPercentOfExpected, '截至当期应达值', 'what is expected by now'),
  ];
}

function blueInWords(bound: string | undefined, zh: string, en: string): Words[] {
  return bound === undefined
    ? []
    : [{ zh: `达到${zh}的${bound}%：蓝`, en: `from ${bound} % of ${en}: blue` }];
}
