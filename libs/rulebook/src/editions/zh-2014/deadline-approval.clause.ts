import type { ClauseOf } from '../../clause.ts';

export const deadlineApproval: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/approval',
  question: 'deadline/approval',
  kind: 'deadline',
  title: { zh: '批复期限', en: 'approval with the budget' },
  says: {
    zh: '目标随预算“同步批复”，按部门成批批复。推定：人代会批准预算之日起20日内；后来的预算法也用20日。',
    en: 'The goal is approved with the budget (同步批复), department by department. Derived: within 20 days of the congress’s approval, as the later budget law has it.',
  },
  source: { paper: '推定（答复二之一“同步批复”未定期限）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
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
    { given: { start: '2014-02-14' }, expect: { due: '2014-03-06', provisional: false } },
    { given: { start: '2014-02-17' }, expect: { due: '2014-03-10', provisional: false } },
  ],
};
