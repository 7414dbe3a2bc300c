import type { ClauseOf } from '../../clause.ts';

export const spotCheckGap: ClauseOf<'limit'> = {
  id: 'zh-2014/spot-check/gap',
  question: 'spot-check/gap',
  kind: 'limit',
  title: { zh: '抽检得分与自评得分的差距', en: 'gap between spot check and self-evaluation' },
  says: {
    zh: '财政部门对自评情况“进行抽检”，未写差距多大须重新自评。推定：抽检得分与自评得分相差10分以内的采用抽检得分；超过10分的，自评作废，限期重新自评。',
    en: 'Finance draws self-evaluations for a spot check (抽检); how far they may part is not said. Derived: up to 10 points the re-score stands; beyond, the self-evaluation is void and done anew.',
  },
  source: { paper: '推定（答复二之三只写“抽检”）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '评分按评价年度的条款；已确认的得分不变。',
    en: 'Scored under the clauses of the evaluation year; a confirmed score stays.',
  },
  value: { limit: '10', side: 'at-most' },
  examples: [
    { given: { value: '0' }, expect: { within: true } },
    { given: { value: '9.99' }, expect: { within: true } },
    { given: { value: '10.00' }, expect: { within: true, limit: '10' } },
    { given: { value: '10.01' }, expect: { within: false } },
    { given: { value: '十' }, expect: { within: null } },
  ],
};
