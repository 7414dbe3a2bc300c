import { describe, expect, it } from '@jest/globals';
import { refuse } from '@quancheng/kernel';
import { NamespaceNotFoundError } from '@temporalio/client';
import { problemFrom } from './problem.filter.ts';
import { statusOf } from './problem.ts';

const words = { zh: '不行', en: 'no' };
const refusal = (code: string, fields?: string[]) =>
  refuse({
    code,
    because: words,
    remedy: words,
    fields: fields?.map((field) => ({ field, code: 'x', because: words })),
  });

describe('a refusal has the status of its kind', () => {
  it.each([
    ['ROLE_NOT_ALLOWED', 403],
    ['NOT_YOUR_OBJECT', 403],
    ['OTHER_DIVISION', 403],
    ['UNKNOWN_COMMAND', 404],
    ['WRONG_STAGE', 409],
    ['STALE_VERSION', 412],
    ['FORM_INVALID', 422],
    ['IDEMPOTENCY_KEY_REUSED', 422],
    ['MONEY_UNIT_MISSING', 422],
    ['GOAL_MISSING', 409],
    ['toString', 409],
  ])('%s → %i', (code, status) => {
    expect(statusOf(refusal(code))).toBe(status);
  });

  it('names fields → 422', () => {
    expect(statusOf(refusal('FUTURE_DATE', ['happenedOn']))).toBe(422);
  });
});

describe('a server out of reach is 503, not a fault of ours', () => {
  it.each(['ECONNREFUSED', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT', '57P01', '53300', '08006', 'ENOTFOUND'])(
    '%s',
    (code) => {
      const problem = problemFrom(Object.assign(new Error('x'), { code }));
      expect([problem.status, problem.refusal.code, problem.headers['retry-after']]).toEqual([
        503,
        'DEPENDENCY_UNAVAILABLE',
        '2',
      ]);
    },
  );

  it('a Temporal that was begun anew and has no namespace yet', () => {
    expect(problemFrom(new NamespaceNotFoundError('default')).status).toBe(503);
  });

  it('a text that the database cannot hold is 422 even when the door let it pass', () => {
    expect(problemFrom(Object.assign(new Error('x'), { code: '22P05' })).status).toBe(422);
  });

  it('anything else is 500 and tells nothing of its inside', () => {
    const problem = problemFrom(new Error('password=secret'));
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem.document('id'))).not.toContain('secret');
  });
});
