import type { TargetKind, TargetReading } from './reading.ts';

const SIGNS = { '>=': '≥', '>': '＞', '=': '＝', '<=': '≤', '<': '＜' } as const;

/** Kinds whose words say more than their number. */
const WORDED: ReadonlySet<TargetKind> = new Set(['period', 'boolean', 'trend']);

/**
 * The cell that reads as this reading, in the signs of a paper: ≥50个. What is worded, or what nobody could read, is
 * given back as it stood. Reading what is written gives the same reading, in the same place of the form.
 */
export function writeTargetValue(reading: TargetReading): string {
  const { operator, value, unit, kind, text } = reading;
  if (operator === null || operator === 'by' || WORDED.has(kind)) return text;
  if (operator === 'between') return `${reading.from}-${reading.to}${unit ?? ''}`;
  if (reading.base !== undefined || reading.ambiguous !== undefined) return text;
  const sign = reading.implied_operator === true || isPlainZero(reading) ? '' : SIGNS[operator];
  return `${kind === 'compound' ? '各' : ''}${sign}${value}${unit ?? ''}`;
}

const isPlainZero = ({ operator, value }: TargetReading): boolean => operator === '=' && Number(value) === 0;
