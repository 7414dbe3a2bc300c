import { instantSchema, plainDateSchema } from '@quancheng/domain';
import { moneySchema } from '@quancheng/forms';
import { z } from 'zod';

type JsonSchema = Record<string, unknown>;

const MONEY: JsonSchema = {
  type: 'object',
  title: '金额 / money',
  description:
    '金额与单位，换算后不得有不足一分的部分 / an amount with its unit; nothing below one fen after conversion',
  properties: {
    amount: { type: 'string', examples: ['50.00'] },
    unit: { type: 'string', enum: ['元', '万元'] },
  },
  required: ['amount', 'unit'],
};
const FEN: JsonSchema = { type: 'string', pattern: '^-?\\d{1,40}$', description: '整数分 / whole fen' };

const DAY: JsonSchema = { type: 'string', format: 'date', examples: ['2014-10-08'] };
const MOMENT: JsonSchema = { type: 'string', format: 'date-time', examples: ['2014-10-08T09:00:00+08:00'] };

/** What JSON Schema cannot say of a zod schema, in its nearest words: fen travel as digits, money with its unit. */
function describe({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: JsonSchema }): void {
  if (zodSchema === moneySchema) replace(jsonSchema, MONEY);
  else if (zodSchema instanceof z.ZodBigInt) replace(jsonSchema, FEN);
  else if (zodSchema === plainDateSchema) replace(jsonSchema, DAY);
  else if (zodSchema === instantSchema) replace(jsonSchema, MOMENT);
  // Read as input; inner parts of a pipe repeat what the pipe says.
  delete jsonSchema['~standard'];
}

function replace(target: JsonSchema, by: JsonSchema): void {
  for (const key of Object.keys(target)) delete target[key];
  Object.assign(target, by);
}

/**
 * The schema of what a client sends, for OpenAPI 3.1. Named parts (`.meta({id})`) come back apart, because a document has one
 * place for them and `$defs` inside a component would not be found.
 */
export function openApiSchema(schema: z.ZodType): { schema: JsonSchema; named: Record<string, JsonSchema> } {
  const written = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: describe as never,
  }) as JsonSchema;
  const { $defs = {}, $schema: _, ...own } = written;
  return { schema: pointed(own) as JsonSchema, named: pointed($defs) as Record<string, JsonSchema> };
}

/** References into `$defs` become references into the document's components. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key === '$ref' && typeof item === 'string'
        ? [key, item.replace('#/$defs/', '#/components/schemas/')]
        : [key, pointed(item)],
    ),
  );
}
