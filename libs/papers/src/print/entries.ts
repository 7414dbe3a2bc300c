import { type CellField, HEAD_LABELS, printLabel } from '../layout.ts';
import type { PaperHead } from '../paper.ts';
import { type Html, html } from './html.ts';
import { amountText, boxes, capitalsText, isBlank, valueText } from './value.ts';

/** A label, and what stands beside it. */
export interface Entry {
  readonly label: string;
  readonly value: Html | string;
}

/** Two entries a line; one that is left over has the whole line. */
export function entriesTable(entries: readonly Entry[]): Html {
  const lines = Array.from({ length: Math.ceil(entries.length / 2) }, (_, at) =>
    entries.slice(2 * at, 2 * at + 2),
  );
  return html`<table>
<colgroup><col width="17%"><col width="33%"><col width="17%"><col width="33%"></colgroup>
<tbody>
${lines.map((line) => html`<tr>${line.map((entry) => entryCells(entry, line.length))}</tr>\n`)}</tbody>
</table>`;
}

const entryCells = ({ label, value }: Entry, inLine: number): Html =>
  html`<th scope="row">${label}</th><td class="words"${inLine === 1 ? html` colspan="3"` : ''}>${value}</td>`;

/** A field that stands alone: amounts in capitals too, choices with all their answers. */
export function entryOf(field: CellField, value: unknown): Entry {
  const label = printLabel(field);
  if (field.kind === 'choice' || field.kind === 'choices') return { label, value: boxes(field, value) };
  if (field.kind !== 'money' || isBlank(value)) return { label, value: valueText(field, value) };
  const fen = value as bigint;
  return { label, value: html`${amountText(fen)}<br>（大写：${capitalsText(fen)}）` };
}

/** Whose paper it is. Year and unit of the money stand above the table. */
export function headEntries(head: PaperHead): Entry[] {
  const entry = (line: keyof typeof HEAD_LABELS, value: string): Entry => ({
    label: HEAD_LABELS[line],
    value,
  });
  const named = ({ code, name }: PaperHead['unit']) => `${name}（${code}）`;
  return [
    entry('projectName', head.projectName),
    entry('projectId', head.projectId),
    { label: '主管部门及代码', value: named(head.department) },
    { label: '实施单位及代码', value: named(head.unit) },
    ...(head.round === undefined ? [] : [entry('round', head.round)]),
  ];
}
