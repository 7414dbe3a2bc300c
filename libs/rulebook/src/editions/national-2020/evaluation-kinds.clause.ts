import type { ClauseOf } from '../../clause.ts';

export const evaluationKinds: ClauseOf<'options'> = {
  id: 'national-2020/evaluation/kinds',
  question: 'evaluation/kinds',
  kind: 'options',
  title: { zh: '绩效评价的种类', en: 'kinds of evaluation' },
  says: {
    zh: '绩效评价分为单位自评、部门评价和财政评价；单位自评覆盖全部项目，财政评价选取覆盖面广、影响力大、社会关注度高、实施期长的项目。',
    en: 'There are self-evaluations by units, evaluations by departments and by finance. Units evaluate every project; finance picks those of wide coverage, strong influence, high public attention and long duration.',
  },
  source: { paper: '《项目支出绩效评价管理办法》（财预〔2020〕10号）', article: '绩效评价的种类和对象' },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  value: {
    options: [
      { id: 'unit', words: { zh: '单位自评', en: 'self-evaluation' } },
      { id: 'department', words: { zh: '部门评价', en: 'department evaluation' } },
      { id: 'finance', words: { zh: '财政评价', en: 'finance evaluation' } },
    ],
  },
  examples: [
    { given: { chosen: '单位自评' }, expect: { option: 'unit' } },
    { given: { chosen: '部门评价' }, expect: { option: 'department' } },
    { given: { chosen: '财政评价' }, expect: { option: 'finance' } },
    { given: { chosen: 'unit' }, expect: { option: 'unit' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: null } },
  ],
};
