import { lineSchema, strict } from '@quancheng/forms';
import { isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';
import { command } from '../../core/aggregate.ts';
import { CLAUSE } from '../../core/clauses.ts';
import { fenSchema } from '../../core/legal-date.ts';
import { onField } from '../../core/refusals.ts';
import { enrolmentSchema, leavingSchema } from '../shapes.ts';
import { type BudgetYearState, entryOf } from '../state.ts';
import { act, fact, yearOfStream } from './act.ts';

/** The first project begins the year where its notice is not out yet: no project-year is lost for that. */
export const Enrol = command<BudgetYearState, typeof enrolmentSchema>({
  title: { zh: '编入项目年度', en: 'enrol a project-year' },
  roles: ['system'],
  data: enrolmentSchema,
  decide(state, enrolment, world) {
    if (state.stage !== 'none' && entryOf(state, enrolment.projectYearId) !== undefined) return [];
    const enrolled = fact('ProjectYearEnrolled', enrolment, CLAUSE.newGoal);
    if (state.stage !== 'none') return [enrolled];
    const year = yearOfStream(world);
    if (isRefusal(year)) return year;
    return [
      fact('BudgetYearBegun', { division: world.division, fiscalYear: year.fiscalYear }, CLAUSE.newGoal),
      enrolled,
    ];
  },
});

const declaredData = z.object({
  projectYearId: z.string(),
  requestedFen: fenSchema,
  goalRequired: z.boolean(),
});

export const NoteDeclared = act({
  title: { zh: '记录申报', en: 'note a declaration' },
  roles: ['system'],
  data: declaredData,
  decide(year, declared) {
    const entry = entryOf(year, declared.projectYearId);
    if (entry === undefined) return notEnrolled(declared.projectYearId);
    const same =
      entry.requestedFen === declared.requestedFen &&
      entry.goalRequired === declared.goalRequired &&
      entry.left === null;
    return same ? [] : [fact('DeclarationNoted', declared, CLAUSE.newGoal)];
  },
});

const resubmittedData = z.object({ projectYearId: z.string(), secondFen: fenSchema });

export const NoteResubmitted = act({
  title: { zh: '记录二上', en: 'note a second submission' },
  roles: ['system'],
  data: resubmittedData,
  decide(year, resubmitted) {
    const entry = entryOf(year, resubmitted.projectYearId);
    if (entry === undefined) return notEnrolled(resubmitted.projectYearId);
    if (entry.secondFen === resubmitted.secondFen) return [];
    return [fact('SecondSubmissionNoted', resubmitted, CLAUSE.secondSubmission)];
  },
});

const leftData = z.object({ projectYearId: z.string(), why: leavingSchema });

/** Withdrawn, blocked or given up: no more awaited, neither in a batch nor in the coverage. */
export const NoteLeft = act({
  title: { zh: '记录退出', en: 'note that a project-year left' },
  roles: ['system'],
  data: leftData,
  decide(year, { projectYearId, why }) {
    const entry = entryOf(year, projectYearId);
    if (entry === undefined) return notEnrolled(projectYearId);
    return entry.left === why ? [] : [fact('ProjectYearLeft', { projectYearId, why }, CLAUSE.newGoal)];
  },
});

const unitData = z.object({ projectYearId: z.string(), unit: z.string(), department: z.string() });

export const NoteUnit = act({
  title: { zh: '记录单位变动', en: 'note a change of unit' },
  roles: ['system'],
  data: unitData,
  decide(year, told) {
    const entry = entryOf(year, told.projectYearId);
    if (entry === undefined) return notEnrolled(told.projectYearId);
    const same = entry.unit === told.unit && entry.department === told.department;
    return same ? [] : [fact('ProjectYearUnitNoted', told, CLAUSE.accountability)];
  },
});

const nilData = strict({ department: lineSchema, paper: lineSchema });

export const RecordNilReturn = act({
  title: { zh: '登记零申报', en: 'record a nil return' },
  roles: ['finance-performance', 'finance-business'],
  data: nilData,
  decide(year, { department, paper }) {
    if (year.nilReturns.includes(department)) return nilBefore();
    const has = Object.values(year.entries).some(
      (entry) => entry.department === department && entry.left === null,
    );
    return has ? notNil() : [fact('NilReturnRecorded', { department, paper }, CLAUSE.newGoal)];
  },
});

function notEnrolled(id: string): Refusal {
  return refuse({
    code: 'NOT_ENROLLED',
    because: { zh: `项目年度 ${id} 未编入本年度`, en: `${id} is not enrolled in this year` },
    remedy: { zh: '请先在项目中建立该年度', en: 'open that year in its project first' },
  });
}

const nilBefore = (): Refusal =>
  onField('department', 'ALREADY_DONE', {
    because: { zh: '该部门的零申报已经登记', en: 'the nil return of that department is on record' },
    remedy: { zh: '无需重复登记', en: 'nothing more is needed' },
  });

const notNil = (): Refusal =>
  onField('department', 'NOT_NIL', {
    because: { zh: '该部门已有项目编入本年度', en: 'the department has projects in this year' },
    remedy: { zh: '请按项目申报', en: 'let it declare them' },
  });
