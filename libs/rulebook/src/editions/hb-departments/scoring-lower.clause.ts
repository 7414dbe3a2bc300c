import type { ClauseOf } from '../../clause.ts';

export const scoringLower: ClauseOf<'scoring'> = {
  id: 'hb-departments/scoring/lower',
  question: 'scoring/lower',
  kind: 'scoring',
  title: { zh: '越低越好的指标', en: 'indicator where lower is better' },
  says: {
    zh: '反向指标不超过目标值得满分，超过的按目标值与实际值之比得分；目标值为0的，只有0才算达到。',
    en: 'A reverse indicator earns all points up to its target, above it target ÷ actual of them; a target of 0 is met only by 0.',
  },
  source: { paper: '“hb”省预算部门自评表（公开系统中的运行规则）', article: '反向指标的评分' },
  tier: 'confirmed',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '评分按评价年度的条款；已确认的得分不变。',
    en: 'Scored under the clauses of the evaluation year; a confirmed score stays.',
  },
  value: { formula: 'lower-is-better-ratio' },
  examples: [
    { given: { target: '100', actual: '99.99', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '100', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '100.01', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '101', weight: '10' }, expect: { points: '9.90' } },
    { given: { target: '100', actual: '110', weight: '10' }, expect: { points: '9.09' } },
    { given: { target: '100', actual: '125', weight: '10' }, expect: { points: '8.00' } },
    { given: { target: '100', actual: '200', weight: '10' }, expect: { points: '5.00' } },
    { given: { target: '100', actual: '1000', weight: '10' }, expect: { points: '1.00' } },
    { given: { target: '0', actual: '0', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '0', actual: '1', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '100', actual: '≤90', weight: '10' }, expect: { points: null } },
    { given: { target: '100', actual: null, weight: '10' }, expect: { points: null } },
  ],
};
