import { type Cell, type CellValue, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { day } from '@quancheng/kernel';
import { type PaperHead, type ReadPaper, readPaper, writePaper } from './index.ts';

export const head: PaperHead = {
  division: '330211000',
  projectId: 'P2014001',
  projectName: '农村生活污水治理',
  fiscalYear: 2014,
  unit: { code: '3302110011', name: '镇海区农业局' },
  department: { code: '330211001', name: '镇海区农业局' },
  edition: 'zh-2014',
  version: 3,
};

export const values = {
  requestedFen: 50_000_000n,
  startOn: day('2014-03-01'),
  need: '村庄污水直排',
  content: '治理50个村',
  lines: [
    { item: '管网', quantity: '50', unit: '个', amountFen: 30_000_000n },
    { item: '监理', amountFen: 20_000_000n },
  ],
  indicators: [
    {
      row: '1',
      kind: 'quantity',
      name: '治理村数',
      direction: 'higher',
      target: '50',
      unit: '个',
      weight: '45',
    },
    {
      row: '2',
      kind: 'quality',
      name: '验收合格率',
      direction: 'higher',
      target: '95',
      unit: '%',
      weight: '45',
    },
  ],
  executionWeight: '10',
};

/** The honest paper, changed as people change it. `at` finds the cell of a field. */
export async function changed(
  change: (sheet: Worksheet, at: (field: string) => string, book: Workbook) => void,
): Promise<ReadPaper> {
  const bytes = await writePaper({ paper: 'goal-declaration', head, values });
  const honest = (await readPaper(bytes)) as ReadPaper;
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('the paper has no sheet');
  change(sheet, (field) => honest.at(field).cell, book);
  return (await readPaper(new Uint8Array(await book.xlsx.writeBuffer({ validate: false })))) as ReadPaper;
}

export const valueAt = (read: ReadPaper, field: string): unknown =>
  field
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], read.values);
export const zh = (read: ReadPaper): string[] => read.notes.map((note) => note.zh);

/** A value alone, or with the format that the office program gave its cell. */
export type Written = CellValue | { readonly value: CellValue; readonly format: string };

export function fill(cell: Cell, written: Written): void {
  if (typeof written !== 'object' || written === null || !('format' in written)) cell.value = written;
  else Object.assign(cell, { value: written.value, numFmt: written.format });
}
