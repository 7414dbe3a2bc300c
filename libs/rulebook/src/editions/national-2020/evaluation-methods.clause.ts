import type { ClauseOf } from '../../clause.ts';

export const evaluationMethods: ClauseOf<'options'> = {
  id: 'national-2020/evaluation/methods',
  question: 'evaluation/methods',
  kind: 'options',
  title: { zh: '绩效评价的方法', en: 'methods of evaluation' },
  says: {
    zh: '评价方法：成本效益分析法、比较法、因素分析法、最低成本法、公众评判法、标杆管理法，可以采用一种或多种。',
    en: 'Cost and benefit, comparison, analysis of factors, least cost, judgement of the public, benchmarking; one or several.',
  },
  source: { paper: '《项目支出绩效评价管理办法》（财预〔2020〕10号）', article: '绩效评价的方法' },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  value: {
    options: [
      { id: 'cost-benefit', words: { zh: '成本效益分析法', en: 'cost and benefit' } },
      { id: 'comparison', words: { zh: '比较法', en: 'comparison' } },
      { id: 'factor-analysis', words: { zh: '因素分析法', en: 'analysis of factors' } },
      { id: 'least-cost', words: { zh: '最低成本法', en: 'least cost' } },
      { id: 'public-judgement', words: { zh: '公众评判法', en: 'judgement of the public' } },
      { id: 'benchmarking', words: { zh: '标杆管理法', en: 'benchmarking' } },
    ],
  },
  examples: [
    { given: { chosen: '成本效益分析法' }, expect: { option: 'cost-benefit' } },
    { given: { chosen: '比较法' }, expect: { option: 'comparison' } },
    { given: { chosen: '因素分析法' }, expect: { option: 'factor-analysis' } },
    { given: { chosen: '最低成本法' }, expect: { option: 'least-cost' } },
    { given: { chosen: '公众评判法' }, expect: { option: 'public-judgement' } },
    { given: { chosen: '标杆管理法' }, expect: { option: 'benchmarking' } },
    { given: { chosen: 'cost-benefit' }, expect: { option: 'cost-benefit' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: null } },
  ],
};
