import type { AskedField } from '@quancheng/forms';
import type { FieldFault } from '@quancheng/kernel';

/** What stands on a page in the middle of filling in: texts as they were typed, whether they hold or not. */
export type Values = Readonly<Record<string, unknown>>;
export type Money = { readonly amount: string; readonly unit: string };

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const rowsOf = (value: unknown): readonly Values[] => listOf(value).filter(isValues);
export const moneyOf = (value: unknown): Money => {
  const given = isValues(value) ? value : {};
  return { amount: textOf(given.amount), unit: textOf(given.unit) || '元' };
};

/** The address of a field in a refusal: `form.lines.0.amountFen`. A field without a name lies in what is around it. */
export const addressOf = (at: string, name: string | number): string =>
  name === '' ? at : at === '' ? String(name) : `${at}.${name}`;

/** The way that was chosen, with its fields; nothing before one was chosen. */
export function wayOf(field: AskedField & { kind: 'ways' }, values: Values) {
  return field.ways.find(({ value }) => value === values[field.by]);
}

/** What lies in a field: a field without a name reads what is around it. */
export const valueIn = (field: AskedField, values: Values): unknown =>
  field.name === '' ? values : values[field.name];

/** What is sent: blanks are left out, and so are rows and groups of nothing but blanks. */
export function sendable(fields: readonly AskedField[], values: Values): Record<string, unknown> {
  const filled = fields.map((field): Record<string, unknown> => {
    const value = sendableValue(field, valueIn(field, values));
    if (value === undefined) return {};
    return field.name === '' ? (value as Record<string, unknown>) : { [field.name]: value };
  });
  return Object.assign({}, ...filled);
}

function sendableValue(field: AskedField, value: unknown): unknown {
  switch (field.kind) {
    case 'money':
      return moneyOf(value).amount.trim() === '' ? undefined : moneyOf(value);
    case 'number':
      return numberOf(textOf(value).trim());
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined;
    case 'choices':
      return someOf(listOf(value));
    case 'list':
      return someOf(
        listOf(value)
          .map((line) => textOf(line).trim())
          .filter((line) => line !== ''),
      );
    case 'rows':
      return someOf(
        rowsOf(value)
          .map((row) => sendable(field.fields, row))
          .filter(hasAny),
      );
    case 'group': {
      const inner = sendable(field.fields, isValues(value) ? value : {});
      return hasAny(inner) || field.required ? inner : undefined;
    }
    case 'ways':
      return sendableWay(field, isValues(value) ? value : {});
    default:
      return textOf(value).trim() || undefined;
  }
}

function sendableWay(field: AskedField & { kind: 'ways' }, values: Values) {
  const way = wayOf(field, values);
  return way && { [field.by]: way.value, ...sendable(way.fields, values) };
}

/** What is no number is sent as it was typed: the refusal then names the field. */
const numberOf = (text: string): number | string | undefined =>
  text === '' ? undefined : /^-?\d+$/.test(text) ? Number(text) : text;

const someOf = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
export const hasAny = (values: object): boolean => Object.keys(values).length > 0;

const MISSING = { code: 'required', because: { zh: '必填', en: 'required' } };

/** The required fields that are still blank, so that nobody is sent to the check with a half-empty paper. */
export function missing(fields: readonly AskedField[], values: Values, at = ''): FieldFault[] {
  return fields.flatMap((field) => {
    const address = addressOf(at, field.name);
    const value = valueIn(field, values);
    const isBlank = sendableValue(field, value) === undefined;
    if (isBlank) return field.required ? [{ field: address, ...MISSING }] : [];
    return missingInside(field, value, address);
  });
}

function missingInside(field: AskedField, value: unknown, at: string): FieldFault[] {
  if (field.kind === 'rows')
    return rowsOf(value).flatMap((row, index) =>
      hasAny(sendable(field.fields, row)) ? missing(field.fields, row, addressOf(at, index)) : [],
    );
  const inner = isValues(value) ? value : {};
  if (field.kind === 'group') return missing(field.fields, inner, at);
  return field.kind === 'ways' ? missing(wayOf(field, inner)?.fields ?? [], inner, at) : [];
}

/** What the API reads out, as it is typed in: money comes in yuan under `…Yuan`. */
export function asTyped(fields: readonly AskedField[], read: unknown): Values {
  if (!isValues(read)) return {};
  const typed = fields.flatMap((field): [string, unknown][] => {
    const value =
      field.kind === 'money' ? read[`${field.name.slice(0, -'Fen'.length)}Yuan`] : read[field.name];
    if (value === undefined || value === null) return [];
    return [[field.name, typedValue(field, value)]];
  });
  return Object.fromEntries(typed);
}

function typedValue(field: AskedField, value: unknown): unknown {
  if (field.kind === 'money') return { amount: textOf(value), unit: '元' };
  if (field.kind === 'rows') return rowsOf(value).map((row) => asTyped(field.fields, row));
  return field.kind === 'group' ? asTyped(field.fields, value) : value;
}
