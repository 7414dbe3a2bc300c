import type { Words } from '@quancheng/kernel';
import { noHeader, titleTwice, tooBig } from './refusals.ts';
import type { CellFault, FoundCell, FoundRow, ReadTable, SheetLimits, TableRow } from './table.ts';

/** How far down a header may stand: above it a bureau prints the list's title, the year and the unit of money. */
const HEADER_WITHIN = 20;

/** The row near the top that has the most wanted titles; undefined where no row has any. */
export function headerOf(
  rows: readonly FoundRow[],
  isTitle: (text: string) => boolean,
): FoundRow | undefined {
  const counted = rows
    .filter(({ rowNumber }) => rowNumber <= HEADER_WITHIN)
    .map((row) => ({ row, titles: row.cells.filter((cell) => isTitle(textOf(cell))).length }));
  const most = Math.max(0, ...counted.map(({ titles }) => titles));
  return most === 0 ? undefined : counted.find(({ titles }) => titles === most)?.row;
}

/** Puts the cells under their titles. Rows above the header and empty ones are left out. */
export function arrange(given: {
  sheet: string;
  found: readonly FoundRow[];
  notes: readonly Words[];
  isTitle: (text: string) => boolean;
  limits: SheetLimits;
}): ReadTable {
  const { sheet, found, notes, isTitle, limits } = given;
  const header = headerOf(found, isTitle);
  if (header === undefined) return noHeader();
  if (header.cells.length > limits.columns) return tooBig('columns', limits.columns);
  const titles = header.cells.map(textOf);
  const named = titles.filter((title) => title !== '');
  const twice = named.find((title, index) => named.indexOf(title) !== index);
  if (twice !== undefined) return titleTwice(twice);
  const below = found.filter(({ rowNumber, cells }) => rowNumber > header.rowNumber && cells.some(isFilled));
  if (below.length > limits.rows) return tooBig('rows', limits.rows);
  if (below.some(({ cells }) => cells.some((cell) => textOf(cell).length > limits.cellCharacters)))
    return tooBig('cellCharacters', limits.cellCharacters);
  return {
    sheet,
    headerRow: header.rowNumber,
    header: named,
    rows: below.map((row) => rowOf(row, titles)),
    faults: below.flatMap((row) => faultsOf(row, titles)),
    notes,
  };
}

const isFilled = (cell: FoundCell | undefined): boolean =>
  cell !== undefined && (cell.kind === 'fault' || cell.text !== '');

const textOf = (cell: FoundCell | undefined): string =>
  cell === undefined || cell.kind === 'fault' ? '' : cell.text;

function rowOf({ rowNumber, cells }: FoundRow, titles: readonly string[]): TableRow {
  const filled = cells.flatMap((cell, index) => {
    const title = titles[index] ?? '';
    return title === '' || textOf(cell) === '' ? [] : [{ title, cell }];
  });
  return {
    rowNumber,
    cells: Object.fromEntries(filled.map(({ title, cell }) => [title, textOf(cell)])),
    numbers: filled.filter(({ cell }) => cell?.kind === 'number').map(({ title }) => title),
  };
}

function faultsOf({ rowNumber, cells }: FoundRow, titles: readonly string[]): CellFault[] {
  return cells.flatMap((cell, index): CellFault[] => {
    const column = titles[index] ?? '';
    if (cell?.kind === 'fault' && column !== '')
      return [{ rowNumber, column, code: cell.code, because: cell.because }];
    if (column !== '' || textOf(cell) === '') return [];
    const because = { zh: '该列没有表头', en: 'the cell stands under no title' };
    return [{ rowNumber, column: '', code: 'CELL_WITHOUT_TITLE', because }];
  });
}

/** Spaces of every width, line ends and invisible marks around a text are no part of it. */
export const tidy = (text: string): string =>
  text.replace(/^[\s\u3000\u00a0\u200b\ufeff]+|[\s\u3000\u00a0\u200b\ufeff]+$/g, '');

/** Full-width letters, digits and signs as their narrow ones: for codes, dates and amounts, never for names. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
