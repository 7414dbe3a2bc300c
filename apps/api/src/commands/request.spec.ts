import { describe, expect, it } from '@jest/globals';
import { Problem } from '../http/problem.ts';
import { readCommandRequest } from './request.ts';

const KEY = { 'idempotency-key': '0b6f0f2e-5d0a-4a39-8d2c-3d1f0b7a9c11' };

function refusalOf(headers: Record<string, unknown>, body: unknown) {
  try {
    return readCommandRequest(headers, body);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.status, error.refusal.code, error.refusal.fields?.[0]?.field];
  }
}

describe('the envelope of a command', () => {
  it('is read whole', () => {
    const body = { data: { name: '𠮷' }, happenedOn: '2014-10-08', lateReason: '补录' };
    expect(readCommandRequest({ ...KEY, 'if-match': '"12"' }, body)).toEqual({
      commandId: KEY['idempotency-key'],
      expectedVersion: 12,
      ...body,
    });
  });

  it.each([undefined, null, {}, { data: undefined }, { happenedOn: null }])(
    'may be as short as %j',
    (body) => {
      expect(readCommandRequest(KEY, body)).toEqual({ commandId: KEY['idempotency-key'], data: {} });
    },
  );

  it.each([
    ['no key', {}, {}, [400, 'IDEMPOTENCY_KEY_MISSING', 'Idempotency-Key']],
    ['a short key', { 'idempotency-key': 'abc' }, {}, [400, 'IDEMPOTENCY_KEY_SHAPE', 'Idempotency-Key']],
    [
      'a long key',
      { 'idempotency-key': 'k'.repeat(101) },
      {},
      [400, 'IDEMPOTENCY_KEY_SHAPE', 'Idempotency-Key'],
    ],
    [
      'a key as follow-ups build it',
      { 'idempotency-key': 'event-0001>0>Open' },
      {},
      [400, 'IDEMPOTENCY_KEY_SHAPE', 'Idempotency-Key'],
    ],
    ['an unquoted version', { ...KEY, 'if-match': '12' }, {}, [400, 'IF_MATCH_SHAPE', 'If-Match']],
    ['two versions', { ...KEY, 'if-match': '"1", "2"' }, {}, [400, 'IF_MATCH_SHAPE', 'If-Match']],
    ['a negative version', { ...KEY, 'if-match': '"-1"' }, {}, [400, 'IF_MATCH_SHAPE', 'If-Match']],
    ['a list', KEY, [], [422, 'BODY_NOT_AN_OBJECT', '']],
    ['a number', KEY, 5, [422, 'BODY_NOT_AN_OBJECT', '']],
    ['data that is a list', KEY, { data: [] }, [422, 'DATA_NOT_AN_OBJECT', 'data']],
    ['data that is null', KEY, { data: null }, [422, 'DATA_NOT_AN_OBJECT', 'data']],
    ['an actor in the body', KEY, { actor: {} }, [422, 'UNKNOWN_MEMBER', 'actor']],
    ['30 February', KEY, { happenedOn: '2014-02-30' }, [422, 'DATE_DOES_NOT_EXIST', 'happenedOn']],
    [
      '29 February of a common year',
      KEY,
      { happenedOn: '2014-02-29' },
      [422, 'DATE_DOES_NOT_EXIST', 'happenedOn'],
    ],
    ['a date with a time', KEY, { happenedOn: '2014-02-28T00:00' }, [422, 'DATE_SHAPE', 'happenedOn']],
    ['a date that is a number', KEY, { happenedOn: 20140228 }, [422, 'DATE_SHAPE', 'happenedOn']],
    [
      'a reason without end',
      KEY,
      { lateReason: '因'.repeat(2001) },
      [422, 'LATE_REASON_SHAPE', 'lateReason'],
    ],
    ['U+0000', KEY, { data: { name: '\u0000' } }, [422, 'TEXT_UNUSABLE', 'data.name']],
    ['half a character', KEY, { lateReason: '\udc00' }, [422, 'TEXT_UNUSABLE', 'lateReason']],
  ])('refuses %s', (_, headers, body, expected) => {
    expect(refusalOf(headers, body)).toEqual(expected);
  });
});
