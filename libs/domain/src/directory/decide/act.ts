import { type FieldFault, type PlainDate, type Refusal, refuse, type Words } from '@quancheng/kernel';
import { decisionsOf } from '../../core/act.ts';
import type { NewEvent, World } from '../../core/aggregate.ts';
import { CLAUSE } from '../../core/clauses.ts';
import { onField } from '../../core/refusals.ts';
import type { DirectoryEvent } from '../events.ts';
import { unitOn } from '../queries.ts';
import type { Move } from '../shapes.ts';
import type { DirectoryState, Founded, UnitPeriod } from '../state.ts';

export type Fact = NewEvent<DirectoryEvent>;
const { act: actOf, fact: factOf } = decisionsOf<DirectoryState, DirectoryEvent>();
export const act = actOf;
export const fact = <T extends DirectoryEvent['type']>(
  type: T,
  data: Extract<DirectoryEvent, { type: T }>['data'],
): Fact => factOf(type, data as never, CLAUSE.accountability);

/** The unit as it is on the day of a change, or why it cannot be changed from that day. */
export function standing(state: Founded, field: string, code: string, from: PlainDate): UnitPeriod | Refusal {
  const unit = state.units[code];
  const last = unit?.periods.at(-1);
  if (unit === undefined || last === undefined) return unitUnknown(field, code);
  if (last.until !== null) return unitGone(field, code, last.until);
  if (last.from > from) return tooEarly(last.from);
  return unitOn(unit, from) ?? tooEarly(last.from);
}

/** What every reorganisation of the directory carries. */
export const changeOf = (
  state: Founded,
  world: World,
  { from, paper, reason }: { from: PlainDate; paper: string; reason: string },
  moves: readonly Move[],
) => ({
  change: state.changes + 1,
  from,
  inForce: from <= world.today,
  moves: [...moves],
  paper,
  reason,
});

/** Units under this department on that day, itself left out. */
export const subordinates = (state: Founded, department: string): string[] =>
  Object.values(state.units)
    .filter(({ unit, periods }) => {
      const last = periods.at(-1);
      return last?.until === null && unit !== department && last.department === department;
    })
    .map(({ unit }) => unit)
    .sort();

/** Where the files of units under a department go when the department changes: they stay with their unit. */
export const staying = (units: readonly string[]): Move[] =>
  units.map((unit) => ({ unit, to: unit, projects: 'rest' }));

export const rowFault = (field: string, code: string, because: Words): FieldFault => ({
  field,
  code,
  because,
});

/** A list is one decision: all its rows or none, and every fault named by its row. */
export const faultyList = (faults: readonly FieldFault[]): Refusal =>
  refuse({
    code: 'LIST_FAULTY',
    because: {
      zh: `清单有 ${faults.length} 处不符合要求`,
      en: `${faults.length} place(s) of the list do not hold`,
    },
    remedy: {
      zh: '请按行号修改后重新提交，整份清单一并登记',
      en: 'mend the named rows and send the whole list again; it is taken as one',
    },
    fields: faults,
  });

export const unitUnknown = (field: string, code: string): Refusal =>
  onField(field, 'UNIT_UNKNOWN', {
    because: { zh: `名录中没有单位 ${code}`, en: `the directory knows no unit ${code}` },
    remedy: { zh: '请核对编码，或先登记该单位', en: 'check the code, or register the unit first' },
  });

export const unitGone = (field: string, code: string, until: PlainDate): Refusal =>
  onField(field, 'UNIT_GONE', {
    because: { zh: `单位 ${code} 已于 ${until} 后撤销`, en: `unit ${code} is no more since ${until}` },
    remedy: { zh: '请填写承接单位', en: 'name the unit that took its place' },
  });

const tooEarly = (from: PlainDate): Refusal =>
  onField('from', 'PERIOD_TAKEN', {
    because: {
      zh: `${from} 起的登记已经生效，不得在此前改写`,
      en: `what stands from ${from} is on record and is not written over`,
    },
    remedy: { zh: '请填写之后的日期', en: 'give a later day' },
  });
