import { day, type Json } from '@quancheng/kernel';
import { isProvisional, reviewSheet, rulebook } from '@quancheng/rulebook';

/** Pieces of papers that every spec fills in alike. */

export const yuan = (amount: string): Json => ({ amount, unit: '元' });
export const wan = (amount: string): Json => ({ amount, unit: '万元' });
export const online: Json = { mode: 'online' };
export const scan: Json = { mode: 'stamped-scan', sha256: 'a'.repeat(64) };

/** All 23 points of the goal review, at one mark but for the named ones. */
export function marks(mark = '优', others: { readonly [point: string]: string } = {}): Json {
  const sheet = reviewSheet(rulebook, day('2013-11-01'));
  if (isProvisional(sheet)) throw new Error('no sheet');
  return sheet.value.aspects.flatMap(({ points }) =>
    points.map(({ no }) => ({ point: no, mark: others[no] ?? mark })),
  );
}
