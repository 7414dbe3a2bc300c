import {
  formSchema,
  goalDeclarationForm,
  indicatorFields,
  lineSchema,
  periodValueFields,
  reviewSheetForm,
  sha256Schema,
  strict,
  textSchema,
  trackingReportForm,
  yesNoSchema,
} from '@quancheng/forms';
import { z } from 'zod';
import { fenSchema, plainDateSchema, wordsSchema } from '../core/legal-date.ts';

/** Shapes that several facts of a project-year share, as they are stored. */

export const reviewMarkSchema = z.enum(['优', '良', '中', '差']);

/** A demand of a reviewer; the unit answers each by its id. */
export const remarkSchema = z.object({ id: z.string(), remark: z.string() });
export const answerSchema = strict({ remark: lineSchema, answer: textSchema });
/** Whether the office that made a remark holds it for settled by its answer. */
export const settledSchema = strict({ remark: lineSchema, settled: yesNoSchema });
export const problemSchema = z.object({ id: z.string(), problem: z.string() });
export const problemAnswerSchema = strict({
  problem: lineSchema,
  answer: textSchema,
  evidence: sha256Schema.optional(),
});

/** What a machine check saw: the point of the sheet, the path in the form, and whether the point is a gate. */
export const findingSchema = z.object({
  point: z.string(),
  code: z.string(),
  words: wordsSchema,
  field: z.string().optional(),
  gate: z.literal(true).optional(),
});

export const indicatorSchema = formSchema(indicatorFields);
/** How the goal follows a change of the money; without a change, the reason why the same goal can be kept. */
export const goalRevisionSchema = strict({
  goalAnnual: textSchema.optional(),
  indicators: z.array(indicatorSchema).min(1).optional(),
  periodValues: z.array(formSchema(periodValueFields)).optional(),
  unchangedReason: textSchema.optional(),
});

export const declarationFormSchema = goalDeclarationForm.schema;
export const draftFormSchema = goalDeclarationForm.draft;
export const trackingDraftSchema = trackingReportForm.draft;
export const reviewDraftSchema = reviewSheetForm.draft;

export const paymentSchema = z.object({
  paymentNo: lineSchema,
  paidOn: plainDateSchema,
  amountFen: fenSchema,
});

/**
 * Where a measure stands at a cut-off day. `percent` is what was done of what was expected; `expected` and the forecasts of the
 * year's end are in the unit of the measure: straight on by months, and along the plan. Older facts have the light alone.
 */
export const standingSchema = z.object({
  light: z.enum(['red', 'yellow', 'green', 'blue']).nullable(),
  percent: z.string().nullable(),
  clause: z.string().optional(),
  expected: z.string().optional(),
  expectedBy: z.enum(['period-values', 'plan-curve', 'straight-months', 'whole-year']).optional(),
  forecast: z.object({ straight: z.string().nullable(), byPlan: z.string().nullable() }).optional(),
});
/** Of one indicator, by its row, with its value to date. */
export const lightSchema = standingSchema.extend({ row: z.string(), actual: z.string().optional() });
/** Goal, money (in yuan) and progress; null where there is nothing to measure. */
export const standingsSchema = z.object({
  goal: standingSchema.nullable(),
  money: standingSchema.nullable(),
  progress: standingSchema.nullable(),
});

export const proposalSchema = z.object({
  action: z.enum(['priority', 'unchanged', 'cut']),
  cutPercent: z.string(),
  successorNeeded: z.boolean(),
  clause: z.string(),
  tier: z.string(),
  /** The size of a cut rests on a clause of its own, of lesser standing than its direction. */
  sizeClause: z.string(),
  sizeTier: z.string(),
});

/** The five duties that a confirmed result opens, side by side. */
export const DUTIES = ['notice', 'rectification', 'budget-link', 'accountability', 'disclosure'] as const;
export const dutySchema = z.enum(DUTIES);
export type Duty = z.infer<typeof dutySchema>;

export type Remark = z.infer<typeof remarkSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type GoalRevision = z.infer<typeof goalRevisionSchema>;
export type Standing = z.infer<typeof standingSchema>;
export type Standings = z.infer<typeof standingsSchema>;
export type Light = z.infer<typeof lightSchema>;
export type Proposal = z.infer<typeof proposalSchema>;
