import type { Grid, GridCell } from '@quancheng/sheets';
import { exact, isExactText } from '@quancheng/kernel';
import { addressOf, HEAD_LABELS, labelKey } from '../layout.ts';
import { behind, type FoundPaper, moneyUnitOf, textOf } from '../read-head.ts';
import { GOAL_COLUMNS, HEAD_LINES, INDICATOR_COLUMNS, MONEY_COLUMNS, named } from './columns.ts';

type Printed = Record<string, string | null>;

interface PublishedCells extends Head {
  readonly form_type: string;
  readonly extent: string;
  readonly year: string | null;
  readonly money_unit: string | null;
  readonly goals: Printed | null;
  readonly total: Printed | null;
  readonly money: readonly Printed[];
  readonly indicators: readonly Printed[];
}
type Head = Record<keyof typeof HEAD_LINES, string | null>;

/** A self-evaluation as a bureau lays it out: its cells in the shape of a published form, and where each of them stands. */
export interface PublishedSheet {
  readonly form: PublishedCells;
  /** 'money.score', 'goals', 'weights', 'total', and '3.actual' for the third indicator. */
  readonly cells: ReadonlyMap<string, string>;
  readonly title: string;
}

/** Does this self-evaluation name no project of ours, and have the columns of an indicator table? */
export function isPublished({ paper, grid }: FoundPaper): boolean {
  const hasOurHead = grid.cells.some((cell) => labelKey(textOf(cell)) === HEAD_LABELS.projectId);
  return (
    paper === 'self-evaluation' &&
    !hasOurHead &&
    headerIn(grid, INDICATOR_COLUMNS, 'level3', 'weight') !== undefined
  );
}

/** Finds the tables by their titles. Of a class merged beside its rows each row has it; a merged figure is its first row's. */
export function readPublished(found: FoundPaper): PublishedSheet {
  const { grid, title } = found;
  const cells = new Map<string, string>();
  const indicators = indicatorsOf(grid, cells);
  const money = moneyOf(grid, cells);
  const unit = moneyUnitOf(found);
  const year = grid.cells
    .filter(({ row }) => row <= title.row + 3)
    .map((cell) => /(20\d{2})年/.exec(textOf(cell))?.[1]);
  return {
    form: {
      form_type: 'self-evaluation',
      extent: 'whole',
      year: year.find(Boolean) ?? null,
      ...headOf(grid, cells),
      money_unit: typeof unit === 'string' ? unit : unitInTitles(grid),
      goals: goalsOf(grid, cells),
      total: totalOf(grid, cells),
      money,
      indicators,
    },
    cells,
    title: title.address,
  };
}

interface Header<N extends string> {
  readonly row: number;
  readonly lastRow: number;
  readonly columns: readonly { readonly name: N; readonly title: GridCell }[];
}

/** The line that has both titles, with all its columns. */
function headerIn<N extends string>(
  grid: Grid,
  titles: Readonly<Record<N, RegExp>>,
  ...needed: readonly NoInfer<N>[]
): Header<N> | undefined {
  const lines = Map.groupBy(grid.cells, ({ row }) => row);
  for (const [row, line] of lines) {
    const columns: { name: N; title: GridCell }[] = [];
    for (const title of line) {
      const name = named(titles, textOf(title));
      if (name !== undefined && !columns.some((column) => column.name === name))
        columns.push({ name, title });
    }
    if (needed.every((name) => columns.some((column) => column.name === name)))
      return { row, lastRow: Math.max(...columns.map(({ title }) => title.lastRow)), columns };
  }
  return undefined;
}

const MONEY_LINES_END = /目标|指标/;

function moneyOf(grid: Grid, cells: Map<string, string>): Printed[] {
  const header = headerIn(grid, MONEY_COLUMNS, 'executed');
  if (header === undefined) return [];
  const first = Math.min(...header.columns.map(({ title }) => title.column));
  const rows: Printed[] = [];
  for (const [row, line] of Map.groupBy(grid.cells, (cell) => cell.row)) {
    if (row <= header.lastRow) continue;
    if (MONEY_LINES_END.test(textOf(line[0]))) break;
    const label = line.findLast(({ column }) => column < first);
    if (label === undefined) continue;
    const printed = lineOf(grid, header, row);
    if (rows.length === 0) {
      for (const { name, title } of header.columns) cells.set(`money.${name}`, addressOf(row, title.column));
      cells.set('money', label.address);
    }
    rows.push({ row: textOf(label), ...printed });
  }
  return rows;
}

const CLASSES = new Set(['level1', 'level2']);
const TOTAL = /^(总分|合计|总计)/;

function indicatorsOf(grid: Grid, cells: Map<string, string>): Printed[] {
  const header = headerIn(grid, INDICATOR_COLUMNS, 'level3', 'weight');
  if (header === undefined) return [];
  const weights = header.columns.find(({ name }) => name === 'weight')?.title.address;
  if (weights !== undefined) cells.set('weights', weights);
  const rows: Printed[] = [];
  for (const [row, line] of Map.groupBy(grid.cells, (cell) => cell.row)) {
    if (row <= header.lastRow) continue;
    if (TOTAL.test(labelKey(textOf(line[0])))) break;
    const printed = lineOf(grid, header, row);
    const own = header.columns.filter(({ name }) => !CLASSES.has(name));
    if (own.every(({ name }) => printed[name] === null)) continue;
    rows.push(printed);
    for (const { name, title } of header.columns)
      cells.set(`${rows.length}.${name}`, addressOf(row, title.column));
    cells.set(`${rows.length}`, addressOf(row, 1));
  }
  return rows;
}

function lineOf<N extends string>(grid: Grid, { columns }: Header<N>, row: number): Printed {
  return Object.fromEntries(
    columns.map(({ name, title }) => {
      const at = (cell: GridCell) => cell.column <= title.lastColumn && cell.lastColumn >= title.column;
      const own = grid.cells.find((cell) => cell.row === row && at(cell));
      const above = CLASSES.has(name)
        ? grid.cells.find((cell) => cell.row < row && cell.lastRow >= row && cell.row > title.row && at(cell))
        : undefined;
      return [name, printedText(own ?? above)];
    }),
  );
}

/** As it is seen on the paper; null for a blank cell. */
function printedText(cell: GridCell | undefined): string | null {
  if (cell === undefined || cell.found.kind === 'fault' || cell.found.text === '') return null;
  const { text, shownAs } = cell.found;
  return shownAs === 'percent' && isExactText(text) ? `${exact(text).times(100)}%` : text;
}

function goalsOf(grid: Grid, cells: Map<string, string>): Printed | null {
  const header = headerIn(grid, GOAL_COLUMNS, 'expected', 'actual');
  if (header === undefined) return null;
  const actual = header.columns.find(({ name }) => name === 'actual')?.title;
  cells.set('goals', addressOf(header.lastRow + 1, actual?.column ?? 1));
  return lineOf(grid, header, header.lastRow + 1);
}

function totalOf(grid: Grid, cells: Map<string, string>): Printed | null {
  const header = headerIn(grid, INDICATOR_COLUMNS, 'level3', 'weight');
  const line = grid.cells.find((cell) => cell.row > (header?.row ?? 0) && TOTAL.test(labelKey(textOf(cell))));
  if (header === undefined || line === undefined) return null;
  const columns = header.columns.filter(({ name }) => name === 'weight' || name === 'score');
  const score = columns.find(({ name }) => name === 'score')?.title;
  cells.set('total', addressOf(line.row, score?.column ?? line.column));
  return lineOf(grid, { ...header, columns }, line.row);
}

function headOf(grid: Grid, cells: Map<string, string>): Head {
  const lines: Head = { project: null, department: null, unit: null };
  for (const cell of grid.cells) {
    const line = named(HEAD_LINES, textOf(cell));
    const [value] =
      line === undefined
        ? []
        : behind(grid.cells, cell, (other) => named(HEAD_LINES, textOf(other)) !== undefined);
    if (line === undefined || value === undefined || lines[line] !== null) continue;
    lines[line] = textOf(value);
    cells.set(line, value.address);
  }
  return lines;
}

/** 项目资金（万元）, 年初预算数（元）: where no line of its own states the unit. */
function unitInTitles(grid: Grid): string | null {
  const units = new Set(
    grid.cells.flatMap(
      (cell) => /(?:资金|预算|金额|执行数).*[（(](万元|元)[)）]/.exec(textOf(cell))?.[1] ?? [],
    ),
  );
  const [unit = null] = units;
  return units.size === 1 ? unit : null;
}
