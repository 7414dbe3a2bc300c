import type { Field } from '@quancheng/forms';
import { formatYuan, type MoneyUnit, type Words } from '@quancheng/kernel';
import type { Grid, GridCell } from '@quancheng/sheets';
import type { Change } from './changes.ts';
import {
  addressOf,
  type CellField,
  FOOTER,
  isRows,
  labelKey,
  labelOf,
  type RowsField,
  words,
} from './layout.ts';
import type { Fault, PaperFault } from './paper-fault.ts';
import { behind, textOf } from './read-head.ts';
import { readTable } from './read-table.ts';
import { readValue } from './read-value.ts';

/** What the form's part of a sheet says: raw values, and for each path of the form the cell that it was or would be read from. */
export interface Body {
  readonly values: Record<string, unknown>;
  readonly cells: Map<string, string>;
  readonly faults: PaperFault[];
  readonly changes: Change[];
  readonly notes: Words[];
}

/** Collects what reading finds, cell by cell. */
export class Reading implements Body {
  readonly sheet: string;
  readonly unit: MoneyUnit | undefined;
  readonly values: Record<string, unknown> = {};
  readonly cells = new Map<string, string>();
  readonly faults: PaperFault[] = [];
  readonly changes: Change[] = [];
  readonly notes: Words[] = [];

  constructor(sheet: string, unit: MoneyUnit | undefined) {
    this.sheet = sheet;
    this.unit = unit;
  }

  /** The value of a filled cell; undefined where it is a fault, which is then noted down. */
  value(field: CellField, path: string, cell: GridCell): unknown {
    const read = readValue(field, cell.found, this.unit);
    if ('fault' in read) {
      this.fault(path, cell.address, read.fault);
      return undefined;
    }
    const to = typeof read.value === 'bigint' ? `${formatYuan(read.value)}元` : String(read.value);
    for (const kind of read.changes) this.changes.push({ kind, cell: cell.address, from: textOf(cell), to });
    return read.value;
  }

  fault(field: string, cell: string, fault: Fault): void {
    this.faults.push({ sheet: this.sheet, cell, field, ...fault });
  }
}

/** The first line of the form itself: above it stands the head. */
export function firstRowOf(grid: Grid, fields: readonly Field[], below: number): number {
  const keys = new Set(fields.map((field) => labelKey(labelOf(field))));
  const first = grid.cells.find(
    (cell) => cell.row > below && !cell.isOpen && keys.has(labelKey(textOf(cell))),
  );
  return first?.row ?? Number.POSITIVE_INFINITY;
}

/** Reads by labels and titles, wherever they stand: rows may have been put in, and columns moved. */
export function readBody(
  grid: Grid,
  fields: readonly Field[],
  unit: MoneyUnit | undefined,
  firstRow: number,
): Body {
  const reading = new Reading(grid.sheet, unit);
  const byKey = new Map(fields.map((field) => [labelKey(labelOf(field)), field]));
  const seen = new Set<Field>();
  const labelled = (cell: GridCell): Field | undefined => {
    const field = cell.isOpen ? undefined : byKey.get(labelKey(textOf(cell)));
    return field === undefined || seen.has(field) ? undefined : field;
  };
  const lines = linesOf(grid, firstRow);
  let table: { field: RowsField; title: GridCell; lines: GridCell[][] } | undefined;
  const close = () => {
    if (table !== undefined) readTable(reading, table);
    table = undefined;
  };
  for (const line of lines) {
    const [first] = line;
    if (first === undefined) continue;
    if (isFooter(first)) {
      close();
      break;
    }
    const field = labelled(first);
    if (field !== undefined && isRows(field)) {
      close();
      seen.add(field);
      reading.cells.set(field.name, first.address);
      table = { field, title: first, lines: [] };
    } else if (field !== undefined) {
      close();
      for (const one of readPairs(reading, line, labelled)) seen.add(one);
    } else if (table !== undefined) table.lines.push(line);
    else reading.notes.push(unread(line));
  }
  close();
  return reading;
}

/** The filled cells line by line; a merged area belongs to its first line. */
function linesOf(grid: Grid, firstRow: number): GridCell[][] {
  const lines = new Map<number, GridCell[]>();
  for (const cell of grid.cells) {
    if (cell.row < firstRow) continue;
    const line = lines.get(cell.row) ?? [];
    line.push(cell);
    lines.set(cell.row, line);
  }
  return [...lines.values()];
}

const isFooter = (cell: GridCell): boolean => !cell.isOpen && textOf(cell).startsWith(FOOTER);

/** A line of labels, each with its value behind it. */
function readPairs(
  reading: Reading,
  line: readonly GridCell[],
  labelled: (cell: GridCell) => Field | undefined,
): CellField[] {
  const labels = line.flatMap((cell) => {
    const field = labelled(cell);
    return field === undefined || isRows(field) ? [] : [{ cell, field }];
  });
  for (const { cell: label, field } of labels) {
    const [cell, ...others] = behind(line, label, (other) => labels.some((one) => one.cell === other));
    reading.cells.set(field.name, cell?.address ?? addressOf(label.row, label.lastColumn + 1));
    if (cell === undefined) continue;
    const value = reading.value(field, field.name, cell);
    if (value !== undefined) reading.values[field.name] = value;
    for (const other of others.filter((one) => textOf(one) !== textOf(cell)))
      reading.fault(field.name, other.address, SECOND_VALUE);
  }
  return labels.map(({ field }) => field);
}

const SECOND_VALUE: Fault = {
  code: 'CELL_SECOND_VALUE',
  because: words('同一栏目填了不止一个值', 'a second value stands behind one label'),
  remedy: words('请只保留一个单元格的内容', 'keep one of the cells'),
};

function unread(line: readonly GridCell[]): Words {
  const text = line.map(textOf).filter(Boolean).join(' ').slice(0, 60);
  const at = line[0]?.address ?? '';
  return words(
    `${at} 起的内容不属于本表，没有读取：“${text}”`,
    `from ${at} on, not part of the paper and not read: "${text}"`,
  );
}
