import type { Field } from '@quancheng/forms';
import { canonicalJson, type Fen, formatYuan, type Words } from '@quancheng/kernel';
import type { PaperValues } from './begun.ts';

/** One cell that a paper brings otherwise than it was. A side without a text was blank; `field` is the path in the form. */
export interface PaperChange {
  readonly field: string;
  readonly label: Words;
  readonly before: string | null;
  readonly after: string | null;
}

/** What tells the rows of a table apart; rows of other tables are what stands in their place. */
const ROW_KEYS = ['row', 'point', 'kind'] as const;

/** Every cell in which two drafts of a form differ, in the order of the form; amounts are in yuan. */
export function paperChanges(
  fields: readonly Field[],
  before: PaperValues,
  after: PaperValues,
): PaperChange[] {
  return changesIn(fields, before, after, { path: '', words: { zh: '', en: '' } });
}

interface Place {
  readonly path: string;
  readonly words: Words;
}

function changesIn(
  fields: readonly Field[],
  before: PaperValues,
  after: PaperValues,
  place: Place,
): PaperChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [before[field.name], after[field.name]];
    const here = below(place, field.name, field.label);
    if (field.kind === 'rows') return changesOfRows(field, rowsIn(was), rowsIn(is), here);
    const [wasText, isText] = [textOf(field, was), textOf(field, is)];
    return wasText === isText
      ? []
      : [{ field: here.path, label: here.words, before: wasText, after: isText }];
  });
}

function changesOfRows(
  field: Field & { kind: 'rows' },
  before: readonly PaperValues[],
  after: readonly PaperValues[],
  place: Place,
): PaperChange[] {
  const keyOf = keyIn(field.fields, before, after);
  const [was, is] = [keyed(before, keyOf), keyed(after, keyOf)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const index = is.get(key)?.index ?? was.get(key)?.index ?? 0;
    const here = below(place, String(index), { zh: `第 ${key} 行`, en: `row ${key}` });
    return changesIn(field.fields, was.get(key)?.row ?? {}, is.get(key)?.row ?? {}, here);
  });
}

type KeyOf = (row: PaperValues, index: number) => string;

const keyed = (rows: readonly PaperValues[], keyOf: KeyOf) =>
  new Map(rows.map((row, index) => [keyOf(row, index), { row, index }]));

/** By the first column that names each row once, and has what both sides hold in one order; else by their place. */
function keyIn(
  fields: readonly Field[],
  before: readonly PaperValues[],
  after: readonly PaperValues[],
): KeyOf {
  const name = ROW_KEYS.find(
    (known) => fields.some((field) => field.name === known) && isInStep(before, after, known),
  );
  return name === undefined ? (_, index) => String(index + 1) : (row) => String(row[name]);
}

function isInStep(before: readonly PaperValues[], after: readonly PaperValues[], name: string): boolean {
  const [was, is] = [before, after].map((rows) => rows.map((row) => row[name]));
  if (was === undefined || is === undefined) return false;
  const areNames = [was, is].every(
    (names) => names.every((one) => typeof one === 'string') && new Set(names).size === names.length,
  );
  const both = (names: readonly unknown[], others: readonly unknown[]) =>
    canonicalJson(names.filter((one) => others.includes(one)));
  return areNames && both(was, is) === both(is, was);
}

const below = (at: Place, name: string, words: Words): Place => ({
  path: at.path === '' ? name : `${at.path}.${name}`,
  words: at.path === '' ? words : { zh: `${at.words.zh} · ${words.zh}`, en: `${at.words.en}, ${words.en}` },
});

const rowsIn = (value: unknown): readonly PaperValues[] =>
  Array.isArray(value) ? (value as PaperValues[]) : [];

/** As it is read on a page; null where the cell is blank. */
function textOf(field: Field, value: unknown): string | null {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (field.kind === 'money') return formatYuan(value as Fen);
  const words = (one: unknown): string =>
    'options' in field
      ? (field.options.find((option) => option.value === one)?.label.zh ?? String(one))
      : String(one);
  return Array.isArray(value) ? value.map(words).join('、') : words(value);
}
