import type { ClauseOf } from '../../clause.ts';

export const deadlineResubmission: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/resubmission',
  question: 'deadline/resubmission',
  kind: 'deadline',
  title: { zh: '退回后重新申报期限', en: 'resubmission after a return' },
  says: {
    zh: '审核为中的退回修改后重新审核，未定期限。推定：审核退回之日起10个工作日内。',
    en: 'A goal reviewed as 中 is returned and reviewed again; no limit is given. Derived: within 10 working days of return at review.',
  },
  source: { paper: '推定（财预〔2015〕88号未定天数）', article: '待财政局确认' },
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
    startsWith: { zh: '审核退回', en: 'return at review' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-15', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-09', provisional: false } },
  ],
};
