import { randomFrom } from '../bench/chance.ts';

/** Kills end a process as a power cut would; cuts take a connection away; a pause holds a server without closing anything. */
export const KINDS = [
  'kill-api',
  'kill-worker',
  'kill-relay',
  'kill-reporting',
  'kill-postgres',
  'kill-temporal',
  'kill-kafka',
  'cut-database',
  'cut-temporal',
  'pause-kafka',
] as const;
export type Kind = (typeof KINDS)[number] | 'wipe-temporal';

export interface Fault {
  readonly kind: Kind;
  /** After how many steps of the timeline, and how long into the next. */
  readonly afterStep: number;
  readonly afterMs: number;
  /** How long a cut or a pause lasts; 0 for what happens at once. */
  readonly lastsMs: number;
}

export interface Round {
  readonly number: number;
  readonly faults: readonly Fault[];
}

export interface PlanWish {
  readonly seed: number;
  readonly rounds: number;
  readonly faultsPerRound: number;
  /** How many steps the timeline has. */
  readonly steps: number;
  /** In which rounds Temporal's data is deleted outright. */
  readonly wipe: 'never' | 'last' | 'always';
}

/** The middle of a step is where it is busy: clocks move, facts are carried, eight people send at once. */
const LATEST_MS = 400;
const LASTS_MS: Readonly<Record<Kind, readonly [shortest: number, longest: number]>> = {
  'kill-api': [0, 0],
  'kill-worker': [0, 0],
  'kill-relay': [0, 0],
  'kill-reporting': [0, 0],
  'kill-postgres': [0, 0],
  'kill-temporal': [0, 0],
  'kill-kafka': [0, 0],
  'cut-database': [500, 3_000],
  'cut-temporal': [500, 6_000],
  'pause-kafka': [1_000, 8_000],
  'wipe-temporal': [0, 0],
};

/** What the seed says, down to the millisecond: the same seed gives the same plan. */
export function planOf({ seed, rounds, faultsPerRound, steps, wipe }: PlanWish): Round[] {
  const random = randomFrom(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const deal = dealer(upTo);
  return Array.from({ length: rounds }, (_, index) => {
    const kinds: Kind[] = Array.from({ length: faultsPerRound }, deal);
    const drawn = kinds.map((kind) => ({ kind, afterStep: 1 + upTo(steps - 1) }));
    // In its middle half a rehearsal has most to lose: files of three years are open.
    const wiping = { kind: 'wipe-temporal' as const, afterStep: Math.floor(steps / 4) + upTo(steps / 2) };
    const isWiped = wipe === 'always' || (wipe === 'last' && index === rounds - 1);
    const faults = [...drawn, ...(isWiped ? [wiping] : [])]
      .sort((a, b) => a.afterStep - b.afterStep)
      .map((fault) => ({ ...fault, afterMs: upTo(LATEST_MS), lastsMs: lastsMs(fault.kind, upTo) }));
    return { number: index + 1, faults };
  });
}

/** Deals the shuffled kinds to their end before it shuffles again: none is left out for long. */
function dealer(upTo: (count: number) => number): () => Kind {
  const deck: Kind[] = [];
  return () => {
    if (deck.length === 0) deck.push(...KINDS);
    return deck.splice(upTo(deck.length), 1)[0] as Kind;
  };
}

function lastsMs(kind: Kind, upTo: (count: number) => number): number {
  const [shortest, longest] = LASTS_MS[kind];
  return longest === 0 ? 0 : shortest + upTo(longest - shortest);
}
