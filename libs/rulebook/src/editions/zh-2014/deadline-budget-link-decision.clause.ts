import type { ClauseOf } from '../../clause.ts';

export const deadlineBudgetLinkDecision: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/budget-link-decision',
  question: 'deadline/budget-link-decision',
  kind: 'deadline',
  title: { zh: '挂钩决定期限', en: 'decision on the budget link' },
  says: {
    zh: '“挂钩制”未定作出决定的期限。推定：结果确认之日起20个工作日内，就优先、不变或调减作出决定并说明理由。',
    en: 'The link (挂钩制) has no date. Derived: within 20 working days of confirmation the decision is made, with its reason.',
  },
  source: { paper: '推定（答复三之一“挂钩制”未定期限）', article: '待财政局确认' },
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
    startsWith: { zh: '结果确认', en: 'confirmation of the result' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-09-25' }, expect: { due: '2014-10-28', provisional: false } }],
};
