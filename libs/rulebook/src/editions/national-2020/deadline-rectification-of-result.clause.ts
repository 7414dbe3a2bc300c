import type { ClauseOf } from '../../clause.ts';

export const deadlineRectificationOfResult: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/rectification-of-result',
  question: 'deadline/rectification-of-result',
  kind: 'deadline',
  title: { zh: '评价问题整改期限', en: 'rectification of what an evaluation found' },
  says: {
    zh: '被评价单位对评价发现的问题进行整改，未定期限。推定：收到反馈之日起20个工作日内。',
    en: 'The unit rectifies what the evaluation found; no limit is given. Derived: within 20 working days of receipt of the feedback.',
  },
  source: { paper: '推定（财预〔2020〕10号未定天数）', article: '待财政局确认' },
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
    startsWith: { zh: '收到反馈', en: 'receipt of the feedback' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-29', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-22', provisional: false } },
  ],
};
