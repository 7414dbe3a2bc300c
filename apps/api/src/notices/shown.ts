import type { Actor } from '@quancheng/domain';
import type { Delivery, DeliveryState } from '@quancheng/notices';
import type { Words } from '@quancheng/kernel';

/** Who sees how every notice went, besides those whom it tells. */
const LOOKING_AFTER = ['administrator', 'finance-performance', 'supervision', 'audit'];
export const looksAfterNotices = ({ role }: Actor): boolean => LOOKING_AFTER.includes(role);

/** Names and numbers go out of the house on this list. */
const CALLING = ['administrator', 'finance-performance'];
export const mayCallPeople = ({ role }: Actor): boolean => CALLING.includes(role);

const STATES: Readonly<Record<DeliveryState, Words>> = {
  waiting: { zh: '待发送', en: 'waits to be sent' },
  sending: { zh: '发送中', en: 'being sent' },
  sent: { zh: '已送达', en: 'sent' },
  uncertain: { zh: '是否送达不明', en: 'may have arrived' },
  refused: { zh: '被拒绝', en: 'refused' },
  'no-address': { zh: '无地址', en: 'no address is known' },
};
const CHANNELS: Readonly<Record<Delivery['channel'], Words>> = {
  inbox: { zh: '站内通知', en: 'inbox' },
  mail: { zh: '邮件', en: 'mail' },
  sms: { zh: '短信', en: 'short message' },
};

export const DELIVERY_STATES = Object.keys(STATES);

export function shownDelivery(delivery: Delivery) {
  return {
    ...delivery,
    channelTitle: CHANNELS[delivery.channel],
    stateTitle: STATES[delivery.state],
    links: { resend: `/api/notice-deliveries/${delivery.id}/resend` },
  };
}
