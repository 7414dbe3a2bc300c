import type { ClauseOf } from '../../clause.ts';

export const deadlineDepartmentReview: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/department-review',
  question: 'deadline/department-review',
  kind: 'deadline',
  title: { zh: '主管部门审核期限', en: 'review by the department' },
  says: {
    zh: '目标由主管部门先审核，未定期限。推定：单位申报之日起10个工作日内。',
    en: 'The department reviews first; no limit is given. Derived: within 10 working days of declaration by the unit.',
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
    startsWith: { zh: '单位申报', en: 'declaration by the unit' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-15', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-09', provisional: false } },
  ],
};
