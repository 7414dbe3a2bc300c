import type { ClauseOf } from '../../clause.ts';

export const deadlineReportCompletion: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/report-completion',
  question: 'deadline/report-completion',
  kind: 'deadline',
  title: { zh: '报告项目完成的期限', en: 'report of completion' },
  says: {
    zh: '由谁在何时报告完成未作规定。推定：计划完工日、验收日或最后付款日之日起10个工作日内。',
    en: 'Who reports completion, and when, is not said. Derived: within 10 working days of planned end, acceptance or final payment.',
  },
  source: { paper: '推定（财预〔2020〕10号未规定报告完成）', article: '待财政局确认' },
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
    startsWith: { zh: '计划完工日、验收日或最后付款日', en: 'planned end, acceptance or final payment' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-15', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-09', provisional: false } },
  ],
};
