import type { Store } from '@quancheng/event-store';
import {
  addressNotices,
  type ChannelSettings,
  divisionsToServe,
  doubtLeftBehind,
  type OpenChannels,
  openChannels,
  type Outcome,
  type Outgoing,
  PATIENCE,
  type Patience,
  postponeChannel,
  resendDelivery,
  settleDelivery,
  takeForSending,
} from '@quancheng/notices';
import type { NoticeSteps, NoticeWork } from '@quancheng/ports';
import { beginDelivery } from '@quancheng/ports/client';
import { holdersOf } from '@quancheng/read-models';
import type { Client } from '@temporalio/client';
import { atOnce } from '../at-once.ts';
import { beating } from '../beating.ts';

/** How long one piece of work lasts. */
const PIECE_MS = 3_000;
const TAKEN_AT_ONCE = 20;
const SENT_AT_ONCE = 4;

/** What reaches people outside, and how patient it is. */
export interface NoticeSettings extends ChannelSettings {
  readonly patience?: Partial<Patience>;
}

interface Hands {
  readonly store: Store;
  readonly channels: OpenChannels;
  readonly patience: Patience;
}

export function noticeActivities(store: Store, settings: NoticeSettings): NoticeSteps & NoticeWork {
  const hands = { store, channels: openChannels(settings), patience: patienceOf(settings) };
  return {
    resendNotice: (request) => resendDelivery(store, request),
    deliverNotices: ({ division }) => beating(() => deliver(hands, division)),
  };
}

/** Begins the delivery in every division that has something to deliver. */
export async function serveDivisions(store: Store, client: Client, settings: NoticeSettings): Promise<void> {
  const divisions = await divisionsToServe(store, patienceOf(settings));
  for (const division of divisions) await beginDelivery(client, division);
}

const patienceOf = ({ patience }: NoticeSettings): Patience => ({ ...PATIENCE, ...patience });

async function deliver(hands: Hands, division: string): Promise<{ more: boolean }> {
  const { store, channels, patience } = hands;
  const inUse = { mail: channels.mail !== null, sms: channels.sms !== null };
  const until = Date.now() + PIECE_MS;
  await doubtLeftBehind(store, division, patience);
  do {
    const addressed = await addressNotices(store, division, inUse, holdersOf);
    const taken = await takeForSending(store, division, TAKEN_AT_ONCE);
    if (addressed === 0 && taken.length === 0) return { more: false };
    await atOnce(SENT_AT_ONCE, taken, (telling) => tell(hands, division, telling));
  } while (Date.now() < until);
  return { more: true };
}

async function tell(
  { store, channels, patience }: Hands,
  division: string,
  telling: Outgoing,
): Promise<void> {
  const said = await saidOf(channels, telling);
  await settleDelivery(store, division, telling, said, patience);
  if (said.outcome === 'later' && said.down)
    await postponeChannel(store, division, telling.channel, patience.firstWaitMs);
}

/** An address that was erased since, and a channel that is no longer in use, are answers too. */
async function saidOf(channels: OpenChannels, telling: Outgoing): Promise<Outcome> {
  const channel = channels[telling.channel];
  const { address } = telling;
  if (address === null)
    return { outcome: 'refused', answer: '没有可用的地址 / there is no address of this person' };
  if (channel === null)
    return { outcome: 'later', answer: '该渠道未启用 / the channel is not in use', down: true };
  return await channel.send({ ...telling, address });
}
