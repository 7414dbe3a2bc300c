import { describe, expect, it } from '@jest/globals';
import type { Json } from '@quancheng/kernel';
import { describeWalks, DIVISION, type Step, step, storyOf, type Walks, walksOf } from '@quancheng/testing';
import { indicatorLibrary, indicatorLibraryEvents } from './index.ts';
import type { IndicatorLibraryState } from './state.ts';

const wish = (does: string, data: Record<string, Json>, as: Step['as'] = 'finance-performance'): Step =>
  step(does, as, '2014-01-02', data);
const entry = (code: string, name: string, more: Record<string, Json> = {}): Json => ({
  code,
  name,
  scope: 'common',
  kind: 'quantity',
  direction: 'higher',
  unit: '个',
  validFrom: '2014-01-01',
  ...more,
});
const OWN = { scope: 'department', department: 'D-01' };

/** Any of these may be tried on any day; most are refused, and no entry is ever lost. */
const TRIES: readonly Step[] = [
  ...['A', 'B'].flatMap((code) => [
    wish('ListIndicators', { indicators: [entry(code, '甲')] }),
    wish('ListIndicators', { indicators: [entry(code, '乙')] }),
    wish('ChangeIndicator', { indicator: entry(code, '丙'), reason: '修订' }),
    wish('RetireIndicator', { code, until: '2014-12-31', reason: '停用' }),
  ]),
  wish('ListIndicators', { indicators: [entry('D', '丁', OWN)] }, 'department'),
  wish('RetireIndicator', { code: 'D', until: '2014-06-30', successor: 'A', reason: '并入' }, 'department'),
];

const walks: Walks<IndicatorLibraryState> = {
  story: storyOf(indicatorLibrary, DIVISION),
  tries: TRIES,
  startOn: '2014-01-02',
  isCited: true,
};
describeWalks(walks);

describe('an indicator library', () => {
  it('never loses an indicator', () => {
    walksOf(walks).everyWalk(({ visits }) => {
      for (const { before, after } of visits) {
        if (before.state.stage === 'none' || after.state.stage === 'none') continue;
        expect(Object.keys(after.state.indicators)).toEqual(
          expect.arrayContaining(Object.keys(before.state.indicators)),
        );
      }
    });
  });

  it('walks get far enough to mean something: every kind of fact happens', () => {
    const seen = new Set(
      walksOf(walks)
        .someWalks(200)
        .flatMap(({ life }) => walks.story.typesOf(life)),
    );
    expect(Object.keys(indicatorLibraryEvents).filter((type) => !seen.has(type))).toEqual([]);
  });
});
