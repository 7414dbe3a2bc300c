import { type Instant, instantFromEpoch } from '@quancheng/kernel';
import postgres from 'postgres';

/**
 * How database values appear in code, for every room that uses a store's `sql`: int8 as `bigint` (money in fen is stored so;
 * sequence numbers are made plain numbers where they are read), `date` as PlainDate text, `timestamptz` as Instant.
 */
const types = {
  bigint: postgres.BigInt,
  date: { to: 1082, from: [1082], serialize: (text: string) => text, parse: (text: string) => text },
  instant: { to: 1184, from: [1184], serialize: (text: string) => text, parse: instantOf },
};

export type Sql = postgres.Sql<{ bigint: bigint; date: string; instant: Instant }>;
export type Row = postgres.Row;

const JSON_OID = 114;

export type ConnectionSettings = {
  readonly max: number;
  readonly name: string;
  readonly onclose?: () => void;
  readonly maxLifetimeSeconds?: number | null;
};

export function connect(url: string, { max, name, onclose, maxLifetimeSeconds }: ConnectionSettings): Sql {
  return postgres(url, {
    max,
    types,
    onnotice: () => {},
    // Left alone the driver pauses up to 20 s after an outage; a clerk's command waits no longer than the database is away.
    backoff: () => 0.5,
    connect_timeout: 5,
    connection: { application_name: name, TimeZone: 'Asia/Shanghai' },
    ...(onclose !== undefined && { onclose }),
    ...(maxLifetimeSeconds !== undefined && { max_lifetime: maxLifetimeSeconds }),
  });
}

/** A value for a `json` column. Typed by hand: untyped, the driver would send a list as a PostgreSQL array. */
export function asJson(sql: Sql, value: unknown): postgres.Parameter<string> {
  return sql.typed(value as string, JSON_OID) as unknown as postgres.Parameter<string>;
}

/** The session's time zone is China's, but the database also knows offsets of before 1991; the epoch is exact in any case. */
function instantOf(text: string): Instant {
  return instantFromEpoch(Date.parse(text));
}
