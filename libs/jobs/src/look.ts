import type { StreamState } from '@quancheng/domain';
import type { Instant } from '@quancheng/kernel';
import type { Look } from './item.ts';
import { aggregateOf } from './judge.ts';

interface Folded {
  readonly state: StreamState;
  readonly version: number;
}

/** A division's files as they are at this moment, each loaded once; `load` answers null where nothing was recorded. */
export function lookOver(
  division: string,
  now: Instant,
  load: (stream: string) => Promise<Folded | null>,
): Pick<Look, 'division' | 'now' | 'state' | 'version'> {
  const files = new Map<string, Promise<Folded | null>>();
  const file = (stream: string): Promise<Folded | null> => {
    const known = files.get(stream) ?? load(stream);
    files.set(stream, known);
    return known;
  };
  return {
    division,
    now,
    state: async (stream) => (await file(stream))?.state ?? aggregateOf(stream).initial,
    version: async (stream) => (await file(stream))?.version ?? 0,
  };
}
