import type { Words } from '@quancheng/kernel';
import { writeTable } from '@quancheng/sheets';
import type { PaperChange } from './papers/changes.ts';
import type { ShownItem } from './store.ts';

/** An item in the words of its page. */
export interface ResultRow extends ShownItem {
  readonly stateTitle: Words;
}

const TITLES = ['行', '编号', '内容', '结果', '问题', '改动', '读取说明'];

/** The items of a job as a list for an office program: what became of each, why, and everything that it changes. */
export async function resultsTable(items: readonly ResultRow[]): Promise<Uint8Array> {
  return await writeTable({
    sheet: '逐项结果',
    columns: TITLES.map((title) => ({ title })),
    rows: items.map((item) => [
      String(item.row),
      item.key,
      item.what.zh,
      item.stateTitle.zh,
      problemsOf(item),
      ...detailOf(item),
    ]),
  });
}

function problemsOf({ faults, result }: ShownItem): string {
  if (faults.length > 0)
    return faults
      .map(({ field, because }) => (field === '' ? because.zh : `${field}：${because.zh}`))
      .join('；');
  return (result as { because?: Words } | null)?.because?.zh ?? '';
}

function detailOf({ detail }: ShownItem): [changes: string, notes: string] {
  const { changes = [], notes = [] } = (detail ?? {}) as {
    changes?: readonly PaperChange[];
    notes?: readonly Words[];
  };
  const changed = changes.map(
    ({ label, before, after }) => `${label.zh}：${before ?? '（空）'} → ${after ?? '（空）'}`,
  );
  return [changed.join('；'), notes.map(({ zh }) => zh).join('；')];
}
