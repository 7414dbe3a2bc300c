import { type CellField, printLabel } from '../layout.ts';
import type { Column } from './table.ts';
import { isBlank, valueText } from './value.ts';

/** A row of a table of a form, as it is filled in so far. */
export type Row = Readonly<Record<string, unknown>>;

const SHARES: Readonly<Record<CellField['kind'], number>> = {
  line: 16,
  text: 22,
  money: 14,
  date: 14,
  decimal: 10,
  percent: 10,
  sha256: 11,
  choice: 11,
  choices: 14,
};
/** A row's number, and what is counted in, are short whatever may be written there. */
const SHORT = new Set(['row', 'point', 'unit']);
const SHORT_SHARE = 8;

export function columnOf(field: CellField): Column<Row> {
  const share = SHORT.has(field.name) ? SHORT_SHARE : SHARES[field.kind];
  return {
    title: printLabel(field),
    share,
    look: field.kind === 'money' ? 'amount' : share < SHARES.line ? 'middle' : 'words',
    text: (row) => valueText(field, row[field.name]),
  };
}

/** The fields that are filled in somewhere. */
export const usedIn = (fields: readonly CellField[], rows: readonly Row[]): CellField[] =>
  fields.filter(({ name }) => rows.some((row) => !isBlank(row[name])));
