import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { isRefusal, type Refusal, type Words } from '@quancheng/kernel';
import { arrange, headerOf } from './arrange.ts';
import { foundIn } from './cell.ts';
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

/** Pictures are no part of what is read; who gives a file back keeps them. */
const PICTURES = ['drawing', 'picture'];

/** Refused before the library sees it where the package is no honest one. */
export async function openWorkbook(
  bytes: Uint8Array,
  limits: SheetLimits,
  ignoreNodes: string[] = PICTURES,
): Promise<Workbook | Refusal> {
  const refusal = await refusePackage(bytes, limits);
  if (refusal !== null) return refusal;
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes, { ignoreNodes });
  } catch {
    // Whatever the library stumbles over, its own words would help nobody at a counter.
    return damaged();
  }
  return workbook;
}

/** The workbook as a file whose zip tells no time: the same workbook is the same bytes, in every time zone. */
export async function bytesOf(workbook: Workbook): Promise<Uint8Array> {
  const zip = { modTime: new Date(2014, 0, 1), timestamps: 'dos' as const };
  return new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false, zip }));
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

export const hiddenSheets = ({ worksheets }: Workbook): Words[] =>
  worksheets
    .filter(({ state }) => state !== 'visible')
    .map(({ name }) => ({
      zh: `隐藏的工作表“${name}”没有导入`,
      en: `the hidden sheet "${name}" was passed over`,
    }));

export function hiddenRows(sheet: Worksheet): Words[] {
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
