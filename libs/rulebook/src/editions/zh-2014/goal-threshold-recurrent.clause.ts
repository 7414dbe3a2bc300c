import type { ClauseOf } from '../../clause.ts';

export const goalThresholdRecurrent: ClauseOf<'threshold'> = {
  id: 'zh-2014/goal-threshold/recurrent',
  question: 'goal-threshold/recurrent',
  kind: 'threshold',
  title: { zh: '经常性项目须设立绩效目标的金额', en: 'amount from which a recurrent project must set goals' },
  says: {
    zh: '申报预算安排“500万以上的经常性项目”，须设立项目预算绩效目标。按当年申报的金额计；“以上”包括本数。',
    en: 'A recurrent project (经常性项目) that requests 5,000,000.00 yuan or more for the year must set performance goals. The amount requested counts; 以上 includes the number itself.',
  },
  source: {
    paper: '镇海区财政局对区政协九届三次会议第11号提案的答复（2014-04-22）',
    article: '二之一，“源头性”绩效管理',
  },
  tier: 'seed',
  inForce: { from: '2013-01-01' },
  boundTo: 'goal-approval',
  transition: {
    zh: '答复称“继续开展”，故自2013年起适用；此前已安排预算的项目按接管项目登记，缺少目标只作标注。',
    en: 'The reply says that declaration continues, so it applies from 2013; a project budgeted before is taken over, its missing goal marked.',
  },
  gate: 'block',
  value: { atLeastFen: 5_000_000_00n },
  examples: [
    { given: { requestedFen: 4_999_999_99n }, expect: { required: false } },
    { given: { requestedFen: 5_000_000_00n }, expect: { required: true } },
    { given: { requestedFen: 5_000_000_01n }, expect: { required: true } },
  ],
};
