import {
  type Aggregate,
  actionsFor,
  aggregates,
  type Actor,
  type AggregateName,
  evolve,
  handle,
  type StreamState,
  worldOf,
} from '@quancheng/domain';
import { isRefusal, type Refusal, toJson } from '@quancheng/kernel';
import { type CommandInput, commandOf, recordedOf, type WireEvent } from '@quancheng/ports';

/**
 * The stream as this run remembers it. It answers queries and lets a hopeless command be refused at the door; it never
 * decides what the run does next, so today's rules may differ from those a history was made under.
 */
export interface View {
  learn(events: readonly WireEvent[]): void;
  refuses(input: CommandInput): Refusal | null;
  state(): unknown;
  obligations(): unknown;
  actions(actor: Actor): unknown;
}

export function viewOf(name: AggregateName, stream: string): View {
  const aggregate: Aggregate = aggregates[name];
  let state: StreamState = aggregate.initial;
  // Should an event not fold, the run must not fail over it: the store decides alone until the code is mended.
  let readable = true;

  return {
    learn(events) {
      if (!readable) return;
      try {
        for (const event of events) state = evolve(aggregate, state, recordedOf(event));
      } catch {
        readable = false;
      }
    },
    refuses({ command, receivedAt }) {
      if (!readable) return null;
      const { actor, happenedOn } = command;
      const world = worldOf({ stream, actor, now: receivedAt, receivedAt, happenedOn });
      const answer = handle(aggregate, state, commandOf(command), world);
      return isRefusal(answer) ? answer : null;
    },
    state: () => toJson(state),
    obligations: () => toJson(aggregate.openObligations(state)),
    actions: (actor) => toJson(actionsFor(aggregate, state, actor)),
  };
}
