import type { MoneyUnit, Refusal } from '@quancheng/kernel';
import { type Grid, type GridCell, halfWidth } from '@quancheng/sheets';
import { FORMS, HEAD_LABELS, hasMoney, type HeadLine, labelKey } from './layout.ts';
import { PAPER_TITLES, PAPERS, type PaperHead, type PaperName } from './paper.ts';
import {
  headIncomplete,
  moneyUnitUnknown,
  noMoneyUnit,
  noPaper,
  severalPapers,
  twoMoneyUnits,
} from './refusals.ts';

export const textOf = (cell: GridCell | undefined): string =>
  cell === undefined || cell.found.kind === 'fault' ? '' : cell.found.text;

/** A title may have the unit or the year before it, or the year behind: 2014年项目支出绩效自评表（2014年度）. */
const LONGEST_BEFORE_TITLE = 30;

export interface FoundPaper {
  readonly paper: PaperName;
  readonly grid: Grid;
  readonly title: GridCell;
}

/** The one paper of the file. */
export function findPaper(grids: readonly Grid[]): FoundPaper | Refusal {
  const found = grids.flatMap((grid) =>
    grid.cells.flatMap((title) => {
      const paper = title.isOpen ? undefined : paperOf(textOf(title));
      return paper === undefined ? [] : [{ paper, grid, title }];
    }),
  );
  const [only] = found;
  if (only === undefined) return noPaper();
  return found.length === 1
    ? only
    : severalPapers(found.map(({ grid, title }) => `${grid.sheet}!${title.address}`));
}

function paperOf(text: string): PaperName | undefined {
  const key = labelKey(text).replace(/\(?\d{4}年度?\)?$/, '');
  return PAPERS.find((paper) => {
    const title = labelKey(PAPER_TITLES[paper].zh);
    return key.endsWith(title) && key.length <= title.length + LONGEST_BEFORE_TITLE;
  });
}

/** What stands behind a label in its line: the next filled cell that is no label itself. */
export function behind(
  cells: readonly GridCell[],
  label: GridCell,
  isLabel: (cell: GridCell) => boolean,
): GridCell[] {
  const line = cells.filter(({ row, column }) => row === label.row && column > label.lastColumn);
  const end = line.findIndex(isLabel);
  return end < 0 ? line : line.slice(0, end);
}

/** The unit that the file states; undefined for a paper without money. */
export function moneyUnitOf({ paper, grid }: FoundPaper): MoneyUnit | undefined | Refusal {
  if (!hasMoney(FORMS[paper].fields)) return undefined;
  const stated = grid.cells.filter((cell) => !cell.isOpen).flatMap((cell) => unitStatedIn(cell, grid.cells));
  const units = new Set(stated.map(({ unit }) => unit));
  const [unit] = units;
  if (unit === undefined || unit === '') return noMoneyUnit();
  if (units.size > 1) return twoMoneyUnits(stated.map((one) => `${one.cell}（${one.unit}）`));
  return unit === '元' || unit === '万元' ? unit : moneyUnitUnknown(unit);
}

const UNIT = /^[（(]?(?:金额)?单位[:：]?(.*?)[）)]?$/;

/** 金额单位：万元 in one cell, or the unit in the next one. 单位 alone is the one that fills the paper in. */
function unitStatedIn(cell: GridCell, cells: readonly GridCell[]): { unit: string; cell: string }[] {
  const text = textOf(cell).replace(/\s+/g, '');
  const match = UNIT.exec(text);
  if (match === null) return [];
  const inside = halfWidth(match[1] ?? '').replace(/\)$/, '');
  if (inside !== '')
    return text.includes('金额') || /^万?元$/.test(inside) ? [{ unit: inside, cell: cell.address }] : [];
  if (!text.includes('金额')) return [];
  const [next] = behind(cells, cell, () => false);
  return next === undefined ? [] : [{ unit: textOf(next).replace(/\s+/g, ''), cell: next.address }];
}

const HEAD_KEYS = new Map(
  (Object.entries(HEAD_LABELS) as [HeadLine, string][]).map(([line, label]) => [labelKey(label), line]),
);
/** A file comes home by these. */
const NEEDED = [
  'projectId',
  'fiscalYear',
  'division',
  'unitCode',
  'departmentCode',
  'edition',
  'version',
] as const;

/** The head between the title and the first line of the form. */
export function headOf({ grid, title }: FoundPaper, firstRow: number): PaperHead | Refusal {
  const cells = grid.cells.filter(({ row }) => row > title.row && row < firstRow);
  const lineOf = (cell: GridCell) => (cell.isOpen ? undefined : HEAD_KEYS.get(labelKey(textOf(cell))));
  const lines: Partial<Record<HeadLine, string>> = {};
  for (const cell of cells) {
    const line = lineOf(cell);
    if (line !== undefined)
      lines[line] ??= textOf(behind(cells, cell, (other) => lineOf(other) !== undefined)[0]);
  }
  const missing = NEEDED.filter(
    (line) => (lines[line] ?? '') === '' || (isCount(line) && !/^\d{1,9}$/.test(lines[line] ?? '')),
  );
  if (missing.length > 0) return headIncomplete(missing.map((line) => HEAD_LABELS[line]));
  return headFrom(lines as Partial<Record<HeadLine, string>> & Record<(typeof NEEDED)[number], string>);
}

const isCount = (line: HeadLine): boolean => line === 'fiscalYear' || line === 'version';

const headFrom = (
  lines: Partial<Record<HeadLine, string>> & Record<(typeof NEEDED)[number], string>,
): PaperHead => ({
  division: lines.division,
  projectId: lines.projectId,
  projectName: lines.projectName ?? '',
  fiscalYear: Number(lines.fiscalYear),
  unit: { code: lines.unitCode, name: lines.unitName ?? '' },
  department: { code: lines.departmentCode, name: lines.departmentName ?? '' },
  ...(lines.round !== undefined && lines.round !== '' && { round: lines.round }),
  edition: lines.edition,
  version: Number(lines.version),
});
