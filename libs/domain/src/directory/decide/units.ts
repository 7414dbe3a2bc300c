import { lineSchema, strict } from '@quancheng/forms';
import { type FieldFault, isRefusal, type Refusal } from '@quancheng/kernel';
import { z } from 'zod';
import { command } from '../../core/aggregate.ts';
import { plainDateSchema } from '../../core/legal-date.ts';
import { onField } from '../../core/refusals.ts';
import { idOf } from '../../core/act.ts';
import { papers, type RegisteredUnit, unitCodeSchema, unitKindSchema } from '../shapes.ts';
import type { DirectoryState, Founded } from '../state.ts';
import { act, changeOf, fact, faultyList, rowFault, standing, staying, subordinates } from './act.ts';

const foundData = strict({ name: lineSchema, parent: z.string().nullable().default(null) });

export const FoundDirectory = command<DirectoryState, typeof foundData>({
  title: { zh: '建立区划名录', en: 'found the directory of the division' },
  roles: ['administrator'],
  data: foundData,
  decide(state, { name, parent }, world) {
    if (idOf(world) !== world.division) return notItsOwn();
    if (parent !== null && !isAbove(parent, world.division)) return notAbove(parent);
    const same = state.stage !== 'none' && state.name === name && state.parent === parent;
    return same ? [] : [fact('DirectoryFounded', { division: world.division, name, parent })];
  },
});

const unitRow = strict({
  unit: unitCodeSchema,
  name: lineSchema,
  kind: unitKindSchema,
  department: unitCodeSchema,
  from: plainDateSchema,
});
const registerData = strict({
  units: z.array(unitRow).min(1, { error: '至少一个单位 / at least one unit' }).max(2000),
});

export const RegisterUnits = act({
  title: { zh: '登记单位', en: 'register units' },
  roles: ['administrator'],
  data: registerData,
  decide(directory, { units }) {
    const faults = units.flatMap((row, index) => rowFaults(directory, units, row, index));
    if (faults.length > 0) return faultyList(faults);
    const added = units.filter(({ unit }) => directory.units[unit] === undefined);
    return added.length === 0 ? [] : [fact('UnitsRegistered', { units: added })];
  },
});

const renameData = strict({ unit: unitCodeSchema, name: lineSchema, from: plainDateSchema, ...papers });

export const RenameUnit = act({
  title: { zh: '单位更名', en: 'rename a unit' },
  roles: ['administrator'],
  data: renameData,
  decide(directory, { unit, name, ...given }, world) {
    const now = standing(directory, 'unit', unit, given.from);
    if (isRefusal(now)) return now;
    if (now.name === name) return [];
    const change = changeOf(directory, world, given, staying([unit]));
    return [fact('UnitRenamed', { ...change, unit, name, was: now.name })];
  },
});

const moveData = strict({
  unit: unitCodeSchema,
  department: unitCodeSchema,
  from: plainDateSchema,
  ...papers,
});

export const MoveUnit = act({
  title: { zh: '单位划转', en: 'move a unit to another department' },
  roles: ['administrator'],
  data: moveData,
  decide(directory, { unit, department, ...given }, world) {
    const now = standing(directory, 'unit', unit, given.from);
    if (isRefusal(now)) return now;
    if (now.department === department) return [];
    const target = standing(directory, 'department', department, given.from);
    if (isRefusal(target)) return target;
    if (target.kind === 'unit') return noDepartment('department', department);
    if (now.department === unit && subordinates(directory, unit).length > 0) return standsAlone();
    const change = changeOf(directory, world, given, staying([unit]));
    return [fact('UnitMoved', { ...change, unit, department, was: now.department })];
  },
});

/** Registered before under the same words: nothing new. Otherwise a change has its own command, with a paper. */
function rowFaults(
  directory: Founded,
  rows: readonly RegisteredUnit[],
  row: RegisteredUnit,
  index: number,
): FieldFault[] {
  const at = `units.${index}`;
  const twice = rows.findIndex(({ unit }) => unit === row.unit) !== index;
  if (twice)
    return [
      rowFault(`${at}.unit`, 'UNIT_TWICE', {
        zh: `单位 ${row.unit} 在清单中重复`,
        en: `unit ${row.unit} stands in the list twice`,
      }),
    ];
  const known = directory.units[row.unit]?.periods.at(-1);
  if (known !== undefined) {
    const same =
      known.until === null &&
      known.name === row.name &&
      known.kind === row.kind &&
      known.department === row.department;
    const because = {
      zh: `单位 ${row.unit} 已登记为“${known.name}”，变动请办理更名、划转或撤并`,
      en: `unit ${row.unit} is registered otherwise; rename, move or merge it with a paper`,
    };
    return same ? [] : [rowFault(`${at}.unit`, 'UNIT_KNOWN_OTHERWISE', because)];
  }
  return departmentFaults(directory, rows, row, at);
}

function departmentFaults(
  directory: Founded,
  rows: readonly RegisteredUnit[],
  { unit, kind, department, from }: RegisteredUnit,
  at: string,
): FieldFault[] {
  if (department === unit) {
    const own = { zh: '项目单位须隶属于主管部门', en: 'a project unit is under a department in charge' };
    return kind === 'unit' ? [rowFault(`${at}.department`, 'DEPARTMENT_MISSING', own)] : [];
  }
  const listed = rows.find((row) => row.unit === department);
  const known = directory.units[department]?.periods;
  const since = listed?.from ?? known?.[0]?.from;
  const isGone = listed === undefined && known?.at(-1)?.until !== null;
  if (since === undefined || since > from || isGone) {
    const because = {
      zh: `主管部门 ${department} 在 ${from} 不在名录或本清单中`,
      en: `department ${department} stands neither in the directory nor in this list on ${from}`,
    };
    return [rowFault(`${at}.department`, 'DEPARTMENT_UNKNOWN', because)];
  }
  const because = { zh: `${department} 不是主管部门`, en: `${department} is not a department in charge` };
  return (listed?.kind ?? known?.at(-1)?.kind) === 'unit'
    ? [rowFault(`${at}.department`, 'NOT_A_DEPARTMENT', because)]
    : [];
}

const DIGITS = /^(?:(\d{2})0{7}|(\d{4})0{5}|(\d{6})0{3}|(\d{9}))$/;
const digitsOf = (division: string): string => DIGITS.exec(division)?.slice(1).find(Boolean) ?? '';

/** A code begins with the digits of whatever is above it, so that a tree of divisions has no ring. */
export function isAbove(upper: string, lower: string): boolean {
  const digits = digitsOf(upper);
  return digits !== '' && digits.length < digitsOf(lower).length && lower.startsWith(digits);
}

const notItsOwn = (): Refusal =>
  onField('id', 'NOT_ITS_OWN_DIRECTORY', {
    because: { zh: '名录编号应为本区划代码', en: 'the id of a directory is the code of its division' },
    remedy: { zh: '请以本区划代码建立名录', en: 'found it under the code of your own division' },
  });

const notAbove = (parent: string): Refusal =>
  onField('parent', 'PARENT_NOT_ABOVE', {
    because: { zh: `${parent} 不是本区划的上级`, en: `${parent} is not above this division` },
    remedy: {
      zh: '上级区划代码应与本代码前几位相同，例如 330211001 的上级为 330211000',
      en: 'the code above has the same first digits: 330211000 stands above 330211001',
    },
  });

export const noDepartment = (field: string, code: string): Refusal =>
  onField(field, 'NOT_A_DEPARTMENT', {
    because: { zh: `${code} 不是主管部门`, en: `${code} is not a department in charge` },
    remedy: { zh: '请填写主管部门的编码', en: 'name a department in charge' },
  });

const standsAlone = (): Refusal =>
  onField('unit', 'UNIT_HAS_SUBORDINATES', {
    because: { zh: '该部门下有单位，不能划转', en: 'the department has units under it and is not moved' },
    remedy: { zh: '请办理部门合并', en: 'merge the departments' },
  });
