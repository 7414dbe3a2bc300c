import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { isRefusal, type Refusal } from '@quancheng/kernel';
import { SHEET_LIMITS, type Table } from './table.ts';
import { bytesOf, openWorkbook } from './xlsx.ts';

/** What is to be written beside a row of the file. */
export interface RowMark {
  readonly rowNumber: number;
  readonly text: string;
}

const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;
const NONE = { type: 'pattern', pattern: 'none' } as const;

/**
 * A copy of the same xlsx with one more column, or with that column filled anew where it has it from the last time, in which the marks stand beside their rows. A CSV comes back as an xlsx of its
 * table: nowhere else could the marks stand without changing its columns.
 */
export async function markedCopy(
  original: { readonly bytes: Uint8Array; readonly isXlsx: boolean },
  table: Table,
  title: string,
  marks: readonly RowMark[],
): Promise<Uint8Array | Refusal> {
  const workbook = original.isXlsx ? await openWorkbook(original.bytes, SHEET_LIMITS) : textWorkbook(table);
  if (isRefusal(workbook)) return workbook;
  const sheet = workbook.getWorksheet(table.sheet);
  if (sheet === undefined) throw new Error(`the sheet ${table.sheet} is gone from its own file`);
  const column = table.header.includes(title)
    ? columnUnder(sheet, table.headerRow, title)
    : sheet.columnCount + 1;
  // What was wrong the last time is mended, or named again.
  for (const { rowNumber } of table.rows)
    Object.assign(sheet.getCell(rowNumber, column), { value: null, fill: NONE });
  sheet.getCell(table.headerRow, column).value = title;
  sheet.getColumn(column).width = 60;
  for (const { rowNumber, text } of marks) {
    const cell = sheet.getCell(rowNumber, column);
    cell.value = text;
    cell.fill = RED;
  }
  return await bytesOf(workbook);
}

function columnUnder(sheet: Worksheet, headerRow: number, title: string): number {
  let column = 1;
  while (sheet.getCell(headerRow, column).text.trim() !== title) column += 1;
  return column;
}

function textWorkbook({ sheet, header, headerRow, rows }: Table): Workbook {
  const workbook = new Workbook();
  const written = workbook.addWorksheet(sheet);
  header.forEach((title, index) => {
    written.getCell(headerRow, index + 1).value = title;
  });
  for (const { rowNumber, cells } of rows)
    header.forEach((title, index) => {
      if (cells[title] !== undefined) written.getCell(rowNumber, index + 1).value = cells[title];
    });
  return workbook;
}
