/** How long to leave something alone that did not come on: doubling, so that a lost case costs next to nothing. */
export interface Patience {
  isDue(name: string): boolean;
  failed(name: string): void;
  succeeded(name: string): void;
  /** Forgets whatever is not among these any more. */
  keepOnly(names: ReadonlySet<string>): void;
  /** What failed more than a few times in a row. */
  stuck(): string[];
}

const FIRST_MS = 5_000;
const LONGEST_MS = 10 * 60_000;
const STUCK_AFTER = 3;

export function patienceWithStreams(now: () => number): Patience {
  const failures = new Map<string, { times: number; until: number }>();
  return {
    isDue: (name) => (failures.get(name)?.until ?? 0) <= now(),
    failed(name) {
      const times = (failures.get(name)?.times ?? 0) + 1;
      failures.set(name, { times, until: now() + Math.min(FIRST_MS * 2 ** (times - 1), LONGEST_MS) });
    },
    succeeded(name) {
      failures.delete(name);
    },
    keepOnly(names) {
      for (const name of failures.keys()) if (!names.has(name)) failures.delete(name);
    },
    stuck: () => [...failures].filter(([, { times }]) => times >= STUCK_AFTER).map(([name]) => name),
  };
}
