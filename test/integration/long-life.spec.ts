import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../support/stack.ts';

/** Six history events a command, and a run hands over at 2,000. */
const COMMANDS = 360;

describe('a life longer than one run', () => {
  let stack: Stack;
  const year = '330211000/project-year/P1-2014';
  const runId = async () => (await stack.client.workflow.getHandle(year).describe()).runId;

  beforeAll(async () => {
    stack = await startStack();
    const { api, post } = stack;
    await stack.clockTo('2013-09-02T09:00:00+08:00');
    await api.must(post('unit-clerk'), ['projects', 'P1', 'register'], {
      name: '河道整治工程',
      nature: 'new',
      term: 'one-off',
      field: '环保',
      plannedStart: '2014-01-01',
      plannedEnd: '2014-06-30',
      totalFen: { amount: '276', unit: '万元' },
    });
    await api.must(post('finance-performance', '101', '101'), ['budget-years', '2014', 'prepare'], {
      noticePaper: '镇财预〔2013〕19号',
    });
    await api.must(post('finance-performance', '101', '101'), ['budget-years', '2014', 'open-window'], {
      window: 'declaration',
      until: '2013-10-15',
      noticePaper: '镇财预〔2013〕20号',
    });
    await api.must(post('unit-clerk'), ['projects', 'P1', 'open-year'], { fiscalYear: 2014 });
    await stack.clockTo('2013-09-03T09:00:00+08:00');
  });
  afterAll(async () => await stack.stop());

  it('goes on in a new run with everything it had: no command lost, and its clock still wakes it', async () => {
    const first = await runId();
    let version = 0;
    for (let number = 1; number <= COMMANDS; number++) {
      const form = { need: `第${number}稿` };
      const { version: next } = await stack.api.must(
        stack.post('unit-clerk'),
        ['project-years', 'P1-2014', 'save-draft'],
        { form },
      );
      expect(next).toBeGreaterThan(version);
      version = next;
    }
    expect(await runId()).not.toBe(first);

    await stack.clockTo('2013-10-20T09:00:00+08:00');
    const { body } = await stack.api.get<{ entries: { type: string }[] }>(
      stack.post('unit-clerk'),
      '/api/project-years/P1-2014/timeline',
    );
    const count = (type: string) => body.entries.filter((entry) => entry.type === type).length;
    expect(count('DraftSaved')).toBe(COMMANDS);
    expect(count('ObligationLapsed')).toBe(1);
  });
});
