import { isRefusal, type Refusal, type Words } from '@quancheng/kernel';
import { sheetTypeOf } from '@quancheng/sheets';
import type { Look, Planned } from './item.ts';
import type { Job } from './job.ts';
import { bringsPapers, type ImportKind, isImport, type PlanInput } from './kind.ts';
import { kindOf } from './kinds/index.ts';
import { fileMissing, unknownKind } from './refusals.ts';
import { readRows } from './rows.ts';

export interface Plan {
  readonly items: readonly Planned[];
  readonly notes: readonly Words[];
  /** A person chose these files: what the rules do not allow is left alone, and is no fault of a list or a paper. */
  readonly isChosen: boolean;
}

/** What the job would do, item by item, before it is judged; or why it cannot be taken as a whole. */
export async function planJob(job: Job, look: Look): Promise<Plan | Refusal> {
  const kind = kindOf(job.kind);
  if (kind === undefined) return unknownKind(job.kind);
  const input: PlanInput = {
    look,
    actor: job.madeBy,
    parameters: job.parameters,
    fileName: job.file?.name ?? '',
  };
  if (isImport(kind)) return await planList(kind, job, input);
  const items = await kind.plan(input);
  return isRefusal(items) ? items : { items, notes: [], isChosen: !bringsPapers(kind) };
}

async function planList(kind: ImportKind, { file }: Job, input: PlanInput): Promise<Plan | Refusal> {
  const bytes = file === null ? null : await input.look.bytes(file.sha256);
  if (bytes === null) return fileMissing();
  const list = await readRows(bytes, sheetTypeOf(bytes), kind.columns);
  if (isRefusal(list)) return list;
  const items = await kind.plan(list.rows, input);
  return isRefusal(items) ? items : { items, notes: list.notes, isChosen: false };
}
