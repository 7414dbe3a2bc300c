import { GENESIS, linkHash } from './chain.ts';
import { commitmentOf } from './event.ts';
import { type FeedHead, feedHead } from './feed.ts';
import type { Store } from './store.ts';
import { behindWall } from './transaction.ts';

export type ChainFault =
  | 'number-missing'
  | 'event-missing'
  | 'event-changed'
  | 'hash-changed'
  /** The chain ends before, or ends otherwise than, the head that somebody noted elsewhere. */
  | 'head-differs';

export type ChainReport =
  | {
      readonly intact: true;
      readonly checked: number /** Events whose content was withheld: their commitment was checked, their content cannot be. */;
      readonly withheld: number;
      readonly head: FeedHead;
    }
  | { readonly intact: false; readonly firstBroken: number; readonly fault: ChainFault };

export type ChainQuestion = {
  /** First number to check, default 1. The hash before it is taken as given. */
  readonly from?: number;
  /** A head noted outside the database. Without it the head row of the store itself is compared, which an owner could have rewritten with the rest. */
  readonly expectedHead?: FeedHead;
};

type Linked = {
  seq: bigint;
  hash: Buffer;
  event_id: string;
  stream: string | null;
  version: number;
  type: string;
  data: string | null;
  meta: string;
  salt: Buffer | null;
  commitment: Buffer;
  happened_on: string;
  recorded_at: string;
  training: boolean;
};

const PAGE = 1000;

/** Recomputes the chain and says the first number at which it is broken. For the sequencer's role, or the owner: they see all divisions. */
export async function verifyChain(
  store: Store,
  { from = 1, expectedHead }: ChainQuestion = {},
): Promise<ChainReport> {
  const before = await hashBefore(store, from);
  if (before === undefined) return broken(from - 1, 'number-missing');
  const head = expectedHead ?? (await feedHead(store));

  let previous: FeedHead = before;
  let withheld = 0;
  for (;;) {
    const page = await readPage(store, previous.seq);
    for (const row of page) {
      const fault = faultOf(row, previous);
      if (fault !== undefined) return fault;
      previous = { seq: Number(row.seq), hash: row.hash.toString('hex') };
      if (row.data === null) withheld += 1;
      if (previous.seq === head.seq && previous.hash !== head.hash) return broken(head.seq, 'head-differs');
    }
    if (page.length < PAGE) break;
  }
  // The store may have grown past the head since that was read, never the other way round.
  if (previous.seq < head.seq) return broken(previous.seq + 1, 'head-differs');
  return { intact: true, checked: previous.seq - before.seq, withheld, head: previous };
}

function faultOf(row: Linked, previous: FeedHead): ChainReport | undefined {
  const seq = previous.seq + 1;
  if (Number(row.seq) !== seq) return broken(seq, 'number-missing');
  if (row.stream === null) return broken(seq, 'event-missing');
  if (contentOf(row)?.equals(row.commitment) === false) return broken(seq, 'event-changed');
  const hash = linkHash(Buffer.from(previous.hash, 'hex'), {
    seq,
    eventId: row.event_id,
    commitment: row.commitment,
  });
  return hash.equals(row.hash) ? undefined : broken(seq, 'hash-changed');
}

/** The commitment that the stored content gives; undefined when the content is withheld. */
function contentOf(row: Linked): Buffer | undefined {
  const { stream, data, salt } = row;
  if (data === null) return undefined;
  if (stream === null || salt === null) return Buffer.alloc(0);
  const { version, type, meta, training } = row;
  return commitmentOf(salt, {
    stream,
    version,
    type,
    data,
    meta,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    training,
  });
}

async function readPage(store: Store, afterSeq: number): Promise<Linked[]> {
  return behindWall(
    store,
    '*',
    (sql) => sql<Linked[]>`
      select seq, hash, event_id, stream, version, type, data, meta, salt, commitment, happened_on, recorded_at, training
      from feed left join events using (event_id) where seq > ${afterSeq} order by seq limit ${PAGE}`,
  );
}

async function hashBefore(store: Store, from: number): Promise<FeedHead | undefined> {
  if (from <= 1) return { seq: 0, hash: GENESIS.toString('hex') };
  const [row] = await behindWall(
    store,
    '*',
    (sql) => sql<{ hash: Buffer }[]>`select hash from feed where seq = ${from - 1}`,
  );
  return row && { seq: from - 1, hash: row.hash.toString('hex') };
}

function broken(firstBroken: number, fault: ChainFault): ChainReport {
  return { intact: false, firstBroken, fault };
}
