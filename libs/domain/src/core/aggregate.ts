import type { Fen, Instant, PlainDate, Refusal, WorkingDayCalendar, Words } from '@quancheng/kernel';
import type { Rulebook } from '@quancheng/rulebook';
import type { z } from 'zod';
import type { ActingRole, Actor } from './actor.ts';
import type { ClockMark, Obligation, Timer } from './obligation.ts';

export type AggregateName =
  | 'project'
  | 'project-year'
  | 'evaluation'
  | 'budget-year'
  | 'directory'
  | 'indicator-library';

/** One kind of past fact: its words, its data, and what it means. The stored name is for ever. */
export interface EventKind {
  readonly title: Words;
  readonly says: Words;
  readonly data: z.ZodType;
}
export type EventCatalogue = Readonly<Record<string, EventKind>>;
export type EventOf<C extends EventCatalogue> = {
  [T in keyof C & string]: { readonly type: T; readonly data: z.output<C[T]['data']> };
}[keyof C & string];

/** What `decide` answers with: facts to be recorded, each with the clause it rests on. */
export type NewEvent<E extends { type: string; data: unknown } = { type: string; data: unknown }> = E & {
  readonly clause?: string;
};

/** A fact as it stands in the stream. The law counts from `happenedOn`, the audit from `recordedAt`. */
export type Recorded<E extends { type: string; data: unknown } = { type: string; data: unknown }> = E & {
  readonly eventId: string;
  readonly version: number;
  readonly happenedOn: PlainDate;
  readonly recordedAt: Instant;
  readonly actor: Pick<Actor, 'personId' | 'role' | 'post' | 'unit' | 'actingFor'>;
  readonly clause?: string;
  readonly lateReason?: string;
};

/** A wish of a person or of the clock, addressed to one stream. `data` is already decoded (fen are bigint). */
export interface Command {
  readonly type: string;
  readonly commandId: string;
  readonly actor: Actor;
  readonly data: unknown;
  /** The day the reported fact happened; today when absent. An earlier day needs `lateReason`. */
  readonly happenedOn?: PlainDate;
  readonly lateReason?: string;
  /** If-Match: the version the person saw. */
  readonly expectedVersion?: number;
  /** The event of another stream that this command carries on. */
  readonly cause?: string;
}

/** Everything the pure middle may know of the outside. */
export interface World {
  readonly now: Instant;
  /** When the command reached the bureau's door: timeliness is judged by this. */
  readonly receivedAt: Instant;
  readonly today: PlainDate;
  readonly happenedOn: PlainDate;
  readonly rules: Rulebook;
  readonly calendar: WorkingDayCalendar;
  readonly actor: Actor;
  readonly stream: string;
  readonly division: string;
  /** What is open in each unit, by its code, for the directory alone; empty for everybody else. */
  readonly openFiles: OpenFiles;
  /** What the project library holds beside the file at hand, for the commands that are held against it; else empty. */
  readonly library: readonly LibraryRequest[];
}

/** Another project-year of the library: of the same department in the same year, or of the same project. */
export interface LibraryRequest {
  readonly projectId: string;
  readonly projectName: string;
  readonly fiscalYear: number;
  readonly unit: string;
  /** Null while nothing is declared. */
  readonly requestedFen: Fen | null;
  readonly policyNumbers: readonly string[];
}

/** A file of a unit that is not finished. `projectId` says which project it belongs to. */
export interface OpenFile {
  readonly aggregate: 'project' | 'project-year' | 'evaluation';
  readonly id: string;
  readonly projectId: string;
}
export type OpenFiles = Readonly<Record<string, readonly OpenFile[]>>;

/** A fact that matters elsewhere, as an idempotent command to another stream. */
export interface FollowUp {
  readonly aggregate: AggregateName;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

/** State that every stream has; the aggregates add their own. */
export interface StreamState {
  readonly stage: string;
  readonly marks: Readonly<Record<string, ClockMark>>;
}

/** Who stands where to the object: used by `can`. */
export interface Ownership {
  readonly division: string;
  readonly unit: string;
  readonly department: string;
  /** Outsiders named for this object: codes of commissioned agencies, ids of experts. */
  readonly assigned?: readonly string[];
  /** Of nobody in particular: every post of the division reaches it. */
  readonly everybodys?: true;
}

export interface CommandKind<S extends StreamState> {
  readonly title: Words;
  readonly roles: readonly ActingRole[];
  readonly data: z.ZodType;
  /** It is held against the project library, which is read for it. */
  readonly library?: true;
  readonly decide: (state: S, data: never, world: World) => NewEvent[] | Refusal;
}
export type CommandTable<S extends StreamState> = Readonly<Record<string, CommandKind<S>>>;

/** Keeps the data type of each command's function tied to its schema. */
export const command = <S extends StreamState, D extends z.ZodType>(kind: {
  title: Words;
  roles: readonly ActingRole[];
  data: D;
  library?: true;
  decide: (state: S, data: z.output<D>, world: World) => NewEvent[] | Refusal;
}): CommandKind<S> => kind as unknown as CommandKind<S>;

/** What time itself brings is an edge too: no person sends it. */
export const CLOCK = '(clock)';

/** One edge of the life cycle: the picture in the README and the stage refusals come from this table. */
export interface Transition<Stage extends string = string> {
  readonly command: string;
  readonly from: readonly Stage[];
  readonly event: string;
  /** The stages this edge may lead to; its own `from` when the stage does not change. */
  readonly to: readonly Stage[] | 'same';
  readonly clause: string;
}

export interface StageKind {
  readonly title: Words;
  /** An end: the workflow completes here, and a correction starts it again. */
  readonly final?: boolean;
  /** Stands open without anybody owing anything: a directory is always there. */
  readonly standing?: boolean;
}

/** A stream's life, pure. Same five files everywhere: events, state, decide, queries, transitions. */
export interface Aggregate<S extends StreamState = StreamState> {
  readonly name: AggregateName;
  readonly title: Words;
  readonly events: EventCatalogue;
  readonly stages: Readonly<Record<string, StageKind>>;
  readonly initial: S;
  readonly evolve: (state: S, event: Recorded<never>) => S;
  readonly commands: CommandTable<S>;
  readonly transitions: readonly Transition[];
  readonly ownership: (state: S) => Ownership | null;
  readonly openObligations: (state: S) => Obligation[];
  readonly timers: (state: S) => Timer[];
  readonly followUps: (state: S, event: Recorded<never>) => FollowUp[];
}

/** Lets a typed aggregate travel where only the common shape matters. */
export const asAggregate = <S extends StreamState>(aggregate: Aggregate<S>): Aggregate =>
  aggregate as unknown as Aggregate;
