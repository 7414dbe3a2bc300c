import type { ClauseOf } from '../../clause.ts';

export const scoringLower: ClauseOf<'scoring'> = {
  id: 'national-2020/scoring/lower',
  question: 'scoring/lower',
  kind: 'scoring',
  title: { zh: '越低越好的指标', en: 'indicator where lower is better' },
  says: {
    zh: '“越低越好”的指标，办法只说按完成比例计分，没有写算法。推定：不超过目标值得满分；超过的按直线递减，达到目标值两倍为0分。按“目标值÷实际值”计分的做法见地方版本。',
    en: 'For an indicator where lower is better the rule gives no formula. Derived: up to the target all points, then a straight line down to nothing at twice the target. The ratio target ÷ actual is found in local rules.',
  },
  source: {
    paper: '推定（财预〔2020〕10号未写反向指标的算法；别处运行中的评分规则）',
    article: '待财政局确认',
  },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '评分按评价年度的条款；已确认的得分不变。',
    en: 'Scored under the clauses of the evaluation year; a confirmed score stays.',
  },
  value: { formula: 'lower-is-better-linear' },
  examples: [
    { given: { target: '100', actual: '100', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '80', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '100.01', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '110', weight: '10' }, expect: { points: '9.00' } },
    { given: { target: '100', actual: '199', weight: '10' }, expect: { points: '0.10' } },
    { given: { target: '100', actual: '200', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '100', actual: '300', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '0', actual: '0', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '0', actual: '1', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '100', actual: '≤90', weight: '10' }, expect: { points: null } },
    { given: { target: '100', actual: '99.99', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '200.01', weight: '10' }, expect: { points: '0.00' } },
  ],
};
