import type { EventKind } from '@quancheng/domain';
import { z } from 'zod';

/** The part of JSON Schema 2020-12 that the event catalogues come out as. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Fen as they travel: kernel's `toJson` writes every bigint so. */
const MONEY: Schema = { type: 'string', pattern: '^-?[0-9]+$' };

/**
 * Keys that name a person wherever they stand: ids, proposals about persons, invited experts, the number of a single recipient of a policy's
 * money. A catalogue marks others with `.meta({ personal: true })`.
 */
const isPersonalKey = (key: string) =>
  /^(?:person|persons|personName|personIds?|personProposals|experts|recipientNo|phone|idNumber|email)$/.test(
    key,
  ) || key.endsWith('PersonId');
const isPersonal = (key: string, schema: Schema) => isPersonalKey(key) || schema['personal'] === true;

/**
 * What an event's data looks like outside: money as digit strings, nothing that names a person. Described as it is stored,
 * before the catalogue's own reading (`io: 'input'`), and open to additions: consumers must ignore what they do not know.
 */
export function publicDataSchema(kind: EventKind): Schema {
  const written = z.toJSONSchema(kind.data, {
    io: 'input',
    reused: 'inline',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'bigint') Object.assign(jsonSchema, MONEY);
    },
  });
  return withoutPersons(written as Schema);
}

function withoutPersons(schema: Schema): Schema {
  const { $schema: _, ...rest } = schema;
  const properties = schema.properties && kept(schema.properties);
  return {
    ...rest,
    ...(properties && { properties }),
    ...(properties &&
      schema.required && { required: schema.required.filter((key) => key in properties).sort() }),
    ...(schema.items && { items: withoutPersons(schema.items) }),
    ...(schema.prefixItems && { prefixItems: schema.prefixItems.map(withoutPersons) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(withoutPersons) }),
    ...(schema.oneOf && { oneOf: schema.oneOf.map(withoutPersons) }),
    ...(schema.allOf && { allOf: schema.allOf.map(withoutPersons) }),
    ...(typeof schema.additionalProperties === 'object' && {
      additionalProperties: withoutPersons(schema.additionalProperties),
    }),
    // A closed object today would forbid the optional field of tomorrow.
    ...(schema.additionalProperties === false && { additionalProperties: true }),
  };
}

function kept(properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  // Sorted, for the order in which a catalogue lists its fields is no promise.
  const entries = Object.entries(properties)
    .filter(([key, schema]) => !isPersonal(key, schema))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, schema]) => [key, key.endsWith('Fen') ? money(schema) : withoutPersons(schema)]),
  );
}

/** A paper takes money in several shapes; stored it is always whole fen, and null stays null. */
function money(schema: Schema): Schema {
  const mayBeNull = [schema, ...(schema.anyOf ?? [])].some((form) => form.type === 'null');
  return mayBeNull ? { anyOf: [MONEY, { type: 'null' }] } : MONEY;
}

/**
 * The data as it may leave: only what the published schema names. A field that the catalogue does not describe stays inside,
 * so a person's name cannot slip out through a forgotten one.
 */
export function publish(value: unknown, schema: Schema): unknown {
  const branches = formsOf(schema);
  if (Array.isArray(value)) {
    return value.map((item, index) => {
      const described = branches
        .map((branch) => branch.prefixItems?.[index] ?? branch.items)
        .filter((each) => each !== undefined);
      return publish(item, { anyOf: described });
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    if (isPersonalKey(key)) return [];
    const described = branches.map((branch) => propertyOf(branch, key)).filter((each) => each !== undefined);
    return described.length === 0 ? [] : [[key, publish(item, { anyOf: described })] as const];
  });
  return Object.fromEntries(entries);
}

/** A schema and all the alternatives under it. */
function formsOf(schema: Schema): Schema[] {
  return [
    schema,
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap(formsOf),
  ];
}

function propertyOf(schema: Schema, key: string): Schema | undefined {
  const named = schema.properties?.[key];
  if (named !== undefined) return named;
  // A record: every key is described alike.
  return schema.properties === undefined && typeof schema.additionalProperties === 'object'
    ? schema.additionalProperties
    : undefined;
}
