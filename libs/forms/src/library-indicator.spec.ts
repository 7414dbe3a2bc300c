import { describe, expect, it } from '@jest/globals';
import { indicatorFields, libraryIndicatorForm, type PastActual, takenFromLibrary } from './index.ts';

const ENTRY = libraryIndicatorForm.schema.parse({
  code: 'C-7',
  scope: 'common',
  kind: 'quality',
  name: '工程验收合格率',
  direction: 'higher',
  unit: '%',
  scoring: '按比例',
  source: '验收报告',
  validFrom: '2014-01-01',
  pastValues: [
    { year: '2011', value: '90' },
    { year: '2012', value: '93' },
  ],
});
const past = (fiscalYear: number, actual: string | null, projectYearId?: string): PastActual => ({
  fiscalYear,
  actual,
  ...(projectYearId === undefined ? {} : { projectYearId }),
});

describe('an indicator taken from the library', () => {
  it('fills only cells that a goal has, and neither target nor weight', () => {
    const taken = takenFromLibrary(ENTRY, { projectId: 'P', past: [] });
    expect(taken).toEqual({
      libraryId: 'C-7',
      kind: 'quality',
      name: '工程验收合格率',
      direction: 'higher',
      unit: '%',
      scoring: '按比例',
      source: '验收报告',
      baseline: '93',
    });
    const known = new Set<string>(indicatorFields.map(({ name }) => name));
    expect(Object.keys(taken).filter((name) => !known.has(name))).toEqual([]);
  });

  it.each<[string, PastActual[], string]>([
    ["the project's own latest value", [past(2012, '94', 'P-2012'), past(2013, '96', 'P-2013')], '96'],
    ['not of a year without a result', [past(2013, null, 'P-2013'), past(2012, '94', 'P-2012')], '94'],
    ["not another project's", [past(2013, '99', 'Q-2013'), past(2013, '98')], '93'],
    ['not that of a project whose number begins alike', [past(2013, '99', 'P-1-2013')], '93'],
  ])('its past value is %s', (_, values, baseline) => {
    expect(takenFromLibrary(ENTRY, { projectId: 'P', past: values }).baseline).toBe(baseline);
  });
});
