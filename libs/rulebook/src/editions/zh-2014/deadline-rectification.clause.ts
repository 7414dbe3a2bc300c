import type { ClauseOf } from '../../clause.ts';

export const deadlineRectification: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/rectification',
  question: 'deadline/rectification',
  kind: 'deadline',
  title: { zh: '整改报告期限', en: 'report on a rectification order' },
  says: {
    zh: '发现偏离“及时督促相关部门予以纠正”，未定期限。推定：收到督促整改通知之日起10个工作日内报告整改情况。',
    en: 'A deviation is corrected on prompting (及时督促…予以纠正), without a limit. Derived: a report within 10 working days of receiving the order.',
  },
  source: { paper: '推定（答复二之二；10个工作日取自浙江省级重点监控函）', article: '待财政局确认' },
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
    startsWith: { zh: '收到整改通知', en: 'receipt of the order' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2014-09-25' }, expect: { due: '2014-10-14', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-10-09', provisional: false } },
  ],
};
