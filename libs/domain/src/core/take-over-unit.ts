import type { PlainDate } from '@quancheng/kernel';
import { z } from 'zod';
import { plainDateSchema } from './legal-date.ts';

/** 机构变动: a project, its years and its evaluations go over to another unit or department alike, and keep their dates. */

export const takeOverUnitSchema = z.object({
  unit: z.string(),
  /** As it is called from that day; null where only the codes were given. */
  unitName: z.string().nullable(),
  department: z.string(),
  from: plainDateSchema,
  paper: z.string(),
  reason: z.string(),
});
export type TakeOverUnit = z.infer<typeof takeOverUnitSchema>;

export const takeOverUnitTitle = { zh: '承接单位变动', en: 'take over a change of unit' };

export const unitChanged = {
  title: { zh: '项目单位已变动', en: 'unit changed' },
  says: {
    zh: '因更名、划转、合并或分立，未办结事项由承接单位继续办理，期限不变',
    en: 'renamed, moved, merged or split: what is open goes on with the new unit, its dates unchanged',
  },
  data: takeOverUnitSchema.extend({ was: z.object({ unit: z.string(), department: z.string() }) }),
};

type Placed = { readonly unit: string; readonly department: string };

/** What the file has to record; null where it knows it all already. */
export function unitChange(
  was: Placed,
  unitName: string | null,
  told: TakeOverUnit,
): (TakeOverUnit & { was: Placed }) | null {
  const same = was.unit === told.unit && was.department === told.department;
  if (same && (told.unitName === null || told.unitName === unitName)) return null;
  return { ...told, was: { unit: was.unit, department: was.department } };
}

/** What is sent on to the files that hang on this one. */
export const carriedOn = ({
  unit,
  unitName,
  department,
  from,
  paper,
  reason,
}: TakeOverUnit): TakeOverUnit => ({
  unit,
  unitName,
  department,
  from,
  paper,
  reason,
});

/** An amendment of the library's entry says the same without the directory. */
export const byAmendment = (
  { unit, department }: Placed,
  { paper, reason }: { paper: string; reason: string },
  from: PlainDate,
): TakeOverUnit => ({ unit, unitName: null, department, from, paper, reason });
