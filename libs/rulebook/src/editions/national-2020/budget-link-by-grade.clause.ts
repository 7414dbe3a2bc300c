import type { ClauseOf } from '../../clause.ts';

export const budgetLinkByGrade: ClauseOf<'measures'> = {
  id: 'national-2020/budget-link/by-grade',
  question: 'budget-link/by-grade',
  kind: 'measures',
  title: { zh: '各等级的预算安排', en: 'what each grade does to the budget' },
  says: {
    zh: '公开文本中的做法：优的优先保障，良的合理保障，中的按比例调减，差的取消或暂停下年安排；不整改或整改不到位的，调减或者暂缓安排，直至整改完成。',
    en: 'As a public text has it: 优 comes first, 良 is reasonably kept, 中 is cut by a share, 差 is cancelled or suspended next year; without rectification, or with a poor one, it is cut or held until done.',
  },
  source: { paper: '地方绩效评价结果应用的公开文本', article: '各等级的预算安排' },
  tier: 'confirmed',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  value: {
    cases: [
      {
        when: '优',
        words: { zh: '优', en: '优' },
        measures: [{ id: 'guarantee-first', words: { zh: '优先保障', en: 'guaranteed first' } }],
      },
      {
        when: '良',
        words: { zh: '良', en: '良' },
        measures: [{ id: 'guarantee', words: { zh: '合理保障', en: 'reasonably guaranteed' } }],
      },
      {
        when: '中',
        words: { zh: '中', en: '中' },
        measures: [{ id: 'cut-by-share', words: { zh: '按比例调减', en: 'cut by a share' } }],
      },
      {
        when: '差',
        words: { zh: '差', en: '差' },
        measures: [
          { id: 'cancel', words: { zh: '取消安排', en: 'cancelled' } },
          { id: 'suspend-next-year', words: { zh: '暂停下年安排', en: 'suspended next year' } },
        ],
      },
      {
        when: 'not-rectified',
        words: { zh: '不整改或整改不到位', en: 'not rectified, or poorly' },
        measures: [
          { id: 'cut', words: { zh: '调减', en: 'cut' } },
          { id: 'hold', words: { zh: '暂缓安排', en: 'held until done' } },
        ],
      },
    ],
  },
  examples: [
    { given: { when: '优' }, expect: { measures: ['guarantee-first'] } },
    { given: { when: '良' }, expect: { measures: ['guarantee'] } },
    { given: { when: '中' }, expect: { measures: ['cut-by-share'] } },
    { given: { when: '差' }, expect: { measures: ['cancel', 'suspend-next-year'] } },
    { given: { when: 'not-rectified' }, expect: { measures: ['cut', 'hold'] } },
    { given: { when: 'unheard-of' }, expect: { measures: null } },
  ],
};
