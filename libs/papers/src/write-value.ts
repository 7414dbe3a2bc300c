import { formatWan, formatYuan, type MoneyUnit } from '@quancheng/kernel';
import { numberText, type WrittenCell } from '@quancheng/sheets';
import type { CellField } from './layout.ts';

type Entry = Pick<WrittenCell, 'value' | 'format' | 'choices'>;

/** The office program counts days from 1900 and takes that year for a leap year. */
const FIRST_DATE = '1901-01-01';

/** One value as its cell holds it, so that it is read back the same; without a value, the cell ready for it. */
export function writtenValue(field: CellField, value: unknown, unit: MoneyUnit): Entry {
  const blank = value === undefined || value === null || value === '';
  switch (field.kind) {
    case 'money':
      return { ...(!blank && amount(value as bigint, unit)), format: '#,##0.00####' };
    case 'decimal':
    case 'percent':
      return { ...(!blank && { value: numberOrText(String(value)) }), format: 'General' };
    case 'date':
      return { ...(!blank && { value: dateOrText(String(value)) }), format: 'yyyy-mm-dd' };
    case 'choice':
      return { ...(!blank && { value: labelOfOption(field, value) }), choices: field.options.map(zhLabel) };
    case 'choices':
      return blank ? {} : { value: (value as string[]).map((one) => labelOfOption(field, one)).join('、') };
    case 'text':
      // A cell formatted as text shows hash signs above 255 characters.
      return { ...(!blank && { value: String(value) }), format: 'General' };
    case 'line':
    case 'sha256':
      return blank ? {} : { value: String(value) };
  }
}

const amount = (fen: bigint, unit: MoneyUnit) => {
  const text = unit === '万元' ? formatWan(fen) : formatYuan(fen);
  return { value: numberOrText(text, text.replace(/\.?0+$/, '')) };
};

/** A number keeps 15 digits and no zeros behind: what would not come back as it is, such as 9.50, stays text. */
function numberOrText(text: string, asNumber = text): NonNullable<WrittenCell['value']> {
  return text !== '-0' && numberText(Number(text)) === asNumber ? { number: text } : text;
}

const dateOrText = (date: string) => (date >= FIRST_DATE ? { date } : date);

export type ChoiceField = Extract<CellField, { kind: 'choice' | 'choices' }>;
const zhLabel = ({ label }: ChoiceField['options'][number]): string => label.zh;

/** What an answer is called; an answer that the form no longer has is given as it is stored. */
export const labelOfOption = ({ options }: ChoiceField, value: unknown): string =>
  options.find((option) => option.value === value)?.label.zh ?? String(value);
