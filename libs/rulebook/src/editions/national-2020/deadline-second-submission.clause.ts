import type { ClauseOf } from '../../clause.ts';

export const deadlineSecondSubmission: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/second-submission',
  question: 'deadline/second-submission',
  kind: 'deadline',
  title: { zh: '二上申报期限', en: 'second submission' },
  says: {
    zh: '按控制数修改预算和目标后二上，未定期限。推定：控制数下达之日起10个工作日内。',
    en: 'Budget and goal are matched to the control figure; no limit is given. Derived: within 10 working days of control figure.',
  },
  source: { paper: '推定（预算编制“两上两下”惯例）', article: '待财政局确认' },
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
    startsWith: { zh: '控制数下达', en: 'control figure' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-15', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-09', provisional: false } },
  ],
};
