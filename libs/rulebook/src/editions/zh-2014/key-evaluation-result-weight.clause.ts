import type { ClauseOf } from '../../clause.ts';

export const keyEvaluationResultWeight: ClauseOf<'limit'> = {
  id: 'zh-2014/key-evaluation/result-weight',
  question: 'key-evaluation/result-weight',
  kind: 'limit',
  title: { zh: '重点评价中产出和效益的分值', en: 'weight of output and benefit in a key evaluation' },
  says: {
    zh: '推定自后来的财预〔2020〕10号：部门评价和财政评价的产出、效益（含满意度）指标分值合计不低于60分。2014年未有此规定，不足的只提示。',
    en: 'Derived from the later rule of 2020: output and benefit, satisfaction included, weigh at least 60 points. No paper of 2014 says so; less is only pointed out.',
  },
  source: { paper: '推定（财预〔2020〕10号为后来规定）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '评分按评价年度的条款；已确认的得分不变。',
    en: 'Scored under the clauses of the evaluation year; a confirmed score stays.',
  },
  gate: 'warn',
  value: { limit: '60', side: 'at-least' },
  examples: [
    { given: { value: '59.99' }, expect: { within: false, limit: '60' } },
    { given: { value: '60' }, expect: { within: true } },
    { given: { value: '90' }, expect: { within: true } },
    { given: { value: '60.01' }, expect: { within: true } },
  ],
};
