import type { ClauseOf } from '../../clause.ts';

export const deadlineSpotCheck: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/spot-check',
  question: 'deadline/spot-check',
  kind: 'deadline',
  title: { zh: '抽检自评的期限', en: 'spot check of a self-evaluation' },
  says: {
    zh: '“财政部门对自评情况进行抽检”，未定期限。推定：自评报告收到之日起30个工作日内完成抽检。',
    en: 'Finance checks self-evaluations by sample (抽检), without a limit. Derived: within 30 working days of receiving the report.',
  },
  source: { paper: '推定（答复二之三只写“抽检”）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 30,
    unit: 'working-days',
    startsWith: { zh: '收到自评报告', en: 'receipt of the self-evaluation' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-03-31' }, expect: { due: '2014-05-14', provisional: false } }],
};
