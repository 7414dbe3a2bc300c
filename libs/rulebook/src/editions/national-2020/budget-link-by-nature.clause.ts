import type { ClauseOf } from '../../clause.ts';

export const budgetLinkByNature: ClauseOf<'measures'> = {
  id: 'national-2020/budget-link/by-nature',
  question: 'budget-link/by-nature',
  kind: 'measures',
  title: { zh: '不同性质项目的处理', en: 'what follows by kind of project' },
  says: {
    zh: '评价结果差的，按项目性质处理：经常性项目调减或取消；阶段性项目边整改边暂停拨款，情况严重的停止；一次性项目从严审核以后的同类项目。',
    en: 'A poor result is dealt with by kind of project: a continuing one is cut or cancelled; a phased one has its payment suspended while it rectifies, and stops in serious cases; for a one-off new projects of the kind are judged strictly.',
  },
  source: { paper: '地方绩效评价结果应用的公开文本', article: '按项目性质分类处理' },
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
        when: 'continuing',
        words: { zh: '经常性项目', en: 'a continuing project' },
        measures: [
          { id: 'cut', words: { zh: '调减', en: 'cut' } },
          { id: 'cancel', words: { zh: '取消', en: 'cancel' } },
        ],
      },
      {
        when: 'phased',
        words: { zh: '阶段性项目', en: 'a phased project' },
        measures: [
          {
            id: 'suspend-payment',
            words: { zh: '整改期间暂停拨款', en: 'suspend payment while rectifying' },
          },
          { id: 'stop', words: { zh: '情况严重的停止', en: 'stop if serious' } },
        ],
      },
      {
        when: 'one-off',
        words: { zh: '一次性项目', en: 'a one-off project' },
        measures: [
          {
            id: 'strict-on-similar',
            words: { zh: '从严审核同类新项目', en: 'be strict on new similar projects' },
          },
        ],
      },
    ],
  },
  examples: [
    { given: { when: 'continuing' }, expect: { measures: ['cut', 'cancel'] } },
    { given: { when: 'phased' }, expect: { measures: ['suspend-payment', 'stop'] } },
    { given: { when: 'one-off' }, expect: { measures: ['strict-on-similar'] } },
    { given: { when: 'unheard-of' }, expect: { measures: null } },
  ],
};
