import { describe, expect, it } from '@jest/globals';
import { checkEvaluationSheet, executionBase, saysNothing } from './evaluation-sheet.check.ts';
import { keyReportForm } from './key-report.form.ts';
import { EVALUATION_KINDS, selfEvaluationForm } from './self-evaluation.form.ts';

const line = {
  row: '1',
  kind: 'quantity',
  name: '入网户数',
  direction: 'higher',
  target: '100',
  unit: '户',
  actual: '95',
  weight: '90',
} as const;
const sheet = { indicators: [line], fullYearBudgetFen: 100n, executedFen: 90n, executionWeight: '10' };
const codes = (given: Parameters<typeof checkEvaluationSheet>[0]) =>
  checkEvaluationSheet(given).map(({ field, code }) => `${field} ${code}`);

describe('words that fill a cell and say nothing', () => {
  it.each([
    '同左',
    '同上。',
    '无',
    '暂无',
    '没有',
    '完成年度目标。',
    '已完成绩效目标',
    '达成预期指标',
    '37.24',
    '43.2万元',
    '/',
    '—',
    ' ',
    '对照年度目标,说明…(100字以内)',
  ])('"%s"', (written) => {
    expect(saysNothing(written)).toBe(true);
  });

  it.each([
    '100户全部入网并通过验收',
    '无一户漏接',
    '完成年度目标的95%',
    '用于全年免费开放, 主要支付招聘合同人员工资',
  ])('but not "%s"', (written) => {
    expect(saysNothing(written)).toBe(false);
  });
});

describe('the base of execution', () => {
  it.each([
    [
      { fullYearBudgetFen: 5n, beginBudgetFen: 3n },
      { budgetFen: 5n, base: 'full-year' },
    ],
    [{ beginBudgetFen: 3n }, { budgetFen: 3n, base: 'year-start' }],
    [
      { fullYearBudgetFen: 0n, beginBudgetFen: 3n },
      { budgetFen: 0n, base: 'full-year' },
    ],
    [{}, null],
  ])('%j', (given, base) => {
    expect(executionBase(given)).toEqual(base);
  });
});

describe('a sheet', () => {
  it('that holds has no faults', () => {
    expect(codes(sheet)).toEqual([]);
  });

  it('is asked for every fault at once', () => {
    const worse = { ...line, row: '2', target: '≥100', actual: '≥95', weight: '20' };
    expect(codes({ ...sheet, indicators: [line, worse], fullYearBudgetFen: 0n })).toEqual([
      'indicators.1.target TARGET_HAS_OPERATOR',
      'indicators.1.actual ACTUAL_HAS_OPERATOR',
      'indicators WEIGHTS_NOT_100',
      'fullYearBudgetFen BUDGET_ZERO',
    ]);
  });

  it.each([
    [{ target: '≥50户' }, 'target', '方向选“≥（不低于）”，目标值填50，单位填“户”'],
    [{ target: '不超过20万元', unit: undefined }, 'target', '方向选“≤（不高于）”，目标值填20，单位填“万元”'],
    [{ target: '290%' }, 'target', '方向选“≥（不低于）”，目标值填90，单位填“%”'],
    [{ actual: '95户' }, 'actual', '填95'],
  ])('%j: the fault in %s says what was meant', (cells, field, said) => {
    const faults = checkEvaluationSheet({ ...sheet, indicators: [{ ...line, ...cells }] });
    expect(faults.find((one) => one.field === `indicators.0.${field}`)?.because.zh).toContain(said);
  });

  it.each([
    [{ target: '若干' }, 'target'],
    [{ actual: '95个' }, 'actual'],
    [{ actual: '完成' }, 'actual'],
  ])('%j: nothing is guessed in %s', (cells, field) => {
    const faults = checkEvaluationSheet({ ...sheet, indicators: [{ ...line, ...cells }] });
    expect(faults.find((one) => one.field === `indicators.0.${field}`)?.because.zh).not.toContain('填9');
  });

  it.each([
    ['入网户数', '个', '290', []],
    ['增长率', '%', '290', []],
    ['工程合格率', '%', '290', ['indicators.0.actual SHARE_ABOVE_100']],
    ['群众满意度', '%', '100', []],
  ])('%s of %s may be %s: %j', (name, unit, actual, faults) => {
    expect(codes({ ...sheet, indicators: [{ ...line, name, unit, actual }] })).toEqual(faults);
  });
});

describe('the two papers', () => {
  it('share their lines and their money', () => {
    const names = (form: { fields: readonly { name: string }[] }) => form.fields.map(({ name }) => name);
    const shared = names(selfEvaluationForm).filter((name) => names(keyReportForm).includes(name));
    expect(shared).toEqual([
      'indicators',
      'beginBudgetFen',
      'fullYearBudgetFen',
      'executedFen',
      'executionWeight',
      'executionSelfScore',
      'executionReason',
      'executionNotApplicable',
    ]);
    expect(new Set(EVALUATION_KINDS.map(({ value }) => value)).size).toBe(EVALUATION_KINDS.length);
  });

  it('turn amounts into fen and refuse what is below one fen after conversion', () => {
    const given = {
      indicators: [line],
      fullYearBudgetFen: { amount: '52.800000', unit: '万元' },
      executedFen: { amount: '30.8', unit: '万元' },
      executionWeight: '10',
      goalAchieved: '入网95户',
      problems: '少5户',
      measures: '补齐',
    };
    expect(selfEvaluationForm.schema.safeParse(given)).toMatchObject({
      success: true,
      data: { fullYearBudgetFen: 52_800_000n, executedFen: 30_800_000n },
    });
    const below = { ...given, executedFen: { amount: '0.0000001', unit: '万元' } };
    expect(selfEvaluationForm.schema.safeParse(below)).toMatchObject({ success: false });
  });
});
