import { randomFrom } from '../../bench/chance.ts';

/** What a seed decides. The same calls in the same order give the same district on every machine. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  shuffled<T>(items: readonly T[]): T[];
}

export function chanceOf(seed: number): Chance {
  const next = randomFrom(seed);
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    shuffled<T>(items: readonly T[]): T[] {
      const deck = [...items];
      for (let last = deck.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [deck[last], deck[other]] = [deck[other] as T, deck[last] as T];
      }
      return deck;
    },
  };
}

/** How many of a deck get each way of life; all others get the first. */
export type Shares<W extends string> = readonly [usual: W, ...(readonly [way: W, count: number])[]];

/** Deals ways of life out to a shuffled deck, so that each occurs exactly as often as its share says. */
export function deal<T, W extends string>(
  chance: Chance,
  items: readonly T[],
  [usual, ...others]: Shares<W>,
): Map<T, W> {
  const hands = others.flatMap(([way, count]) => Array.from({ length: count }, () => way));
  if (hands.length > items.length) throw new RangeError(`${hands.length} shares for ${items.length}`);
  return new Map(chance.shuffled(items).map((item, index) => [item, hands[index] ?? usual]));
}
