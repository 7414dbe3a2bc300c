import type { Cell, Workbook, Worksheet } from '@cj-tech-master/excelts';
import { isRefusal, type Refusal } from '@quancheng/kernel';
import { GRID_LIMITS } from './grid.ts';
import { bytesOf, openWorkbook } from './xlsx.ts';

/** What is to be said at a cell. */
export interface CellMark {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** The sheet that lists all marks, each row with a link to its cell. */
export interface MarkList {
  readonly sheet: string;
  readonly titles: readonly string[];
  readonly rows: readonly {
    readonly texts: readonly string[];
    readonly to?: Pick<CellMark, 'sheet' | 'cell'>;
  }[];
}

/** Stands at the head of what we wrote into a note, so that the next time it is found and taken out. */
const SIGN = '【错误】';
/** A rule, not the cell's own fill, colours it: so the clerk's colours are still there when the mark goes. */
const OURS = '"quancheng"="quancheng"';
const RED = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } as const;

/** A copy of the same xlsx with the marks in their cells and in a list; those of an earlier time are gone. */
export async function markCells(
  bytes: Uint8Array,
  marks: readonly CellMark[],
  list: MarkList,
): Promise<Uint8Array | Refusal> {
  const workbook = await openWorkbook(bytes, GRID_LIMITS, []);
  if (isRefusal(workbook)) return workbook;
  for (const sheet of workbook.worksheets) unmark(sheet);
  const earlier = workbook.getWorksheet(list.sheet);
  if (earlier !== undefined) workbook.removeWorksheet(earlier.id);
  for (const sheet of workbook.worksheets) {
    const here = marks.filter((mark) => mark.sheet === sheet.name);
    if (here.length > 0) mark(sheet, here);
  }
  if (list.rows.length > 0) writeList(workbook, list);
  return await bytesOf(workbook);
}

function unmark(sheet: Worksheet): void {
  sheet.removeConditionalFormatting(({ rules }) =>
    rules.some((rule) => 'formulae' in rule && rule.formulae?.includes(OURS)),
  );
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      const runs = runsOf(cell);
      const ours = runs.findIndex(({ text }) => text.trimStart().startsWith(SIGN));
      if (ours >= 0) setNote(cell, runs.slice(0, ours));
    });
  });
}

function mark(sheet: Worksheet, marks: readonly CellMark[]): void {
  const cells = [...new Set(marks.map(({ cell }) => cell))];
  const style = { fill: RED };
  sheet.addConditionalFormatting({
    ref: cells.join(' '),
    rules: [{ type: 'expression', priority: 1, formulae: [OURS], style }],
  });
  for (const address of cells) {
    const cell = sheet.getCell(address);
    const texts = marks.filter((one) => one.cell === address).map(({ text }) => `${SIGN}${text}`);
    const own = runsOf(cell);
    setNote(cell, [...own, { text: `${own.length > 0 ? '\n' : ''}${texts.join('\n')}` }]);
  }
}

type Run = { readonly text: string };

function runsOf({ note }: Cell): Run[] {
  if (note === undefined || note === null) return [];
  const runs = typeof note === 'string' ? splitAtSign(note) : (note.texts ?? []).flatMap(splitRun);
  return runs.filter(({ text }) => text !== '');
}

/** A file that went through an office program may have its runs joined. */
const splitRun = <R extends Run>(run: R): R[] => splitAtSign(run.text).map((part) => ({ ...run, ...part }));

function splitAtSign(text: string): Run[] {
  const at = text.indexOf(SIGN);
  if (at <= 0) return [{ text }];
  return [{ text: text.slice(0, at).replace(/\n$/, '') }, { text: text.slice(at) }];
}

function setNote(cell: Cell, runs: readonly Run[]): void {
  if (runs.length > 0) cell.note = { texts: [...runs] };
  else {
    cell.comment = undefined;
    // The library writes what it once read, unless it is taken out here too.
    delete cell.model.comment;
  }
}

function writeList(workbook: Workbook, { sheet, titles, rows }: MarkList): void {
  const written = workbook.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  written.columns = titles.map((_, index) => ({ width: index < 2 ? 14 : 40 }));
  written.addRow([...titles]).font = { bold: true };
  for (const { texts, to } of rows) {
    const row = written.addRow([...texts]);
    row.alignment = { wrapText: true, vertical: 'top' };
    if (to === undefined) continue;
    const link = row.getCell(1);
    link.value = { text: texts[0] ?? to.cell, hyperlink: `#'${to.sheet.replaceAll("'", "''")}'!${to.cell}` };
    link.font = { underline: true, color: { argb: 'FF0563C1' } };
  }
}
