import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordHistory } from '../replay/histories.ts';
import { type Stack, startStack } from '../support/stack.ts';

describe('a project enters the library and opens its first year', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
    await stack.clockTo('2014-01-02T09:00:00+08:00');
  });
  afterAll(async () => await stack.stop());

  it('opens the project-year by a fact the project carries over', async () => {
    const { api, post } = stack;
    await api.must(post('unit-clerk'), ['projects', 'P2014-1', 'register'], {
      name: '农村生活污水集污和生态化处理工程', nature: 'new', term: 'one-off', field: '三农',
      plannedStart: '2014-01-01', plannedEnd: '2014-11-30', totalFen: { amount: '2760', unit: '万元' },
    });
    await api.must(post('unit-clerk'), ['projects', 'P2014-1', 'open-year'], { fiscalYear: 2014 });
    await stack.clockTo('2014-01-03T09:00:00+08:00');
    const year = await api.get<{ stage: string }>(post('unit-clerk'), '/api/project-years/P2014-1-2014');
    expect([year.status, year.body.stage]).toEqual([200, 'draft']);
    if (process.env.RECORD_HISTORIES) await recordHistory(stack.client, '330211000/project/P2014-1', 'project.opened-a-year');
  });
});
