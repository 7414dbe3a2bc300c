import {
  type FieldFault,
  isRefusal,
  type Json,
  type MoneyUnit,
  type Refusal,
  refuse,
  type Words,
} from '@quancheng/kernel';
import { halfWidth, readTable, type SheetType, type Table, type TableRow } from '@quancheng/sheets';
import { type Column, type GivenCell, readCell } from './columns.ts';

/** A row of the list, its cells read as their columns say. A value is missing where the cell is empty or faulty. */
export interface ReadRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Json | undefined>>;
  /** The title under which each value stood: faults name it as the file writes it. */
  readonly titles: Readonly<Record<string, string>>;
  /** The values that the file keeps as numbers. */
  readonly numbers: readonly string[];
  readonly faults: readonly FieldFault[];
}

export interface ReadList {
  readonly table: Table;
  readonly rows: readonly ReadRow[];
  readonly notes: readonly Words[];
}

/** What makes two titles the same: neither spaces nor the width of brackets, nor a mark for "required". */
const plainTitle = (text: string): string =>
  halfWidth(text)
    .replace(/[\s*:]+/g, '')
    .toLowerCase();

const UNIT = /\(?(万元|元)\)?$/;
const withoutUnit = (title: string): string => title.replace(UNIT, '').replace(/[(,]?单位$/, '');

function columnOf(columns: readonly Column[], title: string): Column | undefined {
  const given = plainTitle(title);
  const isNamed = ({ kind, title: own, aliases = [], name }: Column) =>
    [own, name, ...aliases].some((known) => {
      const one = plainTitle(known);
      return one === given || (kind === 'money' && withoutUnit(one) === withoutUnit(given));
    });
  return columns.find(isNamed);
}

/** Reads an uploaded file as rows of these columns, or says why the file as a whole cannot be taken. */
export async function readRows(
  bytes: Uint8Array,
  type: SheetType,
  columns: readonly Column[],
): Promise<ReadList | Refusal> {
  const table = await readTable(bytes, { type, isTitle: (text) => columnOf(columns, text) !== undefined });
  if (isRefusal(table)) return table;
  const found = new Map(table.header.map((title) => [title, columnOf(columns, title)]));
  const refusal = refuseTitles(columns, found);
  if (refusal !== null) return refusal;
  if (table.rows.length === 0 && table.faults.length === 0) return emptyList();
  const unknown = [...found].filter(([, column]) => column === undefined).map(([title]) => title);
  return {
    table,
    rows: table.rows.map((row) => rowOf(row, table, columns, found)),
    notes: [...table.notes, ...(unknown.length === 0 ? [] : [passedOver(unknown)])],
  };
}

type Found = ReadonlyMap<string, Column | undefined>;

function refuseTitles(columns: readonly Column[], found: Found): Refusal | null {
  const named = [...found.values()];
  const missing = columns.filter((column) => column.required === true && !named.includes(column));
  if (missing.length > 0) return titlesMissing(missing.map(({ title }) => title));
  const twice = columns.find((column) => named.filter((one) => one === column).length > 1);
  if (twice !== undefined) return columnTwice(twice.title);
  const unitless = [...found].find(
    ([title, column]) => column?.kind === 'money' && unitOf(title) === undefined,
  );
  return unitless === undefined ? null : unitMissing(unitless[0]);
}

const unitOf = (title: string): MoneyUnit | undefined =>
  UNIT.exec(plainTitle(title))?.[1] as MoneyUnit | undefined;

function rowOf(given: TableRow, table: Table, columns: readonly Column[], found: Found): ReadRow {
  const { rowNumber, cells, numbers } = given;
  const values: Record<string, Json> = {};
  const titles: Record<string, string> = {};
  const faults: FieldFault[] = table.faults
    .filter((fault) => fault.rowNumber === rowNumber)
    .map(({ column, code, because }) => ({ field: column, code, because }));
  for (const [title, text] of Object.entries(cells)) {
    const column = found.get(title);
    if (column === undefined) continue;
    const unit = column.kind === 'money' ? unitOf(title) : undefined;
    const cell: GivenCell = {
      title,
      text,
      isNumber: numbers.includes(title),
      ...(unit === undefined ? {} : { unit }),
    };
    const read = readCell(column, cell);
    titles[column.name] = title;
    if ('fault' in read) faults.push(read.fault);
    else values[column.name] = read.value;
  }
  const faulty = new Set(faults.map(({ field }) => field));
  for (const { name, title, required } of columns)
    if (required === true && values[name] === undefined && !faulty.has(titles[name] ?? title))
      faults.push({
        field: title,
        code: 'REQUIRED',
        because: { zh: `“${title}”未填`, en: `${title} is empty` },
      });
  const asNumbers = Object.keys(titles).filter((name) => numbers.includes(titles[name] ?? ''));
  return { row: rowNumber, values, titles, numbers: asNumbers, faults };
}

const passedOver = (titles: readonly string[]): Words => ({
  zh: `不认识的列没有导入：${titles.join('、')}`,
  en: `columns that are not known were passed over: ${titles.join(', ')}`,
});

const USE_TEMPLATE = { zh: '请使用模板，表头不要改名', en: 'use the template and keep its titles' };

const titlesMissing = (titles: readonly string[]): Refusal =>
  refuse({
    code: 'COLUMN_MISSING',
    because: { zh: `缺少列：${titles.join('、')}`, en: `columns are missing: ${titles.join(', ')}` },
    remedy: USE_TEMPLATE,
  });

const columnTwice = (title: string): Refusal =>
  refuse({
    code: 'COLUMN_TWICE',
    because: { zh: `有两列都是“${title}”`, en: `two columns both are "${title}"` },
    remedy: { zh: '请删去或改名其中一列', en: 'remove or rename one of them' },
  });

const unitMissing = (title: string): Refusal =>
  refuse({
    code: 'MONEY_UNIT_MISSING',
    because: { zh: `“${title}”没有注明金额单位`, en: `"${title}" does not state its unit of money` },
    remedy: {
      zh: `请把表头改为“${title}（元）”或“${title}（万元）”`,
      en: 'name 元 or 万元 in the title',
    },
  });

const emptyList = (): Refusal =>
  refuse({
    code: 'SHEET_EMPTY',
    because: { zh: '表头以下没有内容', en: 'there is nothing below the header' },
    remedy: { zh: '请填写后重新上传', en: 'fill it in and send it again' },
  });
