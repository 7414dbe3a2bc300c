import { lineSchema, moneySchema, textSchema } from '@quancheng/forms';
import { z } from 'zod';
import { fenSchema, legalDateSchema, plainDateSchema } from '../core/legal-date.ts';

/** Shapes that several facts of a budget year share, as they are stored. */

export const WINDOWS = ['declaration', 'second-submission', 'mid-year-adjustment'] as const;
export const windowSchema = z.enum(WINDOWS, {
  error: '应为 declaration、second-submission 或 mid-year-adjustment / one of the three windows',
});

/** What the year itself owes. The agenda of its notice gives some of them a date. */
export const TASKS = [
  'declaration-window',
  'second-submission-window',
  'approval',
  'mid-year-window',
  'tracking-round',
  'evaluation-plan',
  'close-year',
] as const;
export const taskSchema = z.enum(TASKS, { error: `应为 ${TASKS.join('、')} 之一 / one of the year's tasks` });

export const agendaItemSchema = z.object({
  task: taskSchema,
  /** The month of a tracking round; null for every other task. */
  round: z.string().nullable(),
  date: legalDateSchema,
});

export const natureSchema = z.enum(['new', 'recurrent']);

export const enrolmentSchema = z.object({
  projectYearId: z.string(),
  projectId: z.string(),
  unit: z.string(),
  department: z.string(),
  nature: natureSchema,
  takenOver: z.boolean(),
});

export const roundSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '轮次应如 2014-07 / a round is a month, like 2014-07' });

export const batchItemSchema = z.object({ projectYearId: z.string(), approvedFen: fenSchema });

export const roadSchema = z.enum(['self-with-spot-check', 'finance-key'], {
  error: '应为 self-with-spot-check 或 finance-key / one of the two roads',
});
export const modeSchema = z.enum(['own', 'commissioned'], {
  error: '应为 own 或 commissioned / own or commissioned',
});

/** What a plan item evaluates: project-years, a finished project, or a policy that comes on top of the projects. */
export const objectSchema = z.object({
  kind: z.enum(['completed-project', 'project-years', 'policy'], {
    error: '应为 completed-project、project-years 或 policy / one of the three objects',
  }),
  projectId: lineSchema,
  projectName: lineSchema,
  projectYears: z.array(lineSchema),
  unit: lineSchema,
  department: lineSchema,
  nature: natureSchema,
  term: z.enum(['one-off', 'phased', 'continuing']),
});

const planItem = {
  evaluationId: z.string({ error: '必填 / required' }).regex(/^E-[A-Za-z0-9._~-]{1,90}$/, {
    error: '评价编号以 E- 开头，如 E-P001-2013 / an evaluation id begins with E-, like E-P001-2013',
  }),
  road: roadSchema,
  mode: modeSchema,
  object: objectSchema,
  field: lineSchema,
  reason: textSchema,
};
/** As a person gives it. */
export const givenPlanItemSchema = z.strictObject({ ...planItem, amountFen: moneySchema.nullable() });
/** As it is stored. An amount is null where nobody knows it: it is left out of the sum, which is then "at least". */
export const planItemSchema = z.object({ ...planItem, amountFen: fenSchema.nullable() });

export const totalsSchema = z.object({
  count: z.number().int(),
  sumFen: fenSchema,
  /** How many items state no amount. */
  withoutAmount: z.number().int(),
});

export const leavingSchema = z.enum(['withdrawn', 'blocked', 'terminated']);

export { lineSchema, moneySchema, plainDateSchema, textSchema };

export type WindowName = z.infer<typeof windowSchema>;
export type Task = z.infer<typeof taskSchema>;
export type AgendaItem = z.infer<typeof agendaItemSchema>;
export type Enrolment = z.infer<typeof enrolmentSchema>;
export type PlanItem = z.infer<typeof planItemSchema>;
export type Totals = z.infer<typeof totalsSchema>;
export type BatchItem = z.infer<typeof batchItemSchema>;
