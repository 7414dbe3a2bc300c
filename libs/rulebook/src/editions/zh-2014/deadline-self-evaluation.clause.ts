import type { ClauseOf } from '../../clause.ts';

export const deadlineSelfEvaluation: ClauseOf<'deadline'> = {
  id: 'zh-2014/deadline/self-evaluation',
  question: 'deadline/self-evaluation',
  kind: 'deadline',
  title: { zh: '自评报告上报期限', en: 'report of the self-evaluation' },
  says: {
    zh: '“单位部门自评、限期上交报告”：“项目完成后3个月内上报绩效评价报告”。完成以验收日为准（推定），经常性项目以12月31日为准；记明采用了哪一种及其证明材料。',
    en: 'Units evaluate themselves and report in time (限期上交报告): within three months of completion (项目完成后3个月内). Completion is the acceptance (derived), for a recurrent project 31 December; which one was used, and its proof, are recorded.',
  },
  source: {
    paper: '镇海区财政局对区政协九届三次会议第11号提案的答复（2014-04-22）',
    article: '二之三，“多渠道”评价机制',
  },
  tier: 'seed',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款计算；已算定的日期不因条款变化而改变，放假安排公布后的暂定日期除外。',
    en: 'Computed under the clause in force when the duty arises; a computed date stays, except a provisional one when the year’s holidays are published.',
  },
  value: {
    count: 3,
    unit: 'months',
    startsWith: { zh: '项目完成', en: 'completion of the project' },
    restDayRule: 'next-working-day',
  },
  examples: [
    { given: { start: '2013-11-30' }, expect: { due: '2014-02-28', provisional: false } },
    { given: { start: '2014-07-01' }, expect: { due: '2014-10-08', provisional: false } },
    { given: { start: '2014-06-28' }, expect: { due: '2014-09-28', provisional: false } },
    { given: { start: '2014-07-11' }, expect: { due: '2014-10-11', provisional: false } },
    { given: { start: '2013-12-31' }, expect: { due: '2014-03-31', provisional: false } },
    { given: { start: '2026-10-01' }, expect: { due: '2027-01-01', provisional: true } },
  ],
};
