export { halfWidth } from './arrange.ts';
export { numberText } from './cell.ts';
export { GRID_LIMITS, type Grid, type GridCell, openGrids } from './grid.ts';
export { type CellMark, type MarkList, markCells } from './mark-cells.ts';
export { markedCopy, type RowMark } from './marked-copy.ts';
export { readTable, sheetTypeOf } from './read.ts';
export {
  type CellFault,
  type FoundCell,
  type ReadSettings,
  type ReadTable,
  SHEET_LIMITS,
  SHEET_TYPES,
  type SheetLimits,
  type SheetType,
  type Table,
  type TableRow,
} from './table.ts';
export { type CellLook, type WrittenCell, type WrittenGrid, writeGrid } from './write-grid.ts';
export { writeTable, type WrittenColumn, type WrittenTable } from './write.ts';
