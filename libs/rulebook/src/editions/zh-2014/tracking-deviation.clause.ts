import type { ClauseOf } from '../../clause.ts';

export const trackingDeviation: ClauseOf<'deviation'> = {
  id: 'zh-2014/tracking/deviation',
  question: 'tracking/deviation',
  kind: 'deviation',
  title: { zh: '绩效运行偏离的判断', en: 'when a project has left its goal' },
  says: {
    zh: '答复要求掌握“绩效目标实现程度、资金支出进度和项目实施进程”，“发生偏离”即督促纠正，未定界限。推定：资金与目标（或进程）相差20个百分点以上，或目标低于计划进度的60%，为偏离；低于80%只提示；“以上”包括本数。',
    en: 'The reply watches goal, money and progress and has deviations (发生偏离) corrected, without a limit. Derived: money and goal (or progress) 20 or more percentage points apart, or the goal below 60 % of its plan, is a deviation; below 80 % is a warning.',
  },
  source: { paper: '推定（答复二之二只写“发生偏离”；60与80取自别处运行规则）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '按跟踪当日的条款判断；先用项目自己的计划进度，无计划进度时只比较三项指标。',
    en: 'Judged on the day of the round; the project’s own plan curve comes first, without one only the three measures are compared.',
  },
  gate: 'warn',
  value: { gapFromPercentPoints: '20', deviatesBelowPercentOfPlan: '60', warnsBelowPercentOfPlan: '80' },
  examples: [
    { given: { goalPercent: '30', moneyPercent: '90', progressPercent: '85' }, expect: { deviates: true } },
    { given: { goalPercent: '50', moneyPercent: '70', progressPercent: '60' }, expect: { deviates: true } },
    {
      given: { goalPercent: '50.01', moneyPercent: '70', progressPercent: '60' },
      expect: { deviates: false, findings: [] },
    },
    { given: { goalPercent: '70', moneyPercent: '50', progressPercent: '60' }, expect: { deviates: true } },
    { given: { goalPercent: '60', moneyPercent: '70', progressPercent: '50' }, expect: { deviates: true } },
    {
      given: { goalPercent: '35', moneyPercent: '40', progressPercent: '40', plannedPercent: '58.34' },
      expect: { deviates: true },
    },
    {
      given: { goalPercent: '36', moneyPercent: '40', progressPercent: '40', plannedPercent: '60' },
      expect: {
        deviates: false,
        findings: [
          {
            zh: '绩效目标只达到计划进度的60.00%，低于80%',
            en: 'the goal stands at 60.00% of its plan, below 80%',
          },
        ],
      },
    },
    {
      given: { goalPercent: '48', moneyPercent: '50', progressPercent: '50', plannedPercent: '60' },
      expect: { deviates: false, findings: [] },
    },
    {
      given: { goalPercent: null, moneyPercent: '90', progressPercent: '85' },
      expect: {
        deviates: false,
        findings: [
          {
            zh: '绩效目标实现程度未填报，无法比较',
            en: 'goal attainment is not reported and cannot be compared',
          },
        ],
      },
    },
    {
      given: { goalPercent: '49.99', moneyPercent: '70', progressPercent: '50' },
      expect: { deviates: true },
    },
    {
      given: { goalPercent: '36.1', moneyPercent: '50', progressPercent: '50', plannedPercent: '60' },
      expect: {
        deviates: false,
        findings: [
          {
            zh: '绩效目标只达到计划进度的60.17%，低于80%',
            en: 'the goal stands at 60.17% of its plan, below 80%',
          },
        ],
      },
    },
    {
      given: { goalPercent: '47.9', moneyPercent: '50', progressPercent: '50', plannedPercent: '60' },
      expect: {
        deviates: false,
        findings: [
          {
            zh: '绩效目标只达到计划进度的79.83%，低于80%',
            en: 'the goal stands at 79.83% of its plan, below 80%',
          },
        ],
      },
    },
    {
      given: { goalPercent: '48.1', moneyPercent: '50', progressPercent: '50', plannedPercent: '60' },
      expect: { deviates: false, findings: [] },
    },
  ],
};
