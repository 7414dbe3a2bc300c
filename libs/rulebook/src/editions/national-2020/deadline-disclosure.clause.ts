import type { ClauseOf } from '../../clause.ts';

export const deadlineDisclosure: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/disclosure',
  question: 'deadline/disclosure',
  kind: 'deadline',
  title: { zh: '公开期限', en: 'disclosure' },
  says: {
    zh: '经批准的预算、决算及其说明在批准后20日内公开，绩效目标和评价结果随之公开。',
    en: 'Budgets and accounts are public within 20 days of approval, goals and results with them.',
  },
  source: { paper: '《中华人民共和国预算法》', article: '第十四条' },
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
    startsWith: { zh: '批准或结果确认', en: 'approval, or confirmation of the result' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-02-10' }, expect: { due: '2023-03-02', provisional: false } },
    { given: { start: '2023-09-09' }, expect: { due: '2023-10-07', provisional: false } },
  ],
};
