import {
  type ActingRole,
  type Aggregate,
  aggregates,
  type CommandKind,
  ROLES,
  type StreamState,
} from '@quancheng/domain';
import type { OpenAPIObject } from '@nestjs/swagger';
import { collectionOf, kebabOf, personCommands } from '../commands/catalogue.ts';
import { openApiSchema } from './schema-json.ts';

type Schemas = Record<string, Record<string, unknown>>;

/** Adds every command of the domain tables, each under its own address with the schema of its form. */
export function addCommandPaths(document: OpenAPIObject): OpenAPIObject {
  const schemas: Schemas = { Problem: PROBLEM, CommandAnswer: ANSWER };
  const paths: Record<string, unknown> = { ...document.paths };
  for (const aggregate of Object.values(aggregates)) {
    for (const [type, kind] of personCommands(aggregate)) {
      const name = `${aggregate.name}.${type}`;
      const { schema, named } = openApiSchema(kind.data);
      Object.assign(schemas, named, { [name]: schema });
      paths[`/api/${collectionOf(aggregate.name)}/{id}/${kebabOf(type)}`] = {
        post: operation(aggregate, type, kind, name),
      };
    }
  }
  const components = { ...document.components, schemas: { ...document.components?.schemas, ...schemas } };
  return { ...document, paths, components } as OpenAPIObject;
}

function operation(aggregate: Aggregate, type: string, kind: CommandKind<StreamState>, schema: string) {
  const clauses = [
    ...new Set(aggregate.transitions.filter((edge) => edge.command === type).map((edge) => edge.clause)),
  ];
  return {
    operationId: `${aggregate.name}.${type}`,
    tags: [`${aggregate.name} ${aggregate.title.zh}`],
    summary: `${kind.title.zh} / ${kind.title.en}`,
    description: `岗位 / posts: ${kind.roles.map(roleTitle).join('、')}${clauses.length > 0 ? `\n\n依据 / clauses: ${clauses.join(', ')}` : ''}`,
    security: [{ quancheng: [] }],
    parameters: PARAMETERS,
    requestBody: { required: true, content: { 'application/json': { schema: envelopeOf(schema) } } },
    responses: RESPONSES,
  };
}

const roleTitle = (role: ActingRole): string => (role === 'system' ? '系统' : ROLES[role].zh);

const envelopeOf = (name: string) => ({
  type: 'object',
  additionalProperties: false,
  properties: {
    data: { $ref: `#/components/schemas/${name}` },
    happenedOn: {
      type: 'string',
      format: 'date',
      description: '事项实际发生的日期，省略为今天 / the day it happened; today when left out',
    },
    lateReason: { type: 'string', maxLength: 2000, description: '补录原因 / why it is entered late' },
  },
});

const PARAMETERS = [
  { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 100 } },
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: '每次办理一个新编号，重复提交沿用原编号 / new for each command, kept when it is repeated',
    schema: { type: 'string', pattern: '^[A-Za-z0-9._~-]{8,100}$' },
  },
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: '读取时的 ETag；已有变化则拒绝 / the ETag of your read; refused when the file has changed',
    schema: { type: 'string', examples: ['"12"'] },
  },
];

const answerRef = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/CommandAnswer' } } },
});
const problemRef = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const RESPONSES = {
  200: answerRef('已办理 / accepted; the same key gives this answer again'),
  201: answerRef('已办理并建立新事项 / accepted, and the file was begun by it'),
  400: problemRef('请求无法识别 / not readable'),
  401: problemRef('未登录 / no valid token'),
  403: problemRef('无权办理 / this post may not'),
  404: problemRef('无此事项或命令 / no such file or command'),
  409: problemRef('当前环节不能办理或被规则拒绝 / not at this stage, or refused by a rule'),
  412: problemRef('已有变化，附变化内容 / changed since, with what has changed'),
  413: problemRef('内容过大 / too large'),
  415: problemRef('须为 UTF-8 的 JSON / JSON in UTF-8 only'),
  422: problemRef('填报内容不符合要求 / fields do not hold, or the key was used for another body'),
  429: problemRef('请求过多，稍后以同一编号重试 / too many at once; repeat with the same key'),
  503: problemRef('暂无答复，稍后以同一编号重试 / no answer yet; repeat with the same key'),
};

const WORDS = {
  type: 'object',
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
  required: ['zh', 'en'],
};

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457. `code` and `clause` are stable; the words are for people.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string' },
    clause: { type: ['string', 'null'] },
    toBeConfirmed: {
      anyOf: [WORDS, { type: 'null' }],
      description: '依据的条款待财政局确认时的标注 / the mark where the bureau has yet to confirm the clause',
    },
    because: WORDS,
    fields: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, because: WORDS },
        required: ['field', 'code', 'because'],
      },
    },
    remedy: WORDS,
  },
  required: ['type', 'title', 'status', 'code', 'because', 'remedy', 'fields'],
};

const ANSWER = {
  type: 'object',
  properties: {
    version: { type: 'integer' },
    stage: { type: 'string' },
    stageTitle: WORDS,
    events: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          eventId: { type: 'string' },
          type: { type: 'string' },
          version: { type: 'integer' },
          title: WORDS,
        },
      },
    },
    links: { type: 'object', additionalProperties: { type: 'string' } },
  },
  required: ['version', 'stage', 'events', 'links'],
};
