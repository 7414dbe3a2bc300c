import type { ClauseOf } from '../../clause.ts';

export const deadlineReportCompletion: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/report-completion',
  question: 'deadline/report-completion',
  kind: 'deadline',
  title: { zh: '报告项目完成的期限', en: 'report of completion' },
  says: {
    zh: '答复规定完成后3个月内上报评价报告，但未规定由谁报告“完成”。推定：计划完工日、验收日或最后付款日到来之日起10个工作日内，单位报告完成或申请延期；逾期不报，财政可以自行认定。经常性项目每年12月31日视为当年完成。',
    en: 'The reply counts three months from completion but does not say who reports it. Derived: within 10 working days of the planned end, the acceptance or the final payment the unit reports completion or asks for an extension; failing that, finance may establish it. For a recurrent project each 31 December counts.',
  },
  source: { paper: '推定（答复二之三未规定报告完成）', article: '待财政局确认' },
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
    startsWith: { zh: '计划完工日、验收日或最后付款日', en: 'planned end, acceptance or final payment' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2013-12-31' }, expect: { due: '2014-01-15', provisional: false } },
    { given: { start: '2014-09-25' }, expect: { due: '2014-10-14', provisional: false } },
  ],
};
