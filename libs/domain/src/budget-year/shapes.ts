import { lineSchema, moneySchema, oneOf, strict, textSchema } from '@quancheng/forms';
import { z } from 'zod';
import { fenSchema, legalDateSchema } from '../core/legal-date.ts';
import { modeSchema, natureSchema, objectSchema, roadSchema } from '../core/shapes.ts';

/** Shapes that several facts of a budget year share, as they are stored. */

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
export const taskSchema = oneOf(TASKS);

export const agendaItemSchema = z.object({
  task: taskSchema,
  /** The month of a tracking round; null for every other task. */
  round: z.string().nullable(),
  date: legalDateSchema,
});

export const enrolmentSchema = z.object({
  projectYearId: z.string(),
  projectId: z.string(),
  unit: z.string(),
  department: z.string(),
  nature: natureSchema,
  takenOver: z.boolean(),
});

export const batchItemSchema = z.object({ projectYearId: z.string(), approvedFen: fenSchema });

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
export const givenPlanItemSchema = strict({ ...planItem, amountFen: moneySchema.nullable() });
/** As it is stored. An amount is null where nobody knows it: it is left out of the sum, which is then "at least". */
export const planItemSchema = z.object({ ...planItem, amountFen: fenSchema.nullable() });

export const totalsSchema = z.object({
  count: z.number().int(),
  sumFen: fenSchema,
  /** How many items state no amount. */
  withoutAmount: z.number().int(),
});

export const leavingSchema = oneOf(['withdrawn', 'blocked', 'terminated']);

export type Task = z.infer<typeof taskSchema>;
export type AgendaItem = z.infer<typeof agendaItemSchema>;
export type Enrolment = z.infer<typeof enrolmentSchema>;
export type PlanItem = z.infer<typeof planItemSchema>;
export type Totals = z.infer<typeof totalsSchema>;
export type BatchItem = z.infer<typeof batchItemSchema>;
