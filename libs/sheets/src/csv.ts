import { CsvError, parse } from 'csv-parse/sync';
import { isRefusal, type Refusal } from '@quancheng/kernel';
import { arrange, tidy } from './arrange.ts';
import { csvBroken, notASheet, tooBig, unknownEncoding } from './refusals.ts';
import type { FoundRow, ReadSettings, ReadTable, SheetLimits } from './table.ts';

/** Comma, semicolon or tab; in UTF-8 with or without its mark, UTF-16 with its mark, or GB18030 as Chinese offices save it. */
export function readCsv(bytes: Uint8Array, { isTitle }: ReadSettings, limits: SheetLimits): ReadTable {
  const text = decode(bytes);
  if (isRefusal(text)) return text;
  const found = recordsOf(text, limits);
  return isRefusal(found) ? found : arrange({ sheet: 'CSV', found, notes: [], isTitle, limits });
}

function decode(bytes: Uint8Array): string | Refusal {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  // Texts have no zero byte, but UTF-16 is full of them.
  if (marked === null && bytes.includes(0)) return notASheet();
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried: bytes of GB18030 are hardly ever good UTF-8.
    }
  }
  return unknownEncoding();
}

function recordsOf(text: string, limits: SheetLimits): FoundRow[] | Refusal {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      info: true,
      skip_records_with_error: false,
      max_record_size: limits.columns * limits.cellCharacters,
      // Some rows of titles stand above the header.
      to: limits.rows + 30,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    if (records.some(({ record }) => record.length > limits.columns))
      return tooBig('columns', limits.columns);
    return records.map(({ record }, index) => ({
      rowNumber: index + 1,
      cells: record.map((cell) => ({ kind: 'text', text: tidy(cell) })),
    }));
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    if (fault.code === 'CSV_MAX_RECORD_SIZE') return tooBig('cellCharacters', limits.cellCharacters);
    return csvBroken(Number((fault as { lines?: number }).lines ?? 1));
  }
}

/** The one of the three that the first lines have most of. */
function delimiterOf(text: string): string {
  const top = text.slice(0, 5_000);
  const counted = [',', '\t', ';'].map((sign) => ({ sign, count: top.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
