export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Money is the only bigint; its key says so. Values under such keys, also inside a list, travel as digit strings. */
const isMoneyKey = (key: string) => key.endsWith('Fen');
const DIGITS = /^-?\d{1,40}$/;

/**
 * A value as JSON can carry it: fen become digit strings, absent properties are left out. Throws on what would not
 * come back the same: a bigint whose key does not end in `Fen`, NaN, functions, class instances.
 */
export function toJson(value: unknown): Json {
  return encode(value, '');
}

/** The inverse of `toJson`. Under a money key only whole digits become bigint; other text stays, for the form check to refuse. */
export function fromJson(json: Json): unknown {
  return decode(json, '');
}

/** One text for one value: sorted keys, no spaces. This is what is hashed and stored. */
export function canonicalJson(value: unknown): string {
  return write(toJson(value));
}

function encode(value: unknown, key: string): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'bigint' && isMoneyKey(key)) return value.toString();
  if (Array.isArray(value)) return value.map((item) => encode(item, key));
  if (isPlainObject(value)) {
    const present = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(present.map(([name, item]) => [name, encode(item, name)]));
  }
  throw new TypeError(`JSON cannot carry the ${typeof value} under "${key}"`);
}

function decode(json: Json, key: string): unknown {
  if (typeof json === 'string') return isMoneyKey(key) && DIGITS.test(json) ? BigInt(json) : json;
  if (isList(json)) return json.map((item) => decode(item, key));
  if (typeof json === 'object' && json !== null)
    return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, decode(item, name)]));
  return json;
}

/** Written by hand, because an object would put keys that look like numbers first. */
function write(json: Json): string {
  if (isList(json)) return `[${json.map(write).join(',')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const members = Object.keys(json)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(json[key] as Json)}`);
  return `{${members.join(',')}}`;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // By its own constructor, not by identity: an object from another realm (the workflow sandbox) is plain as well.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
