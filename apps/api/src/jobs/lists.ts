import { buffer } from 'node:stream/consumers';
import type { Attachments } from '@quancheng/attachments';
import type { Store } from '@quancheng/event-store';
import {
  type ImportKind,
  isImport,
  type Job,
  kindOf,
  listItems,
  listWithMarks,
  type ShownItem,
} from '@quancheng/jobs';
import { isRefusal } from '@quancheng/kernel';
import { notFound, refusedProblem } from '../http/problem.ts';

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
async function faultyItems(store: Store, job: Job): Promise<ShownItem[]> {
  const found: ShownItem[] = [];
  for (const state of ['fault', 'refused'] as const)
    for (let after: number | null = -1; after !== null; ) {
      const page: Awaited<ReturnType<typeof listItems>> = await listItems(store, job, { state, after });
      found.push(...page.items);
      after = page.next;
    }
  return found;
}
