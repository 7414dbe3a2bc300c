import type { ClauseOf } from '../../clause.ts';

export const deadlineAccountabilityClue: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/accountability-clue',
  question: 'deadline/accountability-clue',
  kind: 'deadline',
  title: { zh: '问责线索核实期限', en: 'verification of a clue' },
  says: {
    zh: '对绩效负责的人终身负责，线索的核实未定期限。推定：线索产生之日起20个工作日内。',
    en: 'Those responsible answer for their lifetime; no limit is given for verifying a clue. Derived: within 20 working days of arising of the clue.',
  },
  source: { paper: '推定（中发〔2018〕34号未定天数）', article: '待财政局确认' },
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
    startsWith: { zh: '线索产生', en: 'arising of the clue' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-03-29', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-22', provisional: false } },
  ],
};
