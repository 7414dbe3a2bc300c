import { ValueType, type Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { isRefusal, type Refusal, type Words } from '@quancheng/kernel';
import { foundIn } from './cell.ts';
import { otherEpoch, tooBig } from './refusals.ts';
import type { FoundCell, SheetLimits } from './table.ts';
import { hiddenRows, hiddenSheets, openWorkbook } from './xlsx.ts';

/** A filled cell where it stands. A merged area is one cell that reaches to its last row and column. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** As people name it: C7. */
  readonly address: string;
  readonly found: FoundCell;
  /** The form left it open for entry: what stands in it is never a label. */
  readonly isOpen: boolean;
}

/** One visible sheet of a form: its filled cells, row by row. */
export interface Grid {
  readonly sheet: string;
  readonly cells: readonly GridCell[];
  /** What is odd about the sheet and was read all the same. */
  readonly notes: readonly Words[];
}

/** A form is a page or a few: what a clerk fills in by hand, not a list of a district. */
export const GRID_LIMITS: SheetLimits = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 20 * 1024 * 1024,
  rows: 5_000,
  columns: 100,
  cellCharacters: 32_767,
  tags: 300_000,
  merges: 3_000,
};

/** The visible sheets of an xlsx, cell by cell, with a note for each hidden one. Refuses what is no honest xlsx. */
export async function openGrids(
  bytes: Uint8Array,
): Promise<{ readonly grids: readonly Grid[]; readonly notes: readonly Words[] } | Refusal> {
  const workbook = await openWorkbook(bytes, GRID_LIMITS);
  if (isRefusal(workbook)) return workbook;
  if (workbook.properties.date1904) return otherEpoch();
  const grids: Grid[] = [];
  for (const sheet of visibleSheets(workbook)) {
    if (sheet.actualRowCount > GRID_LIMITS.rows) return tooBig('rows', GRID_LIMITS.rows);
    const cells = cellsOf(sheet);
    if (cells.some(({ column }) => column > GRID_LIMITS.columns))
      return tooBig('columns', GRID_LIMITS.columns);
    grids.push({ sheet: sheet.name, cells, notes: hiddenRows(sheet) });
  }
  return { grids, notes: hiddenSheets(workbook) };
}

const visibleSheets = ({ worksheets }: Workbook): Worksheet[] =>
  worksheets.filter(({ state }) => state === 'visible');

function cellsOf(sheet: Worksheet): GridCell[] {
  const cells: GridCell[] = [];
  const reach = new Map<string, { lastRow: number; lastColumn: number }>();
  sheet.eachRow((row, rowNumber) => {
    row.eachCell((cell, column) => {
      if (cell.type === ValueType.Merge) {
        reach.set(cell.master.address, { lastRow: rowNumber, lastColumn: column });
        return;
      }
      const found = foundIn(cell, (text) => text.trim());
      if (found === undefined || (found.kind !== 'fault' && found.text === '')) return;
      const isOpen = cell.protection?.locked === false;
      cells.push({
        row: rowNumber,
        column,
        lastRow: rowNumber,
        lastColumn: column,
        address: cell.address,
        found,
        isOpen,
      });
    });
  });
  return cells.map((cell) => ({ ...cell, ...reach.get(cell.address) }));
}
