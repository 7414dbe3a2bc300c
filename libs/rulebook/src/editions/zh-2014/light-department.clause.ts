import type { ClauseOf } from '../../clause.ts';

export const lightDepartment: ClauseOf<'answers-light'> = {
  id: 'zh-2014/light/department',
  question: 'light/department',
  kind: 'answers-light',
  title: { zh: '部门灯', en: 'light of a department' },
  says: {
    zh: '2014年的文件没有“红黄灯”。供选用：两项判断，第一项为否红；第一项为是而目标未完成黄；两项都为是绿。第一项问什么，所见规则没有写明，按“按期报送运行监控”处理。',
    en: 'No paper of 2014 has lights. Optional: two answers; the first denied is red, the first affirmed with the goals unmet yellow, both affirmed green. The rule as seen does not say what is asked first; here it is whether the monitoring was reported in time.',
  },
  source: { paper: '推定（别处市级系统的运行规则）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'duty-arises',
  transition: { zh: '只作显示，不产生义务。', en: 'Shown only; creates no duty.' },
  gate: 'warn',
  value: {
    first: { zh: '按期报送运行监控', en: 'monitoring reported in time' },
    second: { zh: '绩效目标完成', en: 'goals met' },
    firstDenied: 'red',
    secondDenied: 'yellow',
    bothAffirmed: 'green',
  },
  examples: [
    { given: { first: true, second: true }, expect: { light: 'green' } },
    { given: { first: true, second: false }, expect: { light: 'yellow' } },
    { given: { first: false, second: true }, expect: { light: 'red' } },
    { given: { first: false, second: false }, expect: { light: 'red' } },
  ],
};
