import { buffer } from 'node:stream/consumers';
import type { Attachments } from '@quancheng/attachments';
import type { Store } from '@quancheng/event-store';
import {
  bringsPapers,
  type ImportKind,
  isImport,
  type ItemState,
  type Job,
  type JobFile,
  kindOf,
  listItems,
  listWithMarks,
  paperWithMarks,
  resultsTable,
  type ShownItem,
} from '@quancheng/jobs';
import { isRefusal } from '@quancheng/kernel';
import { notFound, refusedProblem } from '../http/problem.ts';
import { stateTitle } from './shown.ts';

/** The lists of an import as files for an office program. */

/** Throws 404 where no list of this kind is read. */
export function importKindOf(name: string): ImportKind {
  const kind = kindOf(name);
  if (kind !== undefined && isImport(kind)) return kind;
  throw notFound({ zh: '这种导入清单', en: 'a list of this kind' });
}

/** The list as it was brought, with what is wrong beside each row. Throws 404 where nothing is wrong, or the list is gone. */
export async function listWithFaults(
  parts: { readonly store: Store; readonly attachments: Attachments },
  job: Job,
): Promise<Uint8Array> {
  const kind = importKindOf(job.kind);
  const items = await faultyItems(parts.store, job);
  if (items.length === 0) throw notFound({ zh: '有问题的行', en: 'a row with a fault' });
  const list = job.file === null ? null : await parts.attachments.open(job.division, job.file.sha256);
  if (list === null) throw notFound({ zh: '导入的清单', en: 'the list of this job' });
  const marks = items.map(({ row, faults }) => ({
    rowNumber: row,
    text: faults
      .map(({ field, because }) => (field === '' ? because.zh : `${field}：${because.zh}`))
      .join('；'),
  }));
  const copy = await listWithMarks(kind, await buffer(list.content), marks);
  if (isRefusal(copy)) throw refusedProblem(copy);
  return copy;
}

/** What was faulty from the first, and what was refused when it was carried out. */
const faultyItems = async (store: Store, job: Job): Promise<ShownItem[]> => [
  ...(await itemsOf(store, job, 'fault')),
  ...(await itemsOf(store, job, 'refused')),
];

async function itemsOf(store: Store, job: Job, state?: ItemState): Promise<ShownItem[]> {
  const found: ShownItem[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: Awaited<ReturnType<typeof listItems>> = await listItems(store, job, { state, after });
    found.push(...page.items);
    after = page.next;
  }
  return found;
}

/** Every item with what became of it. */
export const listOfResults = async (store: Store, job: Job): Promise<Uint8Array> =>
  await resultsTable(
    (await itemsOf(store, job)).map((item) => ({ ...item, stateTitle: stateTitle(item.state) })),
  );

/** Is there a copy of this item's file with what is wrong in its cells? */
export const hasMarkedCopy = (job: Job, { state, detail }: Pick<ShownItem, 'state' | 'detail'>): boolean => {
  const kind = kindOf(job.kind);
  const isRead = (detail as { paper?: unknown } | null)?.paper !== undefined;
  return kind !== undefined && bringsPapers(kind) && isRead && (state === 'fault' || state === 'refused');
};

/** Throws 404 where the item has none. */
export async function markedCopyOf(
  parts: { readonly store: Store; readonly attachments: Attachments },
  job: Job,
  row: number,
): Promise<{ bytes: Uint8Array; name: string }> {
  const { items } = await listItems(parts.store, job, { after: row - 1, limit: 1 });
  const item = items.find((one) => one.row === row && hasMarkedCopy(job, one));
  if (item === undefined) throw notFound(MARKED);
  const { file } = item.detail as unknown as { file: JobFile };
  const found = await parts.attachments.open(job.division, file.sha256);
  if (found === null) throw notFound(MARKED);
  const bytes = await paperWithMarks(await buffer(found.content), item.faults);
  if (isRefusal(bytes)) throw refusedProblem(bytes);
  return { bytes, name: file.name };
}

const MARKED = { zh: '标明问题的文件', en: 'a marked copy of this file' };
