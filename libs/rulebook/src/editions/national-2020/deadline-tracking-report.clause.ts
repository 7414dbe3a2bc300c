import type { ClauseOf } from '../../clause.ts';

export const deadlineTrackingReport: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/tracking-report',
  question: 'deadline/tracking-report',
  kind: 'deadline',
  title: { zh: '监控报告期限', en: 'monitoring report' },
  says: {
    zh: '1月至7月的监控于8月31日前报送；其他监控轮次推定同为截止日起1个月。',
    en: 'The months to July are reported by 31 August; other rounds are derived to have a month as well.',
  },
  source: {
    paper: '《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）',
    article: '监控的时间和程序',
  },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 1,
    unit: 'months',
    startsWith: { zh: '本轮监控截止日', en: 'cut-off day of the round' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-07-31' }, expect: { due: '2023-08-31', provisional: false } },
    { given: { start: '2025-07-01' }, expect: { due: '2025-08-01', provisional: false } },
    { given: { start: '2026-07-31' }, expect: { due: '2026-08-31', provisional: false } },
  ],
};
