import type { Role } from '@quancheng/domain';
import { behindWall, type Store, type Wall } from '@quancheng/event-store';
import type { PlainDate } from '@quancheng/kernel';

/** Where a list of the directory is read: a division, and the wall of whoever reads. */
export interface Place {
  readonly division: string;
  readonly wall: Wall;
}

export interface UnitPeriodRow {
  readonly name: string;
  readonly kind: string;
  readonly department: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly successors: readonly string[];
}

/** Everything that a unit was called and belonged to, the first period first; empty where it never was. */
export const unitHistory = (
  store: Store,
  { division, wall }: Place,
  unit: string,
): Promise<UnitPeriodRow[]> =>
  behindWall(
    store,
    wall,
    (sql) => sql<UnitPeriodRow[]>`
      select name, kind, department, valid_from as from, valid_until as until, successors
      from unit_view where division = ${division} and unit = ${unit} order by valid_from`,
  );

export interface PostRow {
  readonly personId: string;
  /** Null where no name is kept, or it was erased. */
  readonly name: string | null;
  readonly role: Role;
  readonly post: string;
  readonly unit: string;
  readonly department: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

export interface PeopleFilter {
  readonly on: PlainDate;
  readonly unit?: string | undefined;
  readonly department?: string | undefined;
  readonly role?: string | undefined;
  readonly personId?: string | undefined;
  /** Text in the id or the name. */
  readonly q?: string | undefined;
}

const PAGE = 200;

/** Who holds which post on a day, by unit; `cursor` is the last row's place. */
export async function peopleOn(
  store: Store,
  { division, wall }: Place,
  { on, unit, department, role, personId, q }: PeopleFilter,
  cursor?: string,
): Promise<{ items: PostRow[]; next: string | null }> {
  const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString();
  const like = `%${(q ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await behindWall(
    store,
    wall,
    (sql) => sql<(PostRow & { place: string })[]>`
      select person_id as "personId", display_name as name, role, post, unit, department,
             held_from as from, held_until as until, concat_ws('/', unit, role, person_id) as place
      from post_view left join persons using (division, person_id)
      where post_view.division = ${division} and held_from <= ${on} and coalesce(held_until, 'infinity') >= ${on}
        and concat_ws('/', unit, role, person_id) collate "C" > ${after}
        ${unit === undefined ? sql`` : sql`and unit = ${unit}`}
        ${department === undefined ? sql`` : sql`and department = ${department}`}
        ${role === undefined ? sql`` : sql`and role = ${role}`}
        ${personId === undefined ? sql`` : sql`and person_id = ${personId}`}
        ${q === undefined ? sql`` : sql`and (person_id ilike ${like} or display_name ilike ${like})`}
      order by concat_ws('/', unit, role, person_id) collate "C" limit ${PAGE + 1}`,
  );
  const items = rows.slice(0, PAGE).map(({ place: _, ...row }) => row);
  const last = rows.length > PAGE ? rows[PAGE - 1]?.place : undefined;
  return { items, next: last === undefined ? null : Buffer.from(last).toString('base64url') };
}

/** How to reach a person. Everything is null once it was erased. */
export interface Contact {
  readonly personId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly erasedAt: string | null;
}

export async function contactOf(store: Store, division: string, personId: string): Promise<Contact | null> {
  const [row] = await behindWall(
    store,
    division,
    (sql) => sql<Contact[]>`
      select person_id as "personId", display_name as name, email, phone, erased_at as "erasedAt"
      from persons where division = ${division} and person_id = ${personId}`,
  );
  return row ?? null;
}

/** Every post a person ever held in a division: the history is kept, names are no part of it. */
export const postsEver = (store: Store, { division, wall }: Place, personId: string): Promise<PostRow[]> =>
  behindWall(
    store,
    wall,
    (sql) => sql<PostRow[]>`
      select person_id as "personId", null as name, role, post, unit, department, held_from as from, held_until as until
      from post_view where division = ${division} and person_id = ${personId} order by held_from, unit, role`,
  );

/** The division itself and those below it, as the wall lets them be seen. */
export interface DivisionRow {
  readonly division: string;
  readonly parent: string | null;
  readonly name: string;
}

export const divisionsDown = (store: Store, own: string): Promise<DivisionRow[]> =>
  behindWall(
    store,
    own,
    (sql) => sql<DivisionRow[]>`select division, parent, name from divisions order by division`,
  );
