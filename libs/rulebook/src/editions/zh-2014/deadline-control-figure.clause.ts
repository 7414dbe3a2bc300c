import type { ClauseOf } from '../../clause.ts';

export const deadlineControlFigure: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/control-figure',
  question: 'deadline/control-figure',
  kind: 'deadline',
  title: { zh: '下达预算控制数期限', en: 'control figure (一下)' },
  says: {
    zh: '财政审核后下达预算控制数（一下）。推定：审核完成之日起20个工作日内。',
    en: 'After its review finance sends down the control figure (一下). Derived: within 20 working days of the review.',
  },
  source: { paper: '推定（预算编制“两上两下”惯例）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
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
  examples: [{ given: { start: '2014-11-04' }, expect: { due: '2014-12-02', provisional: false } }],
};
