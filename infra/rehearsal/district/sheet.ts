import { roundHalfUp } from '@quancheng/kernel';
import { exact } from '@quancheng/kernel';
import { type Indicator, row } from '../sketch.ts';
import type { Chance } from './chance.ts';
import type { Grade } from './ways.ts';
import type { Work } from './works.ts';

/** What was reached, in percent of each target, and of the money. Within these ranges the rules give the grade. */
interface Reached {
  readonly quantity: readonly [least: number, most: number];
  readonly quality: readonly [least: number, most: number];
  readonly benefit: readonly [least: number, most: number];
  readonly satisfied: readonly [least: number, most: number];
  readonly paid: readonly [least: number, most: number];
  /** The month in which the work was done; November was promised. */
  readonly month: '11' | '12';
}

export type Shape = Grade | 'close-to-good';

export const REACHED: Readonly<Record<Shape, Reached>> = {
  优秀: {
    quantity: [100, 108],
    quality: [100, 104],
    benefit: [90, 98],
    satisfied: [100, 106],
    paid: [95, 100],
    month: '11',
  },
  // Excellent by its own account, and good once a tenth of the work turns out not to be done.
  'close-to-good': {
    quantity: [100, 102],
    quality: [95, 97],
    benefit: [84, 86],
    satisfied: [100, 103],
    paid: [95, 99],
    month: '11',
  },
  良好: {
    quantity: [73, 79],
    quality: [91, 95],
    benefit: [81, 84],
    satisfied: [91, 95],
    paid: [92, 99],
    month: '11',
  },
  合格: {
    quantity: [55, 61],
    quality: [75, 78],
    benefit: [62, 66],
    satisfied: [75, 81],
    paid: [88, 94],
    month: '12',
  },
  不合格: {
    quantity: [25, 38],
    quality: [45, 60],
    benefit: [35, 50],
    satisfied: [50, 60],
    paid: [60, 80],
    month: '12',
  },
};

const SATISFIED_TARGET = '90';
const QUALITY_TARGET = '95';
const MONTH_TARGET = '11';

const percentOf = (target: string, percent: number, places: number): string =>
  roundHalfUp(exact(target).times(percent).div(100), places);

/** At most 100 %: nothing is better than without fault. */
const share = (target: string, percent: number): string => {
  const value = percentOf(target, percent, 1);
  return exact(value).gt(100) ? '100' : value;
};

/** The five rows of a sheet: what is promised, what the unit reports, and what a key evaluation finds. */
export function indicatorsOf(
  work: Work,
  target: string,
  reached: { own: Shape; found: Shape },
  chance: Chance,
): Indicator[] {
  const own = drawn(reached.own, chance);
  const found = reached.own === reached.found ? own : drawn(reached.found, chance);
  const { quantity, quality, benefit, satisfied } = work;
  return [
    row(
      ['quantity', quantity.name],
      ['higher', target, quantity.unit],
      '30',
      percentOf(target, own.quantity, 0),
      percentOf(target, found.quantity, 0),
    ),
    row(
      ['quality', quality],
      ['higher', QUALITY_TARGET, '%'],
      '20',
      share(QUALITY_TARGET, own.quality),
      share(QUALITY_TARGET, found.quality),
    ),
    row(['timeliness', '完成时间'], ['lower', MONTH_TARGET, '月'], '10', own.month, found.month),
    row(
      [benefit.kind, benefit.name],
      ['qualitative', benefit.state],
      '20',
      String(own.benefit),
      String(found.benefit),
    ),
    row(
      ['satisfaction', `${satisfied}满意度`],
      ['higher', SATISFIED_TARGET, '%'],
      '10',
      share(SATISFIED_TARGET, own.satisfied),
      share(SATISFIED_TARGET, found.satisfied),
    ),
  ];
}

function drawn(shape: Shape, chance: Chance) {
  const { quantity, quality, benefit, satisfied, month } = REACHED[shape];
  return {
    quantity: chance.whole(...quantity),
    quality: chance.whole(...quality),
    benefit: chance.whole(...benefit),
    satisfied: chance.whole(...satisfied),
    month,
  };
}

export const paidPercent = (shape: Shape, chance: Chance): bigint =>
  BigInt(chance.whole(...REACHED[shape].paid));
