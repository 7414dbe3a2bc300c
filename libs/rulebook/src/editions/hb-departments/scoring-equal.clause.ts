import type { ClauseOf } from '../../clause.ts';

export const scoringEqual: ClauseOf<'scoring'> = {
  id: 'hb-departments/scoring/equal',
  question: 'scoring/equal',
  kind: 'scoring',
  title: { zh: '等于目标值的指标', en: 'indicator with an exact target' },
  says: {
    zh: '目标值大于0的按实际值与目标值之比得分，封顶满分；目标值为0的，只有0才算达到。',
    en: 'With a target above 0 the points are in proportion, capped; a target of 0 is met only by 0.',
  },
  source: { paper: '推定（该省规则未单列）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '评分按评价年度的条款；已确认的得分不变。',
    en: 'Scored under the clauses of the evaluation year; a confirmed score stays.',
  },
  value: { formula: 'equal' },
  examples: [
    { given: { target: '100', actual: '98', weight: '10' }, expect: { points: '9.80' } },
    { given: { target: '100', actual: '100', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '105', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '0', actual: '0', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '0', actual: '1', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '0', actual: '-1', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '99.99', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '100.01', weight: '10' }, expect: { points: '10.00' } },
  ],
};
