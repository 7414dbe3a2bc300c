import { describe, expect, it } from '@jest/globals';
import { canonicalJson, day } from '@quancheng/kernel';
import fc from 'fast-check';
import {
  copyLastYear,
  type GoalDeclaration,
  goalDeclarationForm,
  type LastYear,
  withProposals,
} from './index.ts';

const FORM = goalDeclarationForm.schema.parse({
  requestedFen: 5_000_000n,
  startOn: '2013-03-01',
  endOn: '2013-11-30',
  need: '改善办学条件',
  content: '改造两所学校的操场，2013年内完成',
  lines: [{ item: '操场', amountFen: 5_000_000n }],
  goalAnnual: '两所学校的操场改造完成并投入使用',
  indicators: [
    {
      row: '1',
      kind: 'quantity',
      name: '改造操场',
      direction: 'higher',
      target: '2',
      unit: '个',
      weight: '50',
      baseline: '1',
    },
    {
      row: '2',
      kind: 'cost',
      name: '单位造价',
      direction: 'lower',
      target: '300',
      unit: '元/平方米',
      weight: '30',
      libraryId: 'C-9',
    },
    {
      row: '3',
      kind: 'timeliness',
      name: '完成时间',
      direction: 'qualitative',
      target: '2013年12月底前',
      weight: '10',
    },
  ],
  periodValues: [{ row: '1', period: 'Q2', planned: '1' }],
  milestones: [{ on: '2013-06-30', expect: '第一个操场完成' }],
  relatedRequests: [{ projectId: 'P-8', requestedFen: 1n }],
  earlierProblems: '上年结转过大',
});
const LAST: LastYear = {
  fiscalYear: 2013,
  form: FORM,
  approvedFen: 4_500_000n,
  actuals: { 1: '3', 2: '280' },
  library: { 'C-9': { valid: false, successor: 'C-10' } },
};
const shown = (last: LastYear = LAST, year = 2014) =>
  copyLastYear(last, year).differences.map(({ field, code, was, proposed }) => [field, code, was, proposed]);

/** Differences that one click settles; each of them stands alone at its field. */
const SETTLED: readonly string[] = ['DATE_OF_LAST_YEAR', 'YEAR_IN_TEXT', 'BASELINE', 'INDICATOR_RETIRED'];
const at = (paper: unknown, field: string): unknown =>
  field.split('.').reduce<unknown>((now, key) => (now as Record<string, unknown> | undefined)?.[key], paper);

describe("last year's goal as a beginning", () => {
  it('is copied word for word, and each thing that is of last year is named', () => {
    const { draft } = copyLastYear(LAST, 2014);
    const { relatedRequests: _, earlierProblems: __, ...kept } = FORM;
    expect(canonicalJson(draft)).toBe(canonicalJson(kept));
    expect(shown()).toEqual([
      ['requestedFen', 'AMOUNT_OF_LAST_YEAR', '50000.00', null],
      ['startOn', 'DATE_OF_LAST_YEAR', '2013-03-01', '2014-03-01'],
      ['endOn', 'DATE_OF_LAST_YEAR', '2013-11-30', '2014-11-30'],
      ['milestones.0.on', 'DATE_OF_LAST_YEAR', '2013-06-30', '2014-06-30'],
      ['content', 'YEAR_IN_TEXT', FORM.content, '改造两所学校的操场，2014年内完成'],
      ['indicators.2.target', 'YEAR_IN_TEXT', '2013年12月底前', '2014年12月底前'],
      ['indicators.0.baseline', 'BASELINE', '1', '3'],
      ['indicators.0.target', 'TARGET_BEHIND_LAST_YEAR', '2', null],
      ['indicators.1.baseline', 'BASELINE', null, '280'],
      ['indicators.1.target', 'TARGET_BEHIND_LAST_YEAR', '300', null],
      ['indicators.1.libraryId', 'INDICATOR_RETIRED', 'C-9', 'C-10'],
      ['relatedRequests', 'NOT_COPIED', 'P-8', null],
      ['earlierProblems', 'NOT_COPIED', '上年结转过大', null],
    ]);
  });

  it('a project that runs on keeps its first and last day', () => {
    const form: GoalDeclaration = { ...FORM, endOn: day('2015-06-30') };
    expect(shown({ ...LAST, form }).filter(([, code]) => code === 'DATE_OF_LAST_YEAR')).toEqual([
      ['milestones.0.on', 'DATE_OF_LAST_YEAR', '2013-06-30', '2014-06-30'],
    ]);
  });

  it('a leap day moves to the last of February', () => {
    const form: GoalDeclaration = { ...FORM, endOn: day('2012-02-29') };
    expect(shown({ ...LAST, fiscalYear: 2012, form }, 2013)).toContainEqual([
      'endOn',
      'DATE_OF_LAST_YEAR',
      '2012-02-29',
      '2013-02-28',
    ]);
  });

  it('a longer number that contains the year is no year', () => {
    const form: GoalDeclaration = { ...FORM, content: '管网 120130 米' };
    expect(shown({ ...LAST, form }).filter(([field]) => field === 'content')).toEqual([]);
  });

  it('only what a person accepts is changed, and then it is a draft like any other', () => {
    const { draft, differences } = copyLastYear(LAST, 2014);
    fc.assert(
      fc.property(fc.subarray([...differences]), (accepted) => {
        const settled = withProposals(draft, accepted);
        expect(goalDeclarationForm.draft.safeParse(settled).success).toBe(true);
        for (const { field, was, proposed } of differences.filter(({ code }) => SETTLED.includes(code))) {
          const taken = accepted.some((one) => one.field === field && one.proposed !== null);
          expect([field, at(settled, field)]).toEqual([field, taken ? proposed : (was ?? undefined)]);
        }
      }),
    );
    expect(canonicalJson(withProposals(draft, []))).toBe(canonicalJson(draft));
    expect(withProposals(draft, differences)).toMatchObject({
      startOn: '2014-03-01',
      milestones: [{ on: '2014-06-30', expect: '第一个操场完成' }],
      indicators: [
        { baseline: '3', target: '2' },
        { libraryId: 'C-10', baseline: '280' },
        { target: '2014年12月底前' },
      ],
      periodValues: [{ planned: '1' }],
    });
  });
});
