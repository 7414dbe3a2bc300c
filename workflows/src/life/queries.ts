import type { Actor, AggregateName } from '@quancheng/domain';
import { ACTIONS_QUERY, OBLIGATIONS_QUERY, STATE_QUERY, type WireEvent } from '@quancheng/ports';
import { defineQuery, setHandler } from '@temporalio/workflow';
import type * as View from './view.ts';

// The bundler's own: a query must answer at once, and an `import` at the top would load the rules into every run.
declare const require: (file: './view.ts') => typeof View;

/** What an operator may ask a run: where it stands, who owes what, and what a person may do and why not. */
export function answerQueries(name: AggregateName, events: () => readonly WireEvent[]): void {
  const view = () => require('./view.ts').viewOf(name, events());
  setHandler(defineQuery<unknown>(STATE_QUERY), () => view().state);
  setHandler(defineQuery<unknown>(OBLIGATIONS_QUERY), () => view().obligations);
  setHandler(defineQuery<unknown, [Actor]>(ACTIONS_QUERY), (actor) => view().actions(actor));
}
