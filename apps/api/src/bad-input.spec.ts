import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { InProcess, settingsFor } from './testing/ask.spec-kit.ts';

let api: InProcess;
let clerk: Record<string, string>;

beforeAll(async () => {
  api = await InProcess.open(settingsFor({ QUANCHENG_TRAINING: 'true' }));
  clerk = await api.as('demo-unit-clerk');
});
afterAll(() => api.app.close());

const json = { 'content-type': 'application/json', 'idempotency-key': 'key-of-this-table' };
const BIG = JSON.stringify({ data: { text: '长'.repeat(700_000) } });
const DEEP = `{"data":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
const COMMAND = '/api/projects/P-1/register';

/** The door refuses these with every server out of reach: no row needs the database or the workflow engine. */
describe('bad input is refused at the door, in words, with its own status', () => {
  it.each<[string, string, Record<string, string>, string | Buffer, number, string]>([
    ['an unknown command', '/api/projects/P-1/explode', {}, '{}', 404, 'UNKNOWN_COMMAND'],
    [
      'a command named like a property of objects',
      '/api/projects/P-1/constructor',
      {},
      '{}',
      404,
      'UNKNOWN_COMMAND',
    ],
    ['an unknown collection', '/api/toys/P-1/register', {}, '{}', 404, 'NOT_FOUND'],
    ['an id with an emoji', `/api/projects/${encodeURIComponent('🚧')}/register`, {}, '{}', 404, 'NOT_FOUND'],
    ['an id with U+0000', '/api/projects/P%00/register', {}, '{}', 404, 'NOT_FOUND'],
    ['an id of 300 letters', `/api/projects/${'P'.repeat(300)}/register`, {}, '{}', 404, 'NOT_FOUND'],
    ['an id with a slash', '/api/projects/..%2f..%2fx/register', {}, '{}', 404, 'NOT_FOUND'],
    ['a broken percent sign', '/api/projects/%ZZ/register', {}, '{}', 400, 'REQUEST_UNREADABLE'],
    ['JSON cut short', COMMAND, {}, '{"data": {', 400, 'JSON_MALFORMED'],
    ['two JSON texts', COMMAND, {}, '{}{}', 400, 'JSON_MALFORMED'],
    [
      'bytes that are no UTF-8',
      COMMAND,
      {},
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
      400,
      'JSON_MALFORMED',
    ],
    ['plain text', COMMAND, { 'content-type': 'text/plain' }, '{}', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    [
      'a form',
      COMMAND,
      { 'content-type': 'application/x-www-form-urlencoded' },
      'a=b',
      415,
      'MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'JSON in GBK',
      COMMAND,
      { 'content-type': 'application/json; charset=gbk' },
      '{}',
      415,
      'MEDIA_TYPE_UNSUPPORTED',
    ],
    ['packed JSON', COMMAND, { 'content-encoding': 'gzip' }, '{}', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['2 MB of text', COMMAND, {}, BIG, 413, 'BODY_TOO_LARGE'],
    ['100,000 brackets', COMMAND, {}, DEEP, 422, 'TEXT_UNUSABLE'],
    ['U+0000 in a name', COMMAND, {}, '{"data":{"name":"a\\u0000"}}', 422, 'TEXT_UNUSABLE'],
    ['a lone surrogate', COMMAND, {}, '{"data":{"name":"\\ud83d"}}', 422, 'TEXT_UNUSABLE'],
    ['a number beyond all bounds', COMMAND, {}, '{"data":{"n":1e999}}', 422, 'TEXT_UNUSABLE'],
    [
      'a field that would replace a prototype',
      COMMAND,
      {},
      '{"data":{"__proto__":{"role":"x"}}}',
      422,
      'TEXT_UNUSABLE',
    ],
    [
      'a day that does not exist',
      COMMAND,
      {},
      '{"data":{},"happenedOn":"2014-02-30"}',
      422,
      'DATE_DOES_NOT_EXIST',
    ],
    ["an actor of one's own", COMMAND, {}, '{"data":{},"actor":{"role":"system"}}', 422, 'UNKNOWN_MEMBER'],
    ['a version that is none', COMMAND, { 'if-match': 'abc' }, '{}', 400, 'IF_MATCH_SHAPE'],
    ['no key', COMMAND, { 'idempotency-key': '' }, '{}', 400, 'IDEMPOTENCY_KEY_MISSING'],
    ['a clock without a target', '/api/clock', {}, '{}', 403, 'ROLE_NOT_ALLOWED'],
  ])('%s', async (_, url, headers, payload, status, code) => {
    const said = await api.ask('POST', url, { ...clerk, ...json, ...headers }, payload);
    expect([said.status, said.body.code]).toEqual([status, code]);
    expect(said.headers['content-type']).toContain('application/problem+json');
    expect(said.body).toMatchObject({
      because: { zh: expect.any(String) },
      remedy: { zh: expect.any(String) },
      fields: expect.any(Array),
    });
  });

  it.each([
    ['/api/events', 403, 'ROLE_NOT_ALLOWED'],
    ['/api/projects?stage=%00', 422, 'QUERY_UNUSABLE'],
    [`/api/projects?q=${'长'.repeat(201)}`, 422, 'QUERY_UNUSABLE'],
    ['/api/projects?q=a&q=b', 422, 'QUERY_UNUSABLE'],
    ['/api/projects?fiscalYear=2014.5', 422, 'QUERY_UNUSABLE'],
    ['/api/projects?cursor=%27%3b--', 422, 'QUERY_UNUSABLE'],
    ['/api/projects?unit=999999', 403, 'NOT_YOUR_OBJECT'],
    ['/api/projects/P-1/events?after=-1', 422, 'QUERY_UNUSABLE'],
    ['/api/nothing', 404, 'NOT_FOUND'],
    ['/nothing', 404, 'NOT_FOUND'],
    [`/api/projects/${encodeURIComponent('村𠮷')}`, 404, 'NOT_FOUND'],
  ])('GET %s', async (url, status, code) => {
    const said = await api.ask('GET', url, clerk);
    expect([said.status, said.body.code]).toEqual([status, code]);
  });

  it.each(['2014-13-01T00:00:00+08:00', '2014-10-08', '', 5])(
    'the clock cannot be moved to %p',
    async (to) => {
      const administrator = await api.as('demo-administrator');
      const said = await api.ask('POST', '/api/clock', { ...administrator, ...json }, JSON.stringify({ to }));
      expect([said.status, (said.body.fields as { field: string }[])[0]?.field]).toEqual([422, 'to']);
    },
  );
});

describe('with every server out of reach', () => {
  it.each([
    ['POST', COMMAND],
    ['GET', '/api/projects/P-1'],
    ['GET', '/api/projects'],
    ['GET', '/api/inbox'],
  ] as const)('%s %s is 503 with the advice to repeat', async (method, url) => {
    const said = await api.ask(
      method,
      url,
      { ...clerk, ...json },
      method === 'POST' ? '{"data":{}}' : undefined,
    );
    expect([said.status, said.body.code, said.headers['retry-after']]).toEqual([
      503,
      'DEPENDENCY_UNAVAILABLE',
      '2',
    ]);
  });

  it('the process lives, is not ready, and names each server', async () => {
    expect((await api.ask('GET', '/health/live')).status).toBe(200);
    const said = await api.ask('GET', '/health/ready');
    const dependencies = said.body.dependencies as { name: string; status: string }[];
    expect(said.status).toBe(503);
    expect(dependencies.map(({ name, status }) => [name, status])).toEqual([
      ['postgresql', 'unavailable'],
      ['temporal', 'unavailable'],
      ['identity', 'ok'],
    ]);
  });
});

describe('a token that does not hold is 401', () => {
  const claims = {
    quancheng_role: 'audit',
    quancheng_unit: '703',
    quancheng_department: '703',
    quancheng_division: '330211000',
  };
  const signed = async () => {
    const { privateKey } = await generateKeyPair('RS256');
    return await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'foreign' })
      .setSubject('intruder')
      .setIssuer('http://localhost:3000/oidc')
      .setAudience('urn:quancheng:api')
      .setExpirationTime('1h')
      .sign(privateKey);
  };
  const unsigned = () =>
    new UnsecuredJWT(claims)
      .setIssuer('http://localhost:3000/oidc')
      .setAudience('urn:quancheng:api')
      .encode();

  /** The claims of one token under the signature of another. */
  const swapped = (token: string, other: string) =>
    [token.split('.')[0], other.split('.')[1], token.split('.')[2]].join('.');

  it.each<[string, () => Promise<string> | string, string]>([
    ['none at all', () => '', 'TOKEN_MISSING'],
    ['another scheme', () => 'Basic abc', 'TOKEN_MISSING'],
    ['not a token', () => 'Bearer x.y.z', 'TOKEN_INVALID'],
    ['a key of somebody else', async () => `Bearer ${await signed()}`, 'TOKEN_INVALID'],
    ['without a signature', () => `Bearer ${unsigned()}`, 'TOKEN_INVALID'],
    ['with a letter more', async () => `Bearer ${await api.token('demo-audit')}x`, 'TOKEN_INVALID'],
    [
      'for somebody else',
      async () => `Bearer ${swapped(await api.token('demo-audit'), await api.token('demo-administrator'))}`,
      'TOKEN_INVALID',
    ],
  ])('%s', async (_, header, code) => {
    const said = await api.ask('GET', '/api/me', { authorization: await header() });
    expect([said.status, said.body.code]).toEqual([401, code]);
    expect(said.headers['www-authenticate']).toContain('Bearer');
  });
});
