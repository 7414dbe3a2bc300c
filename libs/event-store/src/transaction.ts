import type postgres from 'postgres';
import { ConnectionLost, type Lane } from './lanes.ts';
import type { Row, Sql } from './sql-types.ts';
import type { Store } from './store.ts';

/**
 * The division that a transaction works for. '*' reads across divisions and writes nowhere. With `below`, a reader sees in
 * addition that one division, if the tree in the database says that it is below his own; nobody writes there.
 */
export type Wall = string | { readonly own: string; readonly below: string };

export { ConnectionLost };

export type Transaction = {
  /** Statements of this transaction. They run in the order in which they were sent. */
  readonly sql: Sql;
  /** Sends a statement without waiting; the transaction commits only if it succeeds. Saves a round trip. */
  send(statement: Statement): void;
};

type Statement = postgres.PendingQuery<Row[]>;

/** One short transaction. BEGIN travels with the first statement and COMMIT with the last ones. */
export async function transact<T>(store: Store, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const lane = await store.lanes.take();
  try {
    return await inLane(lane, work);
  } finally {
    store.lanes.give(lane);
  }
}

/** Rows as one division sees them, and changes that it may make. Names the division and does the work in one round trip. */
export async function behindWall<T>(store: Store, wall: Wall, work: (sql: Sql) => Promise<T>): Promise<T> {
  return transact(store, async ({ sql, send }) => {
    if (typeof wall === 'string') send(sql`select set_config('quancheng.division', ${wall}, true)`);
    else
      send(
        sql`select set_config('quancheng.division', ${wall.own}, true), set_config('quancheng.below', ${wall.below}, true)`,
      );
    return work(sql);
  });
}

async function inLane<T>(lane: Lane, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const sql = guard(lane);
  const sent: Promise<postgres.RowList<Row[]>>[] = [];
  const send = (statement: Statement) => {
    const answer = statement.execute();
    // Looked at before the transaction ends; until then nobody awaits it, and Node ends a process for an unwatched rejection.
    answer.catch(() => {});
    sent.push(answer);
  };

  try {
    send(sql`begin`);
    const result = await work({ sql, send });
    send(sql`commit`);
    const end = (await Promise.all(sent)).at(-1);
    if (end?.command !== 'COMMIT')
      throw new Error('the transaction was rolled back: one of its statements had failed unnoticed');
    return result;
  } catch (fault) {
    if (!lane.isLost()) await sql`rollback`.catch(() => {});
    throw await firstFault(sent, fault);
  }
}

/** A statement that failed first makes all later ones fail with "transaction is aborted"; the first one says why. */
async function firstFault(sent: readonly Promise<unknown>[], thrown: unknown): Promise<unknown> {
  const outcomes = await Promise.allSettled(sent);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  return failed?.reason ?? thrown;
}

/**
 * After a loss the lane would reconnect by itself and run a late statement outside the transaction: none is begun any more, and
 * the lane drops those that were asked for before.
 */
function guard({ sql, issued, isLost }: Lane): Sql {
  const check = () => {
    if (isLost()) throw new ConnectionLost();
  };
  return new Proxy(sql, {
    apply(target, self, args) {
      check();
      const statement: unknown = Reflect.apply(target, self, args);
      issued.push(statement);
      return statement;
    },
    get(target, name) {
      if (name === 'unsafe') check();
      return Reflect.get(target, name) as unknown;
    },
  });
}
