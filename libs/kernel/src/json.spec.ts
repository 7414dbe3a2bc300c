import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, fromJson, type Json, toJson } from './json.ts';
import { isRefusal, refuse } from './refusal.ts';

const fen = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const plain = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    plain,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('record'),
  ),
  record: fc
    .tuple(
      fc.dictionary(
        fc.string({ maxLength: 8 }).filter((key) => !key.endsWith('Fen') && key !== '__proto__'),
        tie('value'),
        { maxKeys: 4, noNullPrototype: true },
      ),
      fc.dictionary(
        fc.constantFrom('requestedFen', 'paidFen', 'Fen'),
        fc.oneof(fen, fc.array(fen, { maxLength: 3 }), fc.constant(null)),
        { noNullPrototype: true },
      ),
    )
    .map(([words, money]) => ({ ...words, ...money })),
}));

describe('JSON with money', () => {
  it('every value comes back the same, money as bigint', () => {
    fc.assert(
      fc.property(value, (original) => {
        expect(fromJson(JSON.parse(canonicalJson(original)) as Json)).toEqual(original);
      }),
    );
  });

  it('one value has one text, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), plain, { noNullPrototype: true }), (record) => {
        const turned = Object.fromEntries(Object.entries(record).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(record));
      }),
    );
  });

  it('sorts keys also where they look like numbers, and leaves out what is absent', () => {
    expect(canonicalJson({ b: [1, { d: 'x', c: null }], 9: 1, 10: 2, a: undefined, paidFen: 5n })).toBe(
      '{"10":2,"9":1,"b":[1,{"c":null,"d":"x"}],"paidFen":"5"}',
    );
  });

  it.each([
    ['a bigint that no key calls money', { paid: 5n }],
    ['not a number', { rate: Number.NaN }],
    ['a function', { act: () => 1 }],
    ['a date object', { on: new Date(0) }],
    ['nothing at all', undefined],
  ])('does not carry %s', (_, broken) => {
    expect(() => toJson(broken)).toThrow(TypeError);
  });

  it('leaves text under a money key that is no whole number for the form check to refuse', () => {
    expect(fromJson({ requestedFen: '12.5', paidFen: '12', totalFen: 12 })).toEqual({
      requestedFen: '12.5',
      paidFen: 12n,
      totalFen: 12,
    });
  });

  it('does not let a key named __proto__ become a prototype', () => {
    const revived = fromJson(JSON.parse('{"__proto__":{"refused":true}}') as Json);
    expect(Object.getPrototypeOf(revived)).toBe(Object.prototype);
    expect(isRefusal(revived)).toBe(false);
  });
});

describe('a refusal', () => {
  const words = { zh: '甲', en: 'a' };

  it('is told from every other value, and carries only what it was given', () => {
    const refusal = refuse({ code: 'X', because: words, remedy: words, clause: undefined });
    expect(refusal).toStrictEqual({ refused: true, code: 'X', because: words, remedy: words });
    expect([refusal, null, undefined, 'refused', { refused: false }, {}].map(isRefusal)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('names clause and fields where there are any', () => {
    const fields = [{ field: 'requestedFen', code: 'MISSING', because: words }];
    expect(
      refuse({ code: 'X', clause: 'zh-2014/goal-threshold/new', because: words, remedy: words, fields }),
    ).toMatchObject({ clause: 'zh-2014/goal-threshold/new', fields });
  });
});
