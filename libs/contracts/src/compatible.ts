import type { Schema } from './schema.ts';

/**
 * Why a newer schema would break a consumer of the older one; empty when it would not. A released event may only gain
 * optional fields (full compatibility: an old consumer reads new events, a new consumer reads old ones). Anything else is a
 * new event name, published beside the old one.
 */
export function incompatibilities(older: Schema, newer: Schema, at = 'data'): string[] {
  return [
    ...fieldFaults(older, newer, at),
    ...valueFaults(older, newer, at),
    ...branchFaults(older, newer, at),
  ];
}

function fieldFaults(older: Schema, newer: Schema, at: string): string[] {
  const before = older.properties ?? {};
  const after = newer.properties ?? {};
  const requiredBefore = new Set(older.required ?? []);
  const requiredAfter = new Set(newer.required ?? []);
  const faults: string[] = [];
  for (const [key, schema] of Object.entries(before)) {
    const next = after[key];
    if (next === undefined) faults.push(`${at}.${key} was removed`);
    else faults.push(...incompatibilities(schema, next, `${at}.${key}`));
    if (requiredBefore.has(key) && !requiredAfter.has(key))
      faults.push(`${at}.${key} was always there and is optional now`);
  }
  for (const key of requiredAfter) {
    if (!requiredBefore.has(key))
      faults.push(`${at}.${key} is required now; only optional fields may be added`);
  }
  return faults;
}

function valueFaults(older: Schema, newer: Schema, at: string): string[] {
  const told = [
    'type',
    'enum',
    'const',
    'pattern',
    'format',
    'minimum',
    'maximum',
    'minLength',
    'maxLength',
  ] as const;
  return told
    .filter((keyword) => JSON.stringify(older[keyword]) !== JSON.stringify(newer[keyword]))
    .map(
      (keyword) =>
        `${at}: ${keyword} was ${JSON.stringify(older[keyword])} and is ${JSON.stringify(newer[keyword])}`,
    );
}

function branchFaults(older: Schema, newer: Schema, at: string): string[] {
  const faults: string[] = [];
  if (older.items || newer.items)
    faults.push(...incompatibilities(older.items ?? {}, newer.items ?? {}, `${at}[]`));
  if (typeof older.additionalProperties === 'object' || typeof newer.additionalProperties === 'object') {
    faults.push(
      ...incompatibilities(
        asSchema(older.additionalProperties),
        asSchema(newer.additionalProperties),
        `${at}.*`,
      ),
    );
  }
  for (const keyword of ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const) {
    const before = older[keyword] ?? [];
    const after = newer[keyword] ?? [];
    if (before.length !== after.length)
      faults.push(`${at}: ${keyword} had ${before.length} forms and has ${after.length}`);
    else
      faults.push(
        ...before.flatMap((form, index) =>
          incompatibilities(form, after[index] ?? {}, `${at}(${index + 1})`),
        ),
      );
  }
  return faults;
}

const asSchema = (value: boolean | Schema | undefined): Schema => (typeof value === 'object' ? value : {});
