export { addressNotices, type Channels, type FindHolders, type Recipient } from './address.ts';
export { type ChannelSettings, type OpenChannels, openChannels } from './channels.ts';
export type { MailSettings } from './mail.ts';
export { NOTICE_MIGRATIONS } from './migrations.ts';
export { noticesOf } from './notice.ts';
export {
  type Delivery,
  type DeliveryState,
  findNotice,
  listDeliveries,
  listNotices,
  markRead,
  type Notice,
  noticeExists,
  phoneList,
} from './reading.ts';
export { type Resending, resendDelivery } from './resend.ts';
export {
  divisionsToServe,
  doubtLeftBehind,
  type Outcome,
  type Outgoing,
  PATIENCE,
  type Patience,
  postponeChannel,
  settleDelivery,
  takeForSending,
} from './send.ts';
export { WHO_IS_TOLD } from './who-is-told.ts';
export { writeNotices } from './write.ts';
