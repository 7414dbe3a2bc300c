import { readCsv } from './csv.ts';
import { notASheet, tooBig } from './refusals.ts';
import { type ReadSettings, type ReadTable, SHEET_LIMITS, type SheetType } from './table.ts';
import { readXlsx } from './xlsx.ts';

/** The one table of an uploaded file, all its cells as texts. A file that is not an honest table is refused whole. */
export async function readTable(bytes: Uint8Array, settings: ReadSettings): Promise<ReadTable> {
  const limits = { ...SHEET_LIMITS, ...settings.limits };
  if (bytes.length > limits.bytes) return tooBig('bytes', limits.bytes);
  if (bytes.length === 0) return notASheet();
  return settings.type === 'csv' ? readCsv(bytes, settings, limits) : await readXlsx(bytes, settings, limits);
}

/** By its first bytes: whatever begins like a package, or like an old office file, is meant as a workbook; else it is text. */
export const sheetTypeOf = (bytes: Uint8Array): SheetType =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf) ? 'xlsx' : 'csv';
