import type { Refusal, Words } from '@quancheng/kernel';

/** What is wrong with one cell; `column` is the title it stands under, '' for the whole row. */
export interface CellFault {
  readonly rowNumber: number;
  readonly column: string;
  readonly code: string;
  readonly because: Words;
}

export interface TableRow {
  /** As the office program counts: the first row of the sheet is 1. */
  readonly rowNumber: number;
  /** The texts of the filled-in cells by their column's title, without spaces around them. */
  readonly cells: Readonly<Record<string, string>>;
  /** The titles under which the file holds a number: there leading zeros may have been lost. */
  readonly numbers: readonly string[];
}

export interface Table {
  readonly sheet: string;
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** Cells that were there and could not be taken as they are. Their row has them not. */
  readonly faults: readonly CellFault[];
  /** What was passed over: hidden sheets, rows that are filtered away but were read. */
  readonly notes: readonly Words[];
}

export const SHEET_TYPES = ['xlsx', 'csv'] as const;
export type SheetType = (typeof SHEET_TYPES)[number];

/** No bureau's list comes near these; what goes beyond is a mistake or an attack. */
export interface SheetLimits {
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellCharacters: number;
  /** In one part of the package; each costs the reader memory. */
  readonly tags: number;
  readonly merges: number;
}

export const SHEET_LIMITS: SheetLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 60 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  cellCharacters: 10_000,
  tags: 1_000_000,
  merges: 5_000,
};

export interface ReadSettings {
  readonly type: SheetType;
  /** Is this the title of a column that is wanted? The row with the most of them near the top is the header. */
  readonly isTitle: (text: string) => boolean;
  readonly limits?: Partial<SheetLimits>;
}

export type ReadTable = Table | Refusal;

/** One cell as a reader found it, before any title is known. */
export type FoundCell =
  | {
      readonly kind: 'text' | 'number';
      readonly text: string;
      /** The saved value of a formula. */
      readonly calculated?: true;
      /** The file shows the number as a date or as a percentage; a percentage of 95 % is the number 0.95. */
      readonly shownAs?: 'date' | 'percent';
    }
  | { readonly kind: 'fault'; readonly code: string; readonly because: Words };

export interface FoundRow {
  readonly rowNumber: number;
  /** By column, from 0; a hole is an empty cell. */
  readonly cells: readonly (FoundCell | undefined)[];
}
