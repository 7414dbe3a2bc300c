import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGGREGATES, parseDivision, parseStreamId, streamIdOf } from './ids.ts';
import { isRefusal } from './refusal.ts';

describe('ids', () => {
  it('a division has nine digits', () => {
    expect(parseDivision('330211000')).toBe('330211000');
    expect(parseDivision('330211')).toMatchObject({ code: 'DIVISION_SHAPE' });
    expect(parseDivision('330211000\n')).toMatchObject({ code: 'DIVISION_SHAPE' });
  });

  it('a stream id names division, aggregate and id, and reads back', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$/);
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{9}$/),
        fc.constantFrom(...AGGREGATES),
        id,
        (division, aggregate, local) => {
          expect(parseStreamId(streamIdOf({ division, aggregate, id: local }))).toEqual({
            division,
            aggregate,
            id: local,
          });
        },
      ),
    );
  });

  it.each([
    ['330211/project/a', 'DIVISION_SHAPE'],
    ['330211000/village/a', 'STREAM_ID_SHAPE'],
    ['330211000/project', 'STREAM_ID_SHAPE'],
    ['330211000/project/', 'STREAM_ID_SHAPE'],
    ['330211000/project/a/b', 'STREAM_ID_SHAPE'],
    ['330211000/project/../x', 'STREAM_ID_SHAPE'],
    ['330211000/project/污水', 'STREAM_ID_SHAPE'],
    [`330211000/project/${'a'.repeat(101)}`, 'STREAM_ID_SHAPE'],
    ['', 'DIVISION_SHAPE'],
  ])('%.40s is refused as %s', (text, code) => {
    expect(parseStreamId(text)).toMatchObject({ refused: true, code });
  });

  it('building an id from unchecked parts is broken code', () => {
    expect(() => streamIdOf({ division: '330211000', aggregate: 'project', id: 'a/b' })).toThrow(RangeError);
    expect(isRefusal(parseStreamId('330211000/project/a/b'))).toBe(true);
  });
});
