import {
  atHour,
  day,
  fromJson,
  type Instant,
  isRefusal,
  type Json,
  type PlainDate,
  type Refusal,
  toJson,
} from '@quancheng/kernel';
import type { ActingRole, Actor } from '../core/actor.ts';
import type { Aggregate, FollowUp, Recorded, StreamState } from '../core/aggregate.ts';
import { evolve, handle, tick } from '../core/run.ts';
import { worldOf } from '../core/world.ts';

/** Given-when-then for the specs of project and budget year: commands as the API sends them, each on its day. */

export const DIVISION = '330211000';

const HOUSES: Partial<Record<ActingRole, { unit: string; department: string }>> = {
  'unit-clerk': { unit: 'U-07', department: 'D-01' },
  'unit-head': { unit: 'U-07', department: 'D-01' },
  department: { unit: 'D-01', department: 'D-01' },
};

export function actorAs(role: ActingRole, more: Partial<Actor> = {}): Actor {
  const house = HOUSES[role] ?? { unit: 'finance', department: 'finance' };
  return { personId: `p-${role}`, role, post: `post-${role}`, ...house, division: DIVISION, ...more };
}

export type Step = {
  readonly does: string;
  readonly as: ActingRole | Actor;
  readonly on: string;
  readonly data: Json;
  readonly happenedOn?: PlainDate;
  readonly lateReason?: string;
};

export type Life<S> = { readonly state: S; readonly events: readonly Recorded[] };

/** Stories of one stream. */
export function storiesOf<S extends StreamState>(aggregate: Aggregate<S>, stream: string) {
  const unborn: Life<S> = { state: aggregate.initial, events: [] };

  /** One command: the life after it, or the refusal. */
  function attempt(life: Life<S>, step: Step): Life<S> | Refusal {
    const actor = typeof step.as === 'string' ? actorAs(step.as) : step.as;
    const now = atHour(day(step.on), 10);
    const world = worldOf({ stream, actor, now, receivedAt: now, happenedOn: step.happenedOn });
    const { happenedOn, lateReason } = step;
    const command = {
      type: step.does,
      commandId: 'c',
      actor,
      data: fromJson(step.data),
      ...(happenedOn === undefined ? {} : { happenedOn }),
      ...(lateReason === undefined ? {} : { lateReason }),
    };
    const decided = handle(aggregate, life.state, command, world);
    return isRefusal(decided)
      ? decided
      : record(aggregate, life, decided, { actor, now, happenedOn: world.happenedOn });
  }

  /** A story told to its end; a refusal in it is a fault of the story. */
  function told(steps: readonly Step[], from: Life<S> = unborn): Life<S> {
    return steps.reduce((life, step) => {
      const next = attempt(life, step);
      if (isRefusal(next)) {
        throw new Error(
          `${step.does} refused: ${next.code} ${next.because.en} ${JSON.stringify(next.fields ?? [])}`,
        );
      }
      return next;
    }, from);
  }

  /** What the clock records until 8 o'clock of a day. */
  function clockTo(life: Life<S>, on: string): Life<S> {
    const now = atHour(day(on), 8);
    const facts = tick(aggregate, life.state, now);
    if (facts.length === 0) return life;
    return clockTo(
      record(aggregate, life, facts, { actor: actorAs('system'), now, happenedOn: day(on) }),
      on,
    );
  }

  const codeOf = (life: Life<S>, step: Step): string => {
    const next = attempt(life, step);
    return isRefusal(next) ? next.code : 'accepted';
  };
  const duties = (life: Life<S>) =>
    aggregate
      .openObligations(life.state)
      .map(({ what, holder, date }) => ({ what, by: holder.role, due: date?.due ?? null }));
  const last = (life: Life<S>): Recorded => life.events.at(-1) as Recorded;
  const dataOf = (life: Life<S>, type: string): unknown =>
    life.events.findLast((event) => event.type === type)?.data;
  const typesOf = (life: Life<S>): string[] => life.events.map(({ type }) => type);
  /** Of every event of a life, each told with the state right after it. */
  const followUps = (life: Life<S>): FollowUp[] =>
    life.events.flatMap((event, index) =>
      aggregate.followUps(stateAfter(aggregate, life.events.slice(0, index + 1)), event as Recorded<never>),
    );
  const sent = (life: Life<S>): string[] =>
    followUps(life).map(({ aggregate: to, id, type }) => `${to}/${id} ${type}`);

  return { unborn, attempt, told, clockTo, codeOf, duties, last, dataOf, typesOf, followUps, sent };
}

function record<S extends StreamState>(
  aggregate: Aggregate<S>,
  life: Life<S>,
  facts: readonly { type: string; data: unknown; clause?: string }[],
  by: { actor: Actor; now: Instant; happenedOn: PlainDate },
): Life<S> {
  const { actor, now: recordedAt, happenedOn } = by;
  return facts.reduce<Life<S>>(({ state, events }, fact) => {
    const version = events.length + 1;
    // Through JSON, as the store keeps it.
    const data = fromJson(toJson(fact.data));
    const event: Recorded = { ...fact, data, eventId: `e${version}`, version, happenedOn, recordedAt, actor };
    return { state: evolve(aggregate, state, event), events: [...events, event] };
  }, life);
}

const stateAfter = <S extends StreamState>(aggregate: Aggregate<S>, events: readonly Recorded[]): S =>
  events.reduce((state, event) => evolve(aggregate, state, event), aggregate.initial);
