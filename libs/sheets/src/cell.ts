import { type Cell, ValueType } from '@cj-tech-master/excelts';
import type { Words } from '@quancheng/kernel';
import { tidy } from './arrange.ts';
import type { FoundCell } from './table.ts';

/** What a cell holds, as text; what a formula came to when the file was saved counts. Undefined: it is empty. */
export function foundIn(cell: Cell, trim = tidy): FoundCell | undefined {
  if (cell.type === ValueType.Merge) return fault('CELL_MERGED', MERGED);
  return cell.type === ValueType.Formula ? calculated(cell, trim) : plain(cell.value, cell, trim);
}

type Trim = (text: string) => string;

function plain(value: unknown, cell: Cell, trim: Trim): FoundCell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return numberFound(value, String(cell.numFmt ?? ''));
  if (typeof value === 'string') return { kind: 'text', text: trim(value) };
  if (typeof value === 'boolean') return { kind: 'text', text: value ? '是' : '否' };
  if (value instanceof Date) return dateFound(value);
  if (typeof value === 'object' && 'error' in value) return fault('CELL_ERROR', ERROR);
  return { kind: 'text', text: trim(cell.text) };
}

/** Nothing is calculated here, and nothing is fetched. */
function calculated(cell: Cell, trim: Trim): FoundCell | undefined {
  if (/\[|:\/\/|\||WEBSERVICE|FILTERXML|RTD\(|DDE\(/i.test(cell.formula ?? ''))
    return fault('FORMULA_REACHES_OUTSIDE', REACHES_OUTSIDE);
  const { result } = cell;
  if (result === undefined || result === null) return fault('FORMULA_WITHOUT_VALUE', WITHOUT_VALUE);
  const found = plain(result, cell, trim);
  return found === undefined || found.kind === 'fault' ? found : { ...found, calculated: true };
}

function numberFound(value: number, format: string): FoundCell {
  const text = numberText(value, format);
  return /%/.test(format) ? { kind: 'number', text, shownAs: 'percent' } : { kind: 'number', text };
}

/** No calendar of an office program goes on: such a "date" is a number, 20140301, in a cell that was made for dates. */
const LAST_YEAR = 9_999;
const serialOf = (date: Date): number => Math.round(date.getTime() / 86_400_000) + 25_569;

function dateFound(value: Date): FoundCell {
  if (Number.isNaN(value.getTime())) return fault('CELL_ERROR', ERROR);
  if (value.getUTCFullYear() > LAST_YEAR) return { kind: 'number', text: String(serialOf(value)) };
  const text = value.toISOString();
  const day = text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
  return { kind: 'text', text: day, shownAs: 'date' };
}

/** As the office program shows it: 15 digits, never with an exponent; a format of zeros alone keeps the leading ones. */
export function numberText(value: number, format = ''): string {
  const rounded = Number(value.toPrecision(15));
  const text = rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return /^0+$/.test(format) && Number.isInteger(rounded) ? text.padStart(format.length, '0') : text;
}

const fault = (code: string, because: Words): FoundCell => ({ kind: 'fault', code, because });

const MERGED: Words = {
  zh: '合并单元格，请取消合并后逐行填写',
  en: 'the cell is merged with another: split it and fill in each row',
};
const ERROR: Words = { zh: '单元格是错误值', en: 'the cell holds an error value' };
const REACHES_OUTSIDE: Words = {
  zh: '公式引用了其他文件或网络，请粘贴为数值',
  en: 'the formula reaches another file or the network: paste its value',
};
const WITHOUT_VALUE: Words = {
  zh: '公式没有保存的结果，请打开文件保存一次，或粘贴为数值',
  en: 'the formula has no saved value: open and save the file once, or paste its value',
};
