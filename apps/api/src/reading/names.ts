import { behindWall, type Store } from '@quancheng/event-store';
import type { Reader } from '../identity/posts.ts';

/** The names of some people, where they are kept; an erased name is none. */
export async function namesOf(
  store: Store,
  { division, wall }: Pick<Reader, 'division' | 'wall'>,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(people)];
  if (asked.length === 0) return new Map();
  const rows = await behindWall(
    store,
    wall,
    (sql) => sql<{ person_id: string; display_name: string }[]>`
      select person_id, display_name from persons
      where division = ${division} and person_id = any(${asked}) and display_name is not null`,
  );
  return new Map(rows.map((row) => [row.person_id, row.display_name]));
}
