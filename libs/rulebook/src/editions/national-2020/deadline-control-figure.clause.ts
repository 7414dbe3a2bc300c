import type { ClauseOf } from '../../clause.ts';

export const deadlineControlFigure: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/control-figure',
  question: 'deadline/control-figure',
  kind: 'deadline',
  title: { zh: '下达预算控制数期限', en: 'control figure' },
  says: {
    zh: '审核后下达预算控制数（一下），未定期限。推定：财政审核完成之日起20个工作日内。',
    en: 'The control figure follows the review; no limit is given. Derived: within 20 working days of review by finance.',
  },
  source: { paper: '推定（预算编制“两上两下”惯例）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 20,
    unit: 'working-days',
    startsWith: { zh: '财政审核完成', en: 'review by finance' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-29', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-22', provisional: false } },
  ],
};
