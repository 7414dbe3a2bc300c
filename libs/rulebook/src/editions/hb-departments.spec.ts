import { describe, expect, it } from '@jest/globals';
import { day } from '@quancheng/kernel';
import { type Rulebook, rulebook, rulebookOfEdition } from '../rulebook.ts';
import { askScore } from '../score-sheet.ts';

const on = day('2023-03-31');
const local = rulebookOfEdition('hb-departments') as Rulebook;
const national = rulebookOfEdition('national-2020') as Rulebook;

describe('a local variant is data', () => {
  it('no division selects it', () => {
    for (const division of ['330211000', '420000000', '130000000'])
      expect(rulebook.editionFor(2023, division)?.id).not.toBe('hb-departments');
  });

  it.each([
    ['110', '9.09', '9.00'],
    ['125', '8.00', '7.50'],
    ['200', '5.00', '0.00'],
    ['100', '10.00', '10.00'],
  ])(
    'a reverse indicator at %s of 100 earns %s by the ratio, and %s in a straight line',
    (actual, ratio, linear) => {
      const lines = [{ name: '能耗', kind: 'lower' as const, target: '100', actual, weight: '10' }];
      for (const [book, points] of [
        [local, ratio],
        [national, linear],
      ] as const)
        expect(askScore(book, { lines, money: null }, on)).toMatchObject({ lines: [{ points }] });
    },
  );
});
