import { type PlainDate, startOfDay } from '@quancheng/kernel';
import type { Role } from '../core/actor.ts';
import type { FollowUp, Ownership, Recorded } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';
import type { Obligation, Timer } from '../core/obligation.ts';
import type { DirectoryEvent } from './events.ts';
import type { Post } from './shapes.ts';
import type { Delegation, DirectoryState, Unit, UnitPeriod } from './state.ts';

/** The directory is the division's own: no unit and no department owns it. */
export const ownership = (state: DirectoryState): Ownership | null =>
  state.stage === 'none' ? null : { division: state.division, unit: '', department: '' };

/** A directory owes nothing by a date: who is wanted for a post is a matter of the files that wait. */
export const openObligations = (_state: DirectoryState): Obligation[] => [];

/** A reorganisation entered beforehand comes into force as its day begins. */
export function timers(state: DirectoryState): Timer[] {
  if (state.stage === 'none') return [];
  return state.pending
    .filter(({ inForce }) => !inForce)
    .map(({ change, from }) => ({
      id: `change/${change}`,
      at: startOfDay(from),
      fact: { type: 'ChangeInForce', data: { change, from }, clause: CLAUSE.accountability },
    }));
}

const REORGANISED = ['UnitRenamed', 'UnitMoved', 'UnitsMerged', 'UnitSplit', 'UnitClosed'] as const;
type Reorganised = Extract<DirectoryEvent, { type: (typeof REORGANISED)[number] }>;

const isReorganisation = (event: Recorded<DirectoryEvent>): event is Recorded<Reorganised> =>
  REORGANISED.some((type) => type === event.type);

/** The calendars of these years may count days of the year whose holidays are noted; one that has not begun refuses quietly. */
const YEARS_AROUND = [-1, 0, 1];

/**
 * A reorganisation in force asks the directory itself to hand over: the open files are looked for at that moment, under the
 * lock of the directory. What was found then is told to each file.
 */
export function followUps(state: DirectoryState, event: Recorded<DirectoryEvent>): FollowUp[] {
  if (state.stage === 'none') return [];
  const { division } = state;
  const handOver = (change: number): FollowUp => ({
    aggregate: 'directory',
    id: division,
    type: 'HandOver',
    data: { change },
  });
  if (event.type === 'HolidaysNoted')
    return [
      ...event.data.files,
      ...YEARS_AROUND.map((years) => ({
        aggregate: 'budget-year' as const,
        id: String(event.data.year + years),
      })),
    ].map((file) => ({ ...file, type: 'RenewLegalDates', data: {} }));
  if (event.type === 'ChangeInForce') return [handOver(event.data.change)];
  if (isReorganisation(event)) return event.data.inForce ? [handOver(event.data.change)] : [];
  if (event.type !== 'FilesHandedOver') return [];
  const { files, from, paper, reason } = event.data;
  return files.map(({ aggregate, id, ...place }) => ({
    aggregate,
    id,
    type: 'TakeOverUnit',
    data: { ...place, from, paper, reason },
  }));
}

const covers = ({ from, until }: { from: PlainDate; until: PlainDate | null }, date: PlainDate): boolean =>
  from <= date && (until === null || until >= date);

/** What the unit was on that day; undefined where there was none. */
export const unitOn = (unit: Unit | undefined, date: PlainDate): UnitPeriod | undefined =>
  unit?.periods.find((period) => covers(period, date));

/** Who held the post on that day. A later change never touches an earlier day; with the unit its posts end. */
export function holdersOn(state: DirectoryState, role: Role, unit: string, date: PlainDate): Post[] {
  if (state.stage === 'none' || unitOn(state.units[unit], date) === undefined) return [];
  return state.posts.filter((post) => post.role === role && post.unit === unit && covers(post, date));
}

/** In whose stead somebody acted on that day. A delegation ends with the post that it was given from. */
export function delegationsOn(state: DirectoryState, toPersonId: string, date: PlainDate): Delegation[] {
  if (state.stage === 'none') return [];
  return state.delegations.filter(
    (one) =>
      one.toPersonId === toPersonId &&
      covers(one, date) &&
      holdersOn(state, one.role, one.unit, date).some(({ personId }) => personId === one.fromPersonId),
  );
}
