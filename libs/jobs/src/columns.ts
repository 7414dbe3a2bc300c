import {
  type FieldFault,
  isRefusal,
  type Json,
  makeDate,
  type MoneyUnit,
  parseMoney,
  parsePlainDate,
  type PlainDate,
  type Words,
} from '@quancheng/kernel';
import { halfWidth } from '@quancheng/sheets';

/** One answer of a choice: the stored value, and the words that a bureau writes for it. The first word is the template's. */
export interface Choice {
  readonly value: string;
  readonly words: readonly [string, ...string[]];
}

interface Head {
  readonly name: string;
  /** As the template writes it. The title of money names its unit. */
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  readonly help: string;
}

/** A `code` keeps its zeros; a `line` keeps its wide signs, for it is a name or a text for people. */
export type Column = Head &
  (
    | { readonly kind: 'code' | 'line' | 'date' | 'year' | 'money' | 'yes-no' }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  );

/** A cell as it was found under its title. */
export interface GivenCell {
  readonly title: string;
  readonly text: string;
  /** The file holds a number there, not a text. */
  readonly isNumber: boolean;
  readonly unit?: MoneyUnit;
}

export type CellValue = { readonly value: Json } | { readonly fault: FieldFault };

const faulty = (cell: GivenCell, code: string, because: Words): CellValue => ({
  fault: { field: cell.title, code, because },
});

const LONGEST_LINE = 300;
/** Beyond it the office program keeps no more digits: what follows are zeros that nobody wrote. */
const DIGITS_OF_A_NUMBER = 15;

export function readCell(column: Column, cell: GivenCell): CellValue {
  switch (column.kind) {
    case 'line':
      return readLine(cell);
    case 'code':
      return readCode(cell);
    case 'date':
      return readDate(cell);
    case 'year':
      return readYear(cell);
    case 'money':
      return readAmount(cell);
    case 'yes-no':
      return readYesNo(cell);
    case 'choice':
      return readChoice(column.choices, cell);
  }
}

function readLine(cell: GivenCell): CellValue {
  const text = cell.text.replace(/[\r\n\t]+/g, ' ');
  if (text.length > LONGEST_LINE)
    return faulty(cell, 'TEXT_TOO_LONG', {
      zh: `超过 ${LONGEST_LINE} 字`,
      en: `more than ${LONGEST_LINE} characters`,
    });
  return { value: text };
}

function readCode(cell: GivenCell): CellValue {
  const text = halfWidth(cell.text).replace(/\s+/g, '').replace(/^'/, '');
  if (cell.isNumber && text.length > DIGITS_OF_A_NUMBER)
    return faulty(cell, 'CODE_DIGITS_LOST', {
      zh: `${text.length} 位编码按数字保存，末尾几位已丢失，请按文本重新填写`,
      en: `a code of ${text.length} digits was saved as a number and lost its last ones: enter it as text`,
    });
  if (!/^[A-Za-z0-9._/()\-〔〕号\u4e00-\u9fff]{1,60}$/.test(text))
    return faulty(cell, 'CODE_SHAPE', {
      zh: `“${text.slice(0, 60)}”不是编码`,
      en: `"${text.slice(0, 60)}" is no code`,
    });
  return { value: text };
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/;
/** Days since the end of 1899, as office programs count them: from 1982 to 2064. */
const SERIALS = { from: 30_000, to: 60_000 } as const;

function readDate(cell: GivenCell): CellValue {
  const text = halfWidth(cell.text).replace(/\s+/g, '');
  const match = DATE.exec(text);
  if (match !== null) {
    const [year = '', month = '', day = ''] = match.slice(1).filter((part) => part !== undefined);
    const date = parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    return isRefusal(date) ? faulty(cell, date.code, date.because) : { value: date };
  }
  const serial = Number(text);
  if (cell.isNumber && Number.isInteger(serial) && serial >= SERIALS.from && serial <= SERIALS.to)
    return { value: dateOfSerial(serial) };
  return faulty(cell, 'DATE_SHAPE', {
    zh: `“${text.slice(0, 40)}”不是日期，请填写如 2014-04-22`,
    en: `"${text.slice(0, 40)}" is no date: write it like 2014-04-22`,
  });
}

function dateOfSerial(serial: number): PlainDate {
  const date = new Date(Date.UTC(1899, 11, 30 + serial));
  return makeDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function readYear(cell: GivenCell): CellValue {
  const match = /^(\d{4})年?(度)?$/.exec(halfWidth(cell.text).replace(/\s+/g, ''));
  if (match !== null) return { value: Number(match[1]) };
  return faulty(cell, 'YEAR_SHAPE', {
    zh: `“${cell.text.slice(0, 40)}”不是年度，请填写如 2014`,
    en: `"${cell.text.slice(0, 40)}" is no year: write it like 2014`,
  });
}

function readAmount(cell: GivenCell): CellValue {
  const amount = halfWidth(cell.text)
    .replace(/\s+/g, '')
    .replace(/^[¥￥]/, '');
  const fen = parseMoney({ amount, unit: cell.unit });
  return isRefusal(fen) ? faulty(cell, fen.code, fen.because) : { value: fen.toString() };
}

const YES = ['是', '有', 'y', 'yes', 'true', '1', '√'];
const NO = ['否', '无', 'n', 'no', 'false', '0', '×'];

function readYesNo(cell: GivenCell): CellValue {
  const text = halfWidth(cell.text).toLowerCase();
  if (YES.includes(text)) return { value: true };
  if (NO.includes(text)) return { value: false };
  return faulty(cell, 'YES_OR_NO', { zh: '请填写“是”或“否”', en: 'write 是 or 否' });
}

function readChoice(choices: readonly Choice[], cell: GivenCell): CellValue {
  const text = halfWidth(cell.text).replace(/\s+/g, '');
  const found = choices.find(
    ({ value, words }) => value === text || words.some((word) => halfWidth(word) === text),
  );
  if (found !== undefined) return { value: found.value };
  const allowed = choices.map(({ words }) => words[0]).join('、');
  return faulty(cell, 'NOT_ONE_OF', {
    zh: `“${text.slice(0, 40)}”不在可选值中：${allowed}`,
    en: `"${text.slice(0, 40)}" is none of: ${allowed}`,
  });
}
