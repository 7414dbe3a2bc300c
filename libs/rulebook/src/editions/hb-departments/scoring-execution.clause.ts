import type { ClauseOf } from '../../clause.ts';

export const scoringExecution: ClauseOf<'scoring'> = {
  id: 'hb-departments/scoring/execution',
  question: 'scoring/execution',
  kind: 'scoring',
  title: { zh: '预算执行率', en: 'budget execution' },
  says: {
    zh: '预算执行率按执行数与预算数之比乘以分值，封顶满分；预算为0的不计分（推定）。',
    en: 'Execution over the budget, times the weight, capped; a budget of 0 is not scored (derived).',
  },
  source: { paper: '“hb”省预算部门自评表（公开系统中的运行规则）', article: '预算执行率的评分' },
  tier: 'confirmed',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '评分按评价年度的条款；已确认的得分不变。',
    en: 'Scored under the clauses of the evaluation year; a confirmed score stays.',
  },
  value: { formula: 'execution' },
  examples: [
    { given: { target: '43200000', actual: '37240000', weight: '10' }, expect: { points: '8.62' } },
    { given: { target: '100', actual: '100', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '99', weight: '10' }, expect: { points: '9.90' } },
    { given: { target: '100', actual: '0', weight: '10' }, expect: { points: '0.00' } },
    {
      given: { target: '100', actual: '105', weight: '10' },
      expect: {
        points: '10.00',
        findings: [
          {
            code: 'OVERSPENT',
            zh: '支出超过预算，执行率按满分封顶',
            en: 'spending exceeds the budget; execution is capped at its weight',
          },
        ],
      },
    },
    {
      given: { target: '0', actual: '0', weight: '10' },
      expect: {
        points: null,
        findings: [
          {
            code: 'BUDGET_ZERO',
            zh: '预算为0，执行率无法计分',
            en: 'the budget is 0: execution cannot be scored',
          },
        ],
      },
    },
    { given: { target: '0', actual: '5', weight: '10' }, expect: { points: null } },
    { given: { target: '100', actual: '99.99', weight: '10' }, expect: { points: '10.00', findings: [] } },
    {
      given: { target: '100', actual: '100.01', weight: '10' },
      expect: {
        points: '10.00',
        findings: [
          {
            code: 'OVERSPENT',
            zh: '支出超过预算，执行率按满分封顶',
            en: 'spending exceeds the budget; execution is capped at its weight',
          },
        ],
      },
    },
  ],
};
