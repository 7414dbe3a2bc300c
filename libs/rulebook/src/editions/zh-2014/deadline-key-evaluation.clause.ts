import type { ClauseOf } from '../../clause.ts';

export const deadlineKeyEvaluation: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/key-evaluation',
  question: 'deadline/key-evaluation',
  kind: 'deadline',
  title: { zh: '财政重点评价的期限', en: 'finance key evaluation' },
  says: {
    zh: '对群众关注度高、社会影响面广的项目“由财政部门重点评价”，未定期限。推定：列入评价计划之日起60个工作日内提出评价报告；委托中介时相同。',
    en: 'Projects of high attention and wide effect are evaluated by finance (重点评价), without a limit. Derived: the report within 60 working days of entering the plan, also where an intermediary is commissioned.',
  },
  source: { paper: '推定（答复二之三只写“重点评价”）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 60,
    unit: 'working-days',
    startsWith: { zh: '列入评价计划', en: 'entry into the evaluation plan' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-05-05' }, expect: { due: '2014-07-29', provisional: false } }],
};
