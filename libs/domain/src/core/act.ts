import {
  canonicalJson,
  dateOf,
  daysBetween,
  isRefusal,
  parseStreamId,
  type Refusal,
  type Words,
} from '@quancheng/kernel';
import type { z } from 'zod';
import type { ActingRole } from './actor.ts';
import { type CommandKind, command, type NewEvent, type StreamState, type World } from './aggregate.ts';
import { type LegalDate, lapseInstant } from './legal-date.ts';
import type { GivenSignature, Signature } from './shapes.ts';

/** What every decision is made of; an aggregate adds only what is its own. */

type Begun<S extends StreamState> = Exclude<S, { readonly stage: 'none' }>;
type AnyEvent = { type: string; data: unknown };

/** The two words in which the decisions of one aggregate are written, tied to its state and its events. */
export function decisionsOf<S extends StreamState, E extends AnyEvent>() {
  /** A command on a file that has begun. */
  const act = <D extends z.ZodType>(kind: {
    title: Words;
    roles: readonly ActingRole[];
    data: D;
    library?: true;
    decide: (file: Begun<S>, data: z.output<D>, world: World) => NewEvent<E>[] | Refusal;
  }): CommandKind<S> =>
    command<S, D>({ ...kind, decide: (state, data, world) => kind.decide(begun(state), data, world) });

  /** One new fact, with the clause that it rests on. */
  const fact = <T extends E['type']>(
    type: T,
    data: Extract<E, { type: T }>['data'],
    clause?: string,
  ): NewEvent<E> => ({ type, data, ...(clause === undefined ? {} : { clause }) }) as unknown as NewEvent<E>;

  return { act, fact };
}

/** The table of transitions lets none but the opening commands meet a file that has not begun. */
function begun<S extends StreamState>(state: S): Begun<S> {
  if (state.stage === 'none') throw new Error('what has not begun takes no such command');
  return state as Begun<S>;
}

/** The id inside the stream's name: a project's code, a year, an evaluation's number. */
export function idOf(world: World): string {
  const parts = parseStreamId(world.stream);
  return isRefusal(parts) ? '' : parts.id;
}

/** 一把手 signs online himself; in his stead a clerk may only send the stamped scan. `unsigned` says so of the paper at hand. */
export function signed(
  { actor: { personId, role } }: World,
  given: GivenSignature,
  unsigned: () => Refusal,
): Signature | Refusal {
  return given.mode === 'online' && role !== 'unit-head' ? unsigned() : { ...given, personId };
}

/** What is kept already is no new fact when it is saved again. */
export const isSameDraft = (given: object, kept: object | null): boolean =>
  canonicalJson(given) === canonicalJson(kept);

/** Timeliness is judged by when the paper reached the bureau's door: 24:00 of the due day is still in time. */
export function lateness(world: World, date: LegalDate): { late: boolean; daysLate: number } {
  const late = world.receivedAt >= lapseInstant(date);
  return { late, daysLate: late ? daysBetween(date.due, dateOf(world.receivedAt)) : 0 };
}
