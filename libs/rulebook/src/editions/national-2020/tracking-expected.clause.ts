import type { ClauseOf } from '../../clause.ts';

export const trackingExpected: ClauseOf<'expected'> = {
  id: 'national-2020/tracking/expected',
  question: 'tracking/expected',
  kind: 'expected',
  title: { zh: '截至当期应达进度', en: 'what is expected by now' },
  says: {
    zh: '先用项目自己带日期的进度计划：两个节点之间按天数直线推算，开工前为0，完工日为100%；没有计划的按月平均。施工、季节性项目按月平均会一律显红，所以计划优先。',
    en: 'The project’s own dated plan comes first: straight between two milestones by days, nothing before the start, all on the last day. Without a plan by straight months, which would paint every seasonal or construction project red; hence the order.',
  },
  source: { paper: '推定（按月平均取自别处运行规则；计划优先为本版设计）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按跟踪截止日推算；已填报的轮次不再重算。',
    en: 'Reckoned for the cut-off day of a round; a round once reported is not reckoned again.',
  },
  gate: 'warn',
  value: { withoutPlan: 'straight-months' },
  examples: [
    {
      given: { asOf: '2020-07-31', from: '2020-01-01', to: '2020-12-31', whole: '100', points: [] },
      expect: { share: { part: '7', whole: '12' }, percent: '58.33', by: 'straight-months' },
    },
    {
      given: {
        asOf: '2020-06-30',
        from: '2020-01-01',
        to: '2020-12-31',
        whole: '100',
        points: [{ on: '2020-06-30', reached: '60' }],
      },
      expect: { percent: '60.00', by: 'plan-curve' },
    },
    {
      given: {
        asOf: '2020-07-31',
        from: '2020-01-01',
        to: '2020-12-31',
        whole: '100',
        points: [{ on: '2020-06-30', reached: '60' }],
      },
      expect: { share: { part: '12280', whole: '18400' }, percent: '66.74', by: 'plan-curve' },
    },
    {
      given: {
        asOf: '2020-04-10',
        from: '2020-04-01',
        to: '2020-10-31',
        whole: '100',
        points: [{ on: '2020-04-20', reached: '10' }],
      },
      expect: { percent: '5.00', by: 'plan-curve' },
    },
    {
      given: {
        asOf: '2020-03-31',
        from: '2020-04-01',
        to: '2020-10-31',
        whole: '100',
        points: [{ on: '2020-04-20', reached: '10' }],
      },
      expect: { percent: '0.00', by: 'plan-curve' },
    },
    {
      given: {
        asOf: '2020-11-30',
        from: '2020-04-01',
        to: '2020-10-31',
        whole: '100',
        points: [{ on: '2020-04-20', reached: '10' }],
      },
      expect: { percent: '100.00', by: 'plan-curve' },
    },
  ],
};
