import { type Actor, type AggregateName, REACH } from '@quancheng/domain';
import { behindWall, type Store } from '@quancheng/event-store';
import type { Words } from '@quancheng/kernel';

export interface InboxItem {
  readonly aggregate: AggregateName;
  readonly id: string;
  /** What the file is called, and the project it belongs to; null for what belongs to none. */
  readonly name: string | null;
  readonly projectId: string | null;
  readonly unit: string;
  readonly obligation: string;
  readonly what: string;
  readonly words: Words;
  readonly since: string;
  readonly due: string | null;
  readonly legalDate: { readonly reason: Words; readonly provisional: boolean } | null;
  readonly clause: string;
  readonly unblockedBy: readonly string[];
  readonly ifNobodyActs: Words;
  readonly overdue: boolean;
}

const PAGE = 500;

/** What waits for a post, the earliest legal date first; what has no date comes last. */
export async function inbox(
  store: Store,
  actor: Actor,
  filter: { aggregate?: string | undefined; dueBefore?: string | undefined } = {},
): Promise<InboxItem[]> {
  const reach = REACH[actor.role];
  return await behindWall(store, actor.division, async (sql) => {
    const within =
      reach === 'own-unit'
        ? sql`and (owner_unit = ${actor.unit} or holder_unit = ${actor.unit})`
        : reach === 'own-department'
          ? sql`and (owner_department = ${actor.department} or holder_unit = ${actor.department})`
          : reach === 'assigned'
            ? sql`and holder_unit = ${actor.unit}`
            : sql``;
    return await sql<InboxItem[]>`
      select aggregate, object_id as id, name, project_id as "projectId", owner_unit as unit, obligation_id as obligation, what, words, since::text, due::text,
             legal_date as "legalDate", clause, unblocked_by as "unblockedBy", if_nobody_acts as "ifNobodyActs", lapsed as overdue
      from obligation_view left join lateral (
        select name, id as project_id from project_view where project_view.stream = obligation_view.stream
        union all
        select name, project_id from project_year_view where project_year_view.stream = obligation_view.stream
        union all
        select name, project_id from evaluation_view where evaluation_view.stream = obligation_view.stream
      ) file on true
      where division = ${actor.division} and holder_role = ${actor.role} ${within}
        ${filter.aggregate === undefined ? sql`` : sql`and aggregate = ${filter.aggregate}`}
        ${filter.dueBefore === undefined ? sql`` : sql`and due::text < ${filter.dueBefore}`}
      order by due nulls last, stream, obligation_id limit ${PAGE}`;
  });
}
