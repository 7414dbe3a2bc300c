import type { Role } from '@quancheng/domain';
import { asJson, behindWall, type Sql, type Store } from '@quancheng/event-store';
import { dateOf, type Instant, type PlainDate } from '@quancheng/kernel';
import { idOf } from './notice.ts';

/** Somebody who answers for a post, as the directory names him. */
export interface Recipient {
  readonly personId: string;
  readonly actingFor: string | null;
}

export interface PostOnDay {
  readonly division: string;
  readonly role: Role;
  readonly unit: string;
  readonly on: PlainDate;
}

export type FindHolders = (sql: Sql, post: PostOnDay) => Promise<readonly Recipient[]>;

/** The channels that are in use here, besides the inbox, which always is. */
export interface Channels {
  readonly mail: boolean;
  readonly sms: boolean;
}

interface Unaddressed {
  readonly notice_id: string;
  readonly event_id: string;
  readonly role: Role;
  readonly unit: string;
  readonly urgent: boolean;
  readonly told_at: Instant;
}

interface Planned {
  readonly notice: Unaddressed;
  readonly recipient: Recipient;
  readonly channel: 'inbox' | 'mail' | 'sms';
}

const AT_ONCE = 100;

/**
 * Finds the persons of the notices that wait longest, on the business day of their events, and plans one telling a person and
 * channel. Where nobody holds the post the notice stays with the post alone. Answers how many notices there were.
 */
export async function addressNotices(
  store: Store,
  division: string,
  channels: Channels,
  holdersOf: FindHolders,
): Promise<number> {
  return await behindWall(store, division, async (sql) => {
    const waiting = await sql<Unaddressed[]>`
      select notice_id, event_id, role, unit, urgent, told_at from notices
      where division = ${division} and addressed_at is null order by number limit ${AT_ONCE} for update skip locked`;
    if (waiting.length === 0) return 0;
    const holders = await holdersByPost(sql, division, waiting, holdersOf);
    const planned = waiting.flatMap((notice) =>
      (holders.get(postOnDay(notice)) ?? []).flatMap((recipient) =>
        channelsOf(notice, channels).map((channel): Planned => ({ notice, recipient, channel })),
      ),
    );
    if (planned.length > 0) await plan(sql, division, planned);
    await sql`
      update notices set addressed_at = clock_timestamp()
      where division = ${division} and notice_id = any(${waiting.map((one) => one.notice_id)})`;
    return waiting.length;
  });
}

const postOnDay = ({ role, unit, told_at }: Unaddressed): string => `${role} ${unit} ${dateOf(told_at)}`;

async function holdersByPost(
  sql: Sql,
  division: string,
  waiting: readonly Unaddressed[],
  holdersOf: FindHolders,
): Promise<Map<string, readonly Recipient[]>> {
  const posts = new Map(waiting.map((one) => [postOnDay(one), one]));
  const found = new Map<string, readonly Recipient[]>();
  for (const [key, { role, unit, told_at: toldAt }] of posts)
    found.set(key, await holdersOf(sql, { division, role, unit, on: dateOf(toldAt) }));
  return found;
}

const channelsOf = ({ urgent }: Unaddressed, { mail, sms }: Channels): Planned['channel'][] => [
  'inbox',
  ...(mail ? (['mail'] as const) : []),
  ...(sms && urgent ? (['sms'] as const) : []),
];

/** Whoever holds two of the posts that an event tells is told once. An inbox row is delivered by being there. */
async function plan(sql: Sql, division: string, planned: readonly Planned[]): Promise<void> {
  const rows = planned.map(({ notice, recipient, channel }) => ({
    delivery_id: deliveryIdOf(notice.event_id, recipient.personId, channel),
    notice_id: notice.notice_id,
    event_id: notice.event_id,
    person_id: recipient.personId,
    acting_for: recipient.actingFor,
    channel,
  }));
  await sql`
    insert into notice_deliveries
      (division, delivery_id, notice_id, event_id, person_id, acting_for, channel, state, next_at, settled_at)
    select ${division}, delivery_id, notice_id, event_id, given.person_id, acting_for, channel,
      case when channel = 'inbox' then 'sent' when address is null then 'no-address' else 'waiting' end,
      case when channel <> 'inbox' and address is not null then clock_timestamp() end,
      case when channel = 'inbox' then clock_timestamp() end
    from json_to_recordset(${asJson(sql, rows)}) as given
        (delivery_id text, notice_id text, event_id uuid, person_id text, acting_for text, channel text)
      left join persons on persons.division = ${division} and persons.person_id = given.person_id
      cross join lateral (select case channel when 'mail' then email when 'sms' then phone end) as reached (address)
    on conflict do nothing`;
}

/** Also the name of the mail itself: whoever gets it twice sees that it is one. */
export const deliveryIdOf = (eventId: string, personId: string, channel: string): string =>
  idOf('D', eventId, personId, channel);
