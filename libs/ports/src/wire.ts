import type { Actor, Command, Recorded } from '@quancheng/domain';
import { fromJson, type Instant, type Json, type PlainDate, type Refusal, refuse } from '@quancheng/kernel';

/** What a stream's run is begun with. Never state: the store is the record, the run a disposable cache of it. */
export interface StreamInput {
  readonly stream: string;
}

/** A command as it travels: money as digit strings under keys ending in `Fen`. */
export interface WireCommand {
  readonly type: string;
  readonly commandId: string;
  readonly actor: Actor;
  readonly data: Json;
  readonly happenedOn?: PlainDate;
  readonly lateReason?: string;
  readonly expectedVersion?: number;
  readonly cause?: string;
}

export interface CommandInput {
  readonly command: WireCommand;
  readonly receivedAt: Instant;
}

/** An event as it travels, with everything `evolve` needs. */
export interface WireEvent {
  readonly eventId: string;
  readonly version: number;
  readonly type: string;
  readonly data: Json;
  readonly happenedOn: PlainDate;
  readonly recordedAt: Instant;
  readonly actor: Pick<Actor, 'personId' | 'role' | 'post' | 'unit' | 'actingFor'>;
  readonly clause?: string;
  readonly lateReason?: string;
}

/** The answer to an accepted command; the same command id gets the same answer for ever. */
export interface CommandAnswer {
  readonly outcome: 'accepted';
  readonly commandId: string;
  readonly version: number;
  readonly stage: string;
  readonly events: readonly { readonly eventId: string; readonly type: string; readonly version: number }[];
}

/** All that a run may branch on: recorded in its history, so rules can change without breaking replay. */
export interface StreamAnswer {
  readonly version: number;
  readonly stage: string;
  readonly closed: boolean;
  readonly wakeAt: Instant | null;
  /** True while the division's business clock stands still: the run waits for a nudge, not for time. */
  readonly clockStands: boolean;
  /** How many follow-ups of this stream the streams they are for may not know of yet. */
  readonly owes: number;
  /** True while others owe this stream more than was taken. */
  readonly moreMail: boolean;
  readonly events: readonly WireEvent[];
  readonly searchAttributes: Readonly<Record<string, string | boolean | null>>;
  /** Markdown in Chinese for the operators' page: stage, what is waited for, until when. */
  readonly details: string;
}

/** What a run believes to know of its stream: the version, and the event that it has there. */
export interface KnownByRun {
  readonly version: number;
  readonly eventId: string | null;
}

export type ExecuteAnswer = StreamAnswer & {
  readonly result: CommandAnswer | { readonly outcome: 'refused'; readonly refusal: Refusal };
};

/** The event as `evolve` reads it. */
export function recordedOf(event: WireEvent): Recorded {
  return { ...event, data: fromJson(event.data) };
}

/** The command as `decide` reads it. */
export function commandOf(command: WireCommand): Command {
  return { ...command, data: fromJson(command.data) };
}

/** What makes a repetition the same request: everything but the key itself and the version the person saw. */
export function requestOf(stream: string, { type, actor, data, happenedOn, lateReason }: WireCommand) {
  return { stream, type, person: actor.personId, data, happenedOn, lateReason };
}

/** The key of another request: the first answer is not this one's, and nothing is done under it. */
export const keyReused = (): Refusal =>
  refuse({
    code: 'IDEMPOTENCY_KEY_REUSED',
    because: { zh: '同一办理编号已用于另一项内容', en: 'this key was used for another request' },
    remedy: { zh: '请以新的编号重新提交', en: 'send it under a new key' },
  });
