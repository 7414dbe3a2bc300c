import { describe, expect, it } from '@jest/globals';
import { aYearAt } from './support/lives.ts';
import { theBureau } from './support/spec.ts';

/** 版本对照: goal and money of a year, from what was asked for to what was approved, side by side. */
const here = theBureau('2014-02-20');

type Compared = {
  versions: { id: string; moneyYuan: string }[];
  fields: { field: string; cells: { text: { zh: string } | null; change: string }[] }[];
};

describe('an approved year', () => {
  it('shows what a cut left of the request, and that the goal stayed', async () => {
    const { bureau } = here;
    const year = await aYearAt(bureau, 'approved', 'V-1');
    const { versions, fields } = await bureau.read<Compared>(`${year}/versions`);
    expect(versions.map(({ id, moneyYuan }) => `${id} ${moneyYuan}`)).toEqual([
      'declared-1 600000.00',
      'controlled-1 500000.00',
      'second-submission-1 500000.00',
      'approved-1 500000.00',
    ]);
    const changed = fields.filter(({ cells }) => cells.some(({ change }) => change !== 'same'));
    expect(changed.map(({ field, cells }) => [field, ...cells.map(({ change }) => change)])).toEqual([
      ['requestedFen', 'same', 'changed', 'same', 'same'],
    ]);
    const two = await bureau.read<Compared>(`${year}/versions?of=declared-1,approved-1`);
    expect(two.versions).toHaveLength(2);
    await expect(bureau.read(`${year}/versions?of=declared-9`)).rejects.toThrow();
    await expect(bureau.read(`${year}/versions`, ['unit-clerk', '305001'])).rejects.toThrow();
  });
});
