import type { ClauseOf } from '../../clause.ts';

export const spotCheckRate: ClauseOf<'sample'> = {
  id: 'national-2020/spot-check/rate',
  question: 'spot-check/rate',
  kind: 'sample',
  title: { zh: '抽检比例', en: 'share of a spot check' },
  says: {
    zh: '办法未定抽检多少。推定：按部门抽取10%，不足1个的抽1个，小数进一。',
    en: 'The rule does not say how many are drawn. Derived: 10 % of each department, rounded up, at least one.',
  },
  source: { paper: '推定（财预〔2020〕10号只写抽检）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '已公布的抽检名单不变。',
    en: 'A list that was drawn stays.',
  },
  gate: 'warn',
  value: { percent: '10', atLeast: 1 },
  examples: [
    { given: { count: 0 }, expect: { drawn: 0 } },
    { given: { count: 1 }, expect: { drawn: 1 } },
    { given: { count: 9 }, expect: { drawn: 1 } },
    { given: { count: 10 }, expect: { drawn: 1 } },
    { given: { count: 11 }, expect: { drawn: 2 } },
    { given: { count: 29 }, expect: { drawn: 3 } },
  ],
};
