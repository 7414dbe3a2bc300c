import { type Html, html } from './html.ts';

/** A column of a printed table; `share` is its part of the width against the others. */
export interface Column<R> {
  readonly title: string;
  readonly share: number;
  readonly text: (row: R) => string;
  readonly look?: 'amount' | 'middle' | 'words';
  /** Rows below one another that say the same here, and in the merged columns before it, share one cell. */
  readonly merged?: true;
}

/** A table whose head stands on each page that it reaches. */
export function table<R>(given: {
  readonly caption?: string | undefined;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly foot?: Html | undefined;
}): Html {
  const { caption, columns, rows, foot } = given;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const spans = columns.map((_, index) => spansOf(columns, rows, index));
  return html`<table>
${caption === undefined ? '' : html`<caption>${caption}</caption>`}
<colgroup>${columns.map(({ share }) => html`<col width="${((100 * share) / whole).toFixed(2)}%">`)}</colgroup>
<thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows.map((row, at) => html`<tr>${columns.map((column, index) => cell(column, row, spans[index]?.[at] ?? 1))}</tr>\n`)}${foot ?? ''}</tbody>
</table>`;
}

function cell<R>({ text, look = 'words' }: Column<R>, row: R, span: number): Html | '' {
  if (span === 0) return '';
  const rowspan = span === 1 ? '' : html` rowspan="${span}"`;
  return html`<td class="${look}"${rowspan}>${text(row)}</td>`;
}

/** How many rows the cell of each row takes; 0 where the cell above reaches down to it. */
function spansOf<R>(columns: readonly Column<R>[], rows: readonly R[], index: number): number[] {
  if (columns[index]?.merged !== true) return rows.map(() => 1);
  const deciding = columns.slice(0, index + 1).filter(({ merged }) => merged === true);
  const keys = rows.map((row) => JSON.stringify(deciding.map(({ text }) => text(row))));
  return keys.map((key, at) => {
    if (keys[at - 1] === key) return 0;
    const end = keys.findIndex((other, below) => below > at && other !== key);
    return (end === -1 ? keys.length : end) - at;
  });
}
