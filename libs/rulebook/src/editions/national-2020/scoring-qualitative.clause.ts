import type { ClauseOf } from '../../clause.ts';

export const scoringQualitative: ClauseOf<'scoring'> = {
  id: 'national-2020/scoring/qualitative',
  question: 'scoring/qualitative',
  kind: 'scoring',
  title: { zh: '定性指标', en: 'qualitative indicator' },
  says: {
    zh: '定性指标分三档：“达成”100%至80%（含80%），“部分达成并具有一定效果”80%至60%（含60%），“未达成且效果较差”60%至0。填百分比的按百分比得分；只填档次的，推定为100%、70%、0%，并请补填百分比。',
    en: 'Three tiers: 达成 from 100 % down to and including 80 %, 部分达成并具有一定效果 below that down to and including 60 %, 未达成且效果较差 below 60 %. A percentage earns its share; a tier word alone is derived as 100 %, 70 % or 0 %, with a request for the percentage.',
  },
  source: { paper: '《项目支出绩效评价管理办法》（财预〔2020〕10号）', article: '单位自评中定性指标的评分' },
  tier: 'known',
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
      { word: '部分达成并具有一定效果', fromPercent: '60', wordAlonePercent: '70' },
      { word: '未达成且效果较差', fromPercent: '0', wordAlonePercent: '0' },
    ],
  },
  examples: [
    { given: { target: '效果明显', actual: '达成', weight: '10' }, expect: { points: '10.00' } },
    {
      given: { target: '效果明显', actual: '部分达成并具有一定效果', weight: '10' },
      expect: { points: '7.00' },
    },
    { given: { target: '效果明显', actual: '未达成且效果较差', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '效果明显', actual: '100', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '效果明显', actual: '79.99', weight: '10' }, expect: { points: '8.00' } },
    { given: { target: '效果明显', actual: '60', weight: '10' }, expect: { points: '6.00' } },
    { given: { target: '效果明显', actual: '0', weight: '10' }, expect: { points: '0.00' } },
    { given: { target: '效果明显', actual: '100.01', weight: '10' }, expect: { points: null } },
    { given: { target: '效果明显', actual: '-1', weight: '10' }, expect: { points: null } },
    { given: { target: '效果明显', actual: '较好', weight: '10' }, expect: { points: null } },
    { given: { target: '效果明显', actual: '', weight: '10' }, expect: { points: null } },
    { given: { target: '效果明显', actual: '99.99', weight: '10' }, expect: { points: '10.00' } },
    { given: { target: '效果明显', actual: '80.01', weight: '10' }, expect: { points: '8.00' } },
    { given: { target: '效果明显', actual: '80', weight: '10' }, expect: { points: '8.00' } },
    { given: { target: '效果明显', actual: '60.01', weight: '10' }, expect: { points: '6.00' } },
    { given: { target: '效果明显', actual: '59.99', weight: '10' }, expect: { points: '6.00' } },
    { given: { target: '效果明显', actual: '0.01', weight: '10' }, expect: { points: '0.00' } },
  ],
};
