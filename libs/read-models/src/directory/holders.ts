import { FINANCE, REACH, type Role } from '@quancheng/domain';
import { behindWall, type Sql, type Store, type Wall } from '@quancheng/event-store';
import type { PlainDate } from '@quancheng/kernel';

/** Somebody who answers for a post on a day: its holder, or whom the holder has delegated it to. */
export interface Holder {
  readonly personId: string;
  readonly post: string;
  /** The holder in whose stead the person acts; null for the holder. */
  readonly actingFor: string | null;
}

/**
 * Who holds the post of a duty on a day, the holders first. Finance's own offices are found by their role wherever they
 * sit: a duty says of them only which house it is.
 */
export async function holdersOf(
  sql: Sql,
  { division, role, unit, on }: { division: string; role: Role; unit: string; on: PlainDate },
): Promise<Holder[]> {
  const anywhere = unit === FINANCE || REACH[role] === 'whole-division';
  return await sql<Holder[]>`
    with held as (
      select person_id, post, unit from post_view
      where division = ${division} and role = ${role} ${anywhere ? sql`` : sql`and unit = ${unit}`}
        and held_from <= ${on} and coalesce(held_until, 'infinity') >= ${on}
    )
    select person_id as "personId", post, "actingFor" from (
      select person_id, min(post) as post, null::text as "actingFor" from held group by person_id
      union all
      select distinct on (to_person, from_person) to_person, held.post, from_person
      from delegation_view join held on held.person_id = from_person and held.unit = delegation_view.unit
      where division = ${division} and role = ${role} and scope = 'all' and valid_from <= ${on} and valid_until >= ${on}
    ) found
    order by "actingFor" nulls first, "personId"`;
}

/** A post that a person may act from on a day. */
export interface HeldPost {
  readonly role: Role;
  readonly post: string;
  readonly unit: string;
  readonly unitName: string | null;
  readonly department: string;
  readonly until: PlainDate | null;
  /** The holder in whose stead the person acts; null where the post is the person's own. */
  readonly actingFor: string | null;
  /** 'read': the delegation lets the person read, not act. */
  readonly scope: 'all' | 'read';
}

/** The posts of a person on a day, one's own first; null where the division has no directory, or it does not know the person at all. */
export async function postsOf(
  store: Store,
  {
    division,
    personId,
    on,
    wall = division,
  }: { division: string; personId: string; on: PlainDate; wall?: Wall },
): Promise<HeldPost[] | null> {
  return await behindWall(store, wall, async (sql) => {
    const posts = sql<HeldPost[]>`
      with mine as (
        select role, post, unit, department, held_until as until, null::text as acting_for, 'all' as scope
        from post_view
        where division = ${division} and person_id = ${personId}
          and held_from <= ${on} and coalesce(held_until, 'infinity') >= ${on}
        union all
        select held.role, held.post, held.unit, held.department, least(valid_until, held_until), from_person, scope
        from delegation_view lent join post_view held
          on held.division = lent.division and held.person_id = from_person and held.role = lent.role and held.unit = lent.unit
            and held.held_from <= ${on} and coalesce(held.held_until, 'infinity') >= ${on}
        where lent.division = ${division} and to_person = ${personId} and valid_from <= ${on} and valid_until >= ${on}
      )
      select role, post, mine.unit, name as "unitName", mine.department, until, acting_for as "actingFor", scope
      from mine left join unit_view named
        on named.division = ${division} and named.unit = mine.unit
          and valid_from <= ${on} and coalesce(valid_until, 'infinity') >= ${on}
      order by acting_for nulls first, role, unit`.execute();
    const known = sql<{ known: boolean }[]>`
      select exists (select from post_view where division = ${division} and person_id = ${personId})
        or exists (select from delegation_view where division = ${division} and to_person = ${personId}) as known`.execute();
    const [held, [answer]] = await Promise.all([posts, known]);
    return answer?.known === true ? [...held] : null;
  });
}

export interface UnitOnDay {
  readonly unit: string;
  readonly name: string;
  readonly kind: string;
  readonly department: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly successors: readonly string[];
}

/** The units of a division as they were on a day, by their codes. */
export async function unitsOf(
  store: Store,
  division: string,
  on: PlainDate,
  wall: Wall = division,
): Promise<UnitOnDay[]> {
  return await behindWall(
    store,
    wall,
    (sql) => sql<UnitOnDay[]>`
      select unit, name, kind, department, valid_from as from, valid_until as until, successors
      from unit_view
      where division = ${division} and valid_from <= ${on} and coalesce(valid_until, 'infinity') >= ${on}
      order by unit`,
  );
}
