import { type FollowUp, type Recorded, systemActor } from '@quancheng/domain';
import {
  type FollowUp as OwedFollowUp,
  markFollowUpDone,
  type NewFollowUp,
  pendingFollowUps,
  type Store,
} from '@quancheng/event-store';
import { type StreamId, streamIdOf, toJson } from '@quancheng/kernel';
import type { CommandInput, OutwardActivities } from '@quancheng/ports';
import { refusalIn, sendCommand } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';
import { atOnce } from './at-once.ts';
import { beating } from './beating.ts';

/** How many target streams are spoken to at once: a batch of 300 projects takes seconds, not minutes. */
const TARGETS_AT_ONCE = 8;

/** The rows that carry one event's consequences. The id makes a second delivery the same command. */
export function followUpRows(
  division: string,
  followUps: readonly FollowUp[],
  event: Recorded,
): NewFollowUp[] {
  return followUps.map((followUp, index) => {
    const id = `${event.eventId}>${index}>${followUp.type}`;
    const input: CommandInput = {
      command: {
        type: followUp.type,
        commandId: id,
        actor: systemActor(division),
        data: toJson(followUp.data),
        happenedOn: event.happenedOn,
        cause: event.eventId,
      },
      receivedAt: event.recordedAt,
    };
    const targetStream = streamIdOf({ division, aggregate: followUp.aggregate, id: followUp.id });
    return { id, sourceEvent: event.eventId, targetStream, command: toJson(input) };
  });
}

export function followUpActivities(store: Store, client: Client): OutwardActivities {
  return {
    deliverFollowUps: ({ stream }) => beating(() => deliverAll(store, client, stream as StreamId)),
  };
}

async function deliverAll(store: Store, client: Client, stream: StreamId): Promise<{ delivered: number }> {
  const pending = await pendingFollowUps(store, stream);
  const lanes = [...Map.groupBy(pending, ({ targetStream }) => targetStream).values()];
  await atOnce(TARGETS_AT_ONCE, lanes, async (lane) => {
    for (const followUp of lane) await deliver(store, client, followUp);
  });
  return { delivered: pending.length };
}

/** A refusal is the receiver's answer and is kept; only a broken machine makes the activity run again. */
async function deliver(
  store: Store,
  client: Client,
  { id, sourceStream, targetStream, command }: OwedFollowUp,
): Promise<void> {
  const answer = await sendCommand(client, targetStream, command as unknown as CommandInput).catch(
    (error: unknown) => {
      const refusal = refusalIn(error);
      if (refusal === null) throw error;
      return { outcome: 'refused', refusal };
    },
  );
  await markFollowUpDone(store, { stream: sourceStream, id, answer: toJson(answer) });
}
