import type { ClauseOf } from '../../clause.ts';

export const deadlineApproval: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/approval',
  question: 'deadline/approval',
  kind: 'deadline',
  title: { zh: '批复期限', en: 'approval with the budget' },
  says: {
    zh: '目标随部门预算一并批复；预算经人大批准后20日内批复。',
    en: 'The goal is approved with the budget, within 20 days of the congress’s approval.',
  },
  source: { paper: '《中华人民共和国预算法》', article: '第五十二条' },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 20,
    unit: 'days',
    startsWith: { zh: '人代会批准预算', en: 'approval of the budget by the congress' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-02-10' }, expect: { due: '2023-03-02', provisional: false } },
    { given: { start: '2023-09-09' }, expect: { due: '2023-10-07', provisional: false } },
  ],
};
