import { lineSchema, oneOf, strict, textSchema } from '@quancheng/forms';
import { z } from 'zod';
import { ROLES, type Role } from '../core/actor.ts';
import { plainDateSchema } from '../core/legal-date.ts';

/** Shapes that several facts of a directory share, as they are stored. */

/** 项目单位, 主管部门, the bureau itself, and those outside it: agencies, experts, the congress, audit. */
export const UNIT_KINDS = ['unit', 'department', 'finance', 'outside'] as const;
export const unitKindSchema = oneOf(UNIT_KINDS);

/** As tokens, addresses and lists write it: nothing that would have to be escaped. */
export const unitCodeSchema = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/, {
  error: '单位编码只用字母、数字和 . _ - / a code has letters, digits and . _ -',
});
/** The subject of the person's sign-in. The name lives elsewhere, where it can be erased. */
export const personIdSchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, { error: '人员编号不含空格和汉字 / an id without spaces, in ASCII' });
export const roleSchema = oneOf(Object.keys(ROLES) as [Role, ...Role[]]);
/** 'all': acts and reads in the holder's stead; 'read': reads alone. */
export const scopeSchema = oneOf(['all', 'read']);

export const unitSchema = z.object({
  unit: z.string(),
  name: z.string(),
  kind: unitKindSchema,
  department: z.string(),
  from: plainDateSchema,
});

export const postSchema = z.object({
  personId: z.string(),
  role: roleSchema,
  post: z.string(),
  unit: z.string(),
  from: plainDateSchema,
  until: plainDateSchema.nullable(),
});

/** Where the open files of a unit go. Named projects first; 'rest' takes what no other row names. */
export const moveSchema = z.object({
  unit: z.string(),
  to: z.string(),
  projects: z.union([z.literal('rest'), z.array(z.string())]),
});

/** A reorganisation as it is stored: in force from a day, by a paper; `inForce` says that the day had come when it was recorded. */
export const changeShape = {
  change: z.number().int(),
  from: plainDateSchema,
  inForce: z.boolean(),
  moves: z.array(moveSchema),
  paper: z.string(),
  reason: z.string(),
};

/** For accountability, whoever changes what stood gives the paper and the reason. */
export const papers = { paper: lineSchema, reason: textSchema };

/** An open file, as the hand-over finds and addresses it. */
export const FILE_KINDS = ['project', 'project-year', 'evaluation'] as const;
export const handedFileSchema = z.object({
  aggregate: z.enum(FILE_KINDS),
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  department: z.string(),
});

/** A unit that a reorganisation creates, or one that is there already. */
export const successorSchema = strict({
  unit: unitCodeSchema,
  name: lineSchema.optional(),
  kind: unitKindSchema.optional(),
  department: unitCodeSchema.optional(),
});

export type UnitKind = (typeof UNIT_KINDS)[number];
export type RegisteredUnit = z.infer<typeof unitSchema>;
export type Post = z.infer<typeof postSchema>;
export type Move = z.infer<typeof moveSchema>;
export type HandedFile = z.infer<typeof handedFileSchema>;
export type Scope = z.infer<typeof scopeSchema>;
export type Successor = z.infer<typeof successorSchema>;
