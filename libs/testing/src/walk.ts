import {
  aggregates,
  asAggregate,
  CLOCK,
  clockEvents,
  evolve,
  fold,
  isClosed,
  type Recorded,
  type StreamState,
  wakeAt,
} from '@quancheng/domain';
import { describe, expect, it } from '@jest/globals';
import { addDays, canonicalJson, dateOf, day, fromJson, isRefusal, toJson } from '@quancheng/kernel';
import { isProvisional, rulebook } from '@quancheng/rulebook';
import fc from 'fast-check';
import type { Life, Step, Story } from './story.ts';

/** What holds of any walk through an aggregate, whatever is tried in whatever order. */

export type Walks<S extends StreamState> = {
  readonly story: Story<S>;
  /** Any of these may be tried on any day; most are refused, and the walk goes on with the rest. */
  readonly tries: readonly Step[];
  /** The day on which a life that has no event yet begins. */
  readonly startOn: string;
  /** A walk sets out from one of these: from nothing alone, few would ever reach the end of a long life. */
  readonly from?: readonly Life<S>[];
  /** What ends a life before its time, or skips a part of it: only on a rash move, so that walks get far. */
  readonly isRash?: (step: Step, life: Life<S>) => boolean;
  readonly runs?: number;
  /** Every fact names its clause; elsewhere some rest on the clause of their edge alone. */
  readonly isCited?: boolean;
};

type Move = {
  readonly pick: number;
  readonly daysOn: number;
  readonly tick: boolean;
  readonly rash: boolean;
};
/** One accepted step; none where the clock spoke. */
export type Visit<S> = { readonly before: Life<S>; readonly after: Life<S>; readonly step: Step | null };
type Walked<S> = { readonly visits: readonly Visit<S>[]; readonly life: Life<S> };

const moves = fc.array(
  fc.record({
    pick: fc.nat(),
    daysOn: fc.nat(40),
    tick: fc.boolean(),
    rash: fc.nat(6).map((chance) => chance === 0),
  }),
  { minLength: 1, maxLength: 50, size: 'max' },
);

export function walksOf<S extends StreamState>(walks: Walks<S>) {
  const { story, tries, startOn, from = [story.unborn], isRash = () => false, runs = 150 } = walks;
  const paths = fc.record({ from: fc.constantFrom(...from), path: moves });

  /** What may be said at this stage, without what is rash. */
  const likely = (life: Life<S>): readonly Step[] =>
    tries.filter(
      (one) =>
        !isRash(one, life) &&
        story.aggregate.transitions.some(
          ({ command, from: stages }) => command === one.does && stages.includes(life.state.stage),
        ),
    );

  function walk(path: { from: Life<S>; path: readonly Move[] }): Walked<S> {
    const visits: Visit<S>[] = [];
    let life = path.from;
    const begun = life.events.at(-1);
    let today = begun === undefined ? day(startOn) : dateOf(begun.recordedAt);
    for (const { pick, daysOn, tick, rash } of path.path) {
      today = addDays(today, daysOn);
      const ticked = tick ? story.clockAt(life, today) : life;
      if (ticked !== life) visits.push({ before: life, after: ticked, step: null });
      life = ticked;
      const open = rash ? tries : likely(life);
      const chosen = open[pick % Math.max(open.length, 1)];
      if (chosen === undefined) continue;
      const step = { ...chosen, on: today };
      const after = story.attempt(life, step);
      if (isRefusal(after)) continue;
      visits.push({ before: life, after, step });
      life = after;
    }
    return { visits, life };
  }

  const everyWalk = (holds: (walked: Walked<S>) => void): void =>
    fc.assert(
      fc.property(paths, (path) => holds(walk(path))),
      { numRuns: runs },
    );
  /** The same walks every time: what they reach does not change from run to run. */
  const someWalks = (numRuns = runs): Walked<S>[] => fc.sample(paths, { numRuns, seed: 2014 }).map(walk);
  return { everyWalk, someWalks };
}

/** The invariants of every aggregate, each as one test; what is an aggregate's own stands in its spec. */
export function describeWalks<S extends StreamState>(walks: Walks<S>): void {
  const { story } = walks;
  const { everyWalk, someWalks } = walksOf(walks);
  const everyVisit = (holds: (visit: Visit<S>) => void): void =>
    everyWalk(({ visits }) => {
      for (const visit of visits) holds(visit);
    });
  describe(`${story.aggregate.name}: whatever is done in whatever order`, () => {
    it('somebody owes something or the clock waits until the end, and nobody after', () => {
      everyVisit((visit) => expectSomebodyWaits(story, visit));
    });
    it('what would end a duty can be done where it stands, under a clause of the rule book', () => {
      everyVisit((visit) => expectWaysOut(story, visit));
    });
    it('each step is one edge of the table', () => {
      everyVisit((visit) => expectEdges(story, visit));
    });
    if (walks.isCited) {
      it('each fact rests on a clause', () => {
        everyWalk(({ life: { events } }) =>
          expect(events.filter(({ clause }) => clause === undefined).map(({ type }) => type)).toEqual([]),
        );
      });
    }
    it('what was decided once is not decided again', () => {
      everyVisit((visit) => expectOnce(story, visit));
    });
    it('events hold to the catalogue, survive the store, and fold to the same state', () => {
      everyWalk(({ life }) => expectSound(story, life));
    });
    it('other streams understand what they are told', () => {
      everyWalk(({ life }) => expectHeard(story, life));
    });
    it('the clock falls silent', () => {
      everyWalk(({ life }) => expectRest(story, life));
    });
    it('walks reach every stage', () => {
      const seen = someWalks(400).flatMap(({ visits }) => visits.map(({ after }) => after.state.stage));
      const stages = Object.keys(story.aggregate.stages).filter((stage) => stage !== 'none');
      expect([...new Set(seen)].sort()).toEqual(stages.sort());
    });
    it('a fact of a later release leaves the state as it is, begun or not', () => {
      const lives = [story.unborn, ...someWalks(5).map(({ life }) => life)];
      for (const { state } of lives) expect(evolve(story.aggregate, state, NOT_INVENTED_YET)).toEqual(state);
    });
  });
  describeTable(story);
}

/** The picture of the life cycle names only what there is. */
function describeTable<S extends StreamState>({ aggregate }: Story<S>): void {
  describe(`${aggregate.name}: the table of the life cycle`, () => {
    it.each(
      aggregate.transitions.map(({ command, event, clause }) => [
        `${command} → ${event}`,
        command,
        event,
        clause,
      ]),
    )('%s', (_edge, command, event, clause) => {
      expect(command === CLOCK || Object.hasOwn(aggregate.commands, command)).toBe(true);
      expect(Object.hasOwn(aggregate.events, event)).toBe(true);
      expect(isKnown(clause, '2014-07-01')).toBe(true);
    });
  });
}

const NOT_INVENTED_YET: Recorded = {
  type: 'NotInventedYet',
  data: {},
  eventId: 'x',
  version: 9,
  happenedOn: day('2014-07-01'),
  recordedAt: '2014-07-01T09:00:00.000+08:00' as Recorded['recordedAt'],
  actor: { personId: 'system', role: 'system', post: 'system', unit: 'system' },
};

const isKnown = (clause: string, on: string): boolean =>
  !isProvisional(rulebook.clause(clause.replace('zh-2014/', ''), day(on)));

/** No waiting stage without a duty or a timer, no duty after the end, no duty twice. */
function expectSomebodyWaits<S extends StreamState>({ aggregate }: Story<S>, { after }: Visit<S>): void {
  const { stage } = after.state;
  const ids = [...aggregate.openObligations(after.state), ...aggregate.timers(after.state)].map(
    ({ id }) => id,
  );
  const waits = ids.length > 0;
  if (aggregate.stages[stage]?.standing !== true)
    expect({ stage, waits }).toEqual({ stage, waits: !isClosed(asAggregate(aggregate), after.state) });
  expect(new Set(ids).size).toBe(ids.length);
}

function expectWaysOut<S extends StreamState>({ aggregate }: Story<S>, { after }: Visit<S>): void {
  for (const { id, unblockedBy, clause, since } of aggregate.openObligations(after.state)) {
    const here = (type: string) =>
      aggregate.transitions.some(({ command, from }) => command === type && from.includes(after.state.stage));
    expect([id, ...unblockedBy.filter(here)]).toEqual([id, ...unblockedBy]);
    expect([clause, isKnown(clause, since)]).toEqual([clause, true]);
  }
}

/** What the command (or the clock) itself brings is exactly one edge; what comes with it moves along some edge of its own. */
function expectEdges<S extends StreamState>(
  { aggregate }: Story<S>,
  { before, after, step }: Visit<S>,
): void {
  let state = before.state;
  const brought = after.events.slice(before.events.length);
  for (const [index, event] of brought.entries()) {
    const { stage: from } = state;
    state = evolve(aggregate, state, event);
    if (event.type in clockEvents) continue;
    const moved = aggregate.transitions.filter(
      (edge) =>
        edge.event === event.type &&
        (edge.to === 'same' ? state.stage === from : edge.to.includes(state.stage)),
    );
    const said = moved.filter(
      (edge) => edge.command === (step?.does ?? CLOCK) && edge.from.includes(from as never),
    );
    expect([step?.does, event.type, moved.length > 0]).toEqual([step?.does, event.type, true]);
    if (index === 0)
      expect([step?.does, event.type, from, said.length]).toEqual([step?.does, event.type, from, 1]);
  }
}

/** The second time is refused or changes nothing. */
function expectOnce<S extends StreamState>(story: Story<S>, { after, step }: Visit<S>): void {
  if (step === null) return;
  const again = story.attempt(after, step);
  const brought = isRefusal(again) ? [] : story.typesOf(again, after.events.length);
  expect([step.does, brought]).toEqual([step.does, []]);
}

function expectSound<S extends StreamState>({ aggregate }: Story<S>, life: Life<S>): void {
  for (const { type, data } of life.events) {
    const kind = aggregate.events[type] ?? clockEvents[type as keyof typeof clockEvents];
    const read = kind.data.safeParse(fromJson(toJson(data)));
    expect([type, read.error?.issues]).toEqual([type, undefined]);
    expect(canonicalJson(read.data)).toBe(canonicalJson(data));
  }
  expect(fold(aggregate, life.events)).toEqual(life.state);
  expect(canonicalJson(fold(aggregate, life.events))).toBe(canonicalJson(life.state));
}

/** What is told to another stream is a command it knows, with data that it can read after the way through JSON. */
function expectHeard<S extends StreamState>(story: Story<S>, life: Life<S>): void {
  for (const { aggregate: to, type, data } of story.followUps(life)) {
    const kind = aggregates[to].commands[type];
    const read = kind?.data.safeParse(fromJson(toJson(data)));
    expect([to, type, read?.success, read?.error?.issues]).toEqual([to, type, true, undefined]);
    expect(kind?.roles).toContain('system');
  }
}

/** Once it has recorded what is due, the clock waits for a later moment, or for none. */
function expectRest<S extends StreamState>({ aggregate, clockAt }: Story<S>, life: Life<S>): void {
  const now = '2019-06-03T08:00:00.000+08:00';
  const rested = clockAt(life, now);
  expect(clockAt(rested, now).events).toHaveLength(rested.events.length);
  const next = wakeAt(aggregate, rested.state);
  expect(next === null || next > now).toBe(true);
}
