import type { ClauseOf } from '../../clause.ts';

export const deadlineResultConfirmation: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/result-confirmation',
  question: 'deadline/result-confirmation',
  kind: 'deadline',
  title: { zh: '财政确认评价结果的期限', en: 'confirmation of the result by finance' },
  says: {
    zh: '只有财政确认的结果才能用于挂钩。推定：评分完成之日起15个工作日内确认或退回。',
    en: 'Only a result that finance has confirmed may be used. Derived: confirmed or sent back within 15 working days of the scoring.',
  },
  source: { paper: '推定（答复三之一以评价结果为依据）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 15,
    unit: 'working-days',
    startsWith: { zh: '评分完成', en: 'scoring' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-09-25' }, expect: { due: '2014-10-21', provisional: false } }],
};
