import type { Store } from './store.ts';

/**
 * How often the log has begun anew: 1, and one more each time the store was found to have been put back to an earlier point.
 * `recovered` is the generation for which every run was last compared with the store.
 */
export type LogGeneration = { readonly generation: number; readonly recovered: number };

export async function logGeneration(store: Store): Promise<LogGeneration> {
  const [row] = await store.sql<[LogGeneration]>`select generation, recovered from log_generation`;
  return { generation: row.generation, recovered: row.recovered };
}

/** For the role that numbers and carries. Never back: of two that notice at once, one begins it. */
export async function beginGeneration(store: Store, generation: number): Promise<void> {
  await store.sql`update log_generation set generation = ${generation} where generation < ${generation}`;
}

export async function markRecovered(store: Store, generation: number): Promise<void> {
  await store.sql`update log_generation set recovered = ${generation} where recovered < ${generation}`;
}
