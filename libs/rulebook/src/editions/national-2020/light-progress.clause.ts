import type { ClauseOf } from '../../clause.ts';

export const lightProgress: ClauseOf<'light'> = {
  id: 'national-2020/light/progress',
  question: 'light/progress',
  kind: 'light',
  title: { zh: '实施进程灯', en: 'light of the work' },
  says: {
    zh: '全国文本没有“红黄灯”。供选用：实施进度与截至当期应达进度之比，低于60%红，低于80%黄，其余绿；有带日期的进度计划的以计划为准。',
    en: 'The national text has no lights. Optional: the work done against what is expected by then, below 60 % red, below 80 % yellow, else green; a dated plan of the project comes before the straight months.',
  },
  source: { paper: '推定（别处省级系统的运行规则；财预〔2019〕136号无灯）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: { zh: '只作显示，不产生义务。', en: 'Shown only; creates no duty.' },
  gate: 'warn',
  value: { redBelowPercent: '60', yellowBelowPercent: '80' },
  examples: [
    { given: { target: '100', actual: '34.9', month: 7 }, expect: { light: 'red', percent: '59.83' } },
    { given: { target: '100', actual: '35', month: 7 }, expect: { light: 'yellow', percent: '60.00' } },
    { given: { target: '100', actual: '35.1', month: 7 }, expect: { light: 'yellow', percent: '60.17' } },
    { given: { target: '100', actual: '46.66', month: 7 }, expect: { light: 'yellow', percent: '79.99' } },
    { given: { target: '120', actual: '56', month: 7 }, expect: { light: 'green', percent: '80.00' } },
    { given: { target: '100', actual: '46.67', month: 7 }, expect: { light: 'green', percent: '80.01' } },
    {
      given: { target: '100', actual: '15', month: 7, share: { part: '20', whole: '100' } },
      expect: { light: 'yellow', percent: '75.00' },
    },
  ],
};
