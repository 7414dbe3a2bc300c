import { isRefusal, type Refusal, refuse, type Words } from '@quancheng/kernel';
import { sheetTypeOf } from '@quancheng/sheets';
import type { Planned } from './item.ts';
import type { Job } from './job.ts';
import { isImport, type PlanInput } from './kind.ts';
import { kindOf } from './kinds/index.ts';
import { readRows } from './rows.ts';

export interface Plan {
  readonly items: readonly Planned[];
  readonly notes: readonly Words[];
}

/** What the job would do, item by item, before it is judged; or why it cannot be taken as a whole. */
export async function planJob(
  job: Job,
  file: Uint8Array | null,
  { look }: Pick<PlanInput, 'look'>,
): Promise<Plan | Refusal> {
  const kind = kindOf(job.kind);
  if (kind === undefined) return unknownKind(job.kind);
  const input: PlanInput = {
    look,
    actor: job.madeBy,
    parameters: job.parameters,
    fileName: job.file?.name ?? '',
  };
  if (!isImport(kind)) {
    const items = await kind.plan(input);
    return isRefusal(items) ? items : { items, notes: [] };
  }
  if (file === null) return fileMissing();
  const list = await readRows(file, sheetTypeOf(file), kind.columns);
  if (isRefusal(list)) return list;
  const items = await kind.plan(list.rows, input);
  return isRefusal(items) ? items : { items, notes: list.notes };
}

export const unknownKind = (kind: string): Refusal =>
  refuse({
    code: 'JOB_KIND_UNKNOWN',
    because: {
      zh: `没有批量事项“${kind.slice(0, 60)}”`,
      en: `there is no job of kind "${kind.slice(0, 60)}"`,
    },
    remedy: { zh: '请核对事项种类', en: 'check the kind' },
    fields: [{ field: 'kind', code: 'unknown', because: { zh: '种类不存在', en: 'no such kind' } }],
  });

export const fileMissing = (): Refusal =>
  refuse({
    code: 'JOB_FILE_MISSING',
    because: { zh: '没有找到要导入的文件', en: 'the file to be imported was not found' },
    remedy: { zh: '请先上传文件，再以其摘要提交', en: 'upload the file first and give its sha256' },
    fields: [{ field: 'file.sha256', code: 'not_found', because: { zh: '未上传', en: 'not uploaded' } }],
  });
