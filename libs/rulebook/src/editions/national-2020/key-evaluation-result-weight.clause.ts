import type { ClauseOf } from '../../clause.ts';

export const keyEvaluationResultWeight: ClauseOf<'limit'> = {
  id: 'national-2020/key-evaluation/result-weight',
  question: 'key-evaluation/result-weight',
  kind: 'limit',
  title: {
    zh: '部门评价和财政评价中产出、效益的分值',
    en: 'weight of output and benefit in department and finance evaluations',
  },
  says: {
    zh: '部门评价和财政评价中，产出、效益（含满意度）指标分值合计不低于60分；同一对象在不同阶段可以有不同分值，同类项目尽量用相同指标，便于比较。',
    en: 'In evaluations by departments and by finance output and benefit, satisfaction included, weigh at least 60 points; phases of one object may differ, and projects of one kind share indicators so that scores compare.',
  },
  source: {
    paper: '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
    article: '部门评价和财政评价的指标权重',
  },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  gate: 'warn',
  value: { limit: '60', side: 'at-least' },
  examples: [
    { given: { value: '59.99' }, expect: { within: false } },
    { given: { value: '60' }, expect: { within: true, limit: '60' } },
    { given: { value: '60.01' }, expect: { within: true } },
  ],
};
