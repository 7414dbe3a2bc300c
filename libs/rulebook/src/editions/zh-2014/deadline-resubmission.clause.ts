import type { ClauseOf } from '../../clause.ts';

export const deadlineResubmission: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/resubmission',
  question: 'deadline/resubmission',
  kind: 'deadline',
  title: { zh: '退回后重新申报期限', en: 'declaring again after a return' },
  says: {
    zh: '评审退回的目标修改后重新申报。推定：退回之日起10个工作日内；逾期不报，视为当年不申报。',
    en: 'A goal returned at review is revised and declared again. Derived: within 10 working days of the return; after that it counts as not declared for the year.',
  },
  source: { paper: '推定（答复二之一未规定退回）', article: '待财政局确认' },
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
    startsWith: { zh: '评审退回', en: 'return at review' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-10-29' }, expect: { due: '2014-11-12', provisional: false } }],
};
