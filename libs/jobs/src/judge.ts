import {
  type Actor,
  type Aggregate,
  aggregates,
  type Command,
  evolve,
  handle,
  type Recorded,
  type StreamState,
  worldOf,
} from '@quancheng/domain';
import {
  dateOf,
  type FieldFault,
  fromJson,
  type Instant,
  isRefusal,
  type Json,
  parseStreamId,
  type Refusal,
  type Words,
} from '@quancheng/kernel';
import type { Item, Planned, Step } from './item.ts';

/** Who would do it, and when: the same for every item of a job. */
export interface Judge {
  readonly actor: Actor;
  readonly now: Instant;
  readonly reason: string;
}

/** A command that a stroke sends, and the rows that it is sent for. */
export interface Asked {
  readonly type: string;
  readonly data: Json;
  readonly rows: readonly number[];
  readonly expectedVersion?: number;
}

type Verdict = Pick<Item, 'state'> & { readonly faults: readonly FieldFault[]; readonly result: Json };

const FINE: Verdict = { state: 'ok', faults: [], result: null };

/**
 * Judges the items of one stroke as their commands would be judged, by the same pure decision, on the stream as it is now.
 * Of a list each faulty entry is named and the rest is judged without it.
 */
export function judgeStroke(
  items: readonly Planned[],
  stream: string,
  state: StreamState,
  judge: Judge,
): Map<number, Verdict> {
  const aggregate = aggregateOf(stream);
  const verdicts = new Map<number, Verdict>();
  if (isList(items)) judgeList(items, { aggregate, stream, state, judge }, verdicts);
  else judgeSteps(items, { aggregate, stream, state, judge }, verdicts);
  return verdicts;
}

interface Bench {
  readonly aggregate: Aggregate;
  readonly stream: string;
  readonly state: StreamState;
  readonly judge: Judge;
}

function judgeList(items: readonly Planned[], bench: Bench, verdicts: Map<number, Verdict>): void {
  let left = [...items];
  for (;;) {
    const asked = listCommand(left, bench.judge.reason);
    if (asked === null) return;
    const answer = ask(bench, asked, bench.state);
    if (!isRefusal(answer)) break;
    const faults = faultsByRow(answer, left);
    if (faults === null) {
      for (const { row } of left) verdicts.set(row, faultOf(answer));
      return;
    }
    for (const [row, named] of faults) verdicts.set(row, { state: 'fault', faults: named, result: null });
    left = left.filter(({ row }) => !faults.has(row));
  }
  for (const item of left) {
    const asked = listCommand([item], bench.judge.reason);
    const alone = asked === null ? [] : ask(bench, asked, bench.state);
    verdicts.set(item.row, addsNothing(alone) ? untouchedItem(RECORDED) : FINE);
  }
}

/** Alone an entry may be refused for want of its neighbours (a unit whose department stands in the same list): that is no fault. */
const addsNothing = (alone: Recorded[] | Refusal): boolean =>
  isRefusal(alone) ? alone.code === 'ALREADY_DONE' : alone.length === 0;

function judgeSteps(items: readonly Planned[], bench: Bench, verdicts: Map<number, Verdict>): void {
  let state = bench.state;
  let before: Verdict = FINE;
  for (const item of items) {
    const commands = stepCommands(item, bench.judge.reason);
    // What asks nothing itself was asked with the row above it.
    if (commands.length > 0) {
      const done = commands.reduce<Judged>((sofar, asked) => judgeNext(bench, asked, sofar), {
        state,
        facts: 0,
        refusal: null,
      });
      if (done.refusal === null) ({ state } = done);
      before = verdictOf(done);
    }
    verdicts.set(item.row, before);
  }
}

interface Judged {
  readonly state: StreamState;
  readonly facts: number;
  readonly refusal: Refusal | null;
}

function judgeNext(bench: Bench, asked: Asked, sofar: Judged): Judged {
  if (sofar.refusal !== null) return sofar;
  const answer = ask(bench, asked, sofar.state);
  if (isRefusal(answer)) return { ...sofar, refusal: answer };
  const state = answer.reduce((now, event) => evolve(bench.aggregate, now, event), sofar.state);
  return { state, facts: sofar.facts + answer.length, refusal: null };
}

function verdictOf({ facts, refusal }: Judged): Verdict {
  if (refusal !== null) return faultOf(refusal);
  return facts === 0 ? untouchedItem(RECORDED) : FINE;
}

/** What the decision answers: facts that would be recorded, or its refusal. */
function ask({ aggregate, stream, judge }: Bench, asked: Asked, state: StreamState): Recorded[] | Refusal {
  const { actor, now } = judge;
  const command: Command = { type: asked.type, commandId: 'preview', actor, data: fromJson(asked.data) };
  const world = worldOf({ stream, actor, now, receivedAt: now });
  const facts = handle(aggregate, state, command, world);
  if (isRefusal(facts)) return facts;
  return facts.map((fact, index) => ({
    ...fact,
    eventId: `preview-${index}`,
    version: index + 1,
    happenedOn: dateOf(now),
    recordedAt: now,
    actor,
  }));
}

export function aggregateOf(stream: string): Aggregate {
  const parts = parseStreamId(stream);
  if (isRefusal(parts)) throw new Error(`not a stream: ${stream}`);
  return aggregates[parts.aggregate];
}

export const isList = (items: readonly Pick<Planned, 'piece'>[]): boolean =>
  items[0]?.piece != null && 'into' in items[0].piece;

type Piecewise = Pick<Planned, 'row' | 'piece'>;

/** The one command that carries an entry of each item; null when none is left. */
export function listCommand(items: readonly Piecewise[], reason: string): Asked | null {
  const pieces = items.flatMap(({ row, piece }) =>
    piece !== null && 'into' in piece ? [{ row, piece }] : [],
  );
  const first = pieces[0]?.piece;
  if (first === undefined) return null;
  const { type, into, common = {} } = first;
  const data = { ...filledIn(common, reason), [into]: pieces.map(({ piece }) => piece.entry) };
  return { type, data, rows: pieces.map(({ row }) => row) };
}

export const stepsOf = ({ piece }: Pick<Planned, 'piece'>): readonly Step[] =>
  piece !== null && 'steps' in piece ? piece.steps : [];

export const stepCommands = (item: Piecewise, reason: string): Asked[] =>
  stepsOf(item).map(({ type, data, reasoned, expectedVersion }) => ({
    type,
    data: reasoned === true ? { ...data, reason } : data,
    rows: [item.row],
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  }));

const filledIn = (common: { readonly [key: string]: Json }, reason: string) =>
  'reason' in common ? { ...common, reason } : common;

/** Which entries of the list a refusal names (`payments.3.amountFen`); null where it is about the whole. */
export function faultsByRow(
  { fields = [] }: Refusal,
  items: readonly Piecewise[],
): Map<number, FieldFault[]> | null {
  const piece = items[0]?.piece;
  const into = piece != null && 'into' in piece ? piece.into : '';
  const byRow = new Map<number, FieldFault[]>();
  for (const { field, code, because } of fields) {
    const [list, index, ...rest] = field.split('.');
    const row = list === into ? items[Number(index)]?.row : undefined;
    if (row === undefined) return null;
    byRow.set(row, [...(byRow.get(row) ?? []), { field: rest.join('.'), code, because }]);
  }
  return byRow.size === 0 ? null : byRow;
}

/** A refusal beside one item: its fields, or itself where it names none. */
export function faultsOf({ code, because, fields = [] }: Refusal): FieldFault[] {
  return fields.length > 0 ? [...fields] : [{ field: '', code, because }];
}

const faultOf = (refusal: Refusal): Verdict => ({ state: 'fault', faults: faultsOf(refusal), result: null });

export const untouchedItem = (why: Words): Verdict => ({
  state: 'untouched',
  faults: [],
  result: { because: { zh: why.zh, en: why.en } },
});

export const RECORDED: Words = {
  zh: '已登记，内容相同',
  en: 'it is on record already, with the same contents',
};
