import type { FormFinding } from '@quancheng/forms';
import type { IndicatorColumn, MoneyColumn } from './columns.ts';
import type { PublishedSheet } from './read-published.ts';

/** The column that a finding on a row is about, by how its code begins. What is about none of them is about the row's name. */
const INDICATOR: readonly (readonly [RegExp, IndicatorColumn])[] = [
  [/REASON/, 'reason'],
  [/^(SCORE|MERGED_SCORE|TWO_SCORES|BLANK_ACTUAL_FULL)/, 'score'],
  [/WEIGHT/, 'weight'],
  [/ACTUAL|^(BOUND_NOT|OVER_120|EQ_EXCEEDED|SHARE_ABOVE|FIGURE|QUALITATIVE)/, 'actual'],
  [/^(TARGET|NO_OPERATOR|OPERATOR|UNIT|DIRECTION|TIER)/, 'target'],
];

const MONEY: readonly (readonly [RegExp, MoneyColumn])[] = [
  [/SCORE/, 'score'],
  [/WEIGHT/, 'weight'],
  [/RATE/, 'rate'],
  [/EXECUTED/, 'executed'],
  [/BEGIN|YEARSTART/, 'begin_budget'],
];

/** The cells of a finding: one for each row that it names. */
export function cellsOf({ code, where }: FormFinding, { cells, title }: PublishedSheet): string[] {
  const cellAt = (...paths: readonly string[]) => paths.map((path) => cells.get(path)).find(Boolean) ?? title;
  if (where.startsWith('money'))
    return [cellAt(`money.${columnOf(MONEY, code) ?? 'full_year_budget'}`, 'money')];
  if (!where.startsWith('row')) return [cellAt(where)];
  const column = columnOf(INDICATOR, code) ?? 'level3';
  return rowsIn(where).map((row) => cellAt(`${row}.${column}`, `${row}.level3`, `${row}`));
}

const columnOf = <C>(columns: readonly (readonly [RegExp, C])[], code: string): C | undefined =>
  columns.find(([begins]) => begins.test(code))?.[1];

/** 'rows 3,4,6-9' */
function rowsIn(where: string): number[] {
  const runs = where.replace(/^rows? /, '').split(',');
  return runs.flatMap((run) => {
    const [from = 0, to = from] = run.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
