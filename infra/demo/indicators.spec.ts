import { describe, expect, it } from '@jest/globals';
import { aggregates } from '@quancheng/domain';
import { EVALUATION_KINDS } from '@quancheng/forms';
import { DIVISION, step, storyOf } from '@quancheng/testing';
import { commonIndicators } from './indicators.ts';

const { live, unborn, dataOf } = storyOf(aggregates['indicator-library'], DIVISION);

describe("the demonstration's library", () => {
  const listed = live(
    unborn,
    step('ListIndicators', 'finance-performance', '2014-01-02', { indicators: commonIndicators }),
  );
  const { indicators } = dataOf(listed) as { indicators: { kind: string; levelTwo?: string }[] };

  it('is taken as it stands', () => {
    expect(indicators).toHaveLength(commonIndicators.length);
  });

  it('has something for each part of the framework but the money earned', () => {
    const kinds = new Set(indicators.map(({ kind }) => kind));
    expect(EVALUATION_KINDS.map(({ value }) => value).filter((kind) => !kinds.has(kind))).toEqual([
      'economic',
    ]);
  });
});
