import { isExactText, type Words } from '@quancheng/kernel';
import { DIRECTIONS, type Direction } from '../indicator.ts';
import { readTargetValue } from './read.ts';
import type { Operator, TargetContext, TargetReading } from './reading.ts';

/** The three cells of an indicator that one typed text stands for. Offered to a person, or taken where nothing is asked. */
export type IndicatorOffer = {
  readonly direction: Direction;
  /** A plain decimal; for `qualitative` the words. */
  readonly target: string;
  readonly unit: string | null;
  /** What a person has to confirm before it is taken; null where the text leaves no doubt. */
  readonly asks: Words | null;
};

/** Whether the reading is one number that can be compared, not a range, a date or a word. */
export const isNumeric = (reading: TargetReading): boolean =>
  reading.value !== null && reading.operator !== 'between' && isExactText(reading.value);

/**
 * Which way is better, by the operator. Without a printed one a cost or a time reads "at most", as it is asked about;
 * anything else reads "exactly".
 */
export function directionOf(reading: TargetReading): Direction {
  if (!isNumeric(reading)) return 'qualitative';
  const asked = reading.ambiguous !== undefined && reading.suggestion?.operator === '<=';
  if (reading.implied_operator === true && asked) return 'lower';
  return DIRECTION_OF[reading.operator ?? '='];
}

const DIRECTION_OF: Readonly<Record<Operator, Direction>> = {
  '>=': 'higher',
  '>': 'above',
  '=': 'equal',
  '<=': 'lower',
  '<': 'below',
  between: 'qualitative',
  by: 'qualitative',
};

/** Direction, number and unit from "≥50个" typed into one cell; null where nothing can be offered. */
export function indicatorFromText(cell: string, context: TargetContext = {}): IndicatorOffer | null {
  const reading = readTargetValue(cell, context);
  const { kind, value, unit, suggestion } = reading;
  if (kind === 'unreadable' || kind === 'placeholder' || kind === 'not_applicable')
    return suggestion === undefined ? null : suggestedOffer(suggestion, reading.unreadable ?? null);
  const direction = directionOf(reading);
  if (direction === 'qualitative')
    return {
      direction,
      target: cell.replaceAll('|', ' ').trim(),
      unit: null,
      asks: reading.ambiguous ?? null,
    };
  return { direction, target: value ?? '', unit, asks: reading.ambiguous ?? noOperator(reading) };
}

const suggestedOffer = (
  { operator, value, unit }: NonNullable<TargetReading['suggestion']>,
  asks: Words | null,
): IndicatorOffer => ({
  direction: DIRECTION_OF[operator],
  target: value,
  unit,
  asks,
});

const noOperator = ({ implied_operator }: TargetReading): Words | null =>
  implied_operator === true
    ? { zh: '没有写比较符，请选择方向', en: 'no operator was written: choose the direction' }
    : null;

/** How to fill the three cells instead, to follow a refusal: '：方向选…'. Blank where nothing can be offered. */
export function meantBy(cell: string, context: TargetContext = {}): Words {
  const offer = indicatorFromText(cell, context);
  if (offer === null) return { zh: '', en: '' };
  const { direction, target, unit } = offer;
  const label = DIRECTIONS.find(({ value }) => value === direction)?.label ?? { zh: '', en: '' };
  return {
    zh: `：方向选“${label.zh}”，目标值填${target}${unit === null ? '' : `，单位填“${unit}”`}`,
    en: `: direction "${label.en}", target ${target}${unit === null ? '' : `, unit "${unit}"`}`,
  };
}
