import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rulebook } from '@quancheng/rulebook';
import { InProcess, settingsFor } from '../testing/ask.spec-kit.ts';

let api: InProcess;
let headers: Record<string, string>;
beforeAll(async () => {
  api = await InProcess.open(settingsFor());
  headers = await api.as('demo-unit-clerk');
});
afterAll(() => api.app.close());
const clause = (id: string) => api.ask('GET', `/api/rules/clauses/${id}`, headers);

describe('a clause is explained under its own id', () => {
  it.each(rulebook.editions.flatMap(({ clauses }) => clauses.map(({ id }) => id)))('%s', async (id) => {
    const said = await clause(id);
    expect(said).toMatchObject({ status: 200, body: { id } });
  });

  it('with the mark where the bureau has yet to confirm it, and without where it is its own word', async () => {
    expect((await clause('zh-2014/grade-bands')).body).toMatchObject({
      tier: 'derived',
      toBeConfirmed: { zh: '待财政局确认' },
    });
    expect((await clause('zh-2014/goal-threshold/new')).body).toMatchObject({
      tier: 'seed',
      toBeConfirmed: null,
      value: [{ zh: '500000.00元以上（含本数）' }],
    });
  });

  it('under an encoded slash as well', async () => {
    expect((await clause('zh-2014%2Fgrade-bands')).status).toBe(200);
  });

  it.each(['zh-2014', 'zh-2014/unheard-of', 'zh-2014/grade-bands/', '..%2Fgrade-bands'])(
    'and %s is no clause',
    async (id) => {
      expect((await clause(id)).status).toBe(404);
    },
  );

  it('to those only who have signed in', async () => {
    expect((await api.ask('GET', '/api/rules/clauses/zh-2014/grade-bands')).status).toBe(401);
  });
});

describe('the editions', () => {
  it.each([
    ['?year=2012', null],
    ['?year=2014', 'zh-2014'],
    ['', null],
  ])('asked with "%s" name %s as governing', async (query, governing) => {
    const { status, body } = await api.ask('GET', `/api/rules/editions${query}`, headers);
    expect({ status, governing: body.governing }).toEqual({ status: 200, governing });
    expect(body.editions).toMatchObject(rulebook.editions.map(({ id, title }) => ({ id, title })));
  });
});

it('the OpenAPI document describes the id of a clause by the name in its address', async () => {
  const { body } = await api.ask('GET', '/openapi.json');
  const paths = body.paths as Record<string, { get: { parameters: object[] } }>;
  expect(paths['/api/rules/clauses/{path}']?.get.parameters).toMatchObject([{ name: 'path', in: 'path' }]);
});
