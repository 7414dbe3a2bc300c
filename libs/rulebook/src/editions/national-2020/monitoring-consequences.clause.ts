import type { ClauseOf } from '../../clause.ts';

export const monitoringConsequences: ClauseOf<'measures'> = {
  id: 'national-2020/monitoring/consequences',
  question: 'monitoring/consequences',
  kind: 'measures',
  title: { zh: '监控发现问题的处理', en: 'what follows from monitoring' },
  says: {
    zh: '因客观原因目标难以实现或支出进度慢的，预算和目标一并调减；严重偏离目标，或者已有、预期有重大损失或风险的，暂停项目、停止拨款并调减预算。',
    en: 'Where outside causes keep the goal from being reached or the money from being spent, budget and goal are cut together; a serious deviation, or great loss or risk, there or expected, suspends the project, stops payment and cuts the budget.',
  },
  source: {
    paper: '《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）',
    article: '监控结果的应用',
  },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按义务产生之日的条款；已办的不重来。',
    en: 'Judged under the clause in force when the duty arises; what was done stays done.',
  },
  gate: 'warn',
  value: {
    cases: [
      {
        when: 'outside-cause',
        words: { zh: '客观原因导致目标难实现或支出慢', en: 'goal or spending behind by outside causes' },
        measures: [
          { id: 'cut', words: { zh: '调减预算', en: 'cut the budget' } },
          { id: 'change-goal', words: { zh: '同步调整目标', en: 'change the goal together' } },
        ],
      },
      {
        when: 'serious-deviation',
        words: { zh: '严重偏离目标', en: 'serious deviation' },
        measures: [
          { id: 'suspend', words: { zh: '暂停项目', en: 'suspend the project' } },
          { id: 'stop-payment', words: { zh: '停止拨款', en: 'stop payment' } },
          { id: 'cut', words: { zh: '调减预算', en: 'cut the budget' } },
        ],
      },
      {
        when: 'great-loss-or-risk',
        words: { zh: '已有或预期有重大损失或风险', en: 'great loss or risk, there or expected' },
        measures: [
          { id: 'suspend', words: { zh: '暂停项目', en: 'suspend the project' } },
          { id: 'stop-payment', words: { zh: '停止拨款', en: 'stop payment' } },
          { id: 'cut', words: { zh: '调减预算', en: 'cut the budget' } },
        ],
      },
    ],
  },
  examples: [
    { given: { when: 'outside-cause' }, expect: { measures: ['cut', 'change-goal'] } },
    { given: { when: 'serious-deviation' }, expect: { measures: ['suspend', 'stop-payment', 'cut'] } },
    { given: { when: 'great-loss-or-risk' }, expect: { measures: ['suspend', 'stop-payment', 'cut'] } },
    { given: { when: 'unheard-of' }, expect: { measures: null } },
  ],
};
