import { describe, expect, it } from '@jest/globals';
import { day } from '@quancheng/kernel';
import { rulebookOfEdition } from '@quancheng/rulebook';
import { DEVIATION_CAUSES, LIKELIHOODS } from './tracking-report.form.ts';

describe('the tracking report offers what the monitoring table of the national rules has', () => {
  const clause = (question: string) =>
    rulebookOfEdition('national-2020')?.clause(question, day('2020-07-31'));

  it.each([
    ['monitoring/causes', DEVIATION_CAUSES],
    ['monitoring/likelihoods', LIKELIHOODS],
  ])('%s', (question, offered) => {
    expect(clause(question)).toMatchObject({
      value: { options: offered.map(({ value, label }) => ({ id: value, words: { zh: label.zh } })) },
    });
  });
});
