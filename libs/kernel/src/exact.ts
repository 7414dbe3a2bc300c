import { Decimal as Base } from 'decimal.js';

/** Exact decimals for rates and scores: half-up, 40 digits, printed without exponents. */
export const Decimal = Base.clone({
  precision: 40,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = Base;

const EXACT_TEXT = /^-?\d{1,30}(?:\.\d{1,30})?$/;

/** Whether a text is a plain decimal number that `exact` reads. */
export function isExactText(text: string): boolean {
  return EXACT_TEXT.test(text);
}

/** A decimal from text or fen; never from a floating-point number, which is already rounded. Throws on other text. */
export function exact(value: string | bigint | Decimal): Decimal {
  if (typeof value === 'string' && !isExactText(value))
    throw new RangeError(`not an exact decimal: ${value.slice(0, 60)}`);
  return new Decimal(typeof value === 'bigint' ? value.toString() : value);
}

/** Of the 40 digits kept, divisions spoil the last few: a third three times is 0.999…, and must round as 1. */
const SURE_DIGITS = 35;

/** Rounds once, half away from zero, and keeps the places: roundHalfUp(exact('9.5'), 2) is '9.50'. */
export function roundHalfUp(value: Decimal, places: number): string {
  const text = value.toSignificantDigits(SURE_DIGITS).toFixed(places);
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

/** A part of a whole in percent, rounded once to two decimals: 2 of 3 is '66.67'. Null where there is no whole to divide by. */
export function percentOf(part: bigint, whole: bigint): string | null {
  return whole <= 0n ? null : roundHalfUp(exact(part).times(100).div(exact(whole)), 2);
}
