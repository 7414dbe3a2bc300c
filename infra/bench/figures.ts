import { availableParallelism, loadavg } from 'node:os';

/** The one shape in which every bench ends: a line of JSON, ours beside its peer, both measured in turn in one run. */
export interface Figures {
  readonly bench: string;
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
  readonly unit: string;
  readonly runs: number;
  readonly spread: {
    readonly ours: readonly [number, number];
    readonly peer: readonly [number, number];
    readonly ratio: readonly [number, number];
  };
  readonly load: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly seed: number;
}

/** Medians of the rounds; the ratio is the median of the ratios round by round, so that a slow moment falls on both sides. */
export function figuresOf(given: {
  bench: string;
  unit: string;
  rounds: readonly { ours: number; peer: number }[];
  load: Record<string, unknown>;
  versions: Record<string, string>;
  seed: number;
}): Figures {
  const ours = given.rounds.map((round) => round.ours);
  const peer = given.rounds.map((round) => round.peer);
  const ratio = given.rounds.map((round) => round.ours / round.peer);
  return {
    bench: given.bench,
    ours: rounded(median(ours)),
    peer: rounded(median(peer)),
    ratio: rounded(median(ratio)),
    unit: given.unit,
    runs: given.rounds.length,
    spread: { ours: range(ours), peer: range(peer), ratio: range(ratio) },
    load: { ...given.load, cores: availableParallelism(), loadAverage: rounded(loadavg()[0] ?? 0) },
    versions: { node: process.versions.node, ...given.versions },
    seed: given.seed,
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const range = (values: readonly number[]): [number, number] => [
  rounded(Math.min(...values)),
  rounded(Math.max(...values)),
];

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
