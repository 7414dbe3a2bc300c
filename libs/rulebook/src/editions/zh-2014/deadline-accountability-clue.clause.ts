import type { ClauseOf } from '../../clause.ts';

export const deadlineAccountabilityClue: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/accountability-clue',
  question: 'deadline/accountability-clue',
  kind: 'deadline',
  title: { zh: '问责线索核实期限', en: 'verification of an accountability clue' },
  says: {
    zh: '“谁用款、谁负责”，未达绩效目标的实行问责。推定：线索产生之日起20个工作日内核实，立案或了结并说明理由。',
    en: 'Who uses the money answers for it (谁用款、谁负责). Derived: a clue is verified within 20 working days and becomes a case or is closed with a reason.',
  },
  source: {
    paper: '推定（答复一之一“问责制”；《镇海区政府性资金使用绩效问责暂行规定》原文未见）',
    article: '待财政局确认',
  },
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
    startsWith: { zh: '线索产生', en: 'arising of the clue' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-09-25' }, expect: { due: '2014-10-28', provisional: false } }],
};
