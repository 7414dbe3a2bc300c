import { lineSchema, oneOf, sha256Schema, strict } from '@quancheng/forms';
import { OUTCOMES } from '@quancheng/rulebook';
import { z } from 'zod';
import { fenSchema } from './legal-date.ts';

/** Shapes that several aggregates share, as they are stored. */

export const natureSchema = oneOf(['new', 'recurrent']);
export const termSchema = oneOf(['one-off', 'phased', 'continuing']);
export const windowSchema = oneOf(['declaration', 'second-submission', 'mid-year-adjustment']);
export const roadSchema = oneOf(['self-with-spot-check', 'finance-key']);
export const modeSchema = oneOf(['own', 'commissioned']);
/** How an evaluation ended: one of the grades, or that results are not demonstrated. */
export const gradeSchema = oneOf(OUTCOMES);

export const roundSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '轮次应如 2014-07 / a round is a month, like 2014-07' });

/** Where a year stood when the bureau took the project over, and what is missing of it. */
export const takenOverSchema = z.object({
  atStage: oneOf(['approved', 'tracking', 'ended']),
  approvedFen: fenSchema,
  gaps: z.array(lineSchema),
});

/** What is judged: one or many years of a project, a finished project, or a policy that comes on top of the projects. */
export const objectSchema = z.object({
  kind: oneOf(['completed-project', 'project-years', 'policy']),
  projectId: lineSchema,
  projectName: lineSchema,
  /** Ids of the project-years that the result is told to. */
  projectYears: z.array(lineSchema),
  unit: lineSchema,
  department: lineSchema,
  nature: natureSchema,
  term: termSchema,
});

/** What a unit can prove completion by; finance may also establish it. */
export const UNIT_PROOFS = ['acceptance', 'final-payment', 'financial-close', 'year-end'] as const;
/** What counts as completion, and the paper that shows it. */
export const proofSchema = z.object({
  kind: oneOf([...UNIT_PROOFS, 'established-by-finance']),
  paper: lineSchema,
});

/** How the head of the unit stands for a paper: online, or by a stamped scan that the clerk sends. */
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

export type Nature = z.infer<typeof natureSchema>;
export type Term = z.infer<typeof termSchema>;
export type WindowName = z.infer<typeof windowSchema>;
export type Grade = z.infer<typeof gradeSchema>;
export type Road = z.infer<typeof roadSchema>;
export type Mode = z.infer<typeof modeSchema>;
export type TakenOver = z.infer<typeof takenOverSchema>;
export type EvaluationObject = z.infer<typeof objectSchema>;
export type Proof = z.infer<typeof proofSchema>;
export type GivenSignature = z.infer<typeof givenSignatureSchema>;
export type Signature = z.infer<typeof signatureSchema>;
