import type { ClauseOf } from '../../clause.ts';

export const resultReviewEffect: ClauseOf<'options'> = {
  id: 'national-2020/result-review/effect',
  question: 'result-review/effect',
  kind: 'options',
  title: { zh: '复核期间是否停止执行', en: 'whether a review suspends execution' },
  says: {
    zh: '办法未定复核。推定：复核期间不停止执行；财政自己的措施可以由政策另定。',
    en: 'The rule does not say anything on review. Derived: execution goes on during a review; policy may say otherwise for finance’s own measures.',
  },
  source: {
    paper: '推定（财预〔2020〕10号未写复核；比照行政复核不停止执行的通例）',
    article: '待财政局确认',
  },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款；已办的不重来。',
    en: 'Judged under the clause in force when the duty arises; what was done stays done.',
  },
  gate: 'warn',
  value: {
    options: [
      { id: 'not-suspending', words: { zh: '不停止执行', en: 'execution goes on' } },
      { id: 'suspending', words: { zh: '停止执行', en: 'execution is suspended' } },
    ],
    preset: 'not-suspending',
  },
  examples: [
    { given: { chosen: '不停止执行' }, expect: { option: 'not-suspending' } },
    { given: { chosen: '停止执行' }, expect: { option: 'suspending' } },
    { given: { chosen: 'not-suspending' }, expect: { option: 'not-suspending' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: 'not-suspending' } },
  ],
};
