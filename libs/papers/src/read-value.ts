import {
  type Fen,
  isExactText,
  isRefusal,
  type MoneyUnit,
  parseMoney,
  parsePlainDate,
  exact,
} from '@quancheng/kernel';
import { type FoundCell, halfWidth } from '@quancheng/sheets';
import type { ChangeKind } from './changes.ts';
import { type CellField, labelKey, words } from './layout.ts';
import type { Fault } from './paper-fault.ts';

export type ReadValue =
  | { readonly value: unknown; readonly changes: readonly ChangeKind[] }
  | { readonly fault: Fault };

type Filled = Exclude<FoundCell, { kind: 'fault' }>;

/** What a filled cell says for its field. It is understood without a doubt, with a note of each change, or it is a fault. */
export function readValue(field: CellField, found: FoundCell, unit: MoneyUnit | undefined): ReadValue {
  if (found.kind === 'fault') return { fault: { code: found.code, because: found.because } };
  const read = meantBy(field, found, unit);
  if ('fault' in read || found.calculated !== true) return read;
  return { ...read, changes: ['formula', ...read.changes] };
}

function meantBy(field: CellField, found: Filled, unit: MoneyUnit | undefined): ReadValue {
  switch (field.kind) {
    case 'money':
      return money(found, unit);
    case 'decimal':
    case 'percent':
      return decimal(field, found);
    case 'date':
      return date(found);
    case 'choice':
      return choice(field, found);
    case 'choices':
      return choices(field, found);
    case 'line':
    case 'text':
    case 'sha256':
      return text(found);
  }
}

const plain = (value: unknown, ...changes: ChangeKind[]): ReadValue => ({ value, changes });

/** A text stays as it was written; a number or date that stands for a text is taken as it is seen. */
function text(found: Filled): ReadValue {
  if (found.shownAs === 'percent') return plain(`${hundredfold(found.text)}%`, 'percent');
  return found.shownAs === 'date' ? plain(found.text, 'date') : plain(found.text);
}

const hundredfold = (number: string): string =>
  isExactText(number) ? exact(number).times(100).toString() : number;

/** The bare figure of a cell, and what had to be taken off to see it. */
function figure(written: string): { readonly bare: string; readonly changes: ChangeKind[] } {
  const narrow = halfWidth(written).replaceAll('，', ',').replaceAll('。', '.').replaceAll('％', '%');
  const bare = narrow.replace(/\s+/g, '').replace(/^(人民币)?[¥￥]?/, '');
  return {
    bare,
    changes: [
      ...(narrow === written ? [] : ['narrowed' as const]),
      ...(bare === narrow ? [] : ['closed-up' as const]),
    ],
  };
}

const MONEY = /^(.*?)(万元|元)$/;

function money(found: Filled, stated: MoneyUnit | undefined): ReadValue {
  if (found.shownAs !== undefined) return { fault: notANumber(found.text) };
  const { bare, changes } = figure(found.text);
  const own = MONEY.exec(bare);
  const fen: Fen | ReturnType<typeof parseMoney> = parseMoney({
    amount: own?.[1] ?? bare,
    unit: own?.[2] ?? stated,
  });
  if (isRefusal(fen)) return { fault: { code: fen.code, because: fen.because, remedy: fen.remedy } };
  const separated = bare.includes(',') && !changes.includes('closed-up') ? (['closed-up'] as const) : [];
  return plain(fen, ...changes, ...separated, ...(own === null ? [] : (['unit'] as const)));
}

function decimal(field: CellField, found: Filled): ReadValue {
  const unit = 'unit' in field ? field.unit : undefined;
  if (found.shownAs === 'date') return { fault: notANumber(found.text) };
  if (found.shownAs === 'percent') return plain(hundredfold(found.text), 'percent');
  const { bare, changes } = figure(found.text);
  const behind = unit !== undefined && bare.endsWith(unit) ? unit.length : 0;
  const number = bare.slice(0, bare.length - behind);
  const ungrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) ? number.replaceAll(',', '') : number;
  if (!isExactText(ungrouped)) return { fault: notANumber(found.text) };
  return plain(
    ungrouped,
    ...changes,
    ...(ungrouped === number ? [] : (['closed-up'] as const)),
    ...(behind === 0 ? [] : (['unit-left-out'] as const)),
  );
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/;

function date(found: Filled): ReadValue {
  const written = halfWidth(found.text)
    .replace(/\s+/g, '')
    .replace(/T00:00:00$/, '');
  const match = DATE.exec(written);
  const [year = '', month = '', day = ''] = match?.slice(1).filter((part) => part !== undefined) ?? [];
  const read = parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (match === null || isRefusal(read)) return { fault: notADate(found.text, match !== null) };
  return read === found.text ? plain(read) : plain(read, 'date');
}

type ChoiceField = Extract<CellField, { kind: 'choice' | 'choices' }>;

function choice(field: ChoiceField, found: Filled): ReadValue {
  const option = optionOf(field, found.text);
  if (option === undefined) return { fault: notOneOf(field, found.text) };
  return plain(option.value, ...(option.label.zh === found.text ? [] : (['choice'] as const)));
}

function choices(field: ChoiceField, found: Filled): ReadValue {
  const parts = found.text.split(/[、,，;；\s]+/).filter((part) => part !== '');
  const options = parts.map((part) => optionOf(field, part));
  const unknown = parts.find((_, index) => options[index] === undefined);
  if (unknown !== undefined) return { fault: notOneOf(field, unknown) };
  const known = options.flatMap((option) => option ?? []);
  const asWritten = known.map(({ label }) => label.zh).join('、') === found.text;
  return plain(
    known.map(({ value }) => value),
    ...(asWritten ? [] : (['choice'] as const)),
  );
}

/** The label itself, the stored value, or what a bureau writes for them: ≥ for ≥（不低于）, 数量指标 for 数量. */
function optionOf({ options }: ChoiceField, written: string): ChoiceField['options'][number] | undefined {
  const exactly = options.find(({ label }) => label.zh === written);
  if (exactly !== undefined) return exactly;
  const key = wordKey(written);
  const meant = options.filter(({ value, label }) =>
    [value, label.zh, label.en, ...label.zh.split(/[（）]/)].some(
      (word) => word !== '' && wordKey(word) === key,
    ),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

const wordKey = (written: string): string =>
  labelKey(written)
    .toLowerCase()
    .replace(/指标$/, '')
    .replace(/^(>=|≧)$/, '≥')
    .replace(/^(<=|≦)$/, '≤');

const notANumber = (written: string): Fault => ({
  code: 'NOT_A_NUMBER',
  because: words(`“${short(written)}”不是数字`, `"${short(written)}" is no number`),
  remedy: words('请只填数字，如 95.5', 'write a number alone, like 95.5'),
});

const notADate = (written: string, isShaped: boolean): Fault => ({
  code: isShaped ? 'DATE_DOES_NOT_EXIST' : 'DATE_SHAPE',
  because: isShaped
    ? words(`日历上没有“${short(written)}”`, `no such day: "${short(written)}"`)
    : words(`“${short(written)}”不是日期`, `"${short(written)}" is no date`),
  remedy: words('请填到日，如 2014-04-22', 'write the day, like 2014-04-22'),
});

const notOneOf = ({ options }: ChoiceField, written: string): Fault => ({
  code: 'NOT_ONE_OF',
  because: words(`“${short(written)}”不在可选值中`, `"${short(written)}" is none of the choices`),
  remedy: words(
    `请选择：${options.map(({ label }) => label.zh).join('、')}`,
    `choose one of: ${options.map(({ label }) => label.en).join(', ')}`,
  ),
});

const short = (written: string): string => (written.length > 40 ? `${written.slice(0, 40)}…` : written);
