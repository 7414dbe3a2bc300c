import type { ClauseOf } from '../../clause.ts';

export const lightMoney: ClauseOf<'light'> = {
  id: 'national-2020/light/money',
  question: 'light/money',
  kind: 'light',
  title: { zh: '资金进度灯', en: 'light of the money' },
  says: {
    zh: '全国文本没有“红黄灯”。供选用：支出占预算之比与时间进度之比，低于60%红，低于80%黄，其余绿。',
    en: 'The national text has no lights. Optional: the share of the budget spent against the share of the year gone by, below 60 % red, below 80 % yellow, else green.',
  },
  source: { paper: '推定（别处省级系统的运行规则；财预〔2019〕136号无灯）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: { zh: '只作显示，不产生义务。', en: 'Shown only; creates no duty.' },
  gate: 'warn',
  value: { redBelowPercent: '60', yellowBelowPercent: '80' },
  examples: [
    { given: { target: '1200000', actual: '299999.99', month: 5 }, expect: { light: 'red' } },
    {
      given: { target: '1200000', actual: '300000', month: 5 },
      expect: { light: 'yellow', percent: '60.00' },
    },
    { given: { target: '1200000', actual: '399999.99', month: 5 }, expect: { light: 'yellow' } },
    {
      given: { target: '1200000', actual: '400000', month: 5 },
      expect: { light: 'green', percent: '80.00' },
    },
    { given: { target: '1200000', actual: '2400000', month: 5 }, expect: { light: 'green' } },
    { given: { target: '0', actual: '0', month: 5 }, expect: { light: null, percent: null } },
    { given: { target: '1200000', actual: '300000.01', month: 5 }, expect: { light: 'yellow' } },
    { given: { target: '1200000', actual: '400000.01', month: 5 }, expect: { light: 'green' } },
  ],
};
