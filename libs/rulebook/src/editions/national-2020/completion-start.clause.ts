import type { ClauseOf } from '../../clause.ts';

export const completionStart: ClauseOf<'options'> = {
  id: 'national-2020/completion/start',
  question: 'completion/start',
  kind: 'options',
  title: { zh: '完成日期的认定', en: 'what counts as completion' },
  says: {
    zh: '办法未定何为“完成”。推定默认以竣工验收日为准；也可以最后付款日、竣工财务决算日为准，经常性项目以12月31日为准。记明采用哪一种和证明材料。',
    en: 'The rule does not say what completion is. Derived: the acceptance, unless the last payment or the financial close is taken; 31 December for a recurrent project. Which one was used, and its proof, are recorded.',
  },
  source: { paper: '推定（财预〔2020〕10号未定义完成）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  gate: 'warn',
  value: {
    options: [
      { id: 'acceptance', words: { zh: '竣工验收', en: 'acceptance' } },
      { id: 'final-payment', words: { zh: '最后一笔付款', en: 'last payment' } },
      { id: 'financial-close', words: { zh: '竣工财务决算', en: 'financial close' } },
      { id: 'year-end', words: { zh: '年度终了（12月31日）', en: '31 December' } },
    ],
    preset: 'acceptance',
  },
  examples: [
    { given: { chosen: '竣工验收' }, expect: { option: 'acceptance' } },
    { given: { chosen: '最后一笔付款' }, expect: { option: 'final-payment' } },
    { given: { chosen: '竣工财务决算' }, expect: { option: 'financial-close' } },
    { given: { chosen: '年度终了（12月31日）' }, expect: { option: 'year-end' } },
    { given: { chosen: 'acceptance' }, expect: { option: 'acceptance' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: 'acceptance' } },
  ],
};
