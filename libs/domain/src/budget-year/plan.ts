import { sumFen } from '@quancheng/kernel';
import type { PlanItem, Totals } from './shapes.ts';

/** Count and sum; items without a known amount are counted, left out of the sum, and said so. */
export function totalsOf(items: readonly Pick<PlanItem, 'amountFen'>[]): Totals {
  const known = items.flatMap(({ amountFen }) => (amountFen === null ? [] : [amountFen]));
  return { count: items.length, sumFen: sumFen(known), withoutAmount: items.length - known.length };
}
