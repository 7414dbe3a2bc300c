import type { FieldFault } from '@quancheng/kernel';
import type { ReadRow } from '../rows.ts';

/** A key stands once in a list: later rows with the same one are named, with the row that came first. */
export function twice(rows: readonly ReadRow[], column: string, code: string): Map<number, FieldFault> {
  const first = new Map<string, number>();
  const faults = new Map<number, FieldFault>();
  for (const { row, values, titles } of rows) {
    const key = values[column];
    if (typeof key !== 'string') continue;
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else
      faults.set(row, {
        field: titles[column] ?? column,
        code,
        because: { zh: `“${key}”与第 ${before} 行重复`, en: `"${key}" stands in row ${before} already` },
      });
  }
  return faults;
}

export const textIn = (row: ReadRow, column: string): string | undefined => {
  const value = row.values[column];
  return typeof value === 'string' ? value : undefined;
};

/**
 * Codes that a file keeps as numbers lose their leading zeros: named where the same column has longer codes that begin with one,
 * or where the longer code is a known one.
 */
export function zerosLost(
  rows: readonly ReadRow[],
  column: string,
  isKnown: (code: string) => boolean = () => false,
): Map<number, FieldFault> {
  const codes = rows.flatMap((row) => textIn(row, column) ?? []);
  const lengths = new Set(codes.filter((code) => /^0\d+$/.test(code)).map((code) => code.length));
  const faults = new Map<number, FieldFault>();
  for (const row of rows) {
    const code = textIn(row, column);
    if (code === undefined || !/^[1-9]\d*$/.test(code) || isKnown(code)) continue;
    const longer = [...lengths]
      .filter((length) => length > code.length)
      .map((length) => code.padStart(length, '0'));
    const padded =
      longer.find((one) => isKnown(one)) ?? (row.numbers.includes(column) ? longer[0] : undefined);
    if (padded === undefined) continue;
    faults.set(row.row, {
      field: row.titles[column] ?? column,
      code: 'CODE_ZEROS_LOST',
      because: {
        zh: `编码 ${code} 可能丢失了前面的零，应为 ${padded}？请按文本填写`,
        en: `${code} may have lost its leading zeros (${padded}?): enter it as text`,
      },
    });
  }
  return faults;
}
