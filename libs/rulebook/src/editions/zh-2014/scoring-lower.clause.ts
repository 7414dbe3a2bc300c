import type { ClauseOf } from '../../clause.ts';

export const scoringLower: ClauseOf<'scoring'> = {
  id: 'zh-2014/scoring/lower',
  question: 'scoring/lower',
  kind: 'scoring',
  title: { zh: '越低越好的指标', en: 'indicator where lower is better' },
  says: {
    zh: '不超过目标值得满分；超过的按直线递减，达到目标值两倍为0分。另有按“目标值÷实际值”计分的做法，未采用。目标值为0的，只有0才算达到。',
    en: 'Up to the target: all points; above it they fall in a straight line to nothing at twice the target. The other rule in use, target ÷ actual, is not taken. A target of 0 is met only by 0.',
  },
  source: { paper: '推定（别处运行中的评分规则；财预〔2020〕10号为后来规定）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
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
