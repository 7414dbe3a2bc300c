import { type Style, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { LONGEST_CHOICES } from './write.ts';
import { bytesOf } from './xlsx.ts';

/** What a cell is to the person before it: only `entry` can be written into while the sheet is protected. */
export type CellLook = 'title' | 'section' | 'label' | 'fixed' | 'entry' | 'plain';

export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  /** Reaches to this column as one cell. */
  readonly lastColumn?: number;
  readonly look: CellLook;
  /** A number is kept as a number, a date as a date, everything else as text. */
  readonly value?: string | { readonly number: string } | { readonly date: string };
  /** How the office program shows what is entered; text where nothing is said. */
  readonly format?: string;
  readonly choices?: readonly string[];
  /** Shown where the pointer rests. */
  readonly note?: string;
}

export interface WrittenGrid {
  readonly sheet: string;
  readonly columnWidths: readonly number[];
  readonly cells: readonly WrittenCell[];
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Rows that stay in sight, and that each printed page repeats. */
  readonly frozenRows: number;
  readonly orientation: 'portrait' | 'landscape';
}

/** A form says nothing of when it was made. */
const NO_TIME = new Date(0);
const A4 = 9;
const TEXT_FORMAT = '@';

/** One sheet for A4: labels are locked, entries are open, rows may be inserted. The same grid gives the same bytes. */
export async function writeGrid(grid: WrittenGrid): Promise<Uint8Array> {
  const workbook = new Workbook();
  Object.assign(workbook, { creator: '', lastModifiedBy: '', created: NO_TIME, modified: NO_TIME });
  const sheet = workbook.addWorksheet(grid.sheet, {
    views: [{ state: 'frozen', ySplit: grid.frozenRows, showGridLines: false }],
    pageSetup: {
      paperSize: A4,
      orientation: grid.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第&P页，共&N页' },
  });
  sheet.columns = grid.columnWidths.map((width) => ({ width }));
  for (const cell of grid.cells) write(sheet, cell);
  for (const [row, height] of grid.rowHeights) sheet.getRow(row).height = height;
  await sheet.protect('', { insertRows: true, formatRows: true, formatColumns: true, formatCells: true });
  return await bytesOf(workbook);
}

function write(
  sheet: Worksheet,
  { row, column, lastColumn, look, value, format, choices, note }: WrittenCell,
): void {
  const cell = sheet.getCell(row, column);
  cell.style = { ...LOOKS[look], numFmt: format ?? TEXT_FORMAT };
  if (value !== undefined) cell.value = plainValue(value);
  if (lastColumn !== undefined && lastColumn > column) sheet.mergeCells(row, column, row, lastColumn);
  if (note !== undefined) cell.note = note;
  const list = choices?.join(',') ?? '';
  if (choices !== undefined && list.length <= LONGEST_CHOICES)
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${list}"`],
      showErrorMessage: true,
      errorTitle: '请从列表中选择',
      error: choices.join('、'),
    };
}

function plainValue(value: NonNullable<WrittenCell['value']>): string | number | Date {
  if (typeof value === 'string') return value;
  return 'number' in value ? Number(value.number) : new Date(`${value.date}T00:00:00Z`);
}

const LINE = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const SONG = { name: '宋体', size: 10.5 } as const;
const grey = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

const LOOKS: Readonly<Record<CellLook, Partial<Style>>> = {
  title: {
    font: { name: '黑体', size: 18 },
    alignment: { horizontal: 'center', vertical: 'middle' },
  },
  section: {
    font: { ...SONG, bold: true },
    alignment: { horizontal: 'left', vertical: 'middle' },
    border: BORDER,
    fill: grey('FFD9E1F2'),
  },
  label: {
    font: SONG,
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    border: BORDER,
    fill: grey('FFF2F2F2'),
  },
  fixed: { font: SONG, alignment: { vertical: 'middle', wrapText: true }, border: BORDER },
  entry: {
    font: SONG,
    alignment: { vertical: 'middle', wrapText: true },
    border: BORDER,
    protection: { locked: false },
  },
  plain: { font: SONG, alignment: { vertical: 'middle', wrapText: true } },
};
