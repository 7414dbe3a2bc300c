import type { ClauseOf } from '../../clause.ts';

export const keyEvaluationCoverage: ClauseOf<'limit'> = {
  id: 'national-2020/key-evaluation/coverage',
  question: 'key-evaluation/coverage',
  kind: 'limit',
  title: { zh: '部门重点项目评价的周期', en: 'how often key projects of a department are evaluated' },
  says: {
    zh: '部门的重点项目原则上以5年为周期实现部门评价全覆盖；距上次评价满5年仍在周期内，超过5年的列入计划。',
    en: 'Key projects of a department are all evaluated within five years: five years since the last evaluation are within the cycle, more are not.',
  },
  source: { paper: '《项目支出绩效评价管理办法》（财预〔2020〕10号）', article: '部门评价的范围' },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  gate: 'warn',
  value: { limit: '5', side: 'at-most' },
  examples: [
    { given: { value: '4' }, expect: { within: true } },
    { given: { value: '5' }, expect: { within: true, limit: '5' } },
    { given: { value: '6' }, expect: { within: false } },
    { given: { value: '4.99' }, expect: { within: true } },
    { given: { value: '5.01' }, expect: { within: false } },
  ],
};
