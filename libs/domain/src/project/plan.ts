import { yearOf } from '@quancheng/kernel';
import type { Identity } from './shapes.ts';
import type { RegisteredProject } from './state.ts';

/** Does the project end by a plan? Then nobody may leave the end open, or it would never be asked for. */
export const endsByPlan = ({ nature, term }: Pick<Identity, 'nature' | 'term'>): boolean =>
  nature === 'new' && term !== 'continuing';

/** The latest year, when the project goes on after it and so needs another. Null while no year is open at all. */
export function yearToFollow({ years, identity }: RegisteredProject): number | null {
  const last = years.at(-1)?.fiscalYear;
  if (last === undefined) return null;
  const { nature, plannedEnd } = identity;
  return nature === 'recurrent' || plannedEnd === null || yearOf(plannedEnd) > last ? last : null;
}
