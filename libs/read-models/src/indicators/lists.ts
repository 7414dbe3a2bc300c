import type { Entry } from '@quancheng/domain';
import { behindWall, type Store } from '@quancheng/event-store';
import type { PlainDate } from '@quancheng/kernel';
import type { Place } from '../directory/lists.ts';
import { pairsOf, plainWords } from './words.ts';

export interface IndicatorFilter {
  /** Text in name, code, keywords or description. */
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly scope?: string | undefined;
  readonly industry?: string | undefined;
  readonly department?: string | undefined;
  /** Only what may be taken on that day. */
  readonly on?: PlainDate | undefined;
}

const MOST_FOUND = 100;
/** Of the pairs of characters that were asked for, so many must be there where the text itself is not. */
const PAIRS_IN_COMMON = 0.5;

/** The indicators that fit, the best first: the text as it is in the name, then anywhere, then by characters in common. */
export async function findIndicators(
  store: Store,
  { division, wall }: Place,
  { q, kind, scope, industry, department, on }: IndicatorFilter,
): Promise<{ items: Entry[]; more: boolean }> {
  const words = plainWords(q ?? '');
  const pairs = pairsOf(words);
  const rows = await behindWall(
    store,
    wall,
    (sql) => sql<{ entry: Entry }[]>`
      select entry from (
        select entry, name, code,
          case when ${words} = '' then 1
               when position(${words} in lower(name)) > 0 then 3
               when position(${words} in words) > 0 then 2
               else cardinality(array(select unnest(pairs) intersect select unnest(${pairs}::text[])))::numeric
                    / greatest(${pairs.length}, 1) end as fit
        from indicator_view
        where division = ${division}
          and (${words} = '' or pairs && ${pairs}::text[] or position(${words} in words) > 0)
          ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
          ${scope === undefined ? sql`` : sql`and scope = ${scope}`}
          ${industry === undefined ? sql`` : sql`and industry = ${industry}`}
          ${department === undefined ? sql`` : sql`and (department = ${department} or scope <> 'department')`}
          ${on === undefined ? sql`` : sql`and valid_from <= ${on} and coalesce(valid_until, 'infinity') >= ${on}`}
      ) found
      where fit >= ${PAIRS_IN_COMMON}
      order by fit desc, name collate "C", code collate "C"
      limit ${MOST_FOUND + 1}`,
  );
  const items = rows.slice(0, MOST_FOUND).map(({ entry }) => entry);
  return { items, more: rows.length > MOST_FOUND };
}

/** What one project-year aimed at with an indicator, and what its confirmed evaluation found; null while it found nothing. */
export interface PastValue {
  readonly fiscalYear: number;
  readonly projectYearId: string;
  readonly unit: string;
  readonly department: string;
  readonly name: string;
  readonly measure: string | null;
  readonly direction: string;
  readonly target: string;
  readonly actual: string | null;
  readonly met: boolean | null;
  /** Whether the goal names this indicator of the library; else name and unit of measure are the same. */
  readonly taken: boolean;
}

const MOST_PAST = 200;

/** The values of earlier years, the latest first: of goals that took the indicator, and of those that call theirs the same. */
export const pastValuesOf = (
  store: Store,
  { division, wall }: Place,
  { code, name, unit = null }: { code: string; name: string; unit?: string | null | undefined },
): Promise<PastValue[]> =>
  behindWall(store, wall, async (sql) => [
    ...(await sql<PastValue[]>`
        select fiscal_year as "fiscalYear", project_year_id as "projectYearId", unit, department, name, measure,
               direction, target, actual, met, library_id is not distinct from ${code} as taken
        from indicator_goal_view left join indicator_actual_view using (division, project_year_id, row, name)
        where division = ${division}
          and (library_id = ${code} or (name = ${name} and measure is not distinct from ${unit}))
        order by fiscal_year desc, project_year_id, row limit ${MOST_PAST}`),
  ]);

/** What the confirmed evaluation of a project-year found, by the indicator's row; empty while nothing is confirmed. */
export async function actualsOf(
  store: Store,
  { division, wall }: Place,
  projectYearId: string,
): Promise<Record<string, string>> {
  const rows = await behindWall(
    store,
    wall,
    (sql) => sql<{ row: string; actual: string }[]>`
      select row, actual from indicator_goal_view join indicator_actual_view using (division, project_year_id, row, name)
      where division = ${division} and project_year_id = ${projectYearId}`,
  );
  return Object.fromEntries(rows.map(({ row, actual }) => [row, actual]));
}

/** The indicators of these codes, as far as the library knows them. */
export async function indicatorsOf(
  store: Store,
  { division, wall }: Place,
  codes: readonly string[],
): Promise<Entry[]> {
  const rows = await behindWall(
    store,
    wall,
    (sql) => sql<{ entry: Entry }[]>`
      select entry from indicator_view where division = ${division} and code = any(${[...codes]})`,
  );
  return rows.map(({ entry }) => entry);
}
