import { type Direction, EVALUATION_KINDS, INDICATOR_CLASSES, targetInOneCell } from '@quancheng/forms';
import { APPROVED, type CellField, printLabel, type RowsField } from '../layout.ts';
import type { FilledPaper, PaperName } from '../paper.ts';
import { inOrder, shownRows } from '../shown.ts';
import { columnOf, type Row, usedIn } from './columns.ts';
import type { Html } from './html.ts';
import { type Column, table } from './table.ts';

/** The columns that the official table has; what else is said of an indicator stands in a table below it. */
const OFFICIAL_COLUMNS: Readonly<Record<Exclude<PaperName, 'goal-review'>, readonly string[]>> = {
  'goal-declaration': ['row', 'name', 'target', 'weight'],
  'self-evaluation': ['row', 'name', 'target', 'actual', 'weight', 'selfScore', 'reason'],
  'tracking-report': ['row', 'actual', 'attainedPercent', 'expected', 'note'],
};

/** They stand in the merged cells before an indicator, and in the cell of its target. */
const ABSORBED = ['kind', 'direction', 'unit'];

/** First and second level in merged cells, then the indicators under them. */
export function indicatorTables(filled: FilledPaper, field: RowsField): Html[] {
  const fields = field.fields as readonly CellField[];
  const official = OFFICIAL_COLUMNS[filled.paper as keyof typeof OFFICIAL_COLUMNS];
  const rows = byLevel(filled.paper === 'tracking-report' ? tracked(filled, field) : given(filled, field));
  const caption = printLabel(field);
  const columns = fields.filter(({ name }) => official.includes(name)).map(officialColumn);
  const approved = rows.some((row) => row[APPROVED] !== undefined) ? [APPROVED_COLUMN] : [];
  const levels = rows.some(({ kind }) => kind !== undefined) ? LEVELS : [];
  const [row, ...others] = columns as [Column<Row>, ...Column<Row>[]];
  const main = table({
    caption,
    columns: [...levels, row, ...approved, ...others],
    rows: rows.length === 0 ? [{}] : rows,
  });
  const more = usedIn(
    fields.filter(({ name }) => !official.includes(name) && !ABSORBED.includes(name)),
    rows,
  );
  if (more.length === 0) return [main];
  return [main, table({ caption: `${caption}（续）`, columns: [row, ...more.map(columnOf)], rows })];
}

const given = ({ values }: FilledPaper, { name }: RowsField): readonly Row[] =>
  (values[name] ?? []) as readonly Row[];

/** A report's rows with what was approved in them, also where nothing has been reported yet. */
function tracked(filled: FilledPaper, field: RowsField): Row[] {
  const kinds = new Map(filled.approved?.map(({ row, kind }) => [row, kind]));
  const lines = inOrder(given(filled, field), ({ row }) => String(row ?? ''), shownRows(filled, field));
  return lines.map(({ key, row, texts }) => ({
    ...row,
    row: key,
    kind: kinds.get(key),
    [APPROVED]: texts[0],
  }));
}

/** Kinds in the order of the official table; within one, the order of the paper. */
function byLevel(rows: readonly Row[]): Row[] {
  const place = ({ kind }: Row) => EVALUATION_KINDS.findIndex(({ value }) => value === kind);
  return rows.toSorted((one, other) => place(one) - place(other));
}

const kindOf = ({ kind }: Row) => EVALUATION_KINDS.find(({ value }) => value === kind);

const LEVELS: readonly Column<Row>[] = [
  {
    title: '一级指标',
    share: 9,
    look: 'middle',
    merged: true,
    text: (row) => {
      const kind = kindOf(row);
      return kind === undefined ? '' : INDICATOR_CLASSES[kind.class].zh;
    },
  },
  {
    title: '二级指标',
    share: 9,
    look: 'middle',
    merged: true,
    text: (row) => kindOf(row)?.label.zh ?? '',
  },
];

const APPROVED_COLUMN: Column<Row> = {
  title: APPROVED,
  share: 24,
  text: (row) => String(row[APPROVED] ?? ''),
};

const officialColumn = (field: CellField): Column<Row> =>
  field.name === 'target' ? { ...columnOf(field), text: targetOf } : columnOf(field);

const targetOf = ({ direction, target, unit }: Row): string =>
  targetInOneCell({
    direction: direction as Direction | undefined,
    target: target as string | undefined,
    unit: unit as string | undefined,
  });
