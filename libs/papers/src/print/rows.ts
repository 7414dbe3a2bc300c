import { sumFen } from '@quancheng/kernel';
import { TO_BE_CONFIRMED, toBeConfirmed } from '@quancheng/rulebook';
import { type CellField, POINT_TEXT, POINT_WEIGHT, printLabel, type RowsField } from '../layout.ts';
import type { FilledPaper } from '../paper.ts';
import { reviewSheetOf } from '../shown.ts';
import { columnOf, type Row, usedIn } from './columns.ts';
import { type Html, html } from './html.ts';
import { indicatorTables } from './indicators.ts';
import { type Column, table } from './table.ts';
import { amountText, capitalsText } from './value.ts';

/** A field of rows as the table, or the two tables, that the official paper has for it. */
export function rowsTables(filled: FilledPaper, field: RowsField): Html[] {
  if (field.name === 'indicators') return indicatorTables(filled, field);
  const rows = (filled.values[field.name] ?? []) as readonly Row[];
  return [field.name === 'marks' ? marksTable(filled, field, rows) : plainTable(field, rows)];
}

/** What must be filled in has its column always, the rest where somebody wrote in it. A table of amounts ends with their sum. */
function plainTable(field: RowsField, rows: readonly Row[]): Html {
  const fields = field.fields as readonly CellField[];
  const used = usedIn(fields, rows);
  const columns = fields.filter((one) => one.required || used.includes(one)).map(columnOf);
  const foot = used.some(({ name }) => name === 'amountFen') ? sumRow(rows, columns.length) : undefined;
  return table({ caption: printLabel(field), columns, rows: rows.length === 0 ? [{}] : rows, foot });
}

function sumRow(rows: readonly Row[], width: number): Html {
  const sum = sumFen(rows.map(({ amountFen }) => (amountFen as bigint | undefined) ?? 0n));
  return html`<tr><td class="middle" colspan="${width}">合计：${amountText(sum)}（大写：${capitalsText(sum)}）</td></tr>`;
}

/** The points under their aspects. Where no edition has them, the marks as they are. */
function marksTable({ head, outcome }: FilledPaper, field: RowsField, rows: readonly Row[]): Html {
  const sheet = reviewSheetOf(head);
  if (sheet === undefined) return plainTable(field, rows);
  const points = sheet.value.aspects.flatMap(({ no, title, weight, points: own }) =>
    own.map((point) => ({ ...point, aspect: `${no}、${title.zh}（${weight}分）` })),
  );
  const known = points.flatMap(({ no, text, weight, aspect }): Row[] => {
    const marked = rows.filter(({ point }) => point === no);
    return (marked.length === 0 ? [{ point: no }] : marked).map((row) => ({
      ...row,
      aspect,
      weight,
      says: text.zh,
    }));
  });
  const unknown = rows.filter(({ point }) => !points.some(({ no }) => no === point));
  const [key, ...others] = (field.fields as readonly CellField[]).map(columnOf) as [
    Column<Row>,
    ...Column<Row>[],
  ];
  const columns = [
    said('评审内容', 'aspect', 13, true),
    key,
    said(POINT_TEXT, 'says', 34),
    WEIGHT,
    ...others,
  ];
  const foot = outcomeRow(outcome, toBeConfirmed(sheet.tier), columns.length);
  return table({ caption: printLabel(field), columns, rows: [...known, ...unknown], foot });
}

/** What the marks come to by the rules; of a draft, the place for it. */
function outcomeRow(outcome: FilledPaper['outcome'], open: boolean, width: number): Html {
  const { total, result } = outcome ?? { total: '　　', result: '　　' };
  const mark = open ? `（${TO_BE_CONFIRMED.zh}）` : '';
  return html`<tr><td class="middle" colspan="${width}">综合得分：${total}　　评审等级：${result}${mark}</td></tr>`;
}

const said = (title: string, name: string, share: number, merged = false): Column<Row> => ({
  title,
  share,
  text: (row) => String(row[name] ?? ''),
  ...(merged && { merged, look: 'middle' }),
});

const WEIGHT: Column<Row> = { ...said(POINT_WEIGHT, 'weight', 7), look: 'middle' };
