import type { ClauseOf } from '../../clause.ts';

export const deadlineSecondSubmission: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/second-submission',
  question: 'deadline/second-submission',
  kind: 'deadline',
  title: { zh: '二上申报期限', en: 'second submission (二上)' },
  says: {
    zh: '控制数低于申报数的，单位在二上时同步调整目标。推定：控制数下达之日起10个工作日内报送。',
    en: 'Where the control figure is below the request, the unit revises the goal to match in the second submission (二上). Derived: within 10 working days of the control figure.',
  },
  source: { paper: '推定（预算编制“两上两下”惯例）', article: '待财政局确认' },
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
    startsWith: { zh: '控制数下达', en: 'control figure' },
    restDayRule: 'next-working-day',
  },
  examples: [{ given: { start: '2014-12-02' }, expect: { due: '2014-12-16', provisional: false } }],
};
