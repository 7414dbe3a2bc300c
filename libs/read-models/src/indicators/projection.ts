import type { Entry, EvaluationState, IndicatorLibraryState, ProjectYearState } from '@quancheng/domain';
import { asJson, type Sql } from '@quancheng/event-store';
import { fileList } from '../files/file-list.ts';
import type { Projection, StreamChange } from '../projection.ts';
import { pairsOf, plainWords } from './words.ts';

const VERSION = 1;

/** The library's own line in the lists: one a division. */
export const indicatorLibraries = fileList<IndicatorLibraryState>({
  name: 'indicator-libraries',
  aggregate: 'indicator-library',
  table: 'indicator_library_view',
  version: VERSION,
  columns: (state) =>
    state.stage === 'none'
      ? null
      : { unit: '', department: '', name: '绩效指标库', indicators: Object.keys(state.indicators).length },
});

/** The indicators for the search; and what goals aimed at and evaluations found, as the past values of each. */
export const indicators: Projection = {
  name: 'indicators',
  version: VERSION,
  write: (sql, change) => {
    switch (change.aggregate) {
      case 'indicator-library':
        return writeLibrary(sql, change);
      case 'project-year':
        return writeGoal(sql, change);
      case 'evaluation':
        return writeActuals(sql, change);
      default:
        return Promise.resolve();
    }
  },
};

function writeLibrary(sql: Sql, { division, state }: StreamChange): Promise<unknown> {
  const library = state as IndicatorLibraryState;
  if (library.stage === 'none') return Promise.resolve();
  const rows = Object.values(library.indicators).map((entry) => ({ division, ...rowOf(entry) }));
  return Promise.all([
    sql`delete from indicator_view where division = ${division}`,
    insert(sql, 'indicator_view', rows),
  ]);
}

function rowOf(entry: Entry) {
  const { code, scope, industry, department, kind, name, unit, validFrom, validUntil } = entry;
  const searched = [code, name, entry.keywords, entry.content, entry.levelTwo, industry].filter(
    (text) => text !== undefined,
  );
  return {
    code,
    scope,
    industry: industry ?? null,
    department: department ?? null,
    kind,
    name,
    measure: unit ?? null,
    valid_from: validFrom,
    valid_until: validUntil ?? null,
    words: plainWords(searched.join('')),
    pairs: [...new Set(searched.flatMap(pairsOf))],
    entry,
  };
}

/** A goal is past experience once it is approved; before, it is a wish. */
function writeGoal(sql: Sql, { division, id, state }: StreamChange): Promise<unknown> {
  const year = state as ProjectYearState;
  if (year.stage === 'none' || year.approvedFen === null || year.goal === null) return Promise.resolve();
  const { fiscalYear, unit, department } = year.identity;
  const rows = year.goal.indicators.map((indicator) => ({
    division,
    project_year_id: id,
    row: indicator.row,
    fiscal_year: fiscalYear,
    unit,
    department,
    library_id: indicator.libraryId ?? null,
    name: indicator.name,
    measure: indicator.unit ?? null,
    direction: indicator.direction,
    target: indicator.target,
  }));
  return Promise.all([
    sql`delete from indicator_goal_view where division = ${division} and project_year_id = ${id}`,
    insert(sql, 'indicator_goal_view', rows),
  ]);
}

/** Only an evaluation of one single year says what that year reached. */
function writeActuals(sql: Sql, { division, id, state }: StreamChange): Promise<unknown> {
  const evaluation = state as EvaluationState;
  if (evaluation.stage !== 'confirmed') return Promise.resolve();
  const [year, ...others] = evaluation.object.projectYears;
  if (year === undefined || others.length > 0) return Promise.resolve();
  const rows = evaluation.report.sheet.lines.flatMap(({ row, name, actual, met, partOf }) =>
    actual === null || partOf !== null
      ? []
      : [{ division, project_year_id: year, row, evaluation_id: id, name, actual, met }],
  );
  return Promise.all([
    sql`delete from indicator_actual_view where division = ${division} and project_year_id = ${year}`,
    insert(sql, 'indicator_actual_view', rows),
  ]);
}

/** One text with all rows; a row that a paper names twice counts once. */
const insert = (sql: Sql, table: string, rows: readonly object[]): Promise<unknown> =>
  sql`insert into ${sql(table)}
      select * from json_populate_recordset(null::${sql(table)}, ${asJson(sql, rows as never)})
      on conflict do nothing`;
