import type { ClauseOf } from '../../clause.ts';

export const deadlineKeyEvaluation: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/key-evaluation',
  question: 'deadline/key-evaluation',
  kind: 'deadline',
  title: { zh: '部门评价和财政评价的期限', en: 'department and finance evaluations' },
  says: {
    zh: '评价工作的期限由工作方案确定，未统一规定。推定：列入评价计划之日起60个工作日内。',
    en: 'The work plan sets the time; there is no common limit. Derived: within 60 working days of entry into the evaluation plan.',
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
    count: 60,
    unit: 'working-days',
    startsWith: { zh: '列入评价计划', en: 'entry into the evaluation plan' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-05-26', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-12-17', provisional: false } },
  ],
};
