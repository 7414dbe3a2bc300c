import type { ClauseOf } from '../../clause.ts';

export const deadlineDisclosure: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/disclosure',
  question: 'deadline/disclosure',
  kind: 'deadline',
  title: { zh: '公开期限', en: 'disclosure' },
  says: {
    zh: '“公开制”试行，未定期限。推定：结果确认之日起20日内决定公开并公开，或写明不公开的理由；20日为后来预算法的期限，在2014年仅供选用。',
    en: 'Disclosure (公开制) is on trial, without a limit. Derived: within 20 days of confirmation it is disclosed, or withheld with a reason; 20 days come from the later budget law, optional in 2014.',
  },
  source: { paper: '推定（答复三之一“公开制”未定期限）', article: '待财政局确认' },
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
    startsWith: { zh: '结果确认', en: 'confirmation of the result' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2014-09-10' }, expect: { due: '2014-09-30', provisional: false } },
    { given: { start: '2014-09-11' }, expect: { due: '2014-10-08', provisional: false } },
  ],
};
