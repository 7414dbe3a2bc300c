import type { ClauseOf } from '../../clause.ts';

export const deadlineRectificationConfirmation: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/rectification-confirmation',
  question: 'deadline/rectification-confirmation',
  kind: 'deadline',
  title: { zh: '确认整改期限', en: 'confirmation of a rectification' },
  says: {
    zh: '推定：收到整改报告之日起10个工作日内，财政确认整改或退回再改。',
    en: 'Derived: within 10 working days of the report finance confirms the rectification or sends it back.',
  },
  source: { paper: '推定（答复二之二）', article: '待财政局确认' },
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
    startsWith: { zh: '收到整改报告', en: 'receipt of the report' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-10-14' }, expect: { due: '2014-10-28', provisional: false } }],
};
