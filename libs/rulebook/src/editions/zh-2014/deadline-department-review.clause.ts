import type { ClauseOf } from '../../clause.ts';

export const deadlineDepartmentReview: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/department-review',
  question: 'deadline/department-review',
  kind: 'deadline',
  title: { zh: '主管部门审核期限', en: 'review by the department in charge' },
  says: {
    zh: '目标与资金“同步申报、同步审核、同步批复”，先由主管部门审核。推定：申报之日起10个工作日内审核完毕。',
    en: 'Goal and money are declared, reviewed and approved as one (同步申报、同步审核、同步批复), by the department in charge first. Derived: within 10 working days of declaration.',
  },
  source: { paper: '推定（答复二之一“同步审核”未定期限）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
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
  examples: [{ given: { start: '2014-09-25' }, expect: { due: '2014-10-14', provisional: false } }],
};
