import { z } from 'zod';
import { fenSchema, legalDateSchema, plainDateSchema } from '../core/legal-date.ts';
import { natureSchema, proofSchema, termSchema } from '../core/shapes.ts';

/** Shapes that several facts of a project share, as they are stored. */

/** 谁用款、谁负责: who answers for the money, for the unit, for the department in charge. */
export const ANSWERABLE = ['money-user', 'unit-head', 'department-head'] as const;
export const answerableSchema = z.enum(ANSWERABLE, {
  error: '应为 money-user、unit-head 或 department-head / one of the three duties',
});

/** What the project library keeps of a project. A null is a gap of a project taken over, never a zero. */
export const identitySchema = z.object({
  name: z.string(),
  unit: z.string(),
  department: z.string(),
  nature: natureSchema,
  term: termSchema,
  field: z.string(),
  highConcern: z.boolean(),
  totalFen: fenSchema.nullable(),
  plannedStart: plainDateSchema.nullable(),
  plannedEnd: plainDateSchema.nullable(),
});

/** The planned end as the clock waits for it, with the date of the duty that it will raise. */
export const planSchema = z.object({
  plannedEnd: plainDateSchema,
  arisesOn: plainDateSchema,
  reportBy: legalDateSchema,
});

/** "Report completion or ask for an extension". A new round is the same duty with a new date. */
export const completionDutySchema = z.object({
  round: z.number().int(),
  raisedBy: z.enum(['planned-end', 'acceptance', 'final-payment']),
  arisesOn: plainDateSchema,
  reportBy: legalDateSchema,
});

/** As it is stored: the text was judged when it was given. */
export const storedProofSchema = proofSchema.extend({ paper: z.string() });

export const fiscalYearSchema = z.number().int({ error: '年度应为整数 / a fiscal year is a whole number' });

export type Identity = z.infer<typeof identitySchema>;
export type Plan = z.infer<typeof planSchema>;
export type CompletionDuty = z.infer<typeof completionDutySchema>;
export type Answerable = z.infer<typeof answerableSchema>;
