import { type Lanes, openLanes } from './lanes.ts';
import { connect, type Sql } from './sql-types.ts';

/** A way into the event store with the rights of the role that the address names. `sql` is for single statements. */
export type Store = { readonly sql: Sql; readonly lanes: Lanes; end(): Promise<void> };

/** Connects lazily. `max` bounds the transactions at one time (others wait), and apart from them the single statements. */
export function openStore(url: string, { max, name }: { max: number; name: string }): Store {
  const sql = connect(url, { max, name });
  const lanes = openLanes(url, { max, name });
  return {
    sql,
    lanes,
    async end() {
      await Promise.all([sql.end({ timeout: 5 }), lanes.end()]);
    },
  };
}
