import { aggregates, type AggregateName, type OpenFiles } from '@quancheng/domain';
import type { Sql } from '@quancheng/event-store';

/**
 * What is open in each unit of a division, asked inside the directory's own transaction. A file that was told of another unit
 * and has not taken it in yet counts there; a project that is finished but still owes something to its years or its
 * evaluation is not finished yet.
 */
export async function openFilesOf(sql: Sql, division: string): Promise<OpenFiles> {
  const rows = await sql<{ unit: string; aggregate: AggregateName; id: string; projectId: string }[]>`
    with told as (
      select distinct on (target_stream) target_stream as stream, command #>> '{command,data,unit}' as unit
      from follow_ups
      where division = ${division} and done_at is null and command #>> '{command,type}' = 'TakeOverUnit'
      order by target_stream, number desc
    ), open as (
      select stream, unit, 'project' as aggregate, id, id as project_id from project_view
      where division = ${division} and (stage <> all (${finalStages('project')})
        or exists (select from follow_ups where source_stream = project_view.stream and done_at is null))
      union all
      select stream, unit, 'project-year', id, project_id from project_year_view
      where division = ${division} and stage <> all (${finalStages('project-year')})
      union all
      select stream, unit, 'evaluation', id, project_id from evaluation_view
      where division = ${division} and stage <> all (${finalStages('evaluation')})
    )
    select coalesce(told.unit, open.unit) as unit, aggregate, id, project_id as "projectId"
    from open left join told using (stream) order by aggregate, id`;
  const files: Record<string, OpenFiles[string][number][]> = {};
  for (const { unit, ...file } of rows) {
    files[unit] ??= [];
    files[unit].push(file as OpenFiles[string][number]);
  }
  return files;
}

const finalStages = (name: AggregateName): string[] =>
  Object.entries(aggregates[name].stages).flatMap(([stage, { final }]) => (final === true ? [stage] : []));
