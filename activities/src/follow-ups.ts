import { type FollowUp, type Recorded, systemActor } from '@quancheng/domain';
import { type NewFollowUp, owedStreams, type Store } from '@quancheng/event-store';
import { type StreamId, streamIdOf, toJson } from '@quancheng/kernel';
import type { CommandInput, OutwardActivities } from '@quancheng/ports';
import { tellOfMail } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';
import { atOnce } from './at-once.ts';
import { beating } from './beating.ts';

/** How many streams are told at once: a batch of 300 projects takes seconds, not minutes. */
const TARGETS_AT_ONCE = 8;

/** The rows that carry one event's consequences. The id names event and command: recording it again changes nothing. */
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
    announce: ({ stream }) =>
      beating(async () => {
        const streams = await owedStreams(store, stream as StreamId);
        await atOnce(TARGETS_AT_ONCE, streams, (target) => tellOfMail(client, target));
        return { told: streams.length };
      }),
  };
}
