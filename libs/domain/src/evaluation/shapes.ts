import {
  EVALUATION_KINDS,
  keyReportForm,
  lineSchema,
  moneySchema,
  selfEvaluationForm,
  sha256Schema,
  textSchema,
  oneOf,
  strict,
} from '@quancheng/forms';
import { GRADES } from '@quancheng/rulebook';
import { z } from 'zod';
import { fenSchema, legalDateSchema, plainDateSchema, wordsSchema } from '../core/legal-date.ts';

/** Shapes that several facts of an evaluation share, as they are stored. */

export const roadSchema = oneOf(['self-with-spot-check', 'finance-key']);
export const modeSchema = oneOf(['own', 'commissioned']);
export const gradeSchema = z.enum(GRADES);

/** What is judged: one or many years of a project, a finished project, or a policy with its recipients. */
export const objectSchema = z.object({
  kind: oneOf(['completed-project', 'project-years', 'policy']),
  projectId: lineSchema,
  projectName: lineSchema,
  /** Ids of the project-years that the result is told to. */
  projectYears: z.array(lineSchema),
  unit: lineSchema,
  department: lineSchema,
  nature: oneOf(['new', 'recurrent']),
  term: oneOf(['one-off', 'phased', 'continuing']),
});

/** What counts as completion, and the paper that shows it. */
export const proofSchema = z.object({
  kind: oneOf(['acceptance', 'final-payment', 'financial-close', 'year-end', 'established-by-finance']),
  paper: lineSchema,
});

/** What the treasury's own files say of the money: a self-evaluation may not say otherwise. */
export const treasurySchema = z.object({ budgetFen: moneySchema, paidFen: moneySchema });

export const givenSignatureSchema = z.discriminatedUnion(
  'mode',
  [strict({ mode: z.literal('online') }), strict({ mode: z.literal('stamped-scan'), sha256: sha256Schema })],
  {
    error:
      '签字方式应为 online 或 stamped-scan（附摘要） / sign online, or send a stamped scan with its sha256',
  },
);
export const signatureSchema = z.object({
  mode: z.enum(['online', 'stamped-scan']),
  sha256: z.string().optional(),
  personId: z.string(),
});

/** One line as the rule scored it. `met` is null where nothing could or had to be compared. */
export const scoredLineSchema = z.object({
  row: z.string(),
  kind: z.enum(EVALUATION_KINDS.map(({ value }) => value) as [string, ...string[]]),
  name: z.string(),
  direction: z.enum(['higher', 'lower', 'equal', 'qualitative']),
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
  findings: z.array(wordsSchema),
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
  findings: z.array(wordsSchema),
});

/** A whole sheet, scored by one edition: every line with its points, rule and clause. */
export const scoredSheetSchema = z.object({
  lines: z.array(scoredLineSchema),
  execution: scoredExecutionSchema,
  total: z.string(),
  edition: z.string(),
  findings: z.array(wordsSchema),
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

export const resultSchema = z.object({
  version: z.number().int(),
  score: z.string(),
  grade: gradeSchema,
  gradeClause: z.string(),
  edition: z.string(),
  road: roadSchema,
  missedGoals: z.array(z.string()),
  problems: z.array(z.string()),
  advice: adviceSchema.nullable(),
  /** How the unit graded itself, by its own total. It is shown, and drives nothing. */
  selfTotal: z.string().nullable(),
  selfEvaluationMissing: z.boolean(),
});

export const selfEvaluationFormSchema = selfEvaluationForm.schema;
export const keyReportFormSchema = keyReportForm.schema;
export { lineSchema, legalDateSchema, moneySchema, plainDateSchema, sha256Schema, textSchema };

export type EvaluationObject = z.infer<typeof objectSchema>;
export type Signature = z.infer<typeof signatureSchema>;
export type ScoredLine = z.infer<typeof scoredLineSchema>;
export type ScoredExecution = z.infer<typeof scoredExecutionSchema>;
export type ScoredSheet = z.infer<typeof scoredSheetSchema>;
export type Corrections = z.infer<typeof givenCorrectionsSchema>;
export type Recipient = z.infer<typeof recipientSchema>;
export type RollUp = z.infer<typeof rollUpSchema>;
export type Result = z.infer<typeof resultSchema>;
