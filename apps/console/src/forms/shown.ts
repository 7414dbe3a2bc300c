import type { AskedField } from '@quancheng/forms';
import {
  addressOf,
  hasAny,
  listOf,
  moneyOf,
  rowsOf,
  sendable,
  textOf,
  type Values,
  valueIn,
  isValues,
  wayOf,
} from './values.ts';

/** One answer as it is read again before it is sent. Rows come one below the other, each part under its row. */
export interface Shown {
  readonly address: string;
  readonly label: string;
  readonly text: string;
}

export interface ShownTable {
  readonly address: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const isTable = (shown: Shown | ShownTable): shown is ShownTable => 'rows' in shown;

/** Everything that a person is about to send, in the order of the form; what was left blank is not there. */
export function shownOf(fields: readonly AskedField[], values: Values, at = ''): (Shown | ShownTable)[] {
  return fields.flatMap((field) => shownField(field, valueIn(field, values), addressOf(at, field.name)));
}

function shownField(field: AskedField, value: unknown, address: string): (Shown | ShownTable)[] {
  const label = field.label.zh;
  const inner = isValues(value) ? value : {};
  switch (field.kind) {
    case 'group':
      return shownOf(field.fields, inner, address);
    case 'ways': {
      const way = wayOf(field, inner);
      if (way === undefined) return [];
      return [
        { address, label: label || '决定', text: way.label.zh },
        ...shownOf(way.fields, inner, address),
      ];
    }
    case 'rows':
      return shownRows(field, rowsOf(value), address);
    default: {
      const text = textShown(field, value);
      return text === '' ? [] : [{ address, label, text }];
    }
  }
}

function shownRows(
  field: AskedField & { kind: 'rows' },
  given: readonly Values[],
  address: string,
): (Shown | ShownTable)[] {
  const rows = given.filter((row) => hasAny(sendable(field.fields, row)));
  if (rows.length === 0) return [];
  if (field.fields.some(({ kind }) => kind === 'rows' || kind === 'group' || kind === 'ways'))
    return rows.flatMap((row, index) => shownOf(field.fields, row, addressOf(address, index)));
  const used = field.fields.filter((column) =>
    rows.some((row) => textShown(column, row[column.name]) !== ''),
  );
  return [
    {
      address,
      label: field.label.zh,
      columns: used.map((column) => column.label.zh),
      rows: rows.map((row) => used.map((column) => textShown(column, row[column.name]))),
    },
  ];
}

function textShown(field: AskedField, value: unknown): string {
  switch (field.kind) {
    case 'money': {
      const { amount, unit } = moneyOf(value);
      return amount.trim() === '' ? '' : `${grouped(amount.trim())} ${unit}`;
    }
    case 'yes-no':
      return value === true ? '是' : value === false ? '否' : '';
    case 'choice':
      return field.options.find((option) => option.value === value)?.label.zh ?? '';
    case 'choices':
      return field.options
        .filter((option) => listOf(value).includes(option.value))
        .map(({ label }) => label.zh)
        .join('、');
    case 'list':
      return listOf(value).map(textOf).join('\n');
    case 'sha256':
      return textOf(value) === '' ? '' : `已上传（摘要 ${textOf(value).slice(0, 8)}）`;
    default: {
      const text = textOf(value).trim();
      return text === '' || !('unit' in field) || field.unit === undefined ? text : `${text} ${field.unit}`;
    }
  }
}

/** 1234567.50 → 1,234,567.50; what is no amount stays as it is. */
const grouped = (amount: string): string =>
  /^\d+(\.\d+)?$/.test(amount) ? amount.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : amount;
