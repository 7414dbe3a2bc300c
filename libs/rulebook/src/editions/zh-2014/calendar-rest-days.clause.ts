import type { ClauseOf } from '../../clause.ts';

export const calendarRestDays: ClauseOf<'options'> = {
  id: 'zh-2014/calendar/rest-days',
  question: 'calendar/rest-days',
  kind: 'options',
  title: { zh: '期限是否适用休息日顺延', en: 'whether rest days move a due day' },
  says: {
    zh: '答复未定期限如何计算。推定：比照民法典第201条至第203条，起算日不计入，期限末日是法定休息日的顺延。',
    en: 'The reply does not say how days are counted. Derived: as in arts. 201–203 of the Civil Code, the first day is not counted and a last day of rest moves on.',
  },
  source: { paper: '推定（比照民法典第201条至第203条）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  gate: 'warn',
  value: {
    options: [
      { id: 'applies', words: { zh: '适用', en: 'applies' } },
      { id: 'does-not-apply', words: { zh: '不适用', en: 'does not apply' } },
    ],
    preset: 'applies',
  },
  examples: [
    { given: { chosen: '适用' }, expect: { option: 'applies' } },
    { given: { chosen: '不适用' }, expect: { option: 'does-not-apply' } },
    { given: { chosen: 'applies' }, expect: { option: 'applies' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: 'applies' } },
  ],
};
