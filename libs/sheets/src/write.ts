import { Workbook } from '@cj-tech-master/excelts';
import { bytesOf } from './xlsx.ts';

export interface WrittenColumn {
  readonly title: string;
  /** The values from which the office program lets people choose. */
  readonly choices?: readonly string[];
  /** Shown when the cell is entered. */
  readonly help?: string;
}

export interface WrittenTable {
  readonly sheet: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly string[])[];
  /** A second sheet of words about each column. */
  readonly explained?: { readonly sheet: string; readonly rows: readonly (readonly string[])[] };
}

/** Cells below the header that are prepared for entry. */
const PREPARED_ROWS = 1_000;
const TEXT_FORMAT = '@';
/** An office program takes a list of choices only up to this length. */
export const LONGEST_CHOICES = 250;

/** An xlsx whose cells are all text, so that no leading zero of a code is ever lost in it. */
export async function writeTable({ sheet, columns, rows, explained }: WrittenTable): Promise<Uint8Array> {
  const workbook = new Workbook();
  const written = workbook.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  written.columns = columns.map(({ title }) => ({
    header: title,
    width: Math.max(12, title.length * 2 + 4),
    style: { numFmt: TEXT_FORMAT },
  }));
  written.getRow(1).font = { bold: true };
  for (const row of rows) written.addRow([...row]);
  for (const [index, column] of columns.entries()) prepare(written, index + 1, column);
  if (explained !== undefined) {
    const words = workbook.addWorksheet(explained.sheet);
    for (const row of explained.rows) words.addRow([...row]);
    words.columns.forEach((column) => {
      column.width = 30;
    });
  }
  return await bytesOf(workbook);
}

type Sheet = ReturnType<Workbook['addWorksheet']>;

function prepare(sheet: Sheet, number: number, { choices, help, title }: WrittenColumn): void {
  const list = choices?.join(',') ?? '';
  if (choices !== undefined && list.length <= LONGEST_CHOICES) {
    for (let row = 2; row <= PREPARED_ROWS; row++)
      sheet.getCell(row, number).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${list}"`],
        showErrorMessage: true,
      };
  }
  if (help !== undefined) sheet.getCell(1, number).note = `${title}：${help}`;
}
