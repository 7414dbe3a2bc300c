import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aggregates, plainDateSchema } from '@quancheng/domain';
import { moneySchema } from '@quancheng/forms';
import { z } from 'zod';
import { COLLECTIONS, collectionOf, kebabOf, personCommands } from '../commands/catalogue.ts';
import { InProcess, settingsFor } from '../testing/ask.spec-kit.ts';
import { openApiSchema } from './schema-json.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { operationId?: string }>>;
  readonly components: { schemas: Record<string, { properties?: object }>; securitySchemes: object };
}

let api: InProcess;
let document: Document;
beforeAll(async () => {
  api = await InProcess.open(settingsFor());
  document = (await api.ask('GET', '/openapi.json')).body as unknown as Document;
});
afterAll(() => api.app.close());

/** Every `$ref` of a document, wherever it stands. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === '$ref' ? [String(item)] : references(item)));
}

describe('the OpenAPI document', () => {
  it('is 3.1 and open to all, as is its page', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect((await api.ask('GET', '/docs')).status).toBe(200);
  });

  it('has every command of a person under its own address, and none of the system', () => {
    const wanted = Object.values(aggregates).flatMap((aggregate) =>
      personCommands(aggregate).map(([type]) => `/api/${collectionOf(aggregate.name)}/{id}/${kebabOf(type)}`),
    );
    const ofFiles = Object.keys(COLLECTIONS).map((collection) => `/api/${collection}/{id}/`);
    const posts = Object.entries(document.paths).filter(
      ([path, methods]) => ofFiles.some((file) => path.startsWith(file)) && 'post' in methods,
    );
    expect(posts.map(([path]) => path).toSorted()).toEqual(wanted.toSorted());
  });

  it('refers to nothing that it does not hold', () => {
    const missing = references(document).filter((reference) => {
      const name = /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1];
      return name === undefined || !Object.hasOwn(document.components.schemas, name);
    });
    expect(missing).toEqual([]);
  });

  it('names no operation twice', () => {
    const names = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('a form as its schema', () => {
  it('money has an amount and a unit, fen are digits, named parts stand apart', () => {
    const part = z.object({ row: z.string() }).meta({ id: 'SpecPart' });
    const { schema, named } = openApiSchema(
      z.object({ asked: moneySchema, paidFen: z.bigint(), on: plainDateSchema, parts: z.array(part) }),
    );
    expect(schema).toMatchObject({
      properties: {
        asked: { properties: { unit: { enum: ['元', '万元'] } }, required: ['amount', 'unit'] },
        paidFen: { type: 'string' },
        on: { type: 'string', format: 'date' },
        parts: { items: { $ref: '#/components/schemas/SpecPart' } },
      },
    });
    expect(named).toHaveProperty('SpecPart');
  });
});
