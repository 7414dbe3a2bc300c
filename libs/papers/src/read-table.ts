import type { GridCell } from '@quancheng/sheets';
import {
  APPROVED,
  addressOf,
  type CellField,
  labelKey,
  labelOf,
  POINT_TEXT,
  POINT_WEIGHT,
  type RowsField,
  words,
} from './layout.ts';
import type { Fault } from './paper-fault.ts';
import type { Reading } from './read-body.ts';
import { textOf } from './read-head.ts';
import { settled } from './read-target.ts';

interface Column {
  readonly field: CellField;
  readonly title: GridCell;
}

interface Header {
  readonly columns: readonly Column[];
  readonly unknown: readonly GridCell[];
}

interface FoundTable {
  readonly field: RowsField;
  readonly title: GridCell;
  readonly lines: readonly GridCell[][];
}

/** How far below its name a table's titles may stand. */
const HEADER_WITHIN = 3;

/** The rows of one table, by the titles above them. */
export function readTable(reading: Reading, table: FoundTable): void {
  const at = table.lines
    .slice(0, HEADER_WITHIN)
    .findIndex((line) => line.some((cell) => columnOf(table.field, cell)));
  if (at < 0) {
    if (table.lines.length > 0) reading.fault(table.field.name, table.title.address, NO_TITLES);
    return;
  }
  const header = headerOf(reading, table.field, table.lines[at] ?? []);
  const lines = table.lines.slice(at + 1);
  const rows: Record<string, unknown>[] = [];
  for (const line of lines) {
    if (isTotal(line)) reading.notes.push(totalNote(line));
    else if (isBegun(line, header))
      rows.push(rowOf(reading, `${table.field.name}.${rows.length}`, line, header, lines));
  }
  noteUnknown(reading, header, lines);
  if (rows.length > 0) reading.values[table.field.name] = rows;
}

const columnOf = ({ fields }: RowsField, cell: GridCell): CellField | undefined =>
  cell.isOpen
    ? undefined
    : (fields as readonly CellField[]).find((field) => labelKey(labelOf(field)) === labelKey(textOf(cell)));

/** Shown beside a row's key, never read. */
const SHOWN = new Set([POINT_TEXT, POINT_WEIGHT, APPROVED].map(labelKey));

function headerOf(reading: Reading, table: RowsField, line: readonly GridCell[]): Header {
  const columns: Column[] = [];
  const unknown: GridCell[] = [];
  for (const title of line) {
    const field = columnOf(table, title);
    if (field !== undefined && columns.some((column) => column.field === field))
      reading.fault(`${table.name}.${field.name}`, title.address, TITLE_TWICE);
    else if (field !== undefined) columns.push({ field, title });
    else if (!SHOWN.has(labelKey(textOf(title)))) unknown.push(title);
  }
  const missing = (table.fields as readonly CellField[]).filter(
    (field) => !columns.some((one) => one.field === field),
  );
  if (missing.length > 0) {
    const names = missing.map(({ label }) => label);
    reading.notes.push(
      words(
        `“${table.label.zh}”缺少栏目：${names.map(({ zh }) => zh).join('、')}`,
        `"${table.label.en}" lacks the columns: ${names.map(({ en }) => en).join(', ')}`,
      ),
    );
  }
  return { columns, unknown };
}

const covers = ({ title }: Column, cell: GridCell): boolean =>
  cell.column <= title.lastColumn && cell.lastColumn >= title.column;

/** A row counts from the first thing written in it; a key that the paper itself brought is no beginning. */
function isBegun(line: readonly GridCell[], { columns }: Header): boolean {
  return columns.some((column, index) =>
    line.some((cell) => covers(column, cell) && (index > 0 || cell.isOpen)),
  );
}

function rowOf(
  reading: Reading,
  path: string,
  line: readonly GridCell[],
  { columns }: Header,
  lines: readonly GridCell[][],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const cells = new Map<string, GridCell>();
  const at = line[0]?.row ?? 0;
  for (const column of columns) {
    const { field, title } = column;
    const cell = line.find((one) => covers(column, one)) ?? mergedFrom(lines, column, at);
    const own = `${path}.${field.name}`;
    reading.cells.set(own, cell?.address ?? addressOf(at, title.column));
    reading.cells.set(path, addressOf(at, columns[0]?.title.column ?? 1));
    if (cell === undefined) continue;
    if (!isOneValue(cell, field, columns)) {
      reading.fault(own, cell.address, MERGED);
      continue;
    }
    const value = reading.value(field, own, cell);
    if (value !== undefined) row[field.name] = value;
    cells.set(field.name, cell);
    if (cell.lastRow > cell.row && cell.row === at)
      reading.changes.push({
        kind: 'merged',
        cell: cell.address,
        from: textOf(cell),
        to: addressOf(cell.lastRow, cell.column),
      });
  }
  return settled(reading, row, cells);
}

/** The merged area of an earlier row that reaches down to this one. */
const mergedFrom = (lines: readonly GridCell[][], column: Column, row: number): GridCell | undefined =>
  lines.flat().find((cell) => cell.row < row && cell.lastRow >= row && covers(column, cell));

/** A class may stand merged beside its rows. A merged figure or text could be one row's or all rows', and nobody can tell. */
function isOneValue(cell: GridCell, field: CellField, columns: readonly Column[]): boolean {
  const isWide = columns.filter((column) => covers(column, cell)).length > 1;
  return !isWide && (cell.lastRow === cell.row || field.kind === 'choice');
}

const TOTAL = /^(合计|总计|小计)$/;

const isTotal = ([first]: readonly GridCell[]): boolean => TOTAL.test(labelKey(textOf(first)));

const totalNote = (line: readonly GridCell[]) =>
  words(
    `${line[0]?.address} “${textOf(line[0])}”行没有作为明细读取`,
    `the row of totals at ${line[0]?.address} was not read as an item`,
  );

function noteUnknown(reading: Reading, { unknown }: Header, lines: readonly GridCell[][]): void {
  for (const title of unknown) {
    const filled = lines.flat().filter(({ column }) => column >= title.column && column <= title.lastColumn);
    if (filled.length === 0 && textOf(title) === '') continue;
    reading.notes.push(
      words(
        `${title.address} 栏目“${textOf(title)}”不是本表的，${filled.length} 个单元格没有读取，原文件中保留`,
        `the column "${textOf(title)}" at ${title.address} is none of the paper's: ${filled.length} cells were not read and stay in the file`,
      ),
    );
  }
}

const NO_TITLES: Fault = {
  code: 'TABLE_TITLES_MISSING',
  because: words('没有找到这张明细的栏目名称', 'the titles of this table were not found'),
  remedy: words('请保留模板中的栏目名称', "keep the paper's titles"),
};
const TITLE_TWICE: Fault = {
  code: 'TABLE_TITLE_TWICE',
  because: words('栏目名称出现了两次', 'the title stands there twice'),
  remedy: words('请删去或改名其中一列', 'remove or rename one of the columns'),
};
const MERGED: Fault = {
  code: 'CELL_MERGED',
  because: words(
    '合并单元格，看不出属于哪一行',
    'the cell is merged: nobody can tell which row it belongs to',
  ),
  remedy: words('请取消合并后逐行填写', 'split it and fill in each row'),
};
