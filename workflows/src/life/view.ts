import { type Actor, actionsFor, type AggregateName, aggregates, fold } from '@quancheng/domain';
import { type Json, toJson } from '@quancheng/kernel';
import { recordedOf, type WireEvent } from '@quancheng/ports';

// Only `queries.ts` reaches this file, and only when somebody asks: loading the rules costs some fifty milliseconds and
// some megabytes a run, a hundred times what a run needs to wait, to wake and to carry facts on.

/** The stream folded from the events a run has learnt, for whoever inspects the run. */
export interface View {
  readonly state: Json;
  readonly obligations: Json;
  actions(actor: Actor): Json;
}

export function viewOf(name: AggregateName, events: readonly WireEvent[]): View {
  const aggregate = aggregates[name];
  const state = fold(aggregate, events.map(recordedOf));
  return {
    state: toJson(state),
    obligations: toJson(aggregate.openObligations(state)),
    actions: (actor) => toJson(actionsFor(aggregate, state, actor)),
  };
}
