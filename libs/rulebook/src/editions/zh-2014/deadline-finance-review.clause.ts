import type { ClauseOf } from '../../clause.ts';

export const deadlineFinanceReview: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/finance-review',
  question: 'deadline/finance-review',
  kind: 'deadline',
  title: { zh: '财政审核期限', en: 'review by finance' },
  says: {
    zh: '业务科室审资金，绩效科按5个方面23个要点审目标，一并提出意见。推定：主管部门报送之日起15个工作日内完成。',
    en: 'The business office reviews the money, the performance office the goal on 23 points of 5 aspects, as one. Derived: within 15 working days of the department’s passing it on.',
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
    count: 15,
    unit: 'working-days',
    startsWith: { zh: '主管部门报送', en: 'passing on by the department' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-10-14' }, expect: { due: '2014-11-04', provisional: false } }],
};
