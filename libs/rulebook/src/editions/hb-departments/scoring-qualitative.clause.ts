import type { ClauseOf } from '../../clause.ts';

export const scoringQualitative: ClauseOf<'scoring'> = {
  id: 'hb-departments/scoring/qualitative',
  question: 'scoring/qualitative',
  kind: 'scoring',
  title: { zh: '定性指标', en: 'qualitative indicator' },
  says: {
    zh: '定性指标分三档：100%至80%（含80%）、80%至50%（含50%）、50%至0。填百分比的按百分比得分；只填档次的，推定为100%、65%、0%。',
    en: 'Three tiers: down to and including 80 %, down to and including 50 %, below 50 %. A percentage earns its share; a tier word alone is derived as 100 %, 65 % or 0 %.',
  },
  source: { paper: '“hb”省预算部门自评表（公开系统中的运行规则）', article: '定性指标的评分' },
  tier: 'confirmed',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '评分按评价年度的条款；已确认的得分不变。',
    en: 'Scored under the clauses of the evaluation year; a confirmed score stays.',
  },
  value: {
    formula: 'qualitative',
    tiers: [
      { word: '达成', fromPercent: '80', wordAlonePercent: '100' },
      { word: '部分达成并具有一定效果', fromPercent: '50', wordAlonePercent: '65' },
      { word: '未达成且效果较差', fromPercent: '0', wordAlonePercent: '0' },
    ],
  },
  examples: [
    { given: { target: '效果明显', actual: '达成', weight: '10' }, expect: { points: '10.00' } },
    {
      given: { target: '效果明显', actual: '部分达成并具有一定效果', weight: '10' },
      expect: { points: '6.50' },
    },
    { given: { target: '效果明显', actual: '未达成且效果较差', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '效果明显', actual: '100', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '效果明显', actual: '99.99', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '效果明显', actual: '100.01', weight: '10' }, expect: { points: null } },
    { given: { target: '效果明显', actual: '80.01', weight: '10' }, expect: { points: '8.00' } },
    { given: { target: '效果明显', actual: '80', weight: '10' }, expect: { points: '8.00' } },
    { given: { target: '效果明显', actual: '79.99', weight: '10' }, expect: { points: '8.00' } },
    { given: { target: '效果明显', actual: '50.01', weight: '10' }, expect: { points: '5.00' } },
    { given: { target: '效果明显', actual: '50', weight: '10' }, expect: { points: '5.00' } },
    { given: { target: '效果明显', actual: '49.99', weight: '10' }, expect: { points: '5.00' } },
    { given: { target: '效果明显', actual: '0.01', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '效果明显', actual: '0', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '效果明显', actual: '-1', weight: '10' }, expect: { points: null } },
    { given: { target: '效果明显', actual: '较好', weight: '10' }, expect: { points: null } },
  ],
};
