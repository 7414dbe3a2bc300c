import { connect, type Sql } from './sql-types.ts';

/**
 * A connection that one transaction at a time may use, and that is given up once it was lost. A pool of our own, because the
 * driver's transactions cost one more round trip (BEGIN is awaited: 3,900 against 4,400 appends/s) and, when a connection is
 * lost, send the next statement into a null socket, which ends the process.
 */
export type Lane = {
  readonly sql: Sql;
  readonly isLost: () => boolean;
  /** What the transaction at work has asked for. */
  readonly issued: unknown[];
};

export type Lanes = {
  take(): Promise<Lane>;
  give(lane: Lane): void;
  end(): Promise<void>;
};

export function openLanes(url: string, { max, name }: { max: number; name: string }): Lanes {
  const all = new Set<Lane>();
  const open = () => {
    const lane = openLane(url, name);
    all.add(lane);
    return lane;
  };
  const free = Array.from({ length: max }, open);
  const waiting: ((lane: Lane) => void)[] = [];
  /** The driver would connect again, and answer the BEGIN of the next transaction with the error that ended the last one. */
  const whole = (lane: Lane) => {
    if (!lane.isLost()) return lane;
    all.delete(lane);
    void lane.sql.end({ timeout: 0 });
    return open();
  };
  return {
    async take() {
      // The lane used last comes first: it is connected and has its statements prepared.
      const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
      return whole(lane);
    },
    give(lane) {
      lane.issued.length = 0;
      const next = waiting.shift();
      if (next === undefined) free.push(lane);
      else next(lane);
    },
    async end() {
      await Promise.all([...all].map(({ sql }) => sql.end({ timeout: 5 })));
    },
  };
}

function openLane(url: string, name: string): Lane {
  let isLost = false;
  const issued: unknown[] = [];
  const sql = connect(url, {
    max: 1,
    name,
    // The driver renews old connections when they are idle, and a transaction that is thinking looks idle to it.
    maxLifetimeSeconds: null,
    onclose: () => {
      isLost = true;
      for (const statement of issued.splice(0)) drop(statement);
    },
  });
  return { sql, isLost: () => isLost, issued };
}

/** The connection went away inside a transaction, so the database rolled it back or its end is unknown. Try again as a whole. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  constructor() {
    super('the connection to the database was lost inside a transaction');
  }
}

/** A statement as the driver keeps it: `state` is the connection that it was sent to. */
type Statement = {
  readonly executed: boolean;
  readonly state: unknown;
  reject(fault: unknown): void;
  cancel(): void;
};

/**
 * Behind a statement that the server has yet to describe the driver holds the others back, and when the connection is lost it
 * runs them one by one on the next: outside the transaction, each committed by itself. They are taken out before it connects.
 * What was sent between the error of a connection and its end the driver forgets: whoever waits for it is told here.
 */
function drop(issued: unknown): void {
  const statement = issued as Statement;
  if (statement.executed !== true) return;
  // One that has its answer keeps it.
  statement.reject(new ConnectionLost());
  if (statement.state === null) statement.cancel();
}
