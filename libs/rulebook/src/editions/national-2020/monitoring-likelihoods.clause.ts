import type { ClauseOf } from '../../clause.ts';

export const monitoringLikelihoods: ClauseOf<'options'> = {
  id: 'national-2020/monitoring/likelihoods',
  question: 'monitoring/likelihoods',
  kind: 'options',
  title: { zh: '完成目标的可能性', en: 'likelihood of reaching the goal' },
  says: {
    zh: '监控表逐项判断全年目标：确定能、有可能、完全不可能。',
    en: 'For each indicator the table says whether the year’s target will be reached: certainly, possibly, not at all.',
  },
  source: {
    paper: '《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）',
    article: '附表：项目支出绩效目标执行监控表',
  },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款；已办的不重来。',
    en: 'Judged under the clause in force when the duty arises; what was done stays done.',
  },
  value: {
    options: [
      { id: 'certain', words: { zh: '确定能', en: 'certainly' } },
      { id: 'possible', words: { zh: '有可能', en: 'possibly' } },
      { id: 'impossible', words: { zh: '完全不可能', en: 'not at all' } },
    ],
  },
  examples: [
    { given: { chosen: '确定能' }, expect: { option: 'certain' } },
    { given: { chosen: '有可能' }, expect: { option: 'possible' } },
    { given: { chosen: '完全不可能' }, expect: { option: 'impossible' } },
    { given: { chosen: 'certain' }, expect: { option: 'certain' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: null } },
  ],
};
