import type { MoneyUnit } from '@quancheng/kernel';
import { type WrittenCell, writeGrid } from '@quancheng/sheets';
import {
  blocksOf,
  type CellField,
  FOOTER,
  fieldsOf,
  HEAD_LABELS,
  hasMoney,
  type HeadLine,
  headTexts,
  isRows,
  labelOf,
  MONEY_UNIT_LABEL,
  POINT_TEXT,
  APPROVED,
  type RowsField,
} from './layout.ts';
import { type FilledPaper, PAPER_TITLES } from './paper.ts';
import { inOrder, type ShownRows, shownRows } from './shown.ts';
import { writtenValue } from './write-value.ts';

/** Rows left open for more, beyond those that are filled in. */
const SPARE_ROWS = 5;
const NARROWEST = 6;
const LINE_HEIGHT = 16;
const TEXT_LINES = 3;

/**
 * The paper as an xlsx for WPS and Excel: pre-filled, labels locked, entries open, choices as lists, the unit of money in a
 * cell of its own. `readPaper` gives the same values back, and these give the same bytes again.
 */
export async function writePaper(
  filled: FilledPaper,
  { moneyUnit = '万元' }: { moneyUnit?: MoneyUnit } = {},
): Promise<Uint8Array> {
  const page = new Page(filled, moneyUnit);
  page.head();
  for (const block of blocksOf(fieldsOf(filled.paper))) {
    if (Array.isArray(block)) page.pairs(block);
    else page.table(block);
  }
  page.foot();
  return await writeGrid(page.grid());
}

/** The paper as it grows downwards. */
class Page {
  readonly #filled: FilledPaper;
  readonly #unit: MoneyUnit;
  readonly #width: number;
  readonly #cells: WrittenCell[] = [];
  readonly #heights = new Map<number, number>();
  #row = 1;

  constructor(filled: FilledPaper, unit: MoneyUnit) {
    this.#filled = filled;
    this.#unit = unit;
    const tables = fieldsOf(filled.paper).filter(isRows);
    this.#width = Math.max(
      NARROWEST,
      ...tables.map((field) => titlesOf(field, shownRows(filled, field)).length),
    );
  }

  head(): void {
    const { paper, head } = this.#filled;
    const lastColumn = this.#width;
    this.#put({ column: 1, lastColumn, look: 'title', value: PAPER_TITLES[paper].zh });
    this.#end(30);
    if (hasMoney(fieldsOf(paper))) {
      this.#put({ column: lastColumn - 1, look: 'plain', value: MONEY_UNIT_LABEL });
      this.#put({ column: lastColumn, look: 'entry', value: this.#unit, choices: ['元', '万元'] });
    }
    this.#end();
    const lines = Object.entries(headTexts(head)) as [HeadLine, string][];
    for (let at = 0; at < lines.length; at += 2) {
      const pair = lines.slice(at, at + 2);
      this.#halves(pair.length).forEach(([first, middle, last], index) => {
        const [line, text] = pair[index] as [HeadLine, string];
        this.#put({ column: first, lastColumn: middle - 1, look: 'label', value: HEAD_LABELS[line] });
        this.#put({ column: middle, lastColumn: last, look: 'fixed', value: text });
      });
      this.#end();
    }
  }

  pairs(fields: readonly CellField[]): void {
    this.#halves(fields.length).forEach(([first, middle, last], index) => {
      const field = fields[index] as CellField;
      const entry = writtenValue(field, this.#filled.values[field.name], this.#unit);
      this.#put({
        column: first,
        lastColumn: middle - 1,
        look: 'label',
        value: labelOf(field),
        note: field.help.zh,
      });
      this.#put({ column: middle, lastColumn: last, look: 'entry', ...entry });
      if (field.kind === 'text')
        this.#heights.set(this.#row, heightOf(String(entry.value ?? ''), (last - middle + 1) * 7));
    });
    this.#end();
  }

  table(field: RowsField): void {
    const shown = shownRows(this.#filled, field);
    this.#put({
      column: 1,
      lastColumn: this.#width,
      look: 'section',
      value: labelOf(field),
      note: field.help.zh,
    });
    this.#end();
    titlesOf(field, shown).forEach(({ title, note }, index) => {
      this.#put({ column: index + 1, look: 'label', value: title, ...(note !== undefined && { note }) });
    });
    this.#end(2 * LINE_HEIGHT);
    const key = field.fields[0]?.name ?? '';
    const rows = (this.#filled.values[field.name] ?? []) as Record<string, unknown>[];
    for (const line of inOrder(rows, (row) => String(row[key] ?? ''), shown)) this.#line(field, shown, line);
    for (let spare = 0; spare < SPARE_ROWS; spare++)
      this.#line(field, shown, { key: '', row: {}, texts: [] });
  }

  /** A row that nobody has begun has its key locked: only so is it known from a row of which the key alone is filled in. */
  #line(
    { fields }: RowsField,
    shown: ShownRows | undefined,
    line: { readonly key: string; readonly row?: Record<string, unknown>; readonly texts: readonly string[] },
  ): void {
    const [key, ...others] = fields as readonly CellField[];
    if (key === undefined) return;
    if (line.row === undefined) this.#put({ column: 1, look: 'fixed', value: line.key });
    else this.#put({ column: 1, look: 'entry', ...writtenValue(key, line.row[key.name], this.#unit) });
    const besides = shown?.titles.length ?? 0;
    for (let index = 0; index < besides; index++)
      this.#put({ column: index + 2, look: 'fixed', value: line.texts[index] ?? '' });
    others.forEach((field, index) => {
      const entry = writtenValue(field, line.row?.[field.name], this.#unit);
      this.#put({ column: besides + index + 2, look: 'entry', ...entry });
    });
    this.#end();
  }

  foot(): void {
    this.#end();
    this.#put({
      column: 1,
      lastColumn: this.#width,
      look: 'plain',
      value: `${FOOTER}　　　　　　填报日期：`,
    });
    this.#end(2 * LINE_HEIGHT);
  }

  grid() {
    const main = fieldsOf(this.#filled.paper).filter(isRows);
    const widest = main.map((field) => titlesOf(field, shownRows(this.#filled, field))).reduce(longer, []);
    return {
      sheet: PAPER_TITLES[this.#filled.paper].zh,
      columnWidths: Array.from({ length: this.#width }, (_, index) => widest[index]?.width ?? 14),
      cells: this.#cells,
      rowHeights: this.#heights,
      frozenRows: 2,
      orientation: this.#width > 8 ? ('landscape' as const) : ('portrait' as const),
    };
  }

  /** Where label and value of one or two fields stand: first column, the value's column, the last one. */
  #halves(count: number): [number, number, number][] {
    const label = this.#width > 8 ? 2 : 1;
    if (count === 1) return [[1, label + 1, this.#width]];
    const half = Math.floor(this.#width / 2);
    return [
      [1, label + 1, half],
      [half + 1, half + 1 + label, this.#width],
    ];
  }

  #put(cell: Omit<WrittenCell, 'row'>): void {
    this.#cells.push({ row: this.#row, ...cell });
  }

  #end(height?: number): void {
    if (height !== undefined) this.#heights.set(this.#row, height);
    this.#row += 1;
  }
}

interface Title {
  readonly title: string;
  readonly note?: string;
  readonly width: number;
}

function titlesOf({ fields }: RowsField, shown: ShownRows | undefined): Title[] {
  const [key, ...others] = (fields as readonly CellField[]).map((field) => ({
    title: labelOf(field),
    note: field.help.zh,
    width: WIDTHS[field.kind],
  }));
  if (key === undefined) return [];
  const besides = (shown?.titles ?? []).map((title) => ({
    title,
    width: title === POINT_TEXT || title === APPROVED ? 44 : 8,
  }));
  return [besides.length > 0 ? { ...key, width: 8 } : key, ...besides, ...others];
}

const WIDTHS: Readonly<Record<CellField['kind'], number>> = {
  line: 15,
  text: 24,
  money: 15,
  date: 12,
  decimal: 10,
  percent: 10,
  sha256: 18,
  choice: 13,
  choices: 20,
};

const longer = (one: readonly Title[], other: readonly Title[]) =>
  other.length > one.length ? [...other] : [...one];

/** Merged cells do not grow by themselves: the height follows the text. */
function heightOf(text: string, charactersALine: number): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersALine)), 0);
  return Math.min(400, Math.max(TEXT_LINES, lines + 1) * LINE_HEIGHT);
}
