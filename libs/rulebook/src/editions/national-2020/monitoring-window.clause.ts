import type { ClauseOf } from '../../clause.ts';

export const monitoringWindow: ClauseOf<'yearly-window'> = {
  id: 'national-2020/monitoring/window',
  question: 'monitoring/window',
  kind: 'yearly-window',
  title: { zh: '年度集中绩效监控', en: 'the yearly monitoring' },
  says: {
    zh: '每年8月对1月至7月的预算执行和绩效目标实现情况集中监控，部门于8月31日前报送财政；8月31日是休息日的，依惯例顺延（推定）。',
    en: 'Each August the months January to July are monitored, money and goals together; the department reports by 31 August. Where that is a rest day it moves to the next working day (derived).',
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
  gate: 'warn',
  value: { from: '01-01', to: '07-31', reportBy: '08-31', restDayRule: 'next-working-day' },
  examples: [
    {
      given: { fiscalYear: 2023 },
      expect: { from: '2023-01-01', to: '2023-07-31', due: '2023-08-31', provisional: false },
    },
    { given: { fiscalYear: 2025 }, expect: { due: '2025-09-01' } },
    { given: { fiscalYear: 2027 }, expect: { due: '2027-08-31', provisional: true } },
  ],
};
