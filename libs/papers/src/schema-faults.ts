import { faultOfIssue } from '@quancheng/forms';
import { type PaperForm, words } from './layout.ts';
import type { Fault, PaperFault } from './paper-fault.ts';
import type { Body } from './read-body.ts';

/** What the complete form refuses, each at its cell. Cells that are faulty by themselves are not named twice. */
export function schemaFaults(
  { schema }: PaperForm,
  { values, faults }: Body,
  at: (field: string) => Pick<PaperFault, 'sheet' | 'cell'>,
): PaperFault[] {
  const issues = schema.safeParse(values).error?.issues ?? [];
  return issues
    .map((issue) => ({
      field: issue.path.map(String).join('.'),
      ...(valueAt(values, issue.path) === undefined ? NOT_FILLED_IN : faultOfIssue(issue)),
    }))
    .filter(
      ({ field }) => !faults.some((fault) => fault.field === field || fault.field.startsWith(`${field}.`)),
    )
    .map((fault) => ({ ...at(fault.field), ...fault }));
}

const NOT_FILLED_IN: Fault = {
  code: 'NOT_FILLED_IN',
  because: words('必填，没有填写', 'it is required, and not filled in'),
  remedy: words('请填写；空白不等于0', 'fill it in; blank is not zero'),
};

const valueAt = (values: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], values);

/** The cell of the path, or of the nearest thing around it. */
export function cellOf(cells: ReadonlyMap<string, string>, path: string): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const cell = cells.get(at);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** The values that hold: what the draft refuses is left out, and named among the faults. */
export function draftOf(form: PaperForm, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const parsed = form.draft.safeParse(values);
  if (parsed.error === undefined) return parsed.data as Record<string, unknown>;
  const kept = structuredClone(values);
  for (const { path } of parsed.error.issues) leaveOut(kept, path);
  return draftOf(form, kept);
}

function leaveOut(values: object, path: readonly PropertyKey[]): void {
  const owner = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], values);
  delete (owner as Record<PropertyKey, unknown>)[path.at(-1) ?? ''];
}
