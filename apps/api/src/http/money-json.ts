import { fieldProblem, type Problem } from './problem.ts';
import { formatYuan, type Json, toJson } from '@quancheng/kernel';

const WHOLE_DIGITS = /^-?\d{1,40}$/;

/** A value for a person's reading: every `…Fen` becomes `…Yuan`, a decimal text in yuan. Keys of our own data never collide. */
export function yuanJson(value: unknown): Json {
  return convert(toJson(value));
}

function convert(json: Json): Json {
  if (Array.isArray(json)) return json.map(convert);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, item]) =>
      key.endsWith('Fen') ? [`${key.slice(0, -3)}Yuan`, inYuan(item as Json)] : [key, convert(item as Json)],
    ),
  );
}

function inYuan(json: Json): Json {
  if (Array.isArray(json)) return json.map(inYuan);
  return typeof json === 'string' && WHOLE_DIGITS.test(json) ? formatYuan(BigInt(json)) : convert(json);
}

/**
 * Command data as the domain takes it: a `…Yuan`, as every reading shows it, is an amount of so many 元 under `…Fen`. Throws
 * where one object gives the same sum under both names.
 */
export function fenJson(json: Json, at = ''): Json {
  if (Array.isArray(json)) return json.map((item, index) => fenJson(item, below(at, String(index))));
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).map(([key, item]): [string, Json] => {
    if (!isYuan(key)) return [key, fenJson(item as Json, below(at, key))];
    if (fenOf(key) in json) throw givenTwice(below(at, key));
    return [fenOf(key), asAmount(item as Json)];
  });
  return Object.fromEntries(entries);
}

/** Where the request named the sum otherwise than the rules do, a fault is told by the request's own name. */
export function fieldAsGiven(field: string, data: Json): string {
  const path = field.split('.');
  const at = path.findIndex((name) => name.endsWith('Fen'));
  if (at < 0) return field;
  const parent = path
    .slice(0, at)
    .reduce<unknown>((inner, name) => (inner as Members | undefined)?.[name], data);
  const yuan = `${path[at]?.slice(0, -'Fen'.length)}Yuan`;
  if (typeof parent !== 'object' || parent === null || !(yuan in parent)) return field;
  return [...path.slice(0, at), yuan, ...path.slice(at + 1).filter((name) => name !== 'amount')].join('.');
}

type Members = Readonly<Record<string, unknown>>;

const isYuan = (key: string): boolean => key.length > 'Yuan'.length && key.endsWith('Yuan');
const fenOf = (key: string): string => `${key.slice(0, -'Yuan'.length)}Fen`;
const below = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

/** What is no amount stays as it is, for the rules to say so. */
function asAmount(json: Json): Json {
  if (Array.isArray(json)) return json.map(asAmount);
  return typeof json === 'string' || typeof json === 'number' ? { amount: json, unit: '元' } : json;
}

const givenTwice = (field: string): Problem =>
  fieldProblem(
    422,
    'MONEY_GIVEN_TWICE',
    field,
    { zh: '同一金额给了两次（…Yuan 和 …Fen）', en: 'the same sum is given twice, as …Yuan and as …Fen' },
    { zh: '请只保留一种写法', en: 'keep one of the two' },
  );
