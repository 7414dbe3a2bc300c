import type { ClauseOf } from '../../clause.ts';

export const deadlineSelfEvaluation: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/self-evaluation',
  question: 'deadline/self-evaluation',
  kind: 'deadline',
  title: { zh: '自评报告上报期限', en: 'report of the self-evaluation' },
  says: {
    zh: '自评结果随部门决算报送，决算的日子每年另行通知。推定：项目完成或年度终了之日起3个月内。',
    en: 'Self-evaluations go in with the final accounts, whose day a notice gives each year. Derived: within 3 months of completion, or the end of the year.',
  },
  source: { paper: '推定（财预〔2020〕10号只写随部门决算报送）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 3,
    unit: 'months',
    startsWith: { zh: '项目完成或年度终了', en: 'completion, or the end of the year' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-07-31' }, expect: { due: '2023-10-31', provisional: false } },
    { given: { start: '2025-07-01' }, expect: { due: '2025-10-09', provisional: false } },
  ],
};
