import { isRefusal, type Refusal } from '@quancheng/kernel';
import { markedCopy, type RowMark, sheetTypeOf, writeTable } from '@quancheng/sheets';
import type { Column } from './columns.ts';
import type { ImportKind } from './kind.ts';
import { readRows } from './rows.ts';

const OWN_TITLE = '问题';

/** An empty list as its import reads it: the titles, the words to choose from, and a second sheet that explains each column. */
export async function templateOf({ title, columns }: ImportKind): Promise<Uint8Array> {
  return await writeTable({
    sheet: title.zh,
    columns: columns.map((column) => ({
      title: column.title,
      help: column.help,
      ...(column.kind === 'choice' ? { choices: wordsOf(column) } : {}),
    })),
    rows: [],
    // One text a row: a title that stood alone in its cell would make a second list of this sheet.
    explained: { sheet: '填写说明', rows: columns.map((column) => [explained(column)]) },
  });
}

function explained(column: Column): string {
  const need = column.required === true ? '必填' : '可不填';
  const words = column.kind === 'choice' ? `；可选：${wordsOf(column).join('、')}` : '';
  return `${column.title}（${need}）：${column.help}${words}`;
}

const wordsOf = (column: Extract<Column, { kind: 'choice' }>): string[] =>
  column.choices.map(({ words }) => words[0]);

/** The list as it was brought, with what was wrong beside each row: it can be mended there and brought again as it is. */
export async function listWithMarks(
  { columns }: ImportKind,
  bytes: Uint8Array,
  marks: readonly RowMark[],
): Promise<Uint8Array | Refusal> {
  const type = sheetTypeOf(bytes);
  const list = await readRows(bytes, type, columns);
  if (isRefusal(list)) return list;
  return await markedCopy({ bytes, isXlsx: type === 'xlsx' }, list.table, OWN_TITLE, marks);
}
