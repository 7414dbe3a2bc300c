import { behindWall, type Store, type Wall } from '@quancheng/event-store';
import type { AggregateName, StreamState } from '@quancheng/domain';
import type { Projection, StreamChange } from '../projection.ts';

/** What every list can be narrowed by; a list ignores what its files do not have. */
export interface ListFilter {
  readonly stage?: string;
  readonly unit?: string;
  readonly department?: string;
  readonly fiscalYear?: number;
  readonly projectId?: string;
  /** Only files with a duty whose date has passed. */
  readonly late?: boolean;
  /** Text in the name or the id. */
  readonly q?: string;
}

/** A line of a list. Money under names ending in `Fen` is bigint. */
export interface ListItem {
  readonly id: string;
  readonly stage: string;
  readonly unit: string;
  readonly department: string;
  readonly [column: string]: unknown;
}

export interface Page {
  readonly items: readonly ListItem[];
  /** Give it back for the next page; null on the last one. */
  readonly next: string | null;
}

type Column = string | number | bigint | boolean | readonly string[] | null;

const PAGE = 100;

/**
 * One table of files: its projection and its list. `columns` reads a state; null while the stream has no file yet.
 */
export function fileList<S extends StreamState>(given: {
  name: string;
  aggregate: AggregateName;
  table: string;
  version: number;
  columns: (state: S) => ({ unit: string; department: string } & Record<string, Column>) | null;
}): {
  projection: Projection;
  list: (store: Store, division: string, filter: ListFilter, cursor?: string, wall?: Wall) => Promise<Page>;
} {
  const projection: Projection = {
    name: given.name,
    version: given.version,
    write: (sql, change) => {
      const own = change.aggregate === given.aggregate ? given.columns(change.state as S) : null;
      if (own === null) return Promise.resolve();
      const row = { ...common(change, given.version), ...own };
      return sql`
        insert into ${sql(given.table)} ${sql(row)}
        on conflict (stream) do update set ${sql(row)}`;
    },
  };
  const list = async (
    store: Store,
    division: string,
    filter: ListFilter,
    cursor?: string,
    wall: Wall = division,
  ): Promise<Page> =>
    await behindWall(store, wall, async (sql) => {
      const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString();
      const hasYear = given.table === 'project_year_view' || given.table === 'budget_year_view';
      const hasLate = given.table === 'project_year_view';
      const hasProject = given.table === 'evaluation_view';
      const hasName = given.table !== 'budget_year_view';
      const like = `%${(filter.q ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
      const rows = await sql`
        select * from ${sql(given.table)}
        where division = ${division} and id > ${after}
          ${filter.stage === undefined ? sql`` : sql`and stage = ${filter.stage}`}
          ${filter.unit === undefined ? sql`` : sql`and unit = ${filter.unit}`}
          ${filter.department === undefined ? sql`` : sql`and department = ${filter.department}`}
          ${filter.fiscalYear === undefined || !hasYear ? sql`` : sql`and fiscal_year = ${filter.fiscalYear}`}
          ${filter.projectId === undefined || !hasProject ? sql`` : sql`and project_id = ${filter.projectId}`}
          ${filter.late !== true || !hasLate ? sql`` : sql`and overdue`}
          ${filter.q === undefined || !hasName ? sql`` : sql`and (name ilike ${like} or id ilike ${like})`}
        order by id limit ${PAGE + 1}`;
      const items = rows.slice(0, PAGE).map(itemOf);
      const last = items.at(-1);
      return { items, next: rows.length > PAGE && last ? Buffer.from(last.id).toString('base64url') : null };
    });
  return { projection, list };
}

function common(change: StreamChange, projectionVersion: number) {
  return {
    stream: change.stream,
    division: change.division,
    id: change.id,
    stream_version: change.version,
    projection_version: projectionVersion,
    stage: change.state.stage,
    updated_at: change.recordedAt,
  };
}

/** snake_case columns under the names the rest of the code uses. */
function itemOf(row: Record<string, unknown>): ListItem {
  const named = Object.entries(row).map(([column, value]) => [
    column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(named) as ListItem;
}
