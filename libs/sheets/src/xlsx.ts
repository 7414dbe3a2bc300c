import { type Cell, ValueType, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { isRefusal, type Refusal, type Words } from '@quancheng/kernel';
import { arrange, headerOf, tidy } from './arrange.ts';
import { refusePackage } from './package-check.ts';
import { damaged, noHeader, otherEpoch, tooBig, twoTables } from './refusals.ts';
import type { FoundCell, FoundRow, ReadSettings, ReadTable, SheetLimits } from './table.ts';

export async function readXlsx(
  bytes: Uint8Array,
  { isTitle }: ReadSettings,
  limits: SheetLimits,
): Promise<ReadTable> {
  const workbook = await openWorkbook(bytes, limits);
  if (isRefusal(workbook)) return workbook;
  if (workbook.properties.date1904) return otherEpoch();
  const visible = workbook.worksheets.filter(({ state }) => state === 'visible');
  const read: { sheet: Worksheet; found: FoundRow[] }[] = [];
  for (const sheet of visible) {
    const found = rowsOf(sheet, limits);
    if (isRefusal(found)) return found;
    if (headerOf(found, isTitle) !== undefined) read.push({ sheet, found });
  }
  const [only] = read;
  if (only === undefined) return noHeader();
  if (read.length > 1) return twoTables(read.map(({ sheet }) => sheet.name));
  const notes = [...hiddenSheets(workbook), ...hiddenRows(only.sheet)];
  return arrange({ sheet: only.sheet.name, found: only.found, notes, isTitle, limits });
}

/** Refused before the library sees it where the package is no honest one. */
export async function openWorkbook(bytes: Uint8Array, limits: SheetLimits): Promise<Workbook | Refusal> {
  const refusal = refusePackage(bytes, limits);
  if (refusal !== null) return refusal;
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes, { maxCols: limits.columns + 1, ignoreNodes: ['drawing', 'picture'] });
  } catch {
    // Whatever the library stumbles over, its own words would help nobody at a counter.
    return damaged();
  }
  return workbook;
}

function rowsOf(sheet: Worksheet, limits: SheetLimits): FoundRow[] | Refusal {
  const rows: FoundRow[] = [];
  let filled = 0;
  sheet.eachRow((row, rowNumber) => {
    const cells: (FoundCell | undefined)[] = [];
    row.eachCell((cell, column) => {
      cells[column - 1] = foundIn(cell);
    });
    if (cells.length === 0) return;
    filled += 1;
    if (filled <= limits.rows + 30) rows.push({ rowNumber, cells: Array.from(cells) });
  });
  if (filled > limits.rows + 20) return tooBig('rows', limits.rows);
  return rows.some(({ cells }) => cells.length > limits.columns) ? tooBig('columns', limits.columns) : rows;
}

function foundIn(cell: Cell): FoundCell | undefined {
  if (cell.type === ValueType.Merge) return fault('CELL_MERGED', MERGED);
  if (cell.type === ValueType.Formula) return calculated(cell);
  return plain(cell.value, cell);
}

function plain(value: unknown, cell: Cell): FoundCell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number')
    return { kind: 'number', text: numberText(value, String(cell.numFmt ?? '')) };
  if (typeof value === 'string') return { kind: 'text', text: tidy(value) };
  if (typeof value === 'boolean') return { kind: 'text', text: value ? '是' : '否' };
  if (value instanceof Date) return dateFound(value);
  if (typeof value === 'object' && 'error' in value) return fault('CELL_ERROR', ERROR);
  return { kind: 'text', text: tidy(cell.text) };
}

/** What a formula came to when the file was saved counts; nothing is calculated here, and nothing is fetched. */
function calculated(cell: Cell): FoundCell | undefined {
  if (/\[|:\/\/|\||WEBSERVICE|FILTERXML|RTD\(|DDE\(/i.test(cell.formula ?? ''))
    return fault('FORMULA_REACHES_OUTSIDE', REACHES_OUTSIDE);
  const { result } = cell;
  if (result === undefined || result === null) return fault('FORMULA_WITHOUT_VALUE', WITHOUT_VALUE);
  return plain(result, cell);
}

function dateFound(value: Date): FoundCell {
  if (Number.isNaN(value.getTime())) return fault('CELL_ERROR', ERROR);
  const text = value.toISOString();
  return { kind: 'text', text: text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19) };
}

/** As the office program shows it: 15 digits, never with an exponent; a format of zeros alone keeps the leading ones. */
function numberText(value: number, format: string): string {
  const rounded = Number(value.toPrecision(15));
  const text = rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return /^0+$/.test(format) && Number.isInteger(rounded) ? text.padStart(format.length, '0') : text;
}

const fault = (code: string, because: Words): FoundCell => ({ kind: 'fault', code, because });

const MERGED: Words = {
  zh: '合并单元格，请取消合并后逐行填写',
  en: 'the cell is merged with another: split it and fill in each row',
};
const ERROR: Words = { zh: '单元格是错误值', en: 'the cell holds an error value' };
const REACHES_OUTSIDE: Words = {
  zh: '公式引用了其他文件或网络，请粘贴为数值',
  en: 'the formula reaches another file or the network: paste its value',
};
const WITHOUT_VALUE: Words = {
  zh: '公式没有保存的结果，请打开文件保存一次，或粘贴为数值',
  en: 'the formula has no saved value: open and save the file once, or paste its value',
};

const hiddenSheets = ({ worksheets }: Workbook): Words[] =>
  worksheets
    .filter(({ state }) => state !== 'visible')
    .map(({ name }) => ({
      zh: `隐藏的工作表“${name}”没有导入`,
      en: `the hidden sheet "${name}" was passed over`,
    }));

function hiddenRows(sheet: Worksheet): Words[] {
  let hidden = 0;
  sheet.eachRow((row) => {
    if (row.hidden) hidden += 1;
  });
  if (hidden === 0) return [];
  return [
    {
      zh: `有 ${hidden} 行被隐藏或筛选掉，仍按内容读取`,
      en: `${hidden} row(s) are hidden or filtered away; they were read all the same`,
    },
  ];
}
