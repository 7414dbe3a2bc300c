import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { behindWall } from '@quancheng/event-store';
import { rebuild } from '@quancheng/read-models';
import { type Stack, startStack } from '../support/stack.ts';

const TABLES = [
  'obligation_view',
  'project_view',
  'project_year_view',
  'evaluation_view',
  'budget_year_view',
] as const;

describe('read models', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
    await stack.clockTo('2014-01-02T09:00:00+08:00');
    for (const number of [1, 2, 3]) {
      await stack.api.must(stack.post('unit-clerk'), ['projects', `P${number}`, 'register'], {
        name: `河道整治工程${number}`,
        nature: 'new',
        term: 'one-off',
        field: '环保',
        plannedStart: '2014-01-01',
        plannedEnd: '2014-06-30',
        totalFen: { amount: '276', unit: '万元' },
      });
      await stack.api.must(stack.post('unit-clerk'), ['projects', `P${number}`, 'open-year'], {
        fiscalYear: 2014,
      });
    }
    await stack.clockTo('2014-08-01T09:00:00+08:00');
  });
  afterAll(async () => await stack.stop());

  const rows = async () =>
    await behindWall(stack.store, '*', async (sql) => {
      const tables = [];
      for (const table of TABLES)
        tables.push(
          await sql`select * from ${sql(table)} order by stream, ${sql(table === 'obligation_view' ? 'obligation_id' : 'id')}`,
        );
      return tables.map((table) => table.map((row) => ({ ...row })));
    });

  it('rebuilt from the events are the live ones, row by row', async () => {
    const live = await rows();
    expect(live.map((table) => table.length > 0)).toEqual([true, true, true, false, true]);
    const told: string[] = [];
    const streams = await rebuild(stack.store, ({ done, of }) => told.push(`${done}/${of}`));
    expect(told.at(-1)).toBe(`${streams}/${streams}`);
    expect(await rows()).toEqual(live);
  });
});
