import { describe, expect, it } from '@jest/globals';
import { day, isRefusal, sumFen, toJson } from '@quancheng/kernel';
import { askGrade, askScore, isProvisional, rulebook } from '@quancheng/rulebook';
import { departmentOf, players } from '../cast.ts';
import type { Indicator } from '../sketch.ts';
import type { Order } from '../story/step.ts';
import { chanceOf, deal } from './chance.ts';
import { places } from './directory.ts';
import { lifeOf } from './lives.ts';
import { policies } from './policies.ts';
import { districtTimeline } from './timeline.ts';
import { OFF } from './running.ts';
import { evaluationIdOf, type Turn, turns, yearIdOf } from './turns.ts';
import { districtUnits } from './units.ts';
import { SHARES } from './ways.ts';

const SEEDS = [1, 7, 999];
const WAN = 10_000_00n;

const distinct = <T>(values: readonly T[]): number => new Set(values).size;
const plain = (value: unknown): string => JSON.stringify(toJson(value));

/** The orders that depend on nothing the files say. */
const givenOrders = (turn: Turn): Order[] =>
  lifeOf(turn).flatMap(({ order }) => (typeof order === 'function' ? [] : [order]));

describe('chance', () => {
  it('is the same for the same seed, and another for another', () => {
    const drawn = (seed: number) => {
      const chance = chanceOf(seed);
      return [chance.whole(1, 1_000), ...chance.shuffled([1, 2, 3, 4, 5, 6, 7])];
    };
    expect(drawn(3)).toEqual(drawn(3));
    expect(drawn(3)).not.toEqual(drawn(4));
  });

  it('deals each way as often as its share says, and the usual one to all others', () => {
    const items = Array.from({ length: 20 }, (_, index) => index);
    const hands = [...deal(chanceOf(5), items, ['usual', ['rare', 3], ['rarer', 1]]).values()];
    expect([...Map.groupBy(hands, (way) => way)].map(([way, of]) => [way, of.length]).sort()).toEqual([
      ['rare', 3],
      ['rarer', 1],
      ['usual', 16],
    ]);
    expect(() => deal(chanceOf(5), [1], ['usual', ['rare', 2]])).toThrow(RangeError);
  });
});

describe.each(SEEDS)('the district of seed %i', (seed) => {
  const all = turns(seed);
  const planned = all.filter(({ isPlanned }) => isPlanned);

  it('follows from its seed alone', () => {
    expect(plain(all.flatMap(givenOrders))).toBe(plain(turns(seed).flatMap(givenOrders)));
  });

  it('has 300 project-years of its own over 44 units of 11 departments, each id and each name once', () => {
    expect(all).toHaveLength(300);
    expect(distinct(all.map(yearIdOf))).toBe(300);
    expect(distinct(all.map(({ member }) => member.unit))).toBe(44);
    expect(distinct(all.map(({ member }) => member.department))).toBe(11);
    expect(distinct(all.map(({ member }) => member.name))).toBe(distinct(all.map(({ member }) => member.id)));
  });

  it('brings the plan of the year to 29 projects a little below 800 million yuan', () => {
    expect(players.length + planned.length).toBe(29);
    const sum = sumFen([
      ...players.map(({ controlFen }) => controlFen),
      ...planned.map(({ controlFen }) => controlFen),
    ]);
    expect(sum).toBeLessThan(80_000n * WAN);
    expect(sum).toBeGreaterThan(79_000n * WAN);
    expect(new Set(planned.map(({ ways }) => ways.evaluation))).toEqual(new Set(['key', 'commissioned']));
  });

  it.each(Object.entries(SHARES))('every way of %s occurs', (_name, shares) => {
    const here = new Set(all.flatMap(({ ways }) => Object.values(ways) as string[]));
    expect(
      shares.map((share) => (typeof share === 'string' ? share : share[0])).filter((way) => !here.has(way)),
    ).toEqual([]);
  });

  it('spends at most what is approved, and approves at most what is asked for', () => {
    const wrong = all.filter(
      ({ requestedFen, controlFen, askedFen, approvedFen, paidFen }) =>
        !(0n < paidFen && paidFen <= approvedFen && approvedFen <= askedFen && controlFen <= requestedFen),
    );
    expect(wrong.filter(({ ways }) => ways.change !== 'transferred').map(yearIdOf)).toEqual([]);
    expect(all.filter(({ paidFen, approvedFen }) => paidFen > approvedFen)).toEqual([]);
  });

  it('declares a goal exactly from the amounts of the rules on', () => {
    const asked = (one: Turn) => one.requestedFen >= (one.member.nature === 'recurrent' ? 500n : 50n) * WAN;
    expect(all.filter((one) => one.year !== 2013 && one.hasGoal !== asked(one)).map(yearIdOf)).toEqual([]);
    expect(distinct(all.filter(({ year }) => year === 2014).map(({ hasGoal }) => hasGoal))).toBe(2);
  });

  it('writes sheets that the rules grade as the way says', () => {
    const evaluated = all.filter(
      ({ ways }) => ways.evaluation !== 'regraded' && ways.evaluation !== 'reopened',
    );
    expect(evaluated.filter((one) => gradeOf(one, 'found') !== one.ways.grade).map(yearIdOf)).toEqual([]);
  });

  it('writes sheets that a spot check brings from 优秀 to 良好', () => {
    const lowered = all.filter(
      ({ ways }) => ways.evaluation === 'regraded' || ways.evaluation === 'reopened',
    );
    expect(lowered.length).toBeGreaterThan(0);
    expect(new Set(lowered.map((one) => gradeOf(one, 'own')))).toEqual(new Set(['优秀']));
  });

  it('spends what is off its goal well ahead of the work', () => {
    const off = all.filter(({ ways }) => OFF.includes(ways.tracking));
    expect(off.length).toBeGreaterThan(0);
    const ahead = ({ paidFen, approvedFen }: Turn) => Number((paidFen * 95n) / approvedFen) - 25;
    expect(off.filter((one) => ahead(one) < 21).map(yearIdOf)).toEqual([]);
  });

  it('never sends one command twice to a file at one hour', () => {
    const keys = all.flatMap((turn) =>
      lifeOf(turn).flatMap(({ at, order }) =>
        typeof order === 'function' ? [] : [`${at} ${order.to.join('/')}`],
      ),
    );
    expect(distinct(keys)).toBe(keys.length);
  });

  it('evaluates each project-year at most in one evaluation', () => {
    const yearly = all.filter(({ member, year }) => member.nature === 'recurrent' && year !== 2015);
    expect(distinct(yearly.map(evaluationIdOf))).toBe(yearly.length);
  });

  it('goes by the hour, the small cast first', () => {
    const hours = districtTimeline(seed).map(({ at }) => at);
    expect(hours).toEqual(hours.toSorted());
    expect(distinct(districtTimeline(seed).map(({ id }) => id))).toBe(hours.length);
  });
});

describe('the directory of the district', () => {
  it('knows every unit that acts, under a department that it knows', () => {
    const known = new Map(places.map(({ unit, department }) => [unit, department]));
    const acting = [
      ...districtUnits.map(({ code }) => code),
      ...players.map(({ unit }) => unit),
      ...policies.map(({ department }) => department),
    ];
    expect(acting.filter((unit) => !known.has(unit))).toEqual([]);
    expect(acting.filter((unit) => known.get(unit) !== departmentOf(unit))).toEqual([]);
    expect([...known.values()].filter((department) => !known.has(department))).toEqual([]);
  });
});

/** By the rules of the day, as the bureau's own code would grade it. */
function gradeOf({ indicators, approvedFen, paidFen }: Turn, column: 'own' | 'found'): string {
  const on = day('2014-10-01');
  const lines = indicators.map((one: Indicator) => ({
    name: one.name,
    kind: one.direction,
    target: one.target,
    actual: one[column],
    weight: one.weight,
  }));
  const sheet = askScore(rulebook, { lines, money: { budgetFen: approvedFen, paidFen, weight: '10' } }, on);
  if (isProvisional(sheet) || sheet.total === null) throw new Error('the sheet cannot be scored');
  const graded = askGrade(rulebook, sheet.total, on);
  if (isProvisional(graded) || isRefusal(graded)) throw new Error('the score has no grade');
  return graded.grade;
}
