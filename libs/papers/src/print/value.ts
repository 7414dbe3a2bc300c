import { capitals, formatWan } from '@quancheng/kernel';
import type { CellField } from '../layout.ts';
import { type ChoiceField, labelOfOption } from '../write-value.ts';
import { type Html, html } from './html.ts';

/** An amount in 万元 with every digit it has, grouped by threes: 1,204.5678. */
export function amountText(fen: bigint): string {
  const [whole = '', decimals = ''] = formatWan(fen).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}

/** As on a bill: 人民币 stands first, without a gap. */
export const capitalsText = (fen: bigint): string => `人民币${capitals(fen)}`;

/** 2014-07-01 as a paper writes it: 2014年7月1日. Without a day, the place to write one. */
export function dateText(date?: string): string {
  if (date === undefined) return '　　年　　月　　日';
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** One value as it stands in a cell of a table. */
export function valueText(field: CellField, value: unknown): string {
  if (isBlank(value)) return '';
  switch (field.kind) {
    case 'money':
      return amountText(value as bigint);
    case 'date':
      return dateText(String(value));
    case 'choice':
    case 'choices':
      return [value]
        .flat()
        .map((one) => labelOfOption(field, one))
        .join('、');
    case 'sha256':
      return `附件 ${String(value).slice(0, 8)}`;
    default:
      return String(value);
  }
}

/** All answers with their boxes, the chosen ones ticked, as on a form that is filled in by hand. */
export function boxes(field: ChoiceField, value: unknown): Html {
  const answers = field.options.map(
    (option) => html`${isChosen(option.value, value) ? '☑' : '□'} ${option.label.zh}　`,
  );
  return html`${answers}`;
}

const isChosen = (option: string, value: unknown): boolean =>
  Array.isArray(value) ? value.includes(option) : value === option;
