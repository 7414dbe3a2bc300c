import type { ClauseOf } from '../../clause.ts';

export const deadlineResultConfirmation: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/result-confirmation',
  question: 'deadline/result-confirmation',
  kind: 'deadline',
  title: { zh: '确认评价结果的期限', en: 'confirmation of a result' },
  says: {
    zh: '评价结果的确认未定期限。推定：评分完成之日起15个工作日内。',
    en: 'No limit is given for confirming a result. Derived: within 15 working days of scoring.',
  },
  source: { paper: '推定（财预〔2020〕10号未定天数）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
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
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-22', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-15', provisional: false } },
  ],
};
