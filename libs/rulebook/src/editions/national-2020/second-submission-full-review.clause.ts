import type { ClauseOf } from '../../clause.ts';

export const secondSubmissionFullReview: ClauseOf<'limit'> = {
  id: 'national-2020/second-submission/full-review',
  question: 'second-submission/full-review',
  kind: 'limit',
  title: { zh: '二上时重新全面审核的限度', en: 'when the second submission is reviewed in full again' },
  says: {
    zh: '目标与预算同时调整、同时审核，未写核减多大须重新审核。推定：控制数比申报数减少50%以内的，同步修订目标即可；超过50%的重新全面审核。',
    en: 'Goal and budget change together; how large a cut needs a new review is not said. Derived: up to 50 % the goal is matched; beyond, both are reviewed in full again.',
  },
  source: { paper: '推定（财预〔2015〕88号只写随预算调整）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款；已办的不重来。',
    en: 'Judged under the clause in force when the duty arises; what was done stays done.',
  },
  gate: 'warn',
  value: { limit: '50', side: 'at-most' },
  examples: [
    { given: { value: '49.99' }, expect: { within: true } },
    { given: { value: '50' }, expect: { within: true, limit: '50' } },
    { given: { value: '50.01' }, expect: { within: false } },
  ],
};
