import type { Sql } from 'postgres';

/** Money in whole fen as digit strings; a sum over nothing known is "0". */
export interface Totals {
  readonly projectYears: number;
  readonly requestedFen: string;
  readonly approvedFen: string;
  readonly paidFen: string;
  readonly lapses: number;
  readonly training: number;
}

export interface Summary {
  readonly fiscalYear: number | null;
  readonly total: Totals;
  readonly byStage: readonly ({ readonly stage: string } & Totals)[];
  readonly byDepartment: readonly ({ readonly department: string | null } & Totals)[];
  readonly byGrade: readonly ({ readonly grade: string | null } & Totals)[];
  readonly byFiscalYear: readonly ({ readonly fiscalYear: number } & Totals)[];
  /** Streams with an event missing: their figures stand still until it comes. */
  readonly openGaps: number;
}

type Row = Totals & {
  dimension: number;
  stage: string | null;
  department: string | null;
  grade: string | null;
  fiscalYear: number | null;
};

/** The bits of `grouping`: a 0 marks the column that a row is grouped by. */
const BY = { stage: 0b0111, department: 0b1011, grade: 0b1101, fiscalYear: 0b1110, nothing: 0b1111 } as const;

/** All figures from one reading of the table, so that they agree with each other. */
export async function summaryOf(sql: Sql, fiscalYear: number | null): Promise<Summary> {
  const rows = await sql<Row[]>`
    select grouping(stage, department, grade, fiscal_year) as dimension, stage, department, grade, fiscal_year as "fiscalYear",
      count(*)::int as "projectYears",
      coalesce(sum(requested_fen), 0)::text as "requestedFen",
      coalesce(sum(approved_fen), 0)::text as "approvedFen",
      coalesce(sum(paid_fen), 0)::text as "paidFen",
      coalesce(sum(lapses), 0)::int as lapses,
      count(*) filter (where training)::int as training
    from reporting.project_years
    where ${fiscalYear}::int is null or fiscal_year = ${fiscalYear}
    group by grouping sets ((stage), (department), (grade), (fiscal_year), ())
    order by stage, department, grade, fiscal_year`;
  const [gaps] = await sql<{ open: number }[]>`select count(*)::int as open from reporting.gaps`;
  const grouped = (dimension: number) => rows.filter((row) => row.dimension === dimension);
  return {
    fiscalYear,
    total: grouped(BY.nothing).map(totalsOf)[0] ?? NOTHING,
    byStage: grouped(BY.stage).map((row) => ({ stage: row.stage ?? '', ...totalsOf(row) })),
    byDepartment: grouped(BY.department).map((row) => ({ department: row.department, ...totalsOf(row) })),
    byGrade: grouped(BY.grade).map((row) => ({ grade: row.grade, ...totalsOf(row) })),
    byFiscalYear: grouped(BY.fiscalYear).map((row) => ({
      fiscalYear: row.fiscalYear ?? 0,
      ...totalsOf(row),
    })),
    openGaps: gaps?.open ?? 0,
  };
}

const NOTHING: Totals = {
  projectYears: 0,
  requestedFen: '0',
  approvedFen: '0',
  paidFen: '0',
  lapses: 0,
  training: 0,
};

function totalsOf({ projectYears, requestedFen, approvedFen, paidFen, lapses, training }: Row): Totals {
  return { projectYears, requestedFen, approvedFen, paidFen, lapses, training };
}
