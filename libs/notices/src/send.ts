import { behindWall, type Store } from '@quancheng/event-store';
import type { Instant, Words } from '@quancheng/kernel';

/** What a channel said of one telling. */
export type Outcome =
  | { readonly outcome: 'sent'; readonly answer: string }
  /** Said for good: this address, or this text, is not taken. */
  | { readonly outcome: 'refused'; readonly answer: string }
  /** Not taken now; certainly not delivered. `down`: the server itself is away, for everybody. */
  | { readonly outcome: 'later'; readonly answer: string; readonly down: boolean }
  /** All was handed over and no answer came: it may have arrived. */
  | { readonly outcome: 'uncertain'; readonly answer: string };

/** One telling on its way. */
export interface Outgoing {
  readonly deliveryId: string;
  readonly channel: 'mail' | 'sms';
  readonly attempts: number;
  readonly personId: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly title: Words;
  readonly text: Words;
  readonly training: boolean;
  readonly toldAt: Instant;
}

/** How patient a sender is. */
export interface Patience {
  /** The wait after the first failure; doubled each time, up to the longest. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** For so long an address is tried that is not taken for the time being. */
  readonly giveUpAfterMs: number;
  /** Longer than any sending takes: a row that says 'sending' longer was left by a process that died. */
  readonly longestSendingMs: number;
}

export const PATIENCE: Patience = {
  firstWaitMs: 15_000,
  longestWaitMs: 15 * 60_000,
  giveUpAfterMs: 3 * 24 * 3_600_000,
  longestSendingMs: 120_000,
};

/**
 * Marks the next tellings as being sent and hands them out, the longest waiting first. Nobody else gets them: whoever dies with
 * them in hand leaves them marked.
 */
export async function takeForSending(store: Store, division: string, limit: number): Promise<Outgoing[]> {
  return await behindWall(store, division, async (sql) => {
    const rows = await sql<Outgoing[]>`
      with taken as (
        select delivery_id from notice_deliveries
        where division = ${division} and state = 'waiting' and next_at <= clock_timestamp()
        order by next_at limit ${limit} for update skip locked
      ), marked as (
        update notice_deliveries set state = 'sending', attempts = attempts + 1, sending_since = clock_timestamp(), next_at = null
        where division = ${division} and delivery_id in (select delivery_id from taken)
        returning delivery_id, notice_id, person_id, channel, attempts
      )
      select delivery_id as "deliveryId", channel, attempts, marked.person_id as "personId", display_name as name,
        case channel when 'mail' then email else phone end as address, title, text, training, told_at as "toldAt"
      from marked join notices on notices.division = ${division} and notices.notice_id = marked.notice_id
        left join persons on persons.division = ${division} and persons.person_id = marked.person_id
      order by delivery_id`;
    return rows.map((row) => ({ ...row }));
  });
}

/** Keeps what the channel said. */
export async function settleDelivery(
  store: Store,
  division: string,
  { deliveryId, attempts }: Outgoing,
  said: Outcome,
  patience: Patience,
): Promise<void> {
  const answer = said.answer.slice(0, 500);
  const wait = Math.min(patience.firstWaitMs * 2 ** Math.min(attempts - 1, 20), patience.longestWaitMs);
  await behindWall(store, division, async (sql) => {
    const mine = sql`division = ${division} and delivery_id = ${deliveryId} and state = 'sending'`;
    if (said.outcome !== 'later')
      return await sql`
        update notice_deliveries set state = ${said.outcome}, answer = ${answer}, sending_since = null, settled_at = clock_timestamp()
        where ${mine}`;
    // A server that is away is waited for; an address that is not taken for days is a dead one.
    const patient = said.down
      ? sql`true`
      : sql`planned_at > clock_timestamp() - ${patience.giveUpAfterMs} * interval '1 ms'`;
    return await sql`
      update notice_deliveries set answer = ${answer}, sending_since = null,
        state = case when ${patient} then 'waiting' else 'refused' end,
        next_at = case when ${patient} then clock_timestamp() + ${wait} * interval '1 ms' end
      where ${mine}`;
  });
}

/** The server of a channel is away: what else waits for it waits as long, instead of knocking one after another. */
export async function postponeChannel(
  store: Store,
  division: string,
  channel: Outgoing['channel'],
  ms: number,
): Promise<void> {
  await behindWall(
    store,
    division,
    (sql) => sql`
      update notice_deliveries set next_at = clock_timestamp() + ${ms} * interval '1 ms'
      where division = ${division} and channel = ${channel} and state = 'waiting'
        and next_at < clock_timestamp() + ${ms} * interval '1 ms'`,
  );
}

const LEFT_BEHIND =
  '发送途中进程中断，是否送达不明 / the sending process ended on the way: it may have arrived';

/** What a dead process left marked may have been sent: it is said so, and never sent again by itself. */
export async function doubtLeftBehind(
  store: Store,
  division: string,
  { longestSendingMs }: Patience,
): Promise<void> {
  await behindWall(
    store,
    division,
    (sql) => sql`
      update notice_deliveries set state = 'uncertain', answer = ${LEFT_BEHIND}, sending_since = null, settled_at = clock_timestamp()
      where division = ${division} and state = 'sending'
        and sending_since < clock_timestamp() - ${longestSendingMs} * interval '1 ms'`,
  );
}

/** Divisions in which there is somebody to be found, something to be sent, or something left behind. */
export async function divisionsToServe(store: Store, { longestSendingMs }: Patience): Promise<string[]> {
  const rows = await behindWall(
    store,
    '*',
    (sql) => sql<{ division: string }[]>`
      select division from notices where addressed_at is null
      union
      select division from notice_deliveries where state = 'waiting' and next_at <= clock_timestamp()
      union
      select division from notice_deliveries
      where state = 'sending' and sending_since < clock_timestamp() - ${longestSendingMs} * interval '1 ms'
      order by division`,
  );
  return rows.map(({ division }) => division);
}
