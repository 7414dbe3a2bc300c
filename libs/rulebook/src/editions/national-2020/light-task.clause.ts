import type { ClauseOf } from '../../clause.ts';

export const lightTask: ClauseOf<'task-light'> = {
  id: 'national-2020/light/task',
  question: 'light/task',
  kind: 'task-light',
  title: { zh: '任务时限灯', en: 'light of a task' },
  says: {
    zh: '全国文本没有“红黄灯”。供选用：超过期限红，剩余天数在预警天数以内黄，其余绿；期限当日不算逾期；预警天数每项任务可另定。',
    en: 'The national text has no lights. Optional: red once the last day has passed, yellow within the warning days, else green; the last day itself is not overdue; a task may have warning days of its own.',
  },
  source: { paper: '推定（别处省级系统的运行规则；财预〔2019〕136号无灯）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: { zh: '只作显示，不产生义务。', en: 'Shown only; creates no duty.' },
  gate: 'warn',
  value: { warningDays: 7 },
  examples: [
    { given: { today: '2020-09-02', due: '2020-09-01' }, expect: { light: 'red', daysLeft: -1 } },
    { given: { today: '2020-09-01', due: '2020-09-01' }, expect: { light: 'yellow', daysLeft: 0 } },
    { given: { today: '2020-08-31', due: '2020-09-01' }, expect: { light: 'yellow', daysLeft: 1 } },
    { given: { today: '2020-08-26', due: '2020-09-01' }, expect: { light: 'yellow', daysLeft: 6 } },
    { given: { today: '2020-08-25', due: '2020-09-01' }, expect: { light: 'yellow', daysLeft: 7 } },
    { given: { today: '2020-08-24', due: '2020-09-01' }, expect: { light: 'green', daysLeft: 8 } },
    {
      given: { today: '2020-08-28', due: '2020-09-01', warningDays: 3 },
      expect: { light: 'green', daysLeft: 4 },
    },
  ],
};
