import { behindWall, type Store } from '@quancheng/event-store';
import { type Refusal, refuse } from '@quancheng/kernel';
import type { DeliveryState } from './reading.ts';

/** A person's wish to have one telling sent once more; the person answers for a mail that arrives twice. */
export interface Resending {
  readonly division: string;
  readonly deliveryId: string;
  readonly by: string;
  readonly reason: string;
  readonly key: string;
}

const ENDED: readonly DeliveryState[] = ['uncertain', 'refused', 'no-address'];

/** Asked again under the same key it answers the same. What waits or was sent is not sent once more. */
export async function resendDelivery(
  store: Store,
  { division, deliveryId, by, reason, key }: Resending,
): Promise<{ deliveryId: string } | Refusal> {
  return await behindWall(store, division, async (sql) => {
    const [found] = await sql<{ state: DeliveryState; channel: string; resent_key: string | null }[]>`
      select state, channel, resend_key as resent_key from notice_deliveries
      where division = ${division} and delivery_id = ${deliveryId} for update`;
    if (found === undefined) return notFound();
    if (found.resent_key === key) return { deliveryId };
    if (!ENDED.includes(found.state)) return notEnded(found.state);
    await sql`
      update notice_deliveries set state = 'waiting', attempts = 0, next_at = clock_timestamp(), planned_at = clock_timestamp(),
        settled_at = null, answer = null, resent_by = ${by}, resend_reason = ${reason}, resend_key = ${key}
      where division = ${division} and delivery_id = ${deliveryId}`;
    return { deliveryId };
  });
}

const notFound = (): Refusal =>
  refuse({
    code: 'NOT_FOUND',
    because: { zh: '没有找到这次送达', en: 'there is no such delivery' },
    remedy: { zh: '请核对编号', en: 'check the id' },
  });

const STANDS: Readonly<Record<string, { zh: string; en: string }>> = {
  waiting: { zh: '正在等待发送，会自动重试', en: 'it waits and is tried again by itself' },
  sending: { zh: '正在发送', en: 'it is being sent' },
  sent: { zh: '已送达', en: 'it was sent' },
};

const notEnded = (state: DeliveryState): Refusal =>
  refuse({
    code: 'DELIVERY_STATE',
    because: STANDS[state] ?? { zh: state, en: state },
    remedy: {
      zh: '只有结果不明、被拒绝或无地址的送达可以重发',
      en: 'only what is uncertain, refused or without an address is sent again',
    },
  });
