import type { ClauseOf } from '../../clause.ts';

export const secondSubmissionFullReview: ClauseOf<'limit'> = {
  id: 'zh-2014/second-submission/full-review',
  question: 'second-submission/full-review',
  kind: 'limit',
  title: { zh: '二上时重新全面评审的限度', en: 'when the second submission is reviewed in full again' },
  says: {
    zh: '答复要求目标与预算“同步申报、同步审核、同步批复”，未写核减多大须重新评审。推定：控制数比申报数减少50%以内的，二上时同步修订目标即可；减少超过50%的，目标和资金重新全面评审。',
    en: 'The reply has goal and budget filed, reviewed and approved together (三同步); how large a cut needs a new review is not said. Derived: up to 50 % below the request the goal is matched in the second submission; beyond, both are reviewed in full again.',
  },
  source: { paper: '推定（答复二之一只写“三同步”）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按二上当日的条款判断；已评审的不重来。',
    en: 'Judged on the day of the second submission; what was reviewed stays reviewed.',
  },
  value: { limit: '50', side: 'at-most' },
  examples: [
    { given: { value: '0.00' }, expect: { within: true } },
    { given: { value: '50.00' }, expect: { within: true, limit: '50' } },
    { given: { value: '50.01' }, expect: { within: false } },
    { given: { value: '49.99' }, expect: { within: true } },
  ],
};
