import {
  type Fen,
  isExactText,
  isRefusal,
  SHA256,
  parsePlainDate,
  type PlainDate,
  exact,
  type Words,
} from '@quancheng/kernel';
import { z } from 'zod';
import { moneySchema } from './money.ts';

/** One answer of a choice: the stored value for ever, the words for people. */
export type Option = { readonly value: string; readonly label: Words };

type FieldHead = {
  /** The key in the data, for ever. Money ends in `Fen`: at rest it is fen, whatever unit the person wrote. */
  readonly name: string;
  readonly label: Words;
  readonly unit?: string;
  readonly required: boolean;
  readonly help: Words;
};

/** `line` is one line, `text` several; a `decimal` is an exact decimal in text; a `percent` lies within 0–100. */
export type Field =
  | (FieldHead & { readonly kind: 'line' | 'text' | 'money' | 'date' | 'decimal' | 'percent' | 'sha256' })
  | (FieldHead & { readonly kind: 'choice' | 'choices'; readonly options: readonly Option[] })
  | (FieldHead & { readonly kind: 'rows'; readonly fields: readonly Field[] });

export type ValueOf<F> = F extends { kind: 'money' }
  ? Fen
  : F extends { kind: 'date' }
    ? PlainDate
    : F extends { kind: 'choice'; options: readonly { value: infer V }[] }
      ? V
      : F extends { kind: 'choices'; options: readonly { value: infer V }[] }
        ? V[]
        : F extends { kind: 'rows'; fields: infer G extends readonly Field[] }
          ? FormValue<G>[]
          : string;

/** A filled-in paper, as it is stored in an event. */
export type FormValue<F extends readonly Field[]> = {
  [K in F[number] as K['required'] extends true ? K['name'] : never]: ValueOf<K>;
} & {
  [K in F[number] as K['required'] extends true ? never : K['name']]?: ValueOf<K> | undefined;
};

/** A paper begun: whatever is there must hold, nothing has to be there. */
export type DraftValue<F extends readonly Field[]> = {
  [K in F[number] as K['name']]?: DraftOf<K> | undefined;
};
type DraftOf<F> = F extends { kind: 'rows'; fields: infer G extends readonly Field[] }
  ? DraftValue<G>[]
  : ValueOf<F>;

/** The one list of a paper's fields, and the checks derived from it. */
export type Form<F extends readonly Field[]> = {
  readonly id: string;
  readonly title: Words;
  readonly fields: F;
  readonly schema: z.ZodType<FormValue<F>>;
  readonly draft: z.ZodType<DraftValue<F>>;
};

const LONGEST_LINE = 300;
const LONGEST_TEXT = 10_000;
const MOST_ROWS = 500;

export function defineForm<const F extends readonly Field[]>(form: {
  id: string;
  title: Words;
  fields: F;
}): Form<F> {
  return { ...form, schema: formSchema(form.fields), draft: draftSchema(form.fields) };
}

export const formSchema = <const F extends readonly Field[]>(fields: F): z.ZodType<FormValue<F>> =>
  objectOf(fields, 'complete') as unknown as z.ZodType<FormValue<F>>;

export const draftSchema = <const F extends readonly Field[]>(fields: F): z.ZodType<DraftValue<F>> =>
  objectOf(fields, 'draft') as unknown as z.ZodType<DraftValue<F>>;

/** One line of a clerk's text. Emoji and rare characters are fine; half characters and control codes cannot be stored. */
export const lineSchema = storableText(LONGEST_LINE, '');
/** Its lines end with a line feed alone: a spreadsheet's cell knows no other, and a text must come back from there as it was. */
export const textSchema = storableText(LONGEST_TEXT, '\t\n\r').overwrite((text) =>
  text.replace(/\r\n?/g, '\n'),
);
export const sha256Schema = z
  .string({ error: asked })
  .regex(SHA256, { error: '应为64位小写十六进制摘要 / a sha256 in 64 hex digits' });
export const decimalSchema = z
  .string({ error: asked })
  .refine(isExactText, { error: '应为数字（文本），如 95.5 / an exact decimal in text, like 95.5' });
export const percentSchema = decimalSchema.refine((text) => !isExactText(text) || isShare(text), {
  error: '应在0到100之间 / between 0 and 100',
});
export const dateSchema = z
  .string({ error: asked })
  .refine((text) => !isRefusal(parsePlainDate(text)), {
    error: '日期不存在，应如 2014-04-22 / no such date; write 2014-04-22',
  })
  .transform((text) => text as PlainDate);

/** An object of exactly these keys: a misspelt key is refused, not dropped. */
export const strict = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape, { error: unknownKeys });

/** One of a few stored values. */
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.enum(values, {
    error: (issue) => asked(issue) ?? `应为其中之一：${values.join('、')} / one of ${values.join(', ')}`,
  });

export const yesNoSchema = z.boolean({ error: (issue) => asked(issue) ?? '应为是或否 / yes or no' });

export type Completeness = 'complete' | 'draft';

const PAPERS = new WeakMap<z.ZodType, { fields: readonly Field[]; completeness: Completeness }>();

/** The fields that a schema was made of, where it was made of any. */
export const fieldsBehind = (schema: z.ZodType) => PAPERS.get(schema);

function objectOf(fields: readonly Field[], completeness: Completeness): z.ZodType {
  const shape = fields.map((field): [string, z.ZodType] => [field.name, entryOf(field, completeness)]);
  const schema = strict(Object.fromEntries(shape));
  PAPERS.set(schema, { fields, completeness });
  return schema;
}

/** A blank cell is "not filled in", never zero and never an empty text. */
function entryOf(field: Field, completeness: Completeness): z.ZodType {
  const value = valueSchema(field, completeness);
  if (field.required && completeness === 'complete') return value;
  return z
    .preprocess((given) => (given === '' || given === null ? undefined : given), value.optional())
    .optional();
}

function valueSchema(field: Field, completeness: Completeness): z.ZodType {
  switch (field.kind) {
    case 'line':
      return lineSchema;
    case 'text':
      return textSchema;
    case 'money':
      return moneySchema;
    case 'date':
      return dateSchema;
    case 'decimal':
      return decimalSchema;
    case 'percent':
      return percentSchema;
    case 'sha256':
      return sha256Schema;
    case 'choice':
      return choiceOf(field.options);
    case 'choices':
      return z
        .array(choiceOf(field.options), { error: asked })
        .max(field.options.length, { error: '选项重复 / an option twice' });
    case 'rows':
      return rowsOf(field, completeness);
  }
}

function rowsOf(field: Field & { kind: 'rows' }, completeness: Completeness): z.ZodType {
  const rows = z
    .array(objectOf(field.fields, completeness), { error: asked })
    .max(MOST_ROWS, { error: `最多${MOST_ROWS}行 / at most ${MOST_ROWS} rows` });
  return field.required && completeness === 'complete'
    ? rows.min(1, { error: '至少填一行 / at least one row' })
    : rows;
}

function choiceOf(options: readonly Option[]): z.ZodType {
  const words = options.map(({ value, label }) => `${value}（${label.zh}）`).join('、');
  return z.enum(options.map(({ value }) => value) as [string, ...string[]], {
    error: (issue) =>
      asked(issue) ?? `应为其中之一：${words} / one of ${options.map(({ value }) => value).join(', ')}`,
  });
}

function storableText(longest: number, controlsAllowed: string) {
  // The last two signs of the first plane are no characters: a spreadsheet drops them without a word.
  const isControl = (character: string) =>
    (character < ' ' && !controlsAllowed.includes(character)) ||
    character === '\ufffe' ||
    character === '\uffff';
  return z
    .string({ error: asked })
    .trim()
    .min(1, { error: '必填 / required' })
    .max(longest, { error: `最多${longest}字 / at most ${longest} characters` })
    .refine((text) => text.isWellFormed() && ![...text].some(isControl), {
      error: '含有无法保存的字符 / has characters that cannot be stored',
    });
}

function asked(issue: { input?: unknown; code?: string | undefined }): string | undefined {
  if (issue.input === undefined || issue.input === null || issue.input === '') return '必填 / required';
  return issue.code === 'invalid_type' ? '填写的类型不对 / not of the kind that is asked for' : undefined;
}

function unknownKeys(issue: {
  input?: unknown;
  code?: string | undefined;
  keys?: unknown;
}): string | undefined {
  if (issue.code !== 'unrecognized_keys') return asked(issue);
  const keys = (issue.keys as string[]).join(', ').slice(0, 200);
  return `表中没有这些栏目：${keys} / the paper has no such fields: ${keys}`;
}

function isShare(text: string): boolean {
  return exact(text).gte(0) && exact(text).lte(100);
}
