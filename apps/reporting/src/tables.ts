import { generationOf, type PublicEvent } from '@quancheng/contracts';
import type { Sql, TransactionSql } from 'postgres';
import { aggregateOf, type Book, emptyBook, enter, type ReportedYear } from './book.ts';

export interface Counted {
  readonly counted: number;
  readonly duplicates: number;
  /** Of a generation of the log that is over: not counted. */
  readonly outdated: number;
}

/**
 * Counts the events in one transaction with the marks that they were seen: either all of it stands or nothing, so the same
 * event, read twice, counts once. Throws what is wrong with an event, or what is wrong with the database.
 */
export async function countEvents(sql: Sql, events: readonly PublicEvent[]): Promise<Counted> {
  if (events.length === 0) return { counted: 0, duplicates: 0, outdated: 0 };
  for (const event of events) aggregateOf(event);
  return await sql.begin(async (tx) => {
    const generation = await generationWith(tx, events);
    const valid = events.filter((event) => generationOf(event) === generation);
    const fresh = valid.length === 0 ? [] : await unseen(tx, valid);
    if (fresh.length > 0) {
      const sources = [...new Set(fresh.map((event) => event.source))];
      const book = await openBook(tx, sources);
      for (const event of fresh) enter(book, event);
      await writeBook(tx, sources, book);
    }
    return {
      counted: fresh.length,
      duplicates: valid.length - fresh.length,
      outdated: events.length - valid.length,
    };
  });
}

/**
 * The generation of the log that counts, with these events. The first event of a later one says that the record was put back
 * to an earlier point: all that was counted is forgotten, for everything is told again.
 */
async function generationWith(tx: TransactionSql, events: readonly PublicEvent[]): Promise<number> {
  const newest = Math.max(...events.map(generationOf));
  const begun =
    await tx`update reporting.log set generation = ${newest} where generation < ${newest} returning 1`;
  if (begun.length > 0)
    await tx`truncate reporting.seen, reporting.streams, reporting.held, reporting.project_years`;
  // Held to the end of the transaction: nobody counts into tables that are just being emptied.
  const [{ generation }] = await tx<[{ generation: number }]>`select generation from reporting.log for share`;
  return generation;
}

/** Marks all as seen; answers those that were not, in their order. */
async function unseen(tx: TransactionSql, events: readonly PublicEvent[]): Promise<PublicEvent[]> {
  const rows = events.map(({ source, id, streamversion, globalseq }) => ({
    source,
    id,
    streamversion,
    globalseq,
  }));
  const inserted = await tx<{ source: string; id: string }[]>`
    insert into reporting.seen ${tx(rows)} on conflict do nothing returning source, id`;
  const fresh = new Set(inserted.map(({ source, id }) => `${source} ${id}`));
  return events.filter(({ source, id }) => fresh.delete(`${source} ${id}`));
}

async function openBook(tx: TransactionSql, sources: readonly string[]): Promise<Book> {
  const book = emptyBook();
  const streams = await tx<{ source: string; version: number; globalseq: string }[]>`
    select source, version, globalseq from reporting.streams where source in ${tx(sources)} order by source for update`;
  for (const { source, version, globalseq } of streams)
    book.streams.set(source, { version, globalseq: Number(globalseq) });
  const held = await tx<{ source: string; event: PublicEvent }[]>`
    select source, event from reporting.held where source in ${tx(sources)}`;
  for (const { source, event } of held) {
    book.held.set(
      source,
      (book.held.get(source) ?? new Map<number, PublicEvent>()).set(event.streamversion, event),
    );
  }
  const years = await tx<YearRow[]>`select * from reporting.project_years where source in ${tx(sources)}`;
  for (const row of years) book.years.set(row.source, reportedOf(row));
  return book;
}

async function writeBook(tx: TransactionSql, sources: readonly string[], book: Book): Promise<void> {
  const streams = [...book.streams].map(([source, at]) => ({ source, ...at }));
  if (streams.length > 0) {
    await tx`insert into reporting.streams ${tx(streams)}
      on conflict (source) do update set version = excluded.version, globalseq = excluded.globalseq`;
  }
  await tx`delete from reporting.held using reporting.streams s
    where held.source = s.source and held.streamversion <= s.version and s.source in ${tx(sources)}`;
  const held = [...book.held].flatMap(([source, events]) =>
    [...events.values()].map((event) => ({
      source,
      streamversion: event.streamversion,
      event: tx.json(event as never),
    })),
  );
  if (held.length > 0) await tx`insert into reporting.held ${tx(held)} on conflict do nothing`;
  const years = [...book.years.values()].map(rowOf);
  if (years.length > 0) {
    await tx`insert into reporting.project_years ${tx(years)}
      on conflict (source) do update set fiscal_year = excluded.fiscal_year, stage = excluded.stage,
        department = excluded.department, unit = excluded.unit, requested_fen = excluded.requested_fen,
        control_fen = excluded.control_fen, approved_fen = excluded.approved_fen, paid_fen = excluded.paid_fen,
        grade = excluded.grade, score = excluded.score, lapses = excluded.lapses, training = excluded.training`;
  }
}

type YearRow = ReturnType<typeof rowOf>;

function rowOf({ source, project, year, lapses, training }: ReportedYear) {
  return {
    source,
    project,
    fiscal_year: year.fiscalYear,
    stage: year.stage,
    department: year.department,
    unit: year.unit,
    requested_fen: year.requestedFen,
    control_fen: year.controlFen,
    approved_fen: year.approvedFen,
    paid_fen: year.paidFen,
    grade: year.grade,
    score: year.score,
    lapses,
    training,
  };
}

function reportedOf(row: YearRow): ReportedYear {
  return {
    source: row.source,
    project: row.project,
    lapses: row.lapses,
    training: row.training,
    year: {
      fiscalYear: row.fiscal_year,
      stage: row.stage,
      department: row.department,
      unit: row.unit,
      requestedFen: row.requested_fen,
      controlFen: row.control_fen,
      approvedFen: row.approved_fen,
      paidFen: row.paid_fen,
      grade: row.grade,
      score: row.score,
    },
  };
}

const TRANSIENT_NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

/** Is the database away, busy or restarting? Then the event is innocent and is tried again until it is back. */
export function isDatabaseAway(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  // SQLSTATE classes: connection, rollback (deadlock, serialization), resources, operator intervention, system.
  return TRANSIENT_NETWORK.has(code) || /^(CONNECT|CONNECTION_|08|40|53|57|58)/.test(code);
}
