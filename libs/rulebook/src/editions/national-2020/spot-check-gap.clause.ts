import type { ClauseOf } from '../../clause.ts';

export const spotCheckGap: ClauseOf<'limit'> = {
  id: 'national-2020/spot-check/gap',
  question: 'spot-check/gap',
  kind: 'limit',
  title: { zh: '抽查得分与自评得分的差距', en: 'gap between spot check and self-evaluation' },
  says: {
    zh: '办法要求财政和部门对自评结果抽查，未写差距多大须重新自评。推定：相差10分以内的采用抽查得分；超过10分的，重新自评。',
    en: 'Self-evaluations are checked by drawing; how far the scores may part is not said. Derived: up to 10 points the re-score stands; beyond, it is done anew.',
  },
  source: { paper: '推定（财预〔2020〕10号只写抽查）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  gate: 'warn',
  value: { limit: '10', side: 'at-most' },
  examples: [
    { given: { value: '9.99' }, expect: { within: true } },
    { given: { value: '10' }, expect: { within: true, limit: '10' } },
    { given: { value: '10.01' }, expect: { within: false } },
  ],
};
