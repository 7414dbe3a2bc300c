import type { ClauseOf } from '../../clause.ts';

export const scoringHigher: ClauseOf<'scoring'> = {
  id: 'hb-departments/scoring/higher',
  question: 'scoring/higher',
  kind: 'scoring',
  title: { zh: '越高越好的指标', en: 'indicator where higher is better' },
  says: {
    zh: '达到目标值得满分，未达到的按实际值与目标值之比得分；超过目标值120%的说明原因（推定）。',
    en: 'The target reached: all points; below it in proportion. Above 120 % the reason is asked (derived).',
  },
  source: { paper: '“hb”省预算部门自评表（公开系统中的运行规则）', article: '定量指标的评分' },
  tier: 'confirmed',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '评分按评价年度的条款；已确认的得分不变。',
    en: 'Scored under the clauses of the evaluation year; a confirmed score stays.',
  },
  value: { formula: 'higher-is-better', askReasonAbovePercent: '120', lowTarget: 'less-the-deviation' },
  examples: [
    { given: { target: '100', actual: '95', weight: '10' }, expect: { points: '9.50' } },
    { given: { target: '100', actual: '99.99', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '100', actual: '100', weight: '10' }, expect: { points: '10.00' } },
    {
      given: { target: '100', actual: '120', weight: '10' },
      expect: { points: '10.00', proposedPoints: null, findings: [] },
    },
    {
      given: { target: '100', actual: '120.01', weight: '10' },
      expect: { points: '10.00', proposedPoints: '8.00' },
    },
    {
      given: { target: '100', actual: '200', weight: '10' },
      expect: { points: '10.00', proposedPoints: '0.00' },
    },
    { given: { target: '100', actual: '100', weight: '10', strict: true }, expect: { points: '10.00' } },
    {
      given: { target: '100', actual: '130', weight: '10' },
      expect: {
        points: '10.00',
        proposedPoints: '7.00',
        findings: [
          {
            code: 'FAR_ABOVE_TARGET',
            zh: '完成值超过目标值的120%，请说明原因',
            en: 'above 120% of the target: explain why',
          },
        ],
      },
    },
    { given: { target: '100', actual: '0', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '100', actual: '-5', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '43.2', actual: '37.24', weight: '10' }, expect: { points: '8.62' } },
    { given: { target: '0', actual: '5', weight: '10' }, expect: { points: null } },
    { given: { target: '-1', actual: '5', weight: '10' }, expect: { points: null } },
    { given: { target: '100', actual: null, weight: '10' }, expect: { points: null } },
    { given: { target: '≥100', actual: '100', weight: '10' }, expect: { points: null } },
    { given: { target: '100', actual: '100.01', weight: '10' }, expect: { points: '10.00', findings: [] } },
    { given: { target: '100', actual: '119.99', weight: '10' }, expect: { points: '10.00', findings: [] } },
    {
      given: { target: '100', actual: '120.01', weight: '10' },
      expect: {
        points: '10.00',
        findings: [
          {
            code: 'FAR_ABOVE_TARGET',
            zh: '完成值超过目标值的120%，请说明原因',
            en: 'above 120% of the target: explain why',
          },
        ],
      },
    },
  ],
};
