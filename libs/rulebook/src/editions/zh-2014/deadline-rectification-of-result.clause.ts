import type { ClauseOf } from '../../clause.ts';

export const deadlineRectificationOfResult: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/rectification-of-result',
  question: 'deadline/rectification-of-result',
  kind: 'deadline',
  title: { zh: '评价问题整改期限', en: 'rectification of problems found by evaluation' },
  says: {
    zh: '评价发现的问题作为“改进预算管理”的依据，逐条整改。推定：收到通报之日起20个工作日内逐条答复。',
    en: 'The problems found are the basis for improvement (改进预算管理). Derived: each is answered within 20 working days of the notice.',
  },
  source: { paper: '推定（答复三之二未定期限）', article: '待财政局确认' },
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
    startsWith: { zh: '收到通报', en: 'receipt of the notice' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-09-25' }, expect: { due: '2014-10-28', provisional: false } }],
};
