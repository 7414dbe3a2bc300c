import type { ClauseOf } from '../../clause.ts';

export const goalThresholdNew: ClauseOf<'threshold'> = {
  id: 'national-2020/goal-threshold/new',
  question: 'goal-threshold/new',
  kind: 'threshold',
  title: { zh: '新增项目须设立绩效目标的金额', en: 'amount from which a new project must set goals' },
  says: {
    zh: '所有项目支出都要设立绩效目标，不设金额标准；没有目标的不得进入项目库，不得安排预算。新增项目从0元起适用。',
    en: 'Every project sets goals, whatever its amount; without a goal it enters neither the project library nor the budget. For a new project from 0 yuan on.',
  },
  source: { paper: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）', article: '绩效目标的设定范围' },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'goal-approval',
  transition: {
    zh: '按目标批复之日的条款；已批复的目标不变，已开始的审核沿用原条款。',
    en: 'Follows the day the goal is approved; an approved goal stays, and a review that has begun keeps its clause.',
  },
  gate: 'block',
  value: { atLeastFen: 0n },
  examples: [
    { given: { requestedFen: -1n }, expect: { required: false } },
    { given: { requestedFen: 0n }, expect: { required: true } },
    { given: { requestedFen: 1n }, expect: { required: true } },
  ],
};
