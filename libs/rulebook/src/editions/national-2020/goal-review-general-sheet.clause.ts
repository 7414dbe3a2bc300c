import type { ClauseOf } from '../../clause.ts';

export const goalReviewGeneralSheet: ClauseOf<'fit-sheet'> = {
  id: 'national-2020/goal-review/general-sheet',
  question: 'goal-review/general-sheet',
  kind: 'fit-sheet',
  title: { zh: '绩效目标审核表（一般性项目）', en: 'review sheet of a goal: general projects' },
  says: {
    zh: '一般性项目的绩效目标按同样的四个方面、八个要点作定性审核，逐点判断“符合”或“不符合”，由审核人综合评为优、良、中、差；去向与重点项目相同。',
    en: 'The goal of a general project is reviewed on the same eight points without scores: each fits or does not, and the reviewer names 优, 良, 中 or 差. The routes are those of key projects.',
  },
  source: {
    paper: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
    article: '绩效目标审核表（一般性项目）',
  },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'goal-approval',
  transition: {
    zh: '按目标批复之日的条款；已批复的目标不变，已开始的审核沿用原条款。',
    en: 'Follows the day the goal is approved; an approved goal stays, and a review that has begun keeps its clause.',
  },
  gate: 'warn',
  value: {
    routeByResult: { 优: 'pass', 良: 'polish', 中: 'return', 差: 'block' },
    aspects: [
      {
        title: { zh: '完整性', en: 'completeness' },
        points: [
          {
            no: '1.1',
            text: { zh: '规范完整性：表格填写规范、内容完整', en: 'filled in properly and completely' },
          },
          { no: '1.2', text: { zh: '明确清晰性：目标明确、内容清晰', en: 'clear and definite' } },
        ],
      },
      {
        title: { zh: '相关性', en: 'relevance' },
        points: [
          {
            no: '2.1',
            text: {
              zh: '目标相关性：与部门职能、规划和支出方向相关',
              en: 'goals relate to duties, plans and the spending',
            },
          },
          {
            no: '2.2',
            text: {
              zh: '指标科学性：指标全面、能衡量目标',
              en: 'indicators are complete and measure the goal',
            },
          },
        ],
      },
      {
        title: { zh: '适当性', en: 'suitability' },
        points: [
          {
            no: '3.1',
            text: {
              zh: '绩效合理性：预期绩效显著、符合实际',
              en: 'the expected result is worth it and realistic',
            },
          },
          {
            no: '3.2',
            text: {
              zh: '资金匹配性：目标与资金量、资金性质匹配',
              en: 'goals match the amount and kind of money',
            },
          },
        ],
      },
      {
        title: { zh: '可行性', en: 'feasibility' },
        points: [
          {
            no: '4.1',
            text: { zh: '实现可能性：经过论证，能够如期实现', en: 'argued, and reachable in time' },
          },
          {
            no: '4.2',
            text: {
              zh: '条件充分性：组织、人员、资金等条件充分',
              en: 'organisation, people and money are in place',
            },
          },
        ],
      },
    ],
  },
  examples: [
    {
      given: {
        fits: {
          '1.1': true,
          '1.2': true,
          '2.1': true,
          '2.2': true,
          '3.1': true,
          '3.2': true,
          '4.1': true,
          '4.2': true,
        },
        result: '优',
      },
      expect: { route: 'pass', findings: [] },
    },
    {
      given: {
        fits: {
          '1.1': true,
          '1.2': true,
          '2.1': true,
          '2.2': true,
          '3.1': true,
          '3.2': true,
          '4.1': true,
          '4.2': true,
        },
        result: '良',
      },
      expect: { route: 'polish' },
    },
    {
      given: {
        fits: {
          '1.1': true,
          '1.2': true,
          '2.1': true,
          '2.2': true,
          '3.1': true,
          '3.2': false,
          '4.1': true,
          '4.2': true,
        },
        result: '中',
      },
      expect: {
        route: 'return',
        findings: [
          {
            zh: '要点3.2不符合：资金匹配性：目标与资金量、资金性质匹配',
            en: 'point 3.2 does not fit: goals match the amount and kind of money',
          },
        ],
      },
    },
    {
      given: {
        fits: {
          '1.1': false,
          '1.2': false,
          '2.1': false,
          '2.2': false,
          '3.1': false,
          '3.2': false,
          '4.1': false,
          '4.2': false,
        },
        result: '差',
      },
      expect: { route: 'block' },
    },
    { given: { fits: { '1.1': true }, result: '优' }, expect: { code: 'REVIEW_SHEET_INCOMPLETE' } },
  ],
};
