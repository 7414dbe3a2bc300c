import type { LibraryRequest } from '@quancheng/domain';
import type { Sql } from '@quancheng/event-store';

/**
 * What the project library holds beside one project-year: the other requests of its department in that year, and the other
 * years of its project. What was withdrawn, blocked or terminated asks for nothing any more.
 */
export async function libraryBeside(sql: Sql, stream: string): Promise<LibraryRequest[]> {
  return await sql<LibraryRequest[]>`
    select other.project_id as "projectId", other.name as "projectName", other.fiscal_year as "fiscalYear",
      other.unit, other.requested_fen as "requestedFen", other.policy_numbers as "policyNumbers"
    from project_year_view own
    join project_year_view other on other.division = own.division and other.stream <> own.stream
      and ((other.department = own.department and other.fiscal_year = own.fiscal_year)
        or other.project_id = own.project_id)
    where own.stream = ${stream} and other.stage not in ('withdrawn', 'blocked', 'terminated')
    order by other.id`;
}
