import type { Words } from '@quancheng/kernel';
import { z } from 'zod';
import {
  dateSchema,
  decimalSchema,
  type Field,
  fieldsBehind,
  lineSchema,
  percentSchema,
  sha256Schema,
  textSchema,
} from './field.ts';
import { moneySchema } from './money.ts';

type Head = Pick<Field, 'name' | 'label' | 'required' | 'help'>;

/** One way among several (签字方式), each with what it alone asks for. */
export type Way = { readonly value: string; readonly label: Words; readonly fields: readonly AskedField[] };

/**
 * What a command asks for. A paper's fields are part of it as they are; beside them stand the shapes that only commands have:
 * yes or no, a whole number, a list of short texts, a group, and one way among several. A group or a way with the empty name
 * lies directly in the data around it.
 */
export type AskedField =
  | Field
  | (Head & { readonly kind: 'yes-no' | 'number' })
  | (Head & { readonly kind: 'list'; readonly of: 'line' | 'text' })
  | (Head & { readonly kind: 'rows'; readonly fields: readonly AskedField[] })
  | (Head & { readonly kind: 'group'; readonly fields: readonly AskedField[] })
  | (Head & { readonly kind: 'ways'; readonly by: string; readonly ways: readonly Way[] });

/** The words of a command's own fields. Papers bring theirs. Paths leave out the numbers of rows. */
export type AskedWords = {
  field(path: readonly string[]): { label: Words; help: Words };
  option(path: readonly string[], value: string): Words;
};

const SIMPLE = new Map<unknown, 'line' | 'text' | 'money' | 'date' | 'decimal' | 'percent' | 'sha256'>([
  [lineSchema, 'line'],
  [textSchema, 'text'],
  [moneySchema, 'money'],
  [dateSchema, 'date'],
  [decimalSchema, 'decimal'],
  [percentSchema, 'percent'],
  [sha256Schema, 'sha256'],
]);

/** The fields of a command, read off the schema that judges it, so that no second list of them exists. */
export function askedFields(schema: z.ZodType, words: AskedWords): AskedField[] {
  return fieldsIn(schema, [], words);
}

function fieldsIn(schema: z.ZodType, path: readonly string[], words: AskedWords): AskedField[] {
  const paper = fieldsBehind(schema);
  if (paper !== undefined)
    return paper.completeness === 'draft' ? optionally(paper.fields) : [...paper.fields];
  if (schema instanceof z.ZodDiscriminatedUnion)
    return [waysOf(schema, path, words, head('', path, true, words))];
  if (!(schema instanceof z.ZodObject)) throw new Error(`${path.join('.')}: a command's data is an object`);
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, inner]) =>
    fieldOf(name, inner, [...path, name], words),
  );
}

/** Nothing of a draft has to be there. */
const optionally = (fields: readonly Field[]): Field[] =>
  fields.map((field) => ({ ...field, required: false }));

function fieldOf(name: string, schema: z.ZodType, path: readonly string[], words: AskedWords): AskedField {
  const { inner, required } = bare(schema);
  const own = head(name, path, required, words);
  const simple = SIMPLE.get(inner);
  if (simple !== undefined) return { ...own, kind: simple };
  if (inner instanceof z.ZodBoolean) return { ...own, kind: 'yes-no' };
  if (inner instanceof z.ZodNumber) return { ...own, kind: 'number' };
  if (isText(inner)) return { ...own, kind: 'line' };
  if (inner instanceof z.ZodEnum) return { ...own, kind: 'choice', options: optionsOf(inner, path, words) };
  if (inner instanceof z.ZodArray) return listOf(inner, path, words, own);
  if (inner instanceof z.ZodDiscriminatedUnion) return waysOf(inner, path, words, own);
  return { ...own, kind: 'group', fields: fieldsIn(inner, path, words) };
}

/** Also texts of a form of their own, such as the address of a page. */
const isText = (schema: z.ZodType): boolean => schema.def.type === 'string';

function listOf(schema: z.ZodArray, path: readonly string[], words: AskedWords, own: Head): AskedField {
  const { inner } = bare(schema.element as z.ZodType);
  // At least one row where the schema says so; a list that may be empty may be left out.
  const required = own.required && !schema.safeParse([]).success;
  if (inner instanceof z.ZodEnum)
    return { ...own, required, kind: 'choices', options: optionsOf(inner, path, words) };
  if (SIMPLE.has(inner) || isText(inner))
    return { ...own, required, kind: 'list', of: SIMPLE.get(inner) === 'text' ? 'text' : 'line' };
  return { ...own, required, kind: 'rows', fields: fieldsIn(inner, path, words) };
}

function waysOf(
  schema: z.ZodDiscriminatedUnion,
  path: readonly string[],
  words: AskedWords,
  own: Head,
): AskedField {
  const by = schema.def.discriminator;
  const ways = schema.options.map((option) => {
    const { [by]: mark, ...rest } = (option as z.ZodObject).shape as Record<string, z.ZodType>;
    const value = String((mark as z.ZodLiteral).value);
    const fields = Object.entries(rest).map(([name, inner]) => fieldOf(name, inner, [...path, name], words));
    return { value, label: words.option([...path, by], value), fields };
  });
  return { ...own, kind: 'ways', by, ways };
}

function optionsOf(schema: z.ZodEnum, path: readonly string[], words: AskedWords) {
  return schema.options.map((value) => ({ value: String(value), label: words.option(path, String(value)) }));
}

function head(name: string, path: readonly string[], required: boolean, words: AskedWords): Head {
  const shown = name === '' ? { label: EMPTY, help: EMPTY } : words.field(path);
  return { name, required, ...shown };
}

const EMPTY: Words = { zh: '', en: '' };

/** Without what only says that a value may be missing. */
function bare(schema: z.ZodType): { inner: z.ZodType; required: boolean } {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return { inner: bare(schema.def.innerType as z.ZodType).inner, required: false };
  // A paper's blank cell is read as "not filled in" before its own check.
  if (schema instanceof z.ZodPipe && schema.def.in instanceof z.ZodTransform)
    return bare(schema.def.out as z.ZodType);
  return { inner: schema, required: true };
}
