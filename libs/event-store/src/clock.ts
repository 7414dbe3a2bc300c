import type { DivisionCode, Instant } from '@quancheng/kernel';
import type { Sql } from './sql-types.ts';
import type { Store } from './store.ts';
import { behindWall } from './transaction.ts';

/** Where a division's business clock stands; null: it runs with the world's. */
export type BusinessClock = { readonly frozenAt: Instant | null };

export async function readClock(store: Store, division: DivisionCode): Promise<BusinessClock> {
  return { frozenAt: await behindWall(store, division, (sql) => clockIn(sql, division)) };
}

/** The moment at which the clock stands, asked inside a transaction of the division; null: it runs. */
export async function clockIn(sql: Sql, division: DivisionCode): Promise<Instant | null> {
  const [row] = await sql<
    { frozen_at: Instant | null }[]
  >`select frozen_at from business_clock where division = ${division}`;
  return row?.frozen_at ?? null;
}

export type ClockMove = {
  readonly division: DivisionCode;
  readonly frozenAt: Instant | null;
  readonly changedBy: string;
};

/** Whether the clock may be moved at all (never in production) is decided by the caller. */
export async function writeClock(store: Store, { division, frozenAt, changedBy }: ClockMove): Promise<void> {
  await behindWall(
    store,
    division,
    (sql) => sql`
      insert into business_clock (division, frozen_at, changed_by) values (${division}, ${frozenAt}, ${changedBy})
      on conflict (division) do update set frozen_at = excluded.frozen_at, changed_by = excluded.changed_by, changed_at = clock_timestamp()`,
  );
}
