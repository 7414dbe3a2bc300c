import { exact } from '@quancheng/kernel';

/** Weights in whole hundredths of a point, so that a split keeps its sum. */
export const toHundredths = (text: string): bigint => BigInt(exact(text).times(100).toFixed(0));

export const toText = (hundredths: bigint): string => exact(hundredths).div(100).toString();

/** Splits a total in proportion, by largest remainder: the parts add up to the total exactly. */
export function spread(total: bigint, shares: readonly bigint[]): bigint[] {
  const sum = shares.reduce((all, share) => all + share, 0n);
  if (sum === 0n) return shares.map(() => 0n);
  const parts = shares.map((share, index) => ({
    index,
    part: (total * share) / sum,
    left: (total * share) % sum,
  }));
  const short = Number(total - parts.reduce((all, { part }) => all + part, 0n));
  const first = new Set(
    [...parts]
      .sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1))
      .slice(0, short)
      .map(({ index }) => index),
  );
  return parts.map(({ part, index }) => (first.has(index) ? part + 1n : part));
}
