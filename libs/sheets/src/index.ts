export { halfWidth } from './arrange.ts';
export { markedCopy, type RowMark } from './marked-copy.ts';
export { readTable, sheetTypeOf } from './read.ts';
export {
  type CellFault,
  type ReadSettings,
  type ReadTable,
  SHEET_LIMITS,
  SHEET_TYPES,
  type SheetLimits,
  type SheetType,
  type Table,
  type TableRow,
} from './table.ts';
export { writeTable, type WrittenColumn, type WrittenTable } from './write.ts';
