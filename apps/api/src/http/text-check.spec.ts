import { describe, expect, it } from '@jest/globals';
import { jsonFaults, textFault } from './text-check.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
};

describe('texts that cannot be kept exactly are named with their place', () => {
  it.each([
    ['U+0000', { name: 'a\u0000b' }, 'name', 'nul'],
    ['half an emoji', { rows: [{ note: '\ud83d' }] }, 'rows.0.note', 'lone-surrogate'],
    ['a bad name of a field', { 'a\u0000': 1 }, '', 'key'],
    ['a field that would replace a prototype', JSON.parse('{"__proto__": {"x": 1}}'), '', 'key'],
    ['a number beyond all bounds', JSON.parse('{"n": 1e400}'), 'n', 'number'],
  ])('%s', (_, value, field, code) => {
    expect(jsonFaults(value, '')).toEqual([expect.objectContaining({ field, code })]);
  });

  it('depth: 32 levels pass, 33 do not, and 200,000 do not end the process', () => {
    expect(jsonFaults(nested(32), 'data')).toEqual([]);
    expect(jsonFaults(nested(33), 'data')).toHaveLength(1);
    expect(jsonFaults(JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), 'data')).toHaveLength(1);
  });

  it('more than 20,000 values are refused as one fault', () => {
    expect(
      jsonFaults(
        Array.from({ length: 20_001 }, () => 0),
        'data',
      ),
    ).toEqual([expect.objectContaining({ field: 'data', code: 'too-many' })]);
  });

  it.each(['溪口镇村级公路', '👩‍👩‍👧 项目', '𠮷野家', 'é', '〔2014〕1号', '\u202eabc', ''])(
    'keeps %s',
    (text) => {
      expect(textFault(text)).toBeNull();
    },
  );
});
