import type { ClauseOf } from '../../clause.ts';

export const selfEvaluationSubmission: ClauseOf<'options'> = {
  id: 'national-2020/self-evaluation/submission',
  question: 'self-evaluation/submission',
  kind: 'options',
  title: { zh: '自评结果的报送和公开', en: 'how self-evaluations are handed in and disclosed' },
  says: {
    zh: '自评结果随部门决算报送财政，并随决算一并公开。',
    en: 'Self-evaluations go to finance with the department’s final accounts and are disclosed with them.',
  },
  source: { paper: '《项目支出绩效评价管理办法》（财预〔2020〕10号）', article: '单位自评结果的报送和公开' },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    options: [
      { id: 'with-final-accounts', words: { zh: '随部门决算报送并公开', en: 'with the final accounts' } },
    ],
    preset: 'with-final-accounts',
  },
  examples: [
    { given: { chosen: '随部门决算报送并公开' }, expect: { option: 'with-final-accounts' } },
    { given: { chosen: 'with-final-accounts' }, expect: { option: 'with-final-accounts' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: 'with-final-accounts' } },
  ],
};
