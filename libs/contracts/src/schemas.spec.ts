import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { brokenPromises, readSchemas } from '../golden.ts';
import { eventSchemas, incompatibilities, publicDataSchema, publish, type Schema } from './index.ts';

const words = { zh: '', en: '' };
const schemaOf = (data: z.ZodType): Schema => publicDataSchema({ title: words, says: words, data });

describe('the golden schemas', () => {
  it('are those of the catalogues (renew with `npm run golden`)', () => {
    expect(readSchemas()).toEqual(eventSchemas());
  });

  it('keep every promise made to consumers', () => {
    expect(brokenPromises()).toEqual([]);
  });

  it('describe every field: none is left open', () => {
    const open = Object.entries(eventSchemas()).filter(([, text]) => /: \{\}/.test(text));
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it('name no person', () => {
    const personal = Object.entries(eventSchemas()).filter(([, text]) =>
      /"(person[A-Za-z]*|[a-z]+PersonId|phone|idNumber|experts)": \{\n/.test(text),
    );
    expect(personal.map(([name]) => name)).toEqual([]);
  });
});

describe('a public schema', () => {
  it('writes money as digit strings, whatever its depth', () => {
    const schema = schemaOf(
      z.object({ budgetFen: z.bigint().nullable(), lines: z.array(z.object({ amountFen: z.bigint() })) }),
    );
    expect(schema.properties?.['budgetFen']).toEqual({
      anyOf: [{ type: 'string', pattern: '^-?[0-9]+$' }, { type: 'null' }],
    });
    expect(schema.properties?.['lines']?.items?.properties?.['amountFen']).toEqual({
      type: 'string',
      pattern: '^-?[0-9]+$',
    });
  });

  it('stays open to additions, also where the form itself is strict', () => {
    expect(schemaOf(z.strictObject({ a: z.string() })).additionalProperties).not.toBe(false);
  });
});

describe('publishing', () => {
  const schema = schemaOf(
    z.object({
      note: z.string(),
      signature: z.object({ mode: z.string(), personId: z.string() }).nullable(),
      visitors: z.string().meta({ personal: true }),
      answers: z.array(
        z.union([
          z.object({ kind: z.literal('a'), one: z.string() }),
          z.object({ kind: z.literal('b'), two: z.string() }),
        ]),
      ),
      byUnit: z.record(z.string(), z.object({ count: z.number() })),
    }),
  );
  const data = {
    note: 'kept',
    signature: { mode: 'online', personId: 'p-7' },
    visitors: 'three people',
    answers: [
      { kind: 'a', one: '1' },
      { kind: 'b', two: '2', secret: 'x' },
    ],
    byUnit: { 'unit-1': { count: 1, personId: 'p-7' } },
    forgotten: 'not in the catalogue',
  };

  it('lets out only what the schema names, and no person', () => {
    expect(publish(data, schema)).toEqual({
      note: 'kept',
      signature: { mode: 'online' },
      answers: [
        { kind: 'a', one: '1' },
        { kind: 'b', two: '2' },
      ],
      byUnit: { 'unit-1': { count: 1 } },
    });
  });
});

describe('compatibility', () => {
  const older = schemaOf(
    z.object({ a: z.string(), b: z.number().optional(), list: z.array(z.object({ c: z.enum(['x', 'y']) })) }),
  );
  const rows: [string, z.ZodType, string | null][] = [
    [
      'nothing changed',
      z.object({
        a: z.string(),
        b: z.number().optional(),
        list: z.array(z.object({ c: z.enum(['x', 'y']) })),
      }),
      null,
    ],
    [
      'an optional field was added',
      z.object({
        a: z.string(),
        b: z.number().optional(),
        d: z.string().optional(),
        list: z.array(z.object({ c: z.enum(['x', 'y']), e: z.string().optional() })),
      }),
      null,
    ],
    [
      'a field was removed',
      z.object({ a: z.string(), list: z.array(z.object({ c: z.enum(['x', 'y']) })) }),
      'data.b was removed',
    ],
    [
      'a required field was added',
      z.object({
        a: z.string(),
        b: z.number().optional(),
        d: z.string(),
        list: z.array(z.object({ c: z.enum(['x', 'y']) })),
      }),
      'data.d is required now',
    ],
    [
      'a required field became optional',
      z.object({
        a: z.string().optional(),
        b: z.number().optional(),
        list: z.array(z.object({ c: z.enum(['x', 'y']) })),
      }),
      'data.a was always there',
    ],
    [
      'an optional field became required',
      z.object({ a: z.string(), b: z.number(), list: z.array(z.object({ c: z.enum(['x', 'y']) })) }),
      'data.b is required now',
    ],
    [
      'a type changed',
      z.object({
        a: z.number(),
        b: z.number().optional(),
        list: z.array(z.object({ c: z.enum(['x', 'y']) })),
      }),
      'data.a: type was',
    ],
    [
      'a choice was added deep inside',
      z.object({
        a: z.string(),
        b: z.number().optional(),
        list: z.array(z.object({ c: z.enum(['x', 'y', 'z']) })),
      }),
      'data.list[].c: enum was',
    ],
    [
      'a value may be null now',
      z.object({
        a: z.string().nullable(),
        b: z.number().optional(),
        list: z.array(z.object({ c: z.enum(['x', 'y']) })),
      }),
      'data.a',
    ],
  ];

  it.each(rows)('when %s', (_, newer, fault) => {
    const faults = incompatibilities(older, schemaOf(newer));
    if (fault === null) expect(faults).toEqual([]);
    else expect(faults.join('\n')).toContain(fault);
  });
});
