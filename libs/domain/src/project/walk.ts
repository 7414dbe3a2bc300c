import { expect } from '@jest/globals';
import { addDays, canonicalJson, day, fromJson, isRefusal, type PlainDate, toJson } from '@quancheng/kernel';
import { isProvisional, rulebook } from '@quancheng/rulebook';
import fc from 'fast-check';
import { aggregates } from '../aggregates.ts';
import type { Aggregate, Recorded, StreamState } from '../core/aggregate.ts';
import { asAggregate } from '../core/aggregate.ts';
import { clockEvents } from '../core/obligation.ts';
import { fold, isClosed, wakeAt } from '../core/run.ts';
import { type Life, type Step, storiesOf } from './story.ts';

/** What holds of any walk through an aggregate, whatever is tried in whatever order. */

type Move = { readonly pick: number; readonly daysOn: number; readonly tick: boolean };
type Visit<S> = { readonly before: Life<S>; readonly after: Life<S>; readonly step: Step | null };

export function walksOf<S extends StreamState>(given: {
  aggregate: Aggregate<S>;
  stream: string;
  tries: readonly Step[];
  from: string;
}) {
  const { aggregate, stream, tries, from } = given;
  const { attempt, clockTo, unborn } = storiesOf(aggregate, stream);
  const moves = fc.array(
    fc.record({ pick: fc.nat(tries.length - 1), daysOn: fc.nat(45), tick: fc.boolean() }),
    { minLength: 1, maxLength: 60, size: 'max' },
  );

  function walk(path: readonly Move[]): Visit<S>[] {
    const visits: Visit<S>[] = [];
    let life = unborn;
    let today: PlainDate = day(from);
    for (const { pick, daysOn, tick } of path) {
      today = addDays(today, daysOn);
      const ticked = tick ? clockTo(life, today) : life;
      if (ticked !== life) visits.push({ before: life, after: ticked, step: null });
      life = ticked;
      const step = { ...(tries[pick] as Step), on: today };
      const after = attempt(life, step);
      if (isRefusal(after)) continue;
      visits.push({ before: life, after, step });
      life = after;
    }
    return visits;
  }

  return (holds: (visits: readonly Visit<S>[]) => void, options: { seed?: number } = {}): void =>
    fc.assert(
      fc.property(moves, (path) => holds(walk(path))),
      { numRuns: 150, ...options },
    );
}

/** No waiting stage without a duty or a timer, no duty after the end, no duty twice. */
export function expectSomebodyWaits<S extends StreamState>(
  aggregate: Aggregate<S>,
  visits: readonly Visit<S>[],
): void {
  for (const { after } of visits) {
    const { stage } = after.state;
    const owed = aggregate.openObligations(after.state);
    const waits = owed.length + aggregate.timers(after.state).length > 0;
    expect({ stage, waits }).toEqual({ stage, waits: !isClosed(asAggregate(aggregate), after.state) });
    expect(new Set(owed.map(({ id }) => id)).size).toBe(owed.length);
  }
}

/** What would end a duty is possible where the file stands, and its clause is one of the rule book's. */
export function expectWaysOut<S extends StreamState>(
  aggregate: Aggregate<S>,
  visits: readonly Visit<S>[],
): void {
  for (const { after } of visits) {
    for (const { unblockedBy, clause } of aggregate.openObligations(after.state)) {
      const here = (type: string) =>
        aggregate.transitions.some(
          ({ command, from }) => command === type && from.includes(after.state.stage),
        );
      expect(unblockedBy.filter(here)).toEqual(unblockedBy);
      expect(isProvisional(rulebook.clause(clause.replace('zh-2014/', ''), day('2014-07-01')))).toBe(false);
    }
  }
}

/** Every event a command brings is an edge of the table, and carries its clause. */
export function expectEdges<S extends StreamState>(
  aggregate: Aggregate<S>,
  visits: readonly Visit<S>[],
): void {
  for (const { before, after, step } of visits) {
    const first = after.events[before.events.length];
    if (step === null || first === undefined) continue;
    const edges = aggregate.transitions.filter(
      ({ command, from, event, to }) =>
        command === step.does &&
        event === first.type &&
        from.includes(before.state.stage) &&
        (to === 'same' ? after.state.stage === before.state.stage : to.includes(after.state.stage)),
    );
    expect([step.does, first.type, edges.length]).toEqual([step.does, first.type, 1]);
  }
  const { events } = visits.at(-1)?.after ?? { events: [] };
  expect(events.filter(({ clause }) => clause === undefined).map(({ type }) => type)).toEqual([]);
}

/** The second time is refused or changes nothing. */
export function expectOnce<S extends StreamState>(
  aggregate: Aggregate<S>,
  stream: string,
  visits: readonly Visit<S>[],
): void {
  const { attempt } = storiesOf(aggregate, stream);
  for (const { after, step } of visits) {
    if (step === null) continue;
    const again = attempt(after, step);
    const brought = isRefusal(again) ? [] : again.events.slice(after.events.length);
    expect([step.does, brought.map(({ type }) => type)]).toEqual([step.does, []]);
  }
}

/** Events hold to the catalogue, and folding them gives the same state every time. */
export function expectSound<S extends StreamState>(
  aggregate: Aggregate<S>,
  visits: readonly Visit<S>[],
): void {
  const life = visits.at(-1)?.after;
  if (life === undefined) return;
  for (const { type, data } of life.events) {
    const kind = aggregate.events[type] ?? clockEvents[type as keyof typeof clockEvents];
    expect(canonicalJson(kind?.data.parse(data))).toBe(canonicalJson(data));
  }
  expect(fold(aggregate, life.events)).toEqual(life.state);
  expect(canonicalJson(fold(aggregate, life.events))).toBe(canonicalJson(life.state));
}

/** What is told to another stream is a command it knows, with data that it can read after the way through JSON. */
export function expectHeard<S extends StreamState>(
  aggregate: Aggregate<S>,
  visits: readonly Visit<S>[],
): void {
  for (const { before, after } of visits) {
    const told = after.events
      .slice(before.events.length)
      .flatMap((event) => aggregate.followUps(after.state, event as Recorded<never>));
    for (const { aggregate: to, type, data } of told) {
      const kind = aggregates[to].commands[type];
      const read = kind?.data.safeParse(fromJson(toJson(data)));
      expect([to, type, read?.success, read?.error?.issues]).toEqual([to, type, true, undefined]);
      expect(kind?.roles).toContain('system');
    }
  }
}

/** Once it has recorded what is due, the clock waits for a later moment, or for none. */
export function expectRest<S extends StreamState>(
  aggregate: Aggregate<S>,
  stream: string,
  visits: readonly Visit<S>[],
  on: string,
): void {
  const life = visits.at(-1)?.after;
  if (life === undefined) return;
  const { clockTo } = storiesOf(aggregate, stream);
  const rested = clockTo(life, on);
  expect(clockTo(rested, on).events).toHaveLength(rested.events.length);
  const next = wakeAt(aggregate, rested.state);
  expect(next === null || next > `${on}T08:00:00.000+08:00`).toBe(true);
}
