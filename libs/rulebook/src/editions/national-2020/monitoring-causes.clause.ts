import type { ClauseOf } from '../../clause.ts';

export const monitoringCauses: ClauseOf<'options'> = {
  id: 'national-2020/monitoring/causes',
  question: 'monitoring/causes',
  kind: 'options',
  title: { zh: '偏差原因的类别', en: 'causes of a deviation' },
  says: {
    zh: '监控表把偏差原因分为五类：经费保障、制度保障、人员保障、硬件条件保障、其他，并写明具体情况。',
    en: 'The monitoring table sorts causes of a deviation into five: money, rules, people, equipment, other; each with a text.',
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
      { id: 'funding', words: { zh: '经费保障', en: 'money' } },
      { id: 'rules', words: { zh: '制度保障', en: 'rules' } },
      { id: 'staff', words: { zh: '人员保障', en: 'people' } },
      { id: 'hardware', words: { zh: '硬件条件保障', en: 'equipment' } },
      { id: 'other', words: { zh: '其他', en: 'other' } },
    ],
  },
  examples: [
    { given: { chosen: '经费保障' }, expect: { option: 'funding' } },
    { given: { chosen: '制度保障' }, expect: { option: 'rules' } },
    { given: { chosen: '人员保障' }, expect: { option: 'staff' } },
    { given: { chosen: '硬件条件保障' }, expect: { option: 'hardware' } },
    { given: { chosen: '其他' }, expect: { option: 'other' } },
    { given: { chosen: 'funding' }, expect: { option: 'funding' } },
    { given: { chosen: '都不是' }, expect: { option: null } },
    { given: { chosen: null }, expect: { option: null } },
  ],
};
