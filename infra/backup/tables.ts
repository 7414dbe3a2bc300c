import type { Sql } from '@quancheng/event-store';

/** What this program keeps beside its rows, and never copies: the list of what the schema is made of. */
const SCHEMA_LIST = 'migrations';

export interface Table {
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * Every table of every room, with the columns that hold data of their own. The reports' schema is not among them: reports
 * are counted from Kafka, and Kafka is filled from the store.
 */
export async function tablesIn(sql: Sql): Promise<Table[]> {
  const rows = await sql<{ table: string; columns: string[] }[]>`
    select relname as table, array_agg(attname order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> ${SCHEMA_LIST}
      and attnum > 0 and not attisdropped and attgenerated = ''
    group by relname order by relname`;
  return rows.map(({ table, columns }) => ({ table, columns }));
}

export interface Sequence {
  readonly sequence: string;
  readonly last: string | null;
}

export async function sequencesIn(sql: Sql): Promise<Sequence[]> {
  const rows = await sql<{ sequence: string; last: string | null }[]>`
    select sequencename as sequence, last_value::text as last from pg_sequences where schemaname = 'public' order by 1`;
  return rows.map(({ sequence, last }) => ({ sequence, last }));
}

export interface Migration {
  readonly room: string;
  readonly number: number;
  readonly checksum: string;
}

export async function migrationsIn(sql: Sql): Promise<Migration[]> {
  const rows = await sql<Migration[]>`select room, number, checksum from migrations order by room, number`;
  return rows.map(({ room, number, checksum }) => ({ room, number, checksum }));
}
