import type { Chance } from './chance.ts';
import { districtUnits, type Unit } from './units.ts';
import { PLACES, type Work, works } from './works.ts';

export type Year = 2013 | 2014 | 2015;

/** A generated project: whose it is, what it buys, and in which years. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly department: string;
  readonly field: string;
  readonly work: Work;
  readonly nature: 'recurrent' | 'new';
  readonly term: 'continuing' | 'one-off' | 'phased';
  readonly highConcern: boolean;
  readonly years: readonly Year[];
}

/** How many of each kind a district of this size has. Recurrent ones are mostly found under way in 2013. */
const KINDS = [
  { letter: 'R', nature: 'recurrent', term: 'continuing', count: 78, years: [2013, 2014, 2015] },
  { letter: 'W', nature: 'new', term: 'one-off', count: 48, years: [2014] },
  { letter: 'P', nature: 'new', term: 'phased', count: 10, years: [2014, 2015] },
  { letter: 'L', nature: 'new', term: 'one-off', count: 10, years: [2015] },
] as const;
const BEGUN_IN_2014 = 12;

export function members(chance: Chance): Member[] {
  const names = namesOf(chance);
  return KINDS.flatMap(({ letter, nature, term, count, years }) => {
    const seats = chance.shuffled(seatsFor(count));
    const begunLater = new Set(chance.shuffled(seats).slice(0, nature === 'recurrent' ? BEGUN_IN_2014 : 0));
    return seats
      .toSorted((a, b) => (idOf(a, letter) < idOf(b, letter) ? -1 : 1))
      .map((seat): Member => {
        const { unit } = seat;
        const { name, work } = names(unit.department.code, nature);
        return {
          id: idOf(seat, letter),
          name,
          unit: unit.code,
          department: unit.department.code,
          field: unit.department.field,
          work,
          nature,
          term,
          highConcern: chance.whole(1, 5) === 1,
          years: begunLater.has(seat) ? [2014, 2015] : years,
        };
      });
  });
}

interface Seat {
  readonly unit: Unit;
  readonly number: number;
}

const idOf = ({ unit, number }: Seat, letter: string): string => `${letter}${unit.code}-${number}`;

/** One project a unit, then a second one, until there are as many as wanted. */
const seatsFor = (count: number): Seat[] =>
  Array.from({ length: count }, (_, index) => ({
    unit: districtUnits[index % districtUnits.length] as Unit,
    number: Math.floor(index / districtUnits.length) + 1,
  }));

/** A work and a part of the district for it, each pair once in a department. */
function namesOf(chance: Chance) {
  const decks = new Map<string, { name: string; work: Work }[]>();
  return (department: string, nature: Work['nature']): { name: string; work: Work } => {
    const key = `${department} ${nature}`;
    const deck = decks.get(key) ?? chance.shuffled(pairs(department, nature));
    decks.set(key, deck);
    const drawn = deck.pop();
    if (drawn === undefined) throw new RangeError(`no more names for ${key}`);
    return drawn;
  };
}

const pairs = (department: string, nature: Work['nature']) =>
  works
    .filter((work) => work.department === department && work.nature === nature)
    .flatMap((work) => PLACES.map((place) => ({ name: `${place}${work.name}`, work })));
