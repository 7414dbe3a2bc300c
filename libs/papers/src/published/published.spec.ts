import { readdirSync, readFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from '@jest/globals';
import { type ScoredForm, scorePublishedForm } from '@quancheng/forms';
import { type CheckedPaper, checkPaper } from '../index.ts';

type Printed = Readonly<Record<string, string | null>>;
interface Published {
  readonly id: string;
  readonly form_type: string;
  readonly year: string;
  readonly project: string | null;
  readonly department: string | null;
  readonly unit: string | null;
  readonly money_unit: string;
  readonly money: readonly Printed[];
  readonly goals: Printed | null;
  readonly indicators: readonly Printed[];
  readonly total: Printed | null;
}

const FOLDER = new URL('../../../../infra/rehearsal/forms/', import.meta.url);
const published = readdirSync(FOLDER)
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Published)
  .filter(({ form_type }) => form_type === 'self-evaluation')
  // A blank row is a row in figures; on a sheet nothing stands there.
  .map((form) => ({ ...form, indicators: form.indicators.filter(({ level3, target }) => level3 ?? target) }));

const MONEY = ['begin_budget', 'full_year_budget', 'executed', 'weight', 'rate', 'score'];
const INDICATOR = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'reason'];

/** The form as a bureau prints it, its classes merged beside their rows. */
async function laidOut(form: Published): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Sheet1');
  const cellsOf = (printed: Printed, names: readonly string[]) => names.map((name) => printed[name] ?? null);
  sheet.addRow(['项目支出绩效自评表']);
  sheet.addRow([`（${form.year}年度）`]);
  sheet.addRow(['项目名称', form.project]);
  sheet.addRow(['主管部门', form.department, null, '实施单位', form.unit]);
  sheet.addRow([
    `项目资金（${form.money_unit}）`,
    null,
    '年初预算数',
    '全年预算数',
    '全年执行数',
    '分值',
    '执行率',
    '得分',
  ]);
  for (const printed of form.money) sheet.addRow([null, printed.row, ...cellsOf(printed, MONEY)]);
  sheet.addRow(['年度总体目标', '预期目标', null, null, '实际完成情况']);
  sheet.addRow([null, form.goals?.expected ?? null, null, null, form.goals?.actual ?? null]);
  sheet.addRow([
    '绩效指标',
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ]);
  const first = sheet.rowCount + 1;
  for (const printed of form.indicators) sheet.addRow([null, ...cellsOf(printed, INDICATOR)]);
  for (const column of [2, 3]) mergeAlike(sheet, column, first);
  const total = sheet.addRow(['总分']);
  total.getCell(7).value = form.total?.weight ?? null;
  total.getCell(8).value = form.total?.score ?? null;
  return new Uint8Array(await book.xlsx.writeBuffer({ validate: false }));
}

function mergeAlike(sheet: ReturnType<Workbook['addWorksheet']>, column: number, first: number): void {
  let from = first;
  for (let row = first + 1; row <= sheet.rowCount + 1; row++) {
    if (row <= sheet.rowCount && sheet.getCell(row, column).text === sheet.getCell(from, column).text)
      continue;
    if (row - 1 > from) sheet.mergeCells(from, column, row - 1, column);
    from = row;
  }
}

describe('a published self-evaluation as a file', () => {
  it.each(published)('$id scores as the same form in figures does', async (form) => {
    const checked = (await checkPaper(await laidOut(form))) as CheckedPaper;
    const { lines, total, execution, grade } = scorePublishedForm({
      ...form,
      extent: 'whole',
      grade: null,
    }) as ScoredForm;
    expect(checked.scored).toMatchObject({ total, execution, grade, lines });
  });

  it('has what does not add up named by its cells', async () => {
    const form = published.find(({ id }) => id === 'tianchang-flood-2022') as Published;
    const { faults, head } = (await checkPaper(await laidOut(form))) as CheckedPaper;
    expect(head).toEqual({
      project: '水旱灾害防御经费',
      department: null,
      unit: '天长市水利局',
      year: '2022',
    });
    const cellsOf = (wanted: string) => faults.filter(({ code }) => code === wanted).map(({ cell }) => cell);
    expect(cellsOf('BLANK_ACTUAL_FULL_SCORE')).toEqual(['H15', 'H16', 'H17', 'H18', 'H19', 'H21']);
    expect(cellsOf('NO_OPERATOR')).toEqual(['E13', 'E14', 'E22']);
    expect(cellsOf('EQ_EXCEEDED')).toEqual(['F22']);
    expect(cellsOf('GOAL_SAYS_NOTHING')).toEqual(['E11']);
    expect(cellsOf('RATE_BLANK')).toEqual(['G6']);
    expect(cellsOf('TOTAL_EQ_SUM')).toEqual(['H23']);
    expect(cellsOf('NOT_APPLICABLE')).toEqual(['D20']);
  });

  it('that is one of several on a page is refused: each is a file of its own', async () => {
    const book = new Workbook();
    await book.xlsx.load(await laidOut(published[0] as Published));
    book.worksheets[0]?.addRow(['项目支出绩效自评表']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer({ validate: false }));
    expect(await checkPaper(bytes)).toMatchObject({ refused: true, code: 'PAPER_SEVERAL' });
  });
});
