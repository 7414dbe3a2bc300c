import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@quancheng/kernel';
import { type ScoredForm, scorePublishedForm } from './index.ts';

type Check = {
  row: number;
  rule_score?: string;
  rule_score_linear?: string;
  printed: string;
  agrees: boolean;
};
type Published = {
  id: string;
  form_type: string;
  notes: { code: string }[];
  indicators: unknown[];
  derived: {
    execution?: Record<string, string | null>;
    indicator_rule_check?: Check[];
    grade_90_80_60?: string;
  };
};

const FOLDER = new URL('../../../../infra/rehearsal/forms/', import.meta.url);
const published = readdirSync(FOLDER)
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Published);

const scored = (form: unknown): ScoredForm => {
  const answer = scorePublishedForm(form);
  if (isRefusal(answer)) throw new Error(answer.because.en);
  return answer;
};

describe('the published forms score to what was recomputed by hand', () => {
  it('are fourteen', () => expect(published).toHaveLength(14));

  it.each(published)('$id: execution', (form) => {
    const { execution } = scored(form);
    const { derived } = form;
    const byHand = derived.execution ?? {};
    const onBegin = byHand.execution_score_by_rule_on_begin;
    expect(execution.points).toBe(byHand.execution_score_by_rule ?? onBegin ?? null);
    const rate = onBegin === undefined ? byHand.rate_on_full_year_pct : byHand.rate_on_begin_pct;
    expect(execution.rate).toBe(rate ?? null);
    expect(execution.clause).toBe('national-2020/scoring/execution');
  });

  it.each(
    published.flatMap((form) =>
      (form.derived.indicator_rule_check ?? []).map((check) => ({ form, ...check })),
    ),
  )('$form.id row $row', ({ form, row, rule_score, rule_score_linear, agrees }) => {
    const line = scored(form).lines[row - 1];
    expect(line?.points).toBe(rule_score ?? rule_score_linear);
    expect(line?.clause).toMatch(/^national-2020\/scoring\//);
    expect(line?.findings.some(({ code }) => code === 'SCORE_NE_RULE')).toBe(!agrees);
  });

  it.each(published)('$id: one answer a row, counted from 1', (form) => {
    expect(scored(form).lines.map(({ row }) => row)).toEqual(form.indicators.map((_, index) => index + 1));
  });

  it.each(published.filter(({ derived }) => derived.grade_90_80_60 !== undefined))(
    '$id: the printed total is graded by the rule',
    (form) => expect(scored(form).printed.gradeOfTotal).toBe(form.derived.grade_90_80_60),
  );

  it.each([
    ['yongde-mingliang-school-meals-2022', '99.80', '优'],
    ['langfang-hvac-2019', '97.24', '优'],
    ['zhongjiang-reservoir-gauge-2022', null, null],
    ['tianchang-flood-2022', null, null],
    ['huanggang-soil-monitoring-2020', null, null],
    ['qingshen-wages-2023', null, null],
  ])('%s totals %s', (id, total, grade) => {
    expect(scored(published.find((form) => form.id === id))).toMatchObject({ total, grade });
  });
});

/** Codes of the notes that rest on what the files do not hold: footnotes, columns left out, running text. */
const NOT_IN_THE_FILE: Readonly<Record<string, readonly string[]>> = {
  'guangshui-rural-road-2021': ['SPLIT_ROUNDING', 'TWO_SCORES'],
  'jinan-licheng-culture-hall-2019': ['LOCAL_RULE'],
  'langfang-hvac-2019': ['REASON_ZERO'],
  'tianchang-flood-2022': ['PLACEHOLDER_LEFT'],
  'yangquan-rural-road-goal-2021': ['SAME_TEXT'],
  'zhongjiang-reservoir-gauge-2022': ['FOOTNOTE_NE_TABLE', 'RUN_TOGETHER', 'TIERS'],
};

/** What is found besides: facts of the form that its notes do not spell out. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  'chizhou-tangxi-entrusted-2022': ['VAGUE', 'ZERO_ROW_RATE'],
  'guangshui-rural-road-2021': ['NO_OPERATOR'],
  'huanggang-soil-monitoring-2020': ['NO_OPERATOR', 'NO_WEIGHTS'],
  'jinan-licheng-culture-hall-2019': ['NO_OPERATOR', 'QUALITATIVE_AS_PERCENT', 'UNIT_ODD'],
  'jinzhai-property-goal-2021': ['NO_WEIGHTS'],
  'langfang-hvac-2019': ['NO_OPERATOR', 'SCORE_NE_RULE'],
  'tianchang-flood-2022': [
    'EQ_EXCEEDED',
    'GOAL_SAYS_NOTHING',
    'NO_OPERATOR',
    'ROW_DASH',
    'TARGET_MISSING',
    'TOTAL_EQ_SUM',
    'UNIT_MISSING',
  ],
  'xiaoxian-hexi-subsidy-2023': ['NO_OPERATOR', 'ROW_DASH', 'SAME_TEXT'],
  'yongde-mingliang-school-meals-2022': ['ROW_DASH', 'SAME_TEXT', 'TOTAL_EQ_SUM', 'TOTAL_NE_RULE', 'VAGUE'],
  'zhongjiang-reservoir-gauge-2022': ['NO_OPERATOR', 'SAME_TEXT', 'TOTAL_NE_SUM', 'VAGUE'],
};

describe('what is odd about a form is found in what is printed', () => {
  it.each(published)('$id', ({ notes, ...form }) => {
    const expected = new Set([...notes.map(({ code }) => code), ...(BESIDES[form.id] ?? [])]);
    for (const code of NOT_IN_THE_FILE[form.id] ?? []) expected.delete(code);
    expect([...new Set(scored(form).findings.map(({ code }) => code))].sort()).toEqual([...expected].sort());
  });

  it.each([
    ['chizhou-tangxi-entrusted-2022', 'QUALITATIVE_ACTUAL', ['rows 3,4,6-9']],
    ['xiaoxian-hexi-subsidy-2023', 'SUB_ROWS', ['rows 2-5,7,9,10']],
    ['zhongjiang-reservoir-gauge-2022', 'ACTUAL_HAS_OPERATOR', ['rows 1,2,4,5,7,9']],
    ['tianchang-flood-2022', 'BLANK_ACTUAL_FULL_SCORE', ['rows 3-7,9']],
    ['yongde-mingliang-school-meals-2022', 'SCORE_NE_RULE', ['row 3', 'row 6']],
    ['huanggang-soil-monitoring-2020', 'LEVEL2_NOT_STANDARD', ['rows 2,5']],
    ['langfang-hvac-2019', 'UNIT_MISSING', ['rows 2-9']],
  ])('%s %s: %j', (id, code, places) => {
    const { findings } = scored(published.find((form) => form.id === id));
    expect(findings.filter((one) => one.code === code).map(({ where }) => where)).toEqual(places);
  });

  it.each(published)('$id: notes and figures recomputed by hand are never read', (form) => {
    const { notes, derived, ...printed } = form;
    expect(scored({ ...form, notes: 7, derived: 'x' })).toEqual(scored(printed));
    expect(scored(printed)).toEqual(scored({ ...printed, notes, derived }));
  });
});
