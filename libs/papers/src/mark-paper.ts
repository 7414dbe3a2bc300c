import type { Refusal } from '@quancheng/kernel';
import { markCells } from '@quancheng/sheets';
import { FAULT_SHEET } from './layout.ts';
import type { PaperFault } from './paper-fault.ts';

/**
 * The same file as the clerk knows it, with each fault in its cell (colour and note) and a sheet 错误清单 that lists them
 * with links. Marks of an earlier time are replaced. Refuses what `readPaper` refuses as no honest xlsx.
 */
export async function markPaper(
  bytes: Uint8Array,
  faults: readonly PaperFault[],
): Promise<Uint8Array | Refusal> {
  const marks = faults.map(({ sheet, cell, code, because, remedy }) => ({
    sheet,
    cell,
    text: `${because.zh}${remedy === undefined ? '' : `。${remedy.zh}`}（${code}）`,
  }));
  const rows = faults.map(({ sheet, cell, field, code, because, remedy }) => ({
    texts: [cell, field, because.zh, remedy?.zh ?? '', code],
    to: { sheet, cell },
  }));
  return await markCells(bytes, marks, {
    sheet: FAULT_SHEET,
    titles: ['单元格', '栏目', '错误', '怎样改', '代码'],
    rows,
  });
}
