import { isRefusal, type Refusal, type Words } from '@quancheng/kernel';
import { type Grid, openGrids } from '@quancheng/sheets';
import { FAULT_SHEET, words } from './layout.ts';
import { findPaper, type FoundPaper } from './read-head.ts';

export interface OpenedPaper extends FoundPaper {
  /** What was passed over: hidden sheets, others than the paper's, hidden rows. */
  readonly notes: readonly Words[];
}

/** The file with its one paper found. The list of faults that we put into it ourselves is no part of it. */
export async function openPaper(bytes: Uint8Array): Promise<OpenedPaper | Refusal> {
  const opened = await openGrids(bytes);
  if (isRefusal(opened)) return opened;
  const grids = opened.grids.filter(({ sheet }) => sheet !== FAULT_SHEET);
  const found = findPaper(grids);
  if (isRefusal(found)) return found;
  return { ...found, notes: [...opened.notes, ...otherSheets(grids, found.grid), ...found.grid.notes] };
}

const otherSheets = (grids: readonly Grid[], own: Grid): Words[] =>
  grids
    .filter((grid) => grid !== own && grid.cells.length > 0)
    .map(({ sheet }) =>
      words(`工作表“${sheet}”不是本表，没有读取`, `the sheet "${sheet}" is no paper and was not read`),
    );
