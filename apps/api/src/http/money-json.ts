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
