import type { ClauseOf } from '../../clause.ts';

export const lightGoal: ClauseOf<'light'> = {
  id: 'zh-2014/light/goal',
  question: 'light/goal',
  kind: 'light',
  title: { zh: '指标进度灯', en: 'light of an indicator' },
  says: {
    zh: '2014年的文件没有“红黄灯”。供选用：实际值与全年目标按月平均应达值之比，低于60%红，低于80%黄，其余绿；达到全年目标的120%为蓝，提示目标可能偏低。有计划进度的（施工、季节性项目）以自己的计划为准；比率、期末数等不随时间累加的与全年目标直接比；“越少越好”的以目标值与实际值之比看，不亮蓝灯。',
    en: 'No paper of 2014 has lights. Optional: the actual value against the month’s straight share of the year’s target, below 60 % red, below 80 % yellow, else green; from 120 % of the year’s target blue, the target being perhaps too low. A plan of the project’s own (seasonal and construction projects) comes first; a ratio or a value at the end, which does not grow over the year, is held against the whole target; where less is better the target is divided by the actual and nothing shines blue.',
  },
  source: { paper: '推定（别处省级系统的运行规则；财预〔2019〕136号亦无灯）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: { zh: '只作显示，不产生义务。', en: 'Shown only; creates no duty.' },
  gate: 'warn',
  value: { redBelowPercent: '60', yellowBelowPercent: '80', blueFromPercentOfYear: '120' },
  examples: [
    { given: { target: '100', actual: '45', month: 7 }, expect: { light: 'yellow', percent: '77.14' } },
    { given: { target: '100', actual: '35', month: 7 }, expect: { light: 'yellow', percent: '60.00' } },
    { given: { target: '100', actual: '34.9', month: 7 }, expect: { light: 'red', percent: '59.83' } },
    { given: { target: '100', actual: '46.66', month: 7 }, expect: { light: 'yellow', percent: '79.99' } },
    { given: { target: '100', actual: '46.67', month: 7 }, expect: { light: 'green', percent: '80.01' } },
    { given: { target: '100', actual: '0', month: 7 }, expect: { light: 'red', percent: '0.00' } },
    { given: { target: '100', actual: '119.99', month: 7 }, expect: { light: 'green' } },
    { given: { target: '100', actual: '120', month: 7 }, expect: { light: 'blue' } },
    { given: { target: '0', actual: '5', month: 7 }, expect: { light: null, percent: null } },
    { given: { target: '100', actual: '35.1', month: 7 }, expect: { light: 'yellow', percent: '60.17' } },
    { given: { target: '120', actual: '56', month: 7 }, expect: { light: 'green', percent: '80.00' } },
    { given: { target: '100', actual: '120.01', month: 7 }, expect: { light: 'blue' } },
    {
      given: { target: '95', actual: '90', month: 7, share: { part: '1', whole: '1' } },
      expect: { light: 'green', percent: '94.74' },
    },
    {
      given: { target: '12', actual: '18', month: 7, share: { part: '1', whole: '1' }, lessIsBetter: true },
      expect: { light: 'yellow', percent: '66.67' },
    },
    { given: { target: '0', actual: '0', month: 7, lessIsBetter: true }, expect: { light: 'green' } },
    { given: { target: '0', actual: '1', month: 7, lessIsBetter: true }, expect: { light: 'red' } },
  ],
};
