import type { ClauseOf } from '../../clause.ts';

export const deadlineTrackingReport: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/tracking-report',
  question: 'deadline/tracking-report',
  kind: 'deadline',
  title: { zh: '跟踪报告期限', en: 'report of a tracking round' },
  says: {
    zh: '“全过程”绩效跟踪未定报告期限。推定：每轮跟踪截止日起1个月内报告；后来的1至7月监控于8月31日前报告，与此相合，在2014年仅供选用。',
    en: 'The tracking of the whole process (全过程) has no date for reports. Derived: within one month of the round’s cut-off, which agrees with the later report by 31 August on January to July, optional in 2014.',
  },
  source: { paper: '推定（答复二之二；财预〔2019〕136号为后来规定）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 1,
    unit: 'months',
    startsWith: { zh: '本轮跟踪截止日', en: 'cut-off day of the round' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2014-07-31' }, expect: { due: '2014-09-01', provisional: false } },
    { given: { start: '2015-07-31' }, expect: { due: '2015-08-31', provisional: false } },
  ],
};
