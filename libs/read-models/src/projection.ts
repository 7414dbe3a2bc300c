import type { AggregateName, Obligation, StreamState } from '@quancheng/domain';
import type { Instant } from '@quancheng/kernel';
import type { Sql } from '@quancheng/event-store';

/** A stream after one append: everything a projection may show of it. */
export interface StreamChange {
  readonly stream: string;
  readonly division: string;
  readonly aggregate: AggregateName;
  readonly id: string;
  readonly version: number;
  readonly state: StreamState;
  readonly obligations: readonly Obligation[];
  readonly recordedAt: Instant;
}

/**
 * One picture of the streams for reading. Its rows are replaced in the append transaction, from the state alone, so that
 * a rebuild from the events gives the same rows; `version` says by which code a row was written.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  /** Sends its statements without awaiting one by one: they travel to the server together. */
  readonly write: (sql: Sql, change: StreamChange) => Promise<unknown>;
}
