import type { StreamState } from '@quancheng/domain';
import type { FieldFault, Instant, Json, Words } from '@quancheng/kernel';

/** One command of an item. */
export interface Step {
  readonly type: string;
  readonly data: { readonly [key: string]: Json };
  /** The reason of the confirmation becomes part of its data. */
  readonly reasoned?: boolean;
  /** What was previewed on this version is not done on another. */
  readonly expectedVersion?: number;
}

/**
 * What an item asks of its stream: commands of its own, one after another; or one entry of the list that a single command of
 * the whole stroke carries.
 */
export type Piece =
  | { readonly steps: readonly Step[] }
  | {
      readonly type: string;
      readonly into: string;
      readonly entry: Json;
      readonly common?: { readonly [key: string]: Json };
    };

export interface Contact {
  readonly personId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** An item as its kind plans it, before it is judged. */
export interface Planned {
  readonly row: number;
  readonly key: string;
  readonly what: Words;
  /** Null: nothing is asked of any stream, because of its faults, or because it is `untouched` from the first. */
  readonly stream: string | null;
  readonly piece: Piece | null;
  /** What goes into one stroke where one stream gets several; else the stream says it. */
  readonly together?: string;
  readonly contact?: Contact;
  /** How the file calls what the command calls otherwise. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
  /** Why nothing is to be done, where the kind itself can tell. */
  readonly untouched?: Words;
  /** What a reader is told besides, whatever becomes of the item. */
  readonly detail?: Json;
}

export type ItemState = 'fault' | 'untouched' | 'ok' | 'done' | 'refused';

/** An item as it is stored. */
export interface Item extends Omit<Planned, 'untouched' | 'titles' | 'together' | 'detail'> {
  readonly state: ItemState;
  readonly stroke: number | null;
  readonly result: Json;
  readonly detail: Json;
}

/** What a kind may look at while it plans: the files as they are now, as the actor's own division sees them. */
export interface Look {
  readonly division: string;
  readonly now: Instant;
  /** Folded from the events themselves; the aggregate's initial state where nothing was recorded. */
  state(stream: string): Promise<StreamState>;
  /** How many events it was folded from. */
  version(stream: string): Promise<number>;
  /** The bytes of an uploaded file; null where there is none of that sha256. */
  bytes(sha256: string): Promise<Uint8Array | null>;
  /** Ids of files by what a list page would filter by. */
  ids(list: 'project-years' | 'evaluations', filter: Selection): Promise<string[]>;
  contacts(personIds: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
}

export interface Selection {
  readonly fiscalYear?: number;
  /** Of evaluations alone. */
  readonly projectId?: string;
  readonly department?: string;
  readonly unit?: string;
  readonly stage?: string;
}
