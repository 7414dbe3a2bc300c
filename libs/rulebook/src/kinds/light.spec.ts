import { describe, expect, it } from '@jest/globals';
import { exact } from '@quancheng/kernel';
import fc from 'fast-check';
import { answerLight, type LightValue, type Share } from './light.ts';

const value: LightValue = { redBelowPercent: '60', yellowBelowPercent: '80', blueFromPercentOfYear: '120' };
const eager: LightValue = { ...value, blueFromPercentOfExpected: '120' };

describe('the light of an aim: target 100 in July', () => {
  it.each([
    ['45', '77.14', 'yellow'],
    ['35', '60.00', 'yellow'],
    ['34.9', '59.83', 'red'],
    ['46.66', '79.99', 'yellow'],
    ['46.67', '80.01', 'green'],
    ['0', '0.00', 'red'],
    ['119.99', '205.70', 'green'],
    ['120', '205.71', 'blue'],
  ])('%s is %s: %s', (actual, percent, light) => {
    expect(answerLight(value, { target: '100', actual, month: 7 })).toEqual({ light, percent });
  });

  it.each([
    ['69.99', 'green'],
    ['70', 'blue'],
  ])('the eager variant is blue at 120% of what is expected by now: %s is %s', (actual, light) => {
    expect(answerLight(eager, { target: '100', actual, month: 7 })).toMatchObject({ light });
  });
});

describe('other indicators than a total that grows with the months', () => {
  const whole: Share = { part: '1', whole: '1' };
  it.each([
    [
      'a plan of its own comes before the months',
      { target: '100', actual: '12', share: { part: '20', whole: '100' } },
      '60.00',
      'yellow',
    ],
    [
      'a share of the plan without an exact decimal keeps the bound',
      { target: '100', actual: '10', share: { part: '1', whole: '6' } },
      '60.00',
      'yellow',
    ],
    [
      'a plan that expects nothing yet paints nothing red',
      { target: '100', actual: '0', share: { part: '0', whole: '100' } },
      null,
      'green',
    ],
    [
      'a rate is held against the whole target',
      { target: '95', actual: '57', share: whole },
      '60.00',
      'yellow',
    ],
    [
      'a ceiling of a level that is kept',
      { target: '12', actual: '12', share: whole, lessIsBetter: true },
      '100.00',
      'green',
    ],
    [
      'a ceiling of a level that is broken',
      { target: '12', actual: '15.01', share: whole, lessIsBetter: true },
      '79.95',
      'yellow',
    ],
    [
      'a ceiling far below never shines blue',
      { target: '12', actual: '1', share: whole, lessIsBetter: true },
      '1200.00',
      'green',
    ],
    [
      'a running ceiling is used up too early',
      { target: '50', actual: '49', lessIsBetter: true },
      '59.52',
      'red',
    ],
    [
      'no accident is what no accident wanted',
      { target: '0', actual: '0', lessIsBetter: true },
      null,
      'green',
    ],
    ['one accident is red', { target: '0', actual: '1', lessIsBetter: true }, '0.00', 'red'],
    ['an aim of nothing has no light', { target: '0', actual: '5' }, null, null],
  ])('%s', (_what, given, percent, light) => {
    expect(answerLight(value, { month: 7, ...given })).toEqual({ light, percent });
  });
});

describe('always', () => {
  const cents = (max: number) => fc.integer({ min: 1, max }).map((n) => exact(String(n)).div(100).toFixed());
  const month = fc.integer({ min: 1, max: 12 });
  const ORDER = ['red', 'yellow', 'green', 'blue'];
  const rank = (given: { target: string; actual: string; month: number; lessIsBetter?: boolean }) =>
    ORDER.indexOf(answerLight(value, given).light ?? '');

  it('more of an aim is never a worse light, more of a ceiling never a better one', () => {
    fc.assert(
      fc.property(cents(100_000), cents(200_000), cents(200_000), month, (target, one, other, of) => {
        const [less, more] = exact(one).lte(other) ? [one, other] : [other, one];
        const at = (actual: string, lessIsBetter: boolean) =>
          rank({ target, actual, month: of, lessIsBetter });
        expect(at(more, false)).toBeGreaterThanOrEqual(at(less, false));
        expect(at(more, true)).toBeLessThanOrEqual(at(less, true));
      }),
    );
  });

  it('the unit does not matter: 元 and 万元 have the same light', () => {
    fc.assert(
      fc.property(cents(100_000), cents(200_000), month, (target, actual, of) => {
        const inYuan = (text: string) => exact(text).times(10_000).toFixed();
        expect(answerLight(value, { target: inYuan(target), actual: inYuan(actual), month: of })).toEqual(
          answerLight(value, { target, actual, month: of }),
        );
      }),
    );
  });
});
