import type { ClauseOf } from '../../clause.ts';

export const deadlineSpotCheck: ClauseOf<'deadline'> = {
  id: 'national-2020/deadline/spot-check',
  question: 'deadline/spot-check',
  kind: 'deadline',
  title: { zh: '抽查自评的期限', en: 'spot check' },
  says: {
    zh: '对自评结果进行抽查，未定期限。推定：收到自评报告之日起30个工作日内。',
    en: 'Self-evaluations are checked by drawing; no limit is given. Derived: within 30 working days of receipt of the self-evaluation.',
  },
  source: { paper: '推定（财预〔2020〕10号只写抽查）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 30,
    unit: 'working-days',
    startsWith: { zh: '收到自评报告', en: 'receipt of the self-evaluation' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2023-03-01' }, expect: { due: '2023-04-13', provisional: false } },
    { given: { start: '2026-09-18' }, expect: { due: '2026-11-05', provisional: false } },
  ],
};
