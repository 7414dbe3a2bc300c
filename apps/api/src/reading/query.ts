import { isRefusal, parsePlainDate, type PlainDate } from '@quancheng/kernel';
import { fieldProblem, type Problem } from '../http/problem.ts';
import { textFault } from '../http/text-check.ts';

const LONGEST_TEXT = 200;

const unusable = (field: string, zh: string, en: string): Problem =>
  fieldProblem(422, 'QUERY_UNUSABLE', field, { zh, en }, { zh: '请核对查询条件', en: 'check the query' });

/** A text of the query; undefined when absent or empty. Throws 422 for what could not be compared with stored text. */
export function readText(field: string, given: unknown): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (typeof given !== 'string' || given.length > LONGEST_TEXT)
    throw unusable(field, '查询条件过长或重复', 'is too long, or given twice');
  if (textFault(given) !== null)
    throw unusable(field, '查询条件含有不可用的字符', 'holds a character that cannot be used');
  return given;
}

/** A whole number of the query, not below zero. */
export function readNumber<T extends number | undefined>(
  field: string,
  given: unknown,
  otherwise: T,
): number | T {
  const text = readText(field, given);
  if (text === undefined) return otherwise;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw unusable(field, '应为不小于零的整数', 'is to be a whole number, not below zero');
}

/** Yes or no; undefined when absent. */
export function readFlag(field: string, given: unknown): boolean | undefined {
  const text = readText(field, given);
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  throw unusable(field, '应为 true 或 false', 'is to be true or false');
}

/** A page's cursor, as the last page gave it. Its inside is the list's own business. */
export function readCursor(given: unknown): string | undefined {
  const text = readText('cursor', given);
  if (text === undefined || /^[A-Za-z0-9_-]{1,200}$/.test(text)) return text;
  throw unusable('cursor', '翻页标记无效', 'is not a cursor of ours');
}

export function readDay(field: string, given: unknown): PlainDate | undefined {
  const text = readText(field, given);
  if (text === undefined) return undefined;
  const date = parsePlainDate(text);
  if (isRefusal(date)) throw fieldProblem(422, date.code, field, date.because, date.remedy);
  return date;
}
