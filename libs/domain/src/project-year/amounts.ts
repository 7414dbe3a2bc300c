import { type Fen, sumFen } from '@quancheng/kernel';
import type { OpenYear } from './state.ts';

/** What may be spent in the year: approved, and carried over from earlier years, each counted once. */
export function availableFen(year: OpenYear): Fen {
  return (year.approvedFen ?? 0n) + sumFen(year.carriedIn.map(({ amountFen }) => amountFen));
}

export function unspentFen(year: OpenYear): Fen {
  const left = availableFen(year) - year.paidFen;
  return left > 0n ? left : 0n;
}

/** What a year taken over without any payment on file spent before is a marked gap, not nothing. */
export function isSpendingKnown({ identity, payments }: OpenYear): boolean {
  return identity.takenOver === null || payments.length > 0;
}

/** Is there leftover money that nobody has decided on? Where the spending is a gap, so is what it left. */
export function owesLeftover(year: OpenYear): boolean {
  return year.leftover === null && isSpendingKnown(year) && unspentFen(year) > 0n;
}

/** What still holds the year open once its result is in use. */
export function isSettled(year: OpenYear): boolean {
  return (
    year.duties.every(({ step }) => step === 'done') &&
    year.rounds.every(({ deviation }) => deviation !== 'open') &&
    year.orders.every(({ status }) => status === 'confirmed') &&
    year.stops.every(({ status }) => status !== 'requested') &&
    year.adjustments.every(({ status }) => status !== 'requested') &&
    !owesLeftover(year)
  );
}
