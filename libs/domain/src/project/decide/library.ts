import { lineSchema, moneySchema, strict, textSchema } from '@quancheng/forms';
import { isRefusal, type PlainDate, type Refusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';
import { idOf } from '../../core/act.ts';
import { command, type World } from '../../core/aggregate.ts';
import { CLAUSE } from '../../core/clauses.ts';
import { plainDateSchema } from '../../core/legal-date.ts';
import { firstRefusal, onField } from '../../core/refusals.ts';
import { natureSchema, takenOverSchema, termSchema } from '../../core/shapes.ts';
import { endsByPlan } from '../plan.ts';
import { answerableSchema, fiscalYearSchema, type Identity } from '../shapes.ts';
import type { ProjectState } from '../state.ts';
import { act, type Fact, fact, planOf, refuseUnruled } from './act.ts';

const person = strict({
  duty: answerableSchema,
  personId: lineSchema,
  from: plainDateSchema.optional(),
});

const identityFields = {
  name: lineSchema,
  /** The actor's own where absent. */
  unit: lineSchema.optional(),
  department: lineSchema.optional(),
  nature: natureSchema,
  term: termSchema,
  field: lineSchema,
  highConcern: z.boolean().default(false),
  people: z.array(person).max(3).default([]),
};

const registerData = strict({
  ...identityFields,
  totalFen: moneySchema,
  plannedStart: plainDateSchema,
  plannedEnd: plainDateSchema.nullable().default(null),
});

export const Register = command<ProjectState, typeof registerData>({
  title: { zh: '登记入库', en: 'register in the project library' },
  roles: ['unit-clerk', 'unit-head', 'department', 'finance-business', 'administrator'],
  data: registerData,
  decide(_state, data, world) {
    const identity = identityOf(data, world);
    if (isRefusal(identity)) return identity;
    const plan = planOf(world, identity, world.happenedOn);
    const refusal = firstRefusal(
      badCode(world),
      badPlan(identity),
      missingEnd(identity),
      data.totalFen > 0n ? null : noTotal(),
      plan,
    );
    if (refusal !== null || isRefusal(plan)) return refusal ?? [];
    const entry = { division: world.division, projectId: idOf(world), identity, plan };
    return [fact('ProjectRegistered', entry, CLAUSE.newGoal), ...people(data.people, data.plannedStart)];
  },
});

const takeOverData = strict({
  ...identityFields,
  totalFen: moneySchema.nullable().default(null),
  plannedStart: plainDateSchema.nullable().default(null),
  plannedEnd: plainDateSchema.nullable().default(null),
  gaps: z.array(lineSchema).max(50).default([]),
  years: z
    .array(takenOverSchema.extend({ fiscalYear: fiscalYearSchema, approvedFen: moneySchema }))
    .min(1, { error: '至少接管一个年度 / at least one year' })
    .max(30),
});

/** A project the bureau finds under way enters at any stage; what it lacks is marked, not made up. */
export const TakeOver = command<ProjectState, typeof takeOverData>({
  title: { zh: '接管项目', en: 'take over a project under way' },
  roles: ['department', 'finance-business', 'finance-performance', 'administrator'],
  data: takeOverData,
  decide(_state, data, world) {
    const identity = identityOf(data, world);
    if (isRefusal(identity)) return identity;
    const plan = planOf(world, identity, world.happenedOn);
    const years = data.years.map(({ fiscalYear }, index) =>
      refuseUnruled(world, `years.${index}.fiscalYear`, fiscalYear),
    );
    const refusal = firstRefusal(badCode(world), badPlan(identity), twoYears(data.years), ...years, plan);
    if (refusal !== null || isRefusal(plan)) return refusal ?? [];
    const gaps = [...new Set([...data.gaps, ...gapsOf(identity)])];
    return [
      fact(
        'ProjectTakenOver',
        { division: world.division, projectId: idOf(world), identity, plan, gaps },
        CLAUSE.recurrentGoal,
      ),
      ...people(data.people, world.happenedOn),
      ...data.years
        .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
        .map(({ fiscalYear, ...takenOver }) =>
          fact('YearOpened', { fiscalYear, takenOver }, CLAUSE.recurrentGoal),
        ),
    ];
  },
});

const amendData = strict({
  name: lineSchema.optional(),
  unit: lineSchema.optional(),
  department: lineSchema.optional(),
  nature: natureSchema.optional(),
  term: termSchema.optional(),
  field: lineSchema.optional(),
  highConcern: z.boolean().optional(),
  totalFen: moneySchema.optional(),
  plannedStart: plainDateSchema.optional(),
  plannedEnd: plainDateSchema.optional(),
  paper: lineSchema,
  reason: textSchema,
});

/** Units merge, split, rename and move; 新增 becomes 经常性; a gap is filled. The planned end moves by extension alone. */
export const Amend = act({
  title: { zh: '变更项目信息', en: 'amend what the library keeps' },
  roles: ['finance-business', 'finance-performance', 'administrator'],
  data: amendData,
  decide(project, { paper, reason, ...given }, world) {
    const identity = { ...project.identity, ...given } as Identity;
    const changed = (Object.keys(given) as (keyof Identity)[]).filter(
      (key) => identity[key] !== project.identity[key],
    );
    if (changed.length === 0) return [];
    const ended = project.identity.plannedEnd !== null && changed.includes('plannedEnd');
    const reclassified = changed.some((key) => key === 'nature' || key === 'plannedEnd');
    const replan = reclassified ? planOf(world, identity, world.happenedOn) : project.plan;
    const refusal = firstRefusal(
      ended ? endMovesByExtension() : null,
      reclassified && project.stage !== 'active' ? classIsFixed() : null,
      badPlan(identity),
      project.identity.plannedEnd === null && project.takenOver !== null ? null : missingEnd(identity),
      given.totalFen === undefined || given.totalFen > 0n ? null : noTotal(),
      replan,
    );
    if (refusal !== null || isRefusal(replan)) return refusal ?? [];
    return [fact('ProjectAmended', { identity, changed, paper, reason, plan: replan }, CLAUSE.newGoal)];
  },
});

const assignData = strict({ duty: answerableSchema, personId: lineSchema, from: plainDateSchema });

export const AssignResponsible = act({
  title: { zh: '确定责任人', en: 'assign a responsible person' },
  roles: ['unit-head', 'department', 'administrator'],
  data: assignData,
  decide(project, data, world) {
    if (data.duty === 'department-head' && world.actor.role === 'unit-head') return notYourSuperior();
    const latest = project.people.findLast(({ duty }) => duty === data.duty);
    if (latest?.personId === data.personId && data.from >= latest.from) return [];
    if (latest !== undefined && data.from <= latest.from) return periodTaken(latest.from);
    return [fact('ResponsibleAssigned', data, CLAUSE.newGoal)];
  },
});

/** Binds a new project to the unit of whoever enters it; only finance may enter it for others. */
function identityOf(
  data: Omit<Identity, 'unit' | 'department'> & {
    unit?: string | undefined;
    department?: string | undefined;
    people?: unknown;
  },
  { actor }: World,
): Identity | Refusal {
  const ofUnit = actor.role === 'unit-clerk' || actor.role === 'unit-head';
  const unit = data.unit ?? (ofUnit || actor.role === 'department' ? actor.unit : undefined);
  const department =
    data.department ?? (ofUnit || actor.role === 'department' ? actor.department : undefined);
  if (unit === undefined) return ownerMissing('unit');
  if (department === undefined) return ownerMissing('department');
  if (ofUnit && unit !== actor.unit) return notYours('unit');
  if ((ofUnit || actor.role === 'department') && department !== actor.department)
    return notYours('department');
  const { name, nature, term, field, highConcern, totalFen, plannedStart, plannedEnd } = data;
  return { name, unit, department, nature, term, field, highConcern, totalFen, plannedStart, plannedEnd };
}

const people = (given: readonly z.output<typeof person>[], from: PlainDate): Fact[] =>
  given
    .filter(({ duty }, index) => given.findIndex((other) => other.duty === duty) === index)
    .map((one) => fact('ResponsibleAssigned', { ...one, from: one.from ?? from }, CLAUSE.newGoal));

function gapsOf(identity: Identity): string[] {
  const { totalFen, plannedStart, plannedEnd } = identity;
  return [
    ...(totalFen === null ? ['缺项目总额'] : []),
    ...(plannedStart === null ? ['缺计划开工日'] : []),
    ...(endsByPlan(identity) && plannedEnd === null ? ['缺计划完工日'] : []),
  ];
}

function missingEnd(identity: Identity): Refusal | null {
  if (!endsByPlan(identity) || identity.plannedEnd !== null) return null;
  return onField(
    'plannedEnd',
    'PLANNED_END_REQUIRED',
    {
      because: {
        zh: '一次性、阶段性项目须填写计划完工日',
        en: 'a one-off or phased project has a planned end',
      },
      remedy: {
        zh: '请填写计划完工日；延续性、经常性项目可不填',
        en: 'give it; a continuing or recurrent project may leave it out',
      },
    },
    CLAUSE.newGoal,
  );
}

function badPlan({ plannedStart, plannedEnd }: Identity): Refusal | null {
  if (plannedStart === null || plannedEnd === null || plannedStart <= plannedEnd) return null;
  return onField('plannedEnd', 'PLAN_ENDS_BEFORE_START', {
    because: { zh: '计划完工日早于计划开工日', en: 'the planned end is earlier than the planned start' },
    remedy: { zh: '请核对两个日期', en: 'check both dates' },
  });
}

/** pro_code of the budget system: it becomes part of the ids of years and evaluations. */
function badCode(world: World): Refusal | null {
  if (/^[A-Za-z0-9-]{1,21}$/.test(idOf(world))) return null;
  return refuse({
    code: 'PROJECT_CODE_SHAPE',
    because: {
      zh: '项目编码只能用字母、数字和连字符，最长21位',
      en: 'a project code has letters, digits and hyphens, at most 21',
    },
    remedy: { zh: '请使用预算系统的项目编码（pro_code）', en: 'use the pro_code of the budget system' },
  });
}

const twoYears = (years: readonly { fiscalYear: number }[]): Refusal | null => {
  const index = years.findIndex(
    ({ fiscalYear }, at) => years.findIndex((year) => year.fiscalYear === fiscalYear) !== at,
  );
  if (index < 0) return null;
  return onField(`years.${index}.fiscalYear`, 'YEAR_TWICE', {
    because: { zh: '同一年度填写了两次', en: 'the same year is given twice' },
    remedy: { zh: '每个年度只填一次', en: 'give each year once' },
  });
};

const noTotal = (): Refusal =>
  onField('totalFen', 'TOTAL_NOT_POSITIVE', {
    because: { zh: '项目总额须大于零', en: 'the total must be above zero' },
    remedy: { zh: '请填写项目各年度总额', en: 'give the total of all years' },
  });

const ownerMissing = (field: 'unit' | 'department'): Refusal =>
  onField(field, 'OWNER_MISSING', {
    because: { zh: '须写明项目单位和主管部门', en: 'name the project unit and its department in charge' },
    remedy: { zh: '请填写单位编码', en: 'give the code' },
  });

const notYours = (field: 'unit' | 'department'): Refusal =>
  onField(field, 'NOT_YOUR_OBJECT', {
    because: { zh: '只能登记本单位（本部门）的项目', en: 'only projects of your own unit or department' },
    remedy: { zh: '请由该单位登记，或由财政登记', en: 'let that unit enter it, or finance' },
  });

const endMovesByExtension = (): Refusal =>
  onField('plannedEnd', 'PLANNED_END_MOVES_BY_EXTENSION', {
    because: { zh: '计划完工日只能经延期申请变更', en: 'a planned end moves only by an extension' },
    remedy: { zh: '请由项目单位申请延期', en: 'let the unit ask for an extension' },
  });

const classIsFixed = (): Refusal =>
  onField('nature', 'CLASS_IS_FIXED', {
    because: { zh: '只有实施中的项目可以重新分类', en: 'only an active project changes its class' },
    remedy: { zh: '请先处理完成、暂停等事项', en: 'settle its completion or suspension first' },
  });

const notYourSuperior = (): Refusal =>
  onField('duty', 'ROLE_NOT_ALLOWED', {
    because: {
      zh: '主管部门负责人由主管部门确定',
      en: 'the head of the department is named by the department',
    },
    remedy: { zh: '请由主管部门办理', en: 'let the department do it' },
  });

const periodTaken = (from: PlainDate): Refusal =>
  onField('from', 'PERIOD_TAKEN', {
    because: {
      zh: `${from} 起的责任期间已有责任人，不得改写`,
      en: `the period from ${from} has its name, which stays`,
    },
    remedy: { zh: `请填写 ${from} 之后的日期`, en: `give a day after ${from}` },
  });
