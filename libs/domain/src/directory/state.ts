import { addDays, type PlainDate } from '@quancheng/kernel';
import type { Recorded, StreamState } from '../core/aggregate.ts';
import type { DirectoryEvent, EventData } from './events.ts';
import type { Move, Post, RegisteredUnit, Scope, UnitKind } from './shapes.ts';

/** What a unit was called and to which department it belonged, in a run of days. A last day belongs to its period. */
export type UnitPeriod = {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly name: string;
  readonly kind: UnitKind;
  readonly department: string;
};
export type Unit = {
  readonly unit: string;
  /** One after the other, without a gap. */
  readonly periods: readonly UnitPeriod[];
  /** Who went on with its work after its last day. */
  readonly successors: readonly string[];
};
export type Delegation = {
  readonly delegation: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly role: Post['role'];
  readonly unit: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly scope: Scope;
};
/** A reorganisation whose open files are not handed over yet. */
export type PendingChange = {
  readonly change: number;
  readonly from: PlainDate;
  readonly inForce: boolean;
  readonly moves: readonly Move[];
  readonly paper: string;
  readonly reason: string;
};

export type Founded = StreamState & {
  readonly stage: 'open';
  readonly division: string;
  readonly name: string;
  readonly parent: string | null;
  readonly units: Readonly<Record<string, Unit>>;
  readonly posts: readonly Post[];
  readonly delegations: readonly Delegation[];
  /** How many reorganisations there have been: the next one's number. */
  /** Years whose holidays were noted here. */
  readonly holidays: readonly number[];
  readonly changes: number;
  readonly pending: readonly PendingChange[];
};
export type NotFounded = StreamState & { readonly stage: 'none' };
export type DirectoryState = NotFounded | Founded;

export const initial: DirectoryState = { stage: 'none', marks: {} };

/** Total over the catalogue; a fact that this version does not know leaves the state as it is. */
export function evolve(state: DirectoryState, event: Recorded<DirectoryEvent>): DirectoryState {
  if (state.stage === 'none') return event.type === 'DirectoryFounded' ? found(state, event.data) : state;
  switch (event.type) {
    case 'DirectoryFounded':
      return { ...state, name: event.data.name, parent: event.data.parent };
    case 'HolidaysNoted':
      return { ...state, holidays: [...state.holidays, event.data.year] };
    case 'UnitsRegistered':
      return { ...state, units: withUnits(state.units, event.data.units) };
    case 'UnitRenamed': {
      const { unit, name, from } = event.data;
      return note({ ...state, units: changed(state.units, unit, from, { name }) }, event.data);
    }
    case 'UnitMoved': {
      const { unit, department, from } = event.data;
      return note({ ...state, units: changed(state.units, unit, from, { department }) }, event.data);
    }
    case 'UnitsMerged':
      return merge(state, event.data);
    case 'UnitSplit':
      return split(state, event.data);
    case 'UnitClosed':
      return close(state, event.data);
    case 'ChangeInForce':
      return {
        ...state,
        pending: state.pending.map((one) =>
          one.change === event.data.change ? { ...one, inForce: true } : one,
        ),
      };
    case 'FilesHandedOver':
      return { ...state, pending: state.pending.filter(({ change }) => change !== event.data.change) };
    case 'PostsGranted':
      return { ...state, posts: [...state.posts, ...event.data.posts] };
    case 'PostEnded':
      return { ...state, posts: ended(state.posts, event.data, event.data.until) };
    case 'HolderReplaced':
      return replace(state, event.data);
    case 'PostDelegated':
      return { ...state, delegations: [...state.delegations, delegationOf(event.data)] };
    case 'DelegationRevoked':
      return { ...state, delegations: revoked(state.delegations, event.data) };
    default:
      return unknown(state, event);
  }
}

const found = (
  { marks }: NotFounded,
  { division, name, parent }: EventData<'DirectoryFounded'>,
): DirectoryState => ({
  stage: 'open',
  marks,
  division,
  name,
  parent,
  units: {},
  posts: [],
  delegations: [],
  changes: 0,
  holidays: [],
  pending: [],
});

type Units = Founded['units'];

function withUnits(units: Units, added: readonly RegisteredUnit[]): Units {
  const entries = added.map(({ unit, name, kind, department, from }): [string, Unit] => [
    unit,
    { unit, periods: [{ from, until: null, name, kind, department }], successors: [] },
  ]);
  return { ...units, ...Object.fromEntries(entries) };
}

/** A new period from that day on; a period that would begin later gives way to it. */
function changed(units: Units, code: string, from: PlainDate, change: Partial<UnitPeriod>): Units {
  const unit = units[code];
  const last = unit?.periods.at(-1);
  if (unit === undefined || last === undefined) return units;
  const before = unit.periods.filter((period) => period.from < from).map((period) => endedBy(period, from));
  const periods = [...before, { ...last, ...change, from, until: last.until }];
  return { ...units, [code]: { ...unit, periods } };
}

function gone(units: Units, code: string, from: PlainDate, successors: readonly string[]): Units {
  const unit = units[code];
  if (unit === undefined) return units;
  const periods = unit.periods.filter((period) => period.from < from).map((period) => endedBy(period, from));
  return { ...units, [code]: { ...unit, periods, successors } };
}

const endedBy = (period: UnitPeriod, from: PlainDate): UnitPeriod =>
  period.until !== null && period.until < from ? period : { ...period, until: addDays(from, -1) };

/** Units under a department that is no more go on under the one that took its place. */
function adopt(units: Units, former: readonly string[], from: PlainDate, department: string): Units {
  return Object.values(units)
    .filter(({ unit, periods }) => {
      const last = periods.at(-1);
      return last?.until === null && unit !== last.department && former.includes(last.department);
    })
    .reduce((all, { unit }) => changed(all, unit, from, { department }), units);
}

function note(state: Founded, given: PendingChange): Founded {
  const { change, from, inForce, moves, paper, reason } = given;
  return {
    ...state,
    changes: change,
    pending: [...state.pending, { change, from, inForce, moves, paper, reason }],
  };
}

function merge(state: Founded, data: EventData<'UnitsMerged'>): Founded {
  const { units: former, into, founded, from } = data;
  const known = founded === null ? state.units : withUnits(state.units, [founded]);
  const left = former.reduce((all, code) => gone(all, code, from, [into]), known);
  return note({ ...state, units: adopt(left, former, from, into) }, data);
}

function split(state: Founded, data: EventData<'UnitSplit'>): Founded {
  const { unit, into, founded, from } = data;
  const left = gone(withUnits(state.units, founded), unit, from, into);
  return note({ ...state, units: adopt(left, [unit], from, into[0] ?? unit) }, data);
}

function close(state: Founded, data: EventData<'UnitClosed'>): Founded {
  const { unit, successor, from } = data;
  const left = gone(state.units, unit, from, successor === null ? [] : [successor]);
  return note({ ...state, units: successor === null ? left : adopt(left, [unit], from, successor) }, data);
}

type Held = Pick<Post, 'personId' | 'role' | 'unit' | 'from'>;

export const isSamePost = (a: Omit<Held, 'from'>, b: Omit<Held, 'from'>): boolean =>
  a.personId === b.personId && a.role === b.role && a.unit === b.unit;

const ended = (posts: readonly Post[], held: Held, until: PlainDate): Post[] =>
  posts.map((post) => (isSamePost(post, held) && post.from === held.from ? { ...post, until } : post));

function replace(state: Founded, data: EventData<'HolderReplaced'>): Founded {
  const { formerPersonId, formerFrom, personId, role, post, unit, from } = data;
  const former = { personId: formerPersonId, role, unit, from: formerFrom };
  const kept = ended(state.posts, former, addDays(from, -1));
  return { ...state, posts: [...kept, { personId, role, post, unit, from, until: null }] };
}

const delegationOf = (data: EventData<'PostDelegated'>): Delegation => {
  const { delegation, fromPersonId, toPersonId, role, unit, from, until, scope } = data;
  return { delegation, fromPersonId, toPersonId, role, unit, from, until, scope };
};

const revoked = (
  delegations: readonly Delegation[],
  { delegation, from }: EventData<'DelegationRevoked'>,
): Delegation[] =>
  delegations.map((one) =>
    one.delegation === delegation && one.until >= from ? { ...one, until: addDays(from, -1) } : one,
  );

/** Compiles only while every event of the catalogue is handled above. */
function unknown(state: Founded, _event: never): Founded {
  return state;
}
