import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIONS_QUERY, OBLIGATIONS_QUERY, STATE_QUERY } from '@quancheng/ports';
import { type Stack, startStack } from '../support/stack.ts';

describe('what an operator sees of a run', () => {
  let stack: Stack;
  const handle = () => stack.client.workflow.getHandle('330211000/project/P1');

  beforeAll(async () => {
    stack = await startStack();
    await stack.clockTo('2014-01-02T09:00:00+08:00');
    await stack.api.must(stack.post('unit-clerk'), ['projects', 'P1', 'register'], {
      name: '河道整治工程',
      nature: 'new',
      term: 'one-off',
      field: '环保',
      plannedStart: '2014-01-01',
      plannedEnd: '2014-06-30',
      totalFen: { amount: '276', unit: '万元' },
    });
  });
  afterAll(async () => await stack.stop());

  it('the state, with money as digits', async () => {
    const state = await handle().query<{ stage: string; identity: { totalFen: string } }>(STATE_QUERY);
    expect([state.stage, state.identity.totalFen]).toEqual(['active', '276000000']);
  });

  it('who owes what', async () => {
    const open = await handle().query<{ what: string; clause: string }[]>(OBLIGATIONS_QUERY);
    expect(open.map(({ what }) => what)).toContain('open-year');
    expect(open.every(({ clause }) => clause.startsWith('zh-2014/'))).toBe(true);
  });

  it('what a person may do, and why not, with the clause', async () => {
    const clerk = { personId: 'p', post: 'clerk', ...stack.post('unit-clerk') };
    const actions = await handle().query<
      { type: string; allowed: boolean; clause: string | null }[],
      [unknown]
    >(ACTIONS_QUERY, clerk);
    const of = (type: string) => actions.find((action) => action.type === type);
    expect(of('OpenYear')).toMatchObject({ allowed: true });
    expect(of('DecideExtension')).toMatchObject({ allowed: false, refusal: { code: 'ROLE_NOT_ALLOWED' } });
    expect(actions.every(({ clause }) => clause !== null)).toBe(true);
  });

  it('finds it by stage, unit and whether something is overdue', async () => {
    const found: string[] = [];
    const query = `QcStage = 'active' and QcUnit = '201001' and QcDivision = '330211000' and QcOverdue = false`;
    while (found.length === 0)
      for await (const { workflowId } of stack.client.workflow.list({ query })) found.push(workflowId);
    expect(found).toEqual(['330211000/project/P1']);
  });
});
