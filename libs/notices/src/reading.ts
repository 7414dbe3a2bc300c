import { type Actor, type AggregateName, FINANCE, REACH } from '@quancheng/domain';
import { behindWall, type Store } from '@quancheng/event-store';
import type { Instant, Words } from '@quancheng/kernel';
import { deliveryIdOf } from './address.ts';

export type Channel = 'inbox' | 'mail' | 'sms';
export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'uncertain' | 'refused' | 'no-address';

export interface Notice {
  readonly id: string;
  readonly event: string;
  readonly eventType: string;
  readonly aggregate: AggregateName;
  readonly objectId: string;
  readonly role: string;
  readonly unit: string;
  readonly title: Words;
  readonly text: Words;
  readonly due: string | null;
  readonly clause: string | null;
  readonly urgent: boolean;
  readonly training: boolean;
  readonly toldAt: Instant;
  /** When the signed-in person read it. */
  readonly readAt: Instant | null;
}

type Numbered = Notice & { readonly number: bigint };

const PAGE = 50;

/** What the post from which the person acts was told, the latest first; `cursor` is the `next` of the page before. */
export async function listNotices(
  store: Store,
  actor: Actor,
  { unread = false, cursor }: { unread?: boolean; cursor?: string | undefined } = {},
): Promise<{ items: Notice[]; next: string | null }> {
  const rows = await mine(store, actor, { unread, before: cursorNumber(cursor), id: null, limit: PAGE + 1 });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    items: page.map(({ number: _, ...notice }) => notice),
    next: rows.length > PAGE && last !== undefined ? String(last.number) : null,
  };
}

/** One notice of the post from which the person acts; null where the post was told nothing of the kind. */
export async function findNotice(store: Store, actor: Actor, id: string): Promise<Notice | null> {
  const [found] = await mine(store, actor, { unread: false, before: null, id, limit: 1 });
  if (found === undefined) return null;
  const { number: _, ...notice } = found;
  return notice;
}

/** Ours are numbers; another text finds the first page, as every list's does. */
const cursorNumber = (cursor: string | undefined): string | null =>
  cursor !== undefined && /^\d{1,18}$/.test(cursor) ? cursor : null;

async function mine(
  store: Store,
  { division, role, unit, personId }: Actor,
  { unread, before, id, limit }: { unread: boolean; before: string | null; id: string | null; limit: number },
): Promise<Numbered[]> {
  // As duties are found: finance's own offices are reached wherever they sit.
  const anywhere = REACH[role] === 'whole-division';
  return await behindWall(
    store,
    division,
    (sql) => sql<Numbered[]>`
      select number, notices.notice_id as id, notices.event_id as event, event_type as "eventType", aggregate,
        object_id as "objectId", role, unit, title, text, due::text, clause, urgent, training, told_at as "toldAt",
        told.read_at as "readAt"
      from notices left join notice_deliveries as told
        on told.division = ${division} and told.event_id = notices.event_id and told.person_id = ${personId}
          and told.channel = 'inbox'
      where notices.division = ${division} and role = ${role} and (${anywhere} or unit in (${unit}, ${FINANCE}))
        and (${id}::text is null or notices.notice_id = ${id}) and (${before}::bigint is null or number < ${before})
        and (not ${unread} or told.read_at is null)
      order by number desc limit ${limit}`,
  );
}

/** Also with a reader's rights: the database lets this one thing of a notice be written so. */
export async function markRead(store: Store, { division, personId }: Actor, notice: Notice): Promise<void> {
  const delivery = deliveryIdOf(notice.event, personId, 'inbox');
  await behindWall(
    store,
    division,
    (sql) => sql`select mark_notice_read(${notice.id}, ${delivery}, ${personId})`,
  );
}

export interface Delivery {
  readonly id: string;
  readonly notice: string;
  readonly personId: string;
  readonly actingFor: string | null;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly answer: string | null;
  readonly nextAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly readAt: Instant | null;
  readonly resentBy: string | null;
  readonly resendReason: string | null;
}

/** How each person was told, or was not: of one notice, or what stands in one state. No address is shown. */
export async function listDeliveries(
  store: Store,
  division: string,
  { notice, state, cursor }: { notice?: string; state?: string | undefined; cursor?: string | undefined },
): Promise<{ items: Delivery[]; next: string | null }> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<Delivery[]>`
      select delivery_id as id, notice_id as notice, person_id as "personId", acting_for as "actingFor", channel, state,
        attempts, answer, next_at as "nextAt", settled_at as "settledAt", read_at as "readAt", resent_by as "resentBy",
        resend_reason as "resendReason"
      from notice_deliveries
      where division = ${division} and (${notice ?? null}::text is null or notice_id = ${notice ?? null})
        and (${state ?? null}::text is null or state = ${state ?? null})
        and (${cursor ?? null}::text is null or delivery_id > ${cursor ?? null})
      order by delivery_id limit ${DELIVERIES_A_PAGE + 1}`,
  );
  const items = rows.slice(0, DELIVERIES_A_PAGE).map((row) => ({ ...row }));
  return { items, next: rows.length > DELIVERIES_A_PAGE ? (items.at(-1)?.id ?? null) : null };
}

const DELIVERIES_A_PAGE = 200;

/** Whether there is such a notice at all, for those who look after the system. */
export async function noticeExists(store: Store, division: string, id: string): Promise<boolean> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql`select 1 from notices where division = ${division} and notice_id = ${id}`,
  );
  return rows.length > 0;
}

export interface PhoneRow {
  readonly name: string | null;
  readonly phone: string;
  readonly role: string;
  readonly unit: string;
  readonly text: Words;
  readonly toldAt: Instant;
}

const MOST_PHONES = 10_000;

/** Whom to call or to write to by hand about what was urgent since a day, one row a person and notice. */
export async function phoneList(store: Store, division: string, since: string): Promise<PhoneRow[]> {
  return await behindWall(
    store,
    division,
    (sql) => sql<PhoneRow[]>`
      select display_name as name, phone, role, unit, title as text, told_at as "toldAt"
      from notices join notice_deliveries as told
          on told.division = ${division} and told.notice_id = notices.notice_id and told.channel = 'inbox'
        join persons on persons.division = ${division} and persons.person_id = told.person_id
      where notices.division = ${division} and urgent and phone is not null and told_at >= ${`${since}T00:00:00+08:00`}
      order by number, told.person_id limit ${MOST_PHONES}`,
  );
}
