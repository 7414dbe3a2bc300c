import { describe, expect, it } from '@jest/globals';
import { canonicalJson, fromJson } from '@quancheng/kernel';
import fc from 'fast-check';
import { commitmentOf, eventOf, rowOf, sealedText } from './event.ts';
import { declared, HAPPENED, RECORDED, streamOf, ZHENHAI } from './spec/builders.ts';

const stream = streamOf('sealed');
const place = { stream, division: ZHENHAI, version: 3 };
const values = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));

describe('the seal of an event', () => {
  it('is the canonical JSON of the whole event, though put together from parts', () => {
    fc.assert(
      fc.property(
        values,
        values,
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        (data, meta, type, training) => {
          const row = rowOf(declared({ data, meta, type, training }), place);
          const whole = {
            stream,
            version: 3,
            type,
            data,
            meta,
            happenedOn: HAPPENED,
            recordedAt: RECORDED,
            training,
          };
          expect(sealedText(row)).toBe(canonicalJson(whole));
        },
      ),
    );
  });

  it.each(['stream', 'version', 'type', 'data', 'meta', 'happenedOn', 'recordedAt', 'training'] as const)(
    'covers %s',
    (field) => {
      const row = rowOf(declared(), place);
      const changed = {
        ...row,
        [field]: field === 'training' ? true : field === 'version' ? 4 : `${row[field]} `,
      };
      expect(commitmentOf(row.salt, row)).toEqual(row.commitment);
      expect(commitmentOf(row.salt, changed)).not.toEqual(row.commitment);
    },
  );

  it('tells equal events apart by their salt', () => {
    const event = declared();
    expect(rowOf(event, place).commitment).not.toEqual(rowOf(event, place).commitment);
  });

  it('keeps money exact', () => {
    const row = rowOf(declared({ data: { requestedFen: 90_071_992_547_409_931n } }), place);
    const read = eventOf({
      event_id: row.eventId,
      ...row,
      happened_on: row.happenedOn,
      recorded_at: row.recordedAt,
    });
    expect(fromJson(read.data)).toEqual({ requestedFen: 90_071_992_547_409_931n });
  });
});
