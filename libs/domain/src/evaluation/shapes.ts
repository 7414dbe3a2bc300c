import {
  DIRECTIONS,
  EVALUATION_KINDS,
  lineSchema,
  moneySchema,
  textSchema,
  oneOf,
  strict,
} from '@quancheng/forms';
import { z } from 'zod';
import { fenSchema, wordsSchema } from '../core/legal-date.ts';
import { gradeSchema, roadSchema } from '../core/shapes.ts';

/** Shapes that several facts of an evaluation share, as they are stored. */

/** What the treasury's own files say of the money: a self-evaluation may not say otherwise. */
export const treasurySchema = z.object({ budgetFen: moneySchema, paidFen: moneySchema });

/** What the rules noticed of a row; the code says it to machines. Findings of the first years have none. */
const scoreFindingSchema = wordsSchema.extend({ code: z.string().optional() });

/** Which values went into the points, and where each came from. */
const scoreInputSchema = z.object({
  name: z.enum(['target', 'actual', 'weight']),
  value: z.string().nullable(),
  from: wordsSchema.nullable(),
});

/** What the rules make of a row beside its points; absent on what was scored before it was kept. */
const scoredByRule = {
  /** After weights set aside are spread over the rest. */
  effectiveWeight: z.string().nullable().optional(),
  /** What the rule would leave where the target was set clearly too low; a person decides. */
  proposedPoints: z.string().nullable().optional(),
  inputs: z.array(scoreInputSchema).optional(),
  findings: z.array(scoreFindingSchema),
};

/** One line as the rule scored it. `met` is null where nothing could or had to be compared. */
export const scoredLineSchema = z.object({
  row: z.string(),
  kind: z.enum(EVALUATION_KINDS.map(({ value }) => value) as [string, ...string[]]),
  name: z.string(),
  direction: z.enum(DIRECTIONS.map(({ value }) => value)),
  target: z.string(),
  unit: z.string().nullable(),
  actual: z.string().nullable(),
  weight: z.string().nullable(),
  points: z.string().nullable(),
  selfScore: z.string().nullable(),
  reason: z.string().nullable(),
  partOf: z.string().nullable(),
  notApplicable: z.string().nullable(),
  met: z.boolean().nullable(),
  rule: wordsSchema.nullable(),
  clause: z.string().nullable(),
  ...scoredByRule,
});

export const scoredExecutionSchema = z.object({
  base: z.enum(['full-year', 'year-start']).nullable(),
  budgetFen: fenSchema.nullable(),
  executedFen: fenSchema,
  ratePercent: z.string().nullable(),
  weight: z.string(),
  points: z.string().nullable(),
  selfScore: z.string().nullable(),
  reason: z.string().nullable(),
  notApplicable: z.string().nullable(),
  rule: wordsSchema.nullable(),
  clause: z.string().nullable(),
  ...scoredByRule,
});

/** A whole sheet, scored by one edition: every line with its points, rule and clause. */
export const scoredSheetSchema = z.object({
  lines: z.array(scoredLineSchema),
  execution: scoredExecutionSchema,
  total: z.string(),
  edition: z.string(),
  findings: z.array(scoreFindingSchema),
});

/** What a re-scorer found instead: another actual of a row, or another amount paid. */
export const correctionSchema = strict({ row: lineSchema, actual: lineSchema, reason: textSchema });
export const givenCorrectionsSchema = strict({
  lines: z.array(correctionSchema),
  executed: strict({ executedFen: moneySchema, reason: textSchema }).nullable().optional(),
});

/** One recipient of a policy's money, by number: names of persons are not kept. */
export const recipientSchema = z.object({
  recipientNo: lineSchema,
  receivedFen: moneySchema,
  outcomes: z.array(z.object({ name: lineSchema, unit: lineSchema, value: lineSchema })),
});
export const rollUpSchema = z.object({
  recipients: z.number().int(),
  receivedFen: fenSchema,
  outcomes: z.array(
    z.object({ name: z.string(), unit: z.string(), sum: z.string().nullable(), reported: z.number().int() }),
  ),
});

export const adviceSchema = strict({ choice: oneOf(['adjust', 'keep', 'stop']), reason: textSchema });

/** A row of which nobody can say what was reached, and what is missing for it. */
export const unprovenSchema = strict({
  row: lineSchema,
  missing: oneOf(['evidence', 'baseline']),
  note: textSchema,
});

export const resultSchema = z.object({
  version: z.number().int(),
  score: z.string(),
  grade: gradeSchema,
  gradeClause: z.string(),
  edition: z.string(),
  road: roadSchema,
  missedGoals: z.array(z.string()),
  /** Absent where everything was proven well enough. */
  unproven: z.array(unprovenSchema).optional(),
  problems: z.array(z.string()),
  advice: adviceSchema.nullable(),
  /** How the unit graded itself, by its own total. It is shown, and drives nothing. */
  selfTotal: z.string().nullable(),
  selfEvaluationMissing: z.boolean(),
});

export type ScoredLine = z.infer<typeof scoredLineSchema>;
export type ScoredExecution = z.infer<typeof scoredExecutionSchema>;
export type ScoredSheet = z.infer<typeof scoredSheetSchema>;
export type Corrections = z.infer<typeof givenCorrectionsSchema>;
export type Recipient = z.infer<typeof recipientSchema>;
export type RollUp = z.infer<typeof rollUpSchema>;
export type Unproven = z.infer<typeof unprovenSchema>;
export type Result = z.infer<typeof resultSchema>;
