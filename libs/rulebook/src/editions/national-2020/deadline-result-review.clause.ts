import type { ClauseOf } from '../../clause.ts';

export const deadlineResultReview: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/result-review',
  question: 'deadline/result-review',
  kind: 'deadline',
  title: { zh: '申请复核期限', en: 'asking for a review of a result' },
  says: {
    zh: '未见复核的规定，为公平起见推定：收到结果之日起10个工作日内可以申请复核一次，复核期间不停止执行。',
    en: 'No paper speaks of a review. Derived for fairness: it may be asked for once, within 10 working days of receiving the result; execution goes on meanwhile.',
  },
  source: { paper: '推定（未见复核的规定）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 10,
    unit: 'working-days',
    startsWith: { zh: '收到结果', en: 'receipt of the result' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-15', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-09', provisional: false } },
  ],
};
