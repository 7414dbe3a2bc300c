import type { ClauseOf } from '../../clause.ts';

export const deadlineResultNotice: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/result-notice',
  question: 'deadline/result-notice',
  kind: 'deadline',
  title: { zh: '通报评价信息期限', en: 'notice of the result' },
  says: {
    zh: '“评价信息通报制”：向项目主管部门通报结果和问题，未定期限。推定：结果确认之日起10个工作日内。',
    en: 'Results and problems are notified to the department in charge (评价信息通报制), without a limit. Derived: within 10 working days of confirmation.',
  },
  source: { paper: '推定（答复三之二“通报制”未定期限）', article: '待财政局确认' },
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
    startsWith: { zh: '结果确认', en: 'confirmation of the result' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-09-25' }, expect: { due: '2014-10-14', provisional: false } }],
};
