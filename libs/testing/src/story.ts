import {
  type ActingRole,
  type Actor,
  type Aggregate,
  evolve,
  type FollowUp,
  handle,
  type LibraryRequest,
  type OpenFiles,
  type Recorded,
  type StreamState,
  systemActor,
  tick,
  worldOf,
} from '@quancheng/domain';
import {
  atHour,
  dateOf,
  day,
  fromJson,
  type Instant,
  isRefusal,
  type Json,
  type Refusal,
  toJson,
} from '@quancheng/kernel';
import type { Rulebook } from '@quancheng/rulebook';

/** Given-when-then for the aggregates' specs: commands as the API sends them, each on its day. */

export const DIVISION = '330211000';

export type Houses = Partial<Record<ActingRole, { readonly unit: string; readonly department: string }>>;

/** One unit with its department, and an agency from outside. Every other post sits in finance. */
export const HOUSES: Houses = {
  'unit-clerk': { unit: 'U-07', department: 'D-01' },
  'unit-head': { unit: 'U-07', department: 'D-01' },
  department: { unit: 'D-01', department: 'D-01' },
  intermediary: { unit: 'A-01', department: 'A-01' },
};
const FINANCE = { unit: 'finance', department: 'finance' };

export function actorAs(role: ActingRole, more: Partial<Actor> = {}, houses: Houses = HOUSES): Actor {
  if (role === 'system') return systemActor(DIVISION);
  const house = houses[role] ?? FINANCE;
  return { personId: `p-${role}`, role, post: `post-${role}`, ...house, division: DIVISION, ...more };
}

export type Data = Record<string, Json>;

export type Step = {
  readonly does: string;
  readonly as: ActingRole | Actor;
  readonly on: string;
  /** 10 o'clock of the day where it does not matter. */
  readonly at?: Instant;
  readonly data: Json;
  readonly happenedOn?: string;
  readonly lateReason?: string;
  /** What a reorganisation finds open, for the directory's specs. */
  readonly openFiles?: OpenFiles;
  /** What the project library holds beside the file. */
  readonly library?: readonly LibraryRequest[];
  /** Other rules than the district's, for what happens when an edition changes. */
  readonly rules?: Rulebook;
};

export const step = (does: string, as: Step['as'], on: string, data: Data = {}): Step => ({
  does,
  as,
  on,
  data,
});

export type Life<S> = { readonly state: S; readonly events: readonly Recorded[] };

export type Story<S extends StreamState> = ReturnType<typeof storyOf<S>>;

/** The lives of one stream. */
export function storyOf<S extends StreamState>(aggregate: Aggregate<S>, id: string) {
  const stream = `${DIVISION}/${aggregate.name}/${id}`;
  const reading = readingOf(aggregate);
  const unborn: Life<S> = { state: aggregate.initial, events: [] };

  /** One command: the life after it, or the refusal. */
  function attempt(
    life: Life<S>,
    { does, as, on, at, data, openFiles, library, rules, ...past }: Step,
  ): Life<S> | Refusal {
    const actor = typeof as === 'string' ? actorAs(as) : as;
    const now = at ?? atHour(day(on), 10);
    const happenedOn = past.happenedOn === undefined ? undefined : day(past.happenedOn);
    const usual = worldOf({ stream, actor, now, receivedAt: now, happenedOn, openFiles, library });
    const world = rules === undefined ? usual : { ...usual, rules };
    const command = {
      type: does,
      commandId: 'c',
      actor,
      data: fromJson(data),
      ...(happenedOn === undefined ? {} : { happenedOn }),
      ...(past.lateReason === undefined ? {} : { lateReason: past.lateReason }),
    };
    const decided = handle(aggregate, life.state, command, world);
    return isRefusal(decided) ? decided : record(life, decided, { actor, now, happenedOn: world.happenedOn });
  }

  /** What was decided, as the store keeps it: numbered, and once through JSON. */
  function record(
    life: Life<S>,
    facts: readonly { type: string; data: unknown; clause?: string }[],
    { actor, now, happenedOn }: { actor: Actor; now: Instant; happenedOn: Recorded['happenedOn'] },
  ): Life<S> {
    return facts.reduce<Life<S>>(({ state, events }, fact) => {
      const version = events.length + 1;
      const head = { eventId: `e${version}`, version, happenedOn, recordedAt: now, actor };
      const event: Recorded = { ...fact, data: fromJson(toJson(fact.data)), ...head };
      return { state: evolve(aggregate, state, event), events: [...events, event] };
    }, life);
  }

  /** A story lived to its end; a refusal in it is a fault of the story. */
  function live(from: Life<S>, ...steps: readonly Step[]): Life<S> {
    return steps.reduce((life, next) => {
      const after = attempt(life, next);
      if (isRefusal(after)) throw new Error(`${next.does} on ${next.on}: ${JSON.stringify(after)}`);
      return after;
    }, from);
  }

  /** All that time itself brings up to an instant, or up to 8 o'clock of a day. */
  function clockAt(life: Life<S>, at: string): Life<S> {
    const now = at.includes('T') ? (at as Instant) : atHour(day(at), 8);
    const facts = tick(aggregate, life.state, now);
    if (facts.length === 0) return life;
    return clockAt(record(life, facts, { actor: actorAs('system'), now, happenedOn: dateOf(now) }), now);
  }

  function refusalOf(life: Life<S>, tried: Step): Refusal {
    const answer = attempt(life, tried);
    if (!isRefusal(answer))
      throw new Error(`${tried.does} was not refused: ${reading.typesOf(answer).at(-1)}`);
    return answer;
  }
  const codeOf = (life: Life<S>, tried: Step): string => {
    const answer = attempt(life, tried);
    return isRefusal(answer) ? answer.code : 'accepted';
  };

  return { aggregate, stream, unborn, attempt, record, live, clockAt, refusalOf, codeOf, ...reading };
}

/** What can be read of a life. */
function readingOf<S extends StreamState>(aggregate: Aggregate<S>) {
  const typesOf = (life: Life<S>, since = 0): string[] => life.events.slice(since).map(({ type }) => type);
  /** The last fact, or the last of a type. */
  function lastOf(life: Life<S>, type?: string): Recorded {
    const event = life.events.findLast((one) => type === undefined || one.type === type);
    if (event === undefined) throw new Error(`no ${type ?? 'event'}`);
    return event;
  }
  const dataOf = (life: Life<S>, type?: string) => lastOf(life, type).data as Record<string, unknown>;

  const duties = (life: Life<S>) =>
    aggregate
      .openObligations(life.state)
      .map(({ what, holder, date }) => ({ what, by: holder.role, due: date?.due ?? null }));

  /** What other streams are told of one fact, with the state right after it. */
  function followUpsOf(life: Life<S>, type?: string): FollowUp[] {
    const event = lastOf(life, type);
    const { state } = livedUntil(life, event);
    return aggregate.followUps(state, event as Recorded<never>);
  }
  const livedUntil = ({ events }: Life<S>, { version }: Recorded): Life<S> => {
    const lived = events.slice(0, version);
    return {
      state: lived.reduce((state, event) => evolve(aggregate, state, event), aggregate.initial),
      events: lived,
    };
  };
  /** Of every fact of a life. */
  const followUps = (life: Life<S>): FollowUp[] =>
    life.events.flatMap((event) =>
      aggregate.followUps(livedUntil(life, event).state, event as Recorded<never>),
    );
  const sent = (life: Life<S>): string[] =>
    followUps(life).map(({ aggregate: to, id: of, type }) => `${to}/${of} ${type}`);

  return { typesOf, lastOf, dataOf, duties, followUpsOf, followUps, sent };
}
