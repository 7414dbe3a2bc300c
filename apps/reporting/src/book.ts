import {
  foldYear,
  NotAnEvent,
  parseSource,
  parseType,
  type PublicEvent,
  type YearSnapshot,
} from '@quancheng/contracts';

/** What reports know of one project-year. */
export interface ReportedYear {
  readonly source: string;
  readonly project: string;
  readonly year: YearSnapshot;
  /** Dates that passed with the duty not done. */
  readonly lapses: number;
  readonly training: boolean;
}

/** The part of the tables that some events touch, in memory for the time of one transaction. */
export interface Book {
  /** Last counted version and global number, by source. */
  readonly streams: Map<string, { version: number; globalseq: number }>;
  readonly years: Map<string, ReportedYear>;
  /** Waiting for an earlier event of their stream, by source and version. */
  readonly held: Map<string, Map<number, PublicEvent>>;
}

export const emptyBook = (): Book => ({ streams: new Map(), years: new Map(), held: new Map() });

/**
 * Counts one event that was not seen before, and whatever waited for it. An event that comes too early waits; counting it
 * would show a stage whose money is not known. Throws `NotAnEvent` when the stream already had another event at that version.
 */
export function enter(book: Book, event: PublicEvent): void {
  const counted = book.streams.get(event.source)?.version ?? 0;
  const waiting = book.held.get(event.source) ?? new Map<number, PublicEvent>();
  if (event.streamversion <= counted || waiting.has(event.streamversion)) {
    throw new NotAnEvent(`${event.source} already has another event as number ${event.streamversion}`);
  }
  book.held.set(event.source, waiting.set(event.streamversion, event));
  for (let next = waiting.get(counted + 1); next !== undefined; next = waiting.get(next.streamversion + 1)) {
    waiting.delete(next.streamversion);
    count(book, next);
  }
}

function count(book: Book, event: PublicEvent): void {
  book.streams.set(event.source, { version: event.streamversion, globalseq: event.globalseq });
  if (aggregateOf(event) !== 'project-year') return;
  const before = book.years.get(event.source);
  book.years.set(event.source, {
    source: event.source,
    project: event.partitionkey,
    year: foldYear(before?.year, event),
    lapses: (before?.lapses ?? 0) + (parseType(event.type)?.event === 'ObligationLapsed' ? 1 : 0),
    training: (before?.training ?? false) || event.training === true,
  });
}

/** Throws `NotAnEvent` on a source that is not one of ours. */
export function aggregateOf(event: PublicEvent): string {
  const parts = parseSource(event.source);
  if (parts === undefined) throw new NotAnEvent(`source ${event.source.slice(0, 200)}`);
  return parts.aggregate;
}
