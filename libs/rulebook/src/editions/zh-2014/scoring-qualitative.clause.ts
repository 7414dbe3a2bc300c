import type { ClauseOf } from '../../clause.ts';

export const scoringQualitative: ClauseOf<'scoring'> = {
  id: 'zh-2014/scoring/qualitative',
  question: 'scoring/qualitative',
  kind: 'scoring',
  title: { zh: '定性指标', en: 'qualitative indicator' },
  says: {
    zh: '分“达成”“部分达成并具有一定效果”“未达成且效果较差”三档：100至80（含）、80至60（含）、60至0。填百分比的按百分比得分；只填档次的，推定为100%、70%、0%，并请补填百分比。',
    en: 'Three tiers: reached 100–80 (80 included), partly reached with some effect 80–60 (60 included), not reached 60–0. A percentage earns its share; a tier word alone is derived as 100 %, 70 % or 0 %, with a request for the percentage.',
  },
  source: { paper: '推定（别处运行中的评分规则；财预〔2020〕10号为后来规定）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
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
