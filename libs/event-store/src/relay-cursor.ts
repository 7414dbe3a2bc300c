import type { Store } from './store.ts';

/** The last number that the relay of this name has carried and had acknowledged; 0 before the first. */
export async function readCursor(store: Store, name: string): Promise<number> {
  const [row] = await store.sql<{ seq: bigint }[]>`select seq from relay_cursor where name = ${name}`;
  return Number(row?.seq ?? 0);
}

/** Only after the acknowledgement. Never moves back: a relay that was taken over from and wakes late must not undo its successor's work. */
export async function moveCursor(store: Store, name: string, seq: number): Promise<void> {
  await store.sql`
    insert into relay_cursor (name, seq) values (${name}, ${seq})
    on conflict (name) do update set seq = excluded.seq where relay_cursor.seq < excluded.seq`;
}
