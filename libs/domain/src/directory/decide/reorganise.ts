import { lineSchema, strict } from '@quancheng/forms';
import { type FieldFault, isRefusal, type PlainDate, type Refusal } from '@quancheng/kernel';
import { z } from 'zod';
import type { World } from '../../core/aggregate.ts';
import { plainDateSchema } from '../../core/legal-date.ts';
import { firstRefusal, onField } from '../../core/refusals.ts';
import {
  type HandedFile,
  type Move,
  papers,
  type RegisteredUnit,
  type Successor,
  successorSchema,
  unitCodeSchema,
} from '../shapes.ts';
import type { Founded, PendingChange } from '../state.ts';
import { unitOn } from '../queries.ts';
import { act, changeOf, fact, faultyList, rowFault, standing, staying, subordinates } from './act.ts';
import { noDepartment } from './units.ts';

const mergeData = strict({
  units: z.array(unitCodeSchema).min(1, { error: '至少一个单位 / at least one unit' }).max(50),
  into: successorSchema,
  from: plainDateSchema,
  ...papers,
});

/** Several go into one, which is new or was there before. */
export const MergeUnits = act({
  title: { zh: '单位合并', en: 'merge units' },
  roles: ['administrator'],
  data: mergeData,
  decide(directory, { units, into, ...given }, world) {
    const former = [...new Set(units)];
    if (former.includes(into.unit)) return intoItself('units');
    if (isRepeated(directory, former, [into.unit])) return [];
    const ending = former.map((code, index) => standing(directory, `units.${index}`, code, given.from));
    const founded = successorOf(directory, 'into', into, given.from);
    const refusal = firstRefusal(
      ...ending,
      founded,
      departmentStands(directory, founded, 'into', given.from, former),
    );
    if (refusal !== null || isRefusal(founded)) return refusal ?? [];
    const under = former.flatMap((code) => subordinates(directory, code));
    const kind = founded?.kind ?? directory.units[into.unit]?.periods.at(-1)?.kind;
    if (under.length > 0 && kind === 'unit') return noDepartment('into.unit', into.unit);
    const moves: Move[] = former.map((unit) => ({ unit, to: into.unit, projects: 'rest' }));
    const change = changeOf(directory, world, given, [...moves, ...staying(under)]);
    return [fact('UnitsMerged', { ...change, units: former, into: into.unit, founded })];
  },
});

const splitData = strict({
  unit: unitCodeSchema,
  into: z
    .array(successorSchema.extend({ projects: z.array(lineSchema).max(1000).default([]) }), {
      error: '请逐行填写分立后的单位 / name the units that it becomes',
    })
    .min(2, { error: '至少分为两个单位 / at least two units' })
    .max(20),
  from: plainDateSchema,
  ...papers,
});

/** One becomes several. The first one named also takes the open projects that no row names, and the units under it. */
export const SplitUnit = act({
  title: { zh: '单位分立', en: 'split a unit' },
  roles: ['administrator'],
  data: splitData,
  decide(directory, { unit, into, ...given }, world) {
    const codes = into.map((row) => row.unit);
    if (codes.includes(unit)) return intoItself('unit');
    if (isRepeated(directory, [unit], codes)) return [];
    const ending = standing(directory, 'unit', unit, given.from);
    if (isRefusal(ending)) return ending;
    const faults = splitFaults(into, unit, world);
    if (faults.length > 0) return faultyList(faults);
    const successors = into.map((row, index) => successorOf(directory, `into.${index}`, row, given.from));
    const refusal = firstRefusal(
      ...successors,
      ...successors.map((one, index) =>
        departmentStands(directory, one, `into.${index}`, given.from, [unit]),
      ),
    );
    if (refusal !== null) return refusal;
    const founded = successors.filter((one): one is RegisteredUnit => one !== null && !isRefusal(one));
    const named: Move[] = into.map((row) => ({ unit, to: row.unit, projects: row.projects }));
    const rest: Move = { unit, to: codes[0] ?? unit, projects: 'rest' };
    const moves = [...named.filter(({ projects }) => projects.length > 0), rest];
    const change = changeOf(directory, world, given, [...moves, ...staying(subordinates(directory, unit))]);
    return [fact('UnitSplit', { ...change, unit, into: codes, founded })];
  },
});

const closeData = strict({
  unit: unitCodeSchema,
  from: plainDateSchema,
  successor: unitCodeSchema.nullable().default(null),
  ...papers,
});

export const CloseUnit = act({
  title: { zh: '撤销单位', en: 'close a unit' },
  roles: ['administrator'],
  data: closeData,
  decide(directory, { unit, successor, ...given }, world) {
    if (successor === unit) return intoItself('successor');
    if (isRepeated(directory, [unit], successor === null ? [] : [successor])) return [];
    const ending = standing(directory, 'unit', unit, given.from);
    if (isRefusal(ending)) return ending;
    const under = subordinates(directory, unit);
    if (successor === null) {
      const open = world.openFiles[unit] ?? [];
      if (open.length > 0) return stillOpen(unit, open.length);
      if (under.length > 0) return stillUnder(unit, under.length);
    } else {
      const next = standing(directory, 'successor', successor, given.from);
      if (isRefusal(next)) return next;
      if (under.length > 0 && next.kind === 'unit') return noDepartment('successor', successor);
    }
    const moves: Move[] = successor === null ? [] : [{ unit, to: successor, projects: 'rest' }];
    const change = changeOf(directory, world, given, [...moves, ...staying(under)]);
    return [fact('UnitClosed', { ...change, unit, successor })];
  },
});

/** Once the day has come: what is open at this moment goes over, each file once, and keeps its dates. */
export const HandOver = act({
  title: { zh: '移交未办结事项', en: 'hand over what is open' },
  roles: ['system'],
  data: z.object({ change: z.number().int() }),
  decide(directory, { change }, world) {
    const pending = directory.pending.find((one) => one.change === change);
    if (pending === undefined) return [];
    const { from, paper, reason } = pending;
    return [
      fact('FilesHandedOver', { change, from, paper, reason, files: filesOf(directory, pending, world) }),
    ];
  },
});

function filesOf(directory: Founded, { moves, from }: PendingChange, world: World): HandedFile[] {
  const day = from > world.today ? from : world.today;
  const handed = new Map<string, HandedFile>();
  for (const { unit, to, projects } of moves) {
    const place = unitOn(directory.units[to], day) ?? directory.units[to]?.periods.at(-1);
    if (place === undefined) continue;
    for (const { aggregate, id, projectId } of world.openFiles[unit] ?? []) {
      const key = `${aggregate}/${id}`;
      if (handed.has(key) || (projects !== 'rest' && !projects.includes(projectId))) continue;
      handed.set(key, { aggregate, id, unit: to, unitName: place.name, department: place.department });
    }
  }
  return [...handed.values()];
}

/** A unit that is new is described in full; of one that is there the code is enough, and what is said besides must agree. */
function successorOf(
  directory: Founded,
  field: string,
  { unit, name, kind, department }: Successor,
  from: PlainDate,
): RegisteredUnit | null | Refusal {
  if (directory.units[unit] !== undefined) {
    const now = standing(directory, `${field}.unit`, unit, from);
    if (isRefusal(now)) return now;
    const agrees =
      (name ?? now.name) === now.name &&
      (kind ?? now.kind) === now.kind &&
      (department ?? now.department) === now.department;
    return agrees ? null : knownOtherwise(`${field}.unit`, unit, now.name);
  }
  if (name === undefined) return incomplete(`${field}.name`);
  if (kind === undefined) return incomplete(`${field}.kind`);
  if (department === undefined) return incomplete(`${field}.department`);
  return { unit, name, kind, department, from };
}

function departmentStands(
  directory: Founded,
  founded: RegisteredUnit | null | Refusal,
  field: string,
  from: PlainDate,
  ending: readonly string[],
): Refusal | null {
  if (founded === null || isRefusal(founded)) return null;
  const { unit, kind, department } = founded;
  if (department === unit) return kind === 'unit' ? noDepartment(`${field}.department`, department) : null;
  const stands = standing(directory, `${field}.department`, department, from);
  if (isRefusal(stands)) return stands;
  return stands.kind === 'unit' || ending.includes(department)
    ? noDepartment(`${field}.department`, department)
    : null;
}

/** The same reorganisation entered again: the units have gone where it says. */
const isRepeated = (directory: Founded, former: readonly string[], into: readonly string[]): boolean =>
  former.every((code) => {
    const unit = directory.units[code];
    return (
      unit !== undefined &&
      unit.periods.at(-1)?.until !== null &&
      unit.successors.length === into.length &&
      into.every((one) => unit.successors.includes(one))
    );
  });

function splitFaults(
  into: readonly { readonly unit: string; readonly projects: readonly string[] }[],
  unit: string,
  world: World,
): FieldFault[] {
  const open = new Set((world.openFiles[unit] ?? []).map(({ projectId }) => projectId));
  const seen = new Set<string>();
  const seenUnits = new Set<string>();
  return into.flatMap((row, index) => {
    const twice = seenUnits.has(row.unit)
      ? [
          rowFault(`into.${index}.unit`, 'UNIT_TWICE', {
            zh: `单位 ${row.unit} 重复`,
            en: `${row.unit} is named twice`,
          }),
        ]
      : [];
    seenUnits.add(row.unit);
    const faults = row.projects.flatMap((project, at) => {
      const field = `into.${index}.projects.${at}`;
      if (!open.has(project)) {
        const because = {
          zh: `项目 ${project} 在该单位没有未办结事项`,
          en: `project ${project} has nothing open in this unit`,
        };
        return [rowFault(field, 'NOT_OPEN_HERE', because)];
      }
      if (seen.has(project))
        return [
          rowFault(field, 'PROJECT_TWICE', {
            zh: `项目 ${project} 重复`,
            en: `project ${project} is named twice`,
          }),
        ];
      seen.add(project);
      return [];
    });
    return [...twice, ...faults];
  });
}

const intoItself = (field: string): Refusal =>
  onField(field, 'UNIT_INTO_ITSELF', {
    because: { zh: '单位不能并入（分为）自身', en: 'a unit does not go into itself' },
    remedy: { zh: '请填写其他单位', en: 'name other units' },
  });

const knownOtherwise = (field: string, code: string, name: string): Refusal =>
  onField(field, 'UNIT_KNOWN_OTHERWISE', {
    because: { zh: `单位 ${code} 已登记为“${name}”`, en: `unit ${code} is registered otherwise` },
    remedy: { zh: '已有单位只填编码', en: 'of a unit that is there give the code alone' },
  });

const incomplete = (field: string): Refusal =>
  onField(field, 'SUCCESSOR_INCOMPLETE', {
    because: {
      zh: '新设单位须填写名称、类别和主管部门',
      en: 'a new unit needs its name, kind and department',
    },
    remedy: { zh: '请补充填写', en: 'fill it in' },
  });

const stillOpen = (unit: string, count: number): Refusal =>
  onField('successor', 'UNIT_HAS_OPEN_FILES', {
    because: { zh: `单位 ${unit} 还有 ${count} 件未办结事项`, en: `unit ${unit} has ${count} open file(s)` },
    remedy: {
      zh: '请填写承接单位，未办结事项随之移交',
      en: 'name a successor; what is open goes over to it',
    },
  });

const stillUnder = (unit: string, count: number): Refusal =>
  onField('successor', 'UNIT_HAS_SUBORDINATES', {
    because: {
      zh: `部门 ${unit} 下还有 ${count} 个单位`,
      en: `department ${unit} has ${count} unit(s) under it`,
    },
    remedy: { zh: '请填写承接部门', en: 'name the department that takes its place' },
  });
