import type { ClauseOf } from '../../clause.ts';

export const evaluationStandards: ClauseOf<'options'> = {
  id: 'national-2020/evaluation/standards',
  question: 'evaluation/standards',
  kind: 'options',
  title: { zh: '绩效评价的标准', en: 'standards of evaluation' },
  says: {
    zh: '评价标准：计划标准、行业标准、历史标准，以及财政部门和预算部门认可的其他标准。',
    en: 'Standards of the plan, of the trade, of the past, and others that finance recognises.',
  },
  source: { paper: '《项目支出绩效评价管理办法》（财预〔2020〕10号）', article: '绩效评价的标准' },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  value: {
    options: [
      { id: 'plan', words: { zh: '计划标准', en: 'plan' } },
      { id: 'industry', words: { zh: '行业标准', en: 'industry' } },
      { id: 'history', words: { zh: '历史标准', en: 'history' } },
      { id: 'other', words: { zh: '其他标准', en: 'other' } },
    ],
  },
  examples: [
    { given: { chosen: '计划标准' }, expect: { option: 'plan' } },
    { given: { chosen: '行业标准' }, expect: { option: 'industry' } },
    { given: { chosen: '历史标准' }, expect: { option: 'history' } },
    { given: { chosen: '其他标准' }, expect: { option: 'other' } },
    { given: { chosen: 'plan' }, expect: { option: 'plan' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: null } },
  ],
};
