import type { ClauseOf } from '../../clause.ts';

export const deadlineFinanceReview: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/finance-review',
  question: 'deadline/finance-review',
  kind: 'deadline',
  title: { zh: '财政审核期限', en: 'review by finance' },
  says: {
    zh: '财政审核部门报送的目标，未定期限。推定：主管部门报送之日起15个工作日内。',
    en: 'Finance reviews what departments pass on; no limit is given. Derived: within 15 working days of passing on by the department.',
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
    count: 15,
    unit: 'working-days',
    startsWith: { zh: '主管部门报送', en: 'passing on by the department' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-22', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-15', provisional: false } },
  ],
};
