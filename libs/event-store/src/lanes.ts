import { connect, type Sql } from './sql-types.ts';

/**
 * A connection that one transaction at a time may use. A pool of our own, because the driver's transactions cost one more round trip
 * (BEGIN is awaited: 3,900 against 4,400 appends/s) and, when a connection is lost, send the next statement into a null socket,
 * which ends the process; or, reconnected, outside any transaction. A lane knows how often it was lost.
 */
export type Lane = { readonly sql: Sql; readonly losses: () => number };

export type Lanes = {
  take(): Promise<Lane>;
  give(lane: Lane): void;
  end(): Promise<void>;
};

export function openLanes(url: string, { max, name }: { max: number; name: string }): Lanes {
  const free = Array.from({ length: max }, () => openLane(url, name));
  const all = [...free];
  const waiting: ((lane: Lane) => void)[] = [];
  return {
    async take() {
      // The lane used last comes first: it is connected and has its statements prepared.
      return free.pop() ?? new Promise<Lane>((resolve) => waiting.push(resolve));
    },
    give(lane) {
      const next = waiting.shift();
      if (next === undefined) free.push(lane);
      else next(lane);
    },
    async end() {
      await Promise.all(all.map(({ sql }) => sql.end({ timeout: 5 })));
    },
  };
}

function openLane(url: string, name: string): Lane {
  let losses = 0;
  const sql = connect(url, {
    max: 1,
    name,
    // The driver renews old connections when they are idle, and a transaction that is thinking looks idle to it.
    maxLifetimeSeconds: null,
    onclose: () => {
      losses += 1;
    },
  });
  return { sql, losses: () => losses };
}
