import type { ClauseOf } from '../../clause.ts';

export const accountabilityLadder: ClauseOf<'options'> = {
  id: 'national-2020/accountability/ladder',
  question: 'accountability/ladder',
  kind: 'options',
  title: { zh: '问责措施的梯次', en: 'ladder of measures' },
  says: {
    zh: '办法未定措施的先后。推定由轻到重：提醒、约谈、通报、责令整改、调减或收回、移送；对个人的处理由有权机关决定。',
    en: 'The rule does not say in which order measures come. Derived, mildest first: remind, talk, circulate, order, cut or take back, transfer; what concerns persons is decided by the body that has the right to.',
  },
  source: { paper: '推定（财预〔2020〕10号未定梯次）', article: '待财政局确认' },
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
      { id: 'remind', words: { zh: '提醒', en: 'remind' } },
      { id: 'talk', words: { zh: '约谈', en: 'talk' } },
      { id: 'circulate', words: { zh: '通报', en: 'circulate' } },
      { id: 'order', words: { zh: '责令整改', en: 'order to rectify' } },
      { id: 'cut-or-take-back', words: { zh: '调减或收回', en: 'cut or take back' } },
      { id: 'transfer', words: { zh: '移送', en: 'transfer' } },
    ],
  },
  examples: [
    { given: { chosen: '提醒' }, expect: { option: 'remind' } },
    { given: { chosen: '约谈' }, expect: { option: 'talk' } },
    { given: { chosen: '通报' }, expect: { option: 'circulate' } },
    { given: { chosen: '责令整改' }, expect: { option: 'order' } },
    { given: { chosen: '调减或收回' }, expect: { option: 'cut-or-take-back' } },
    { given: { chosen: '移送' }, expect: { option: 'transfer' } },
    { given: { chosen: 'remind' }, expect: { option: 'remind' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: null } },
  ],
};
