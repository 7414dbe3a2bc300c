import type { ClauseOf } from '../../clause.ts';

export const goalReviewSheet: ClauseOf<'weighted-sheet'> = {
  id: 'national-2020/goal-review/sheet',
  question: 'goal-review/sheet',
  kind: 'weighted-sheet',
  title: { zh: '绩效目标审核表（重点项目）', en: 'review sheet of a goal: key projects' },
  says: {
    zh: '重点项目的绩效目标从完整性、相关性、适当性、可行性四个方面、八个要点打分审核，四个方面分值为20、30、30、20；要点内的分值平分、各档折算和90、80、60三条线为推定。优直接进入下一步，良完善后进入，中退回修改后重新审核，差不得进入。',
    en: 'The goal of a key project is scored on completeness, relevance, suitability and feasibility, eight points weighing 20, 30, 30 and 20; the even split, the shares of the marks and the lines at 90, 80 and 60 are derived. 优 goes on, 良 is polished first, 中 is returned and reviewed again, 差 must not go on.',
  },
  source: {
    paper: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
    article: '绩效目标审核表（重点项目）',
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
    shareByMark: { 优: '1', 良: '0.8', 中: '0.6', 差: '0' },
    results: [
      { name: '优', from: '90', route: 'pass' },
      { name: '良', from: '80', route: 'polish' },
      { name: '中', from: '60', route: 'return' },
      { name: '差', from: '0', route: 'block' },
    ],
    failedGate: { effect: 'warn', atBest: '中' },
    aspects: [
      {
        no: '一',
        title: { zh: '完整性', en: 'completeness' },
        weight: '20',
        points: [
          {
            no: '1.1',
            text: { zh: '规范完整性：表格填写规范、内容完整', en: 'filled in properly and completely' },
            weight: '10',
            check: 'machine-and-human',
            // biome-ignore format: the codes of a point side by side
            checks: [
              'LINES_INCOMPLETE', 'LINES_NE_REQUEST', 'LINE_PRODUCT', 'MONEY_UNIT', 'TOTAL_BELOW_YEAR',
              'ANNUAL_IS_TOTAL', 'DATES', 'YEAR_OUTSIDE_PERIOD', 'ONE_OFF_OVER_YEARS',
            ],
          },
          {
            no: '1.2',
            text: { zh: '明确清晰性：目标明确、内容清晰', en: 'clear and definite' },
            weight: '10',
            check: 'machine-and-human',
            checks: ['GOAL_SAYS_NOTHING', 'NO_MEDIUM_TERM_GOAL'],
          },
        ],
      },
      {
        no: '二',
        title: { zh: '相关性', en: 'relevance' },
        weight: '30',
        points: [
          {
            no: '2.1',
            text: {
              zh: '目标相关性：与部门职能、规划和支出方向相关',
              en: 'goals relate to duties, plans and the spending',
            },
            weight: '15',
            check: 'machine-and-human',
            checks: ['NO_POLICY_NUMBER', 'NO_POLICY_TEXT'],
          },
          {
            no: '2.2',
            text: {
              zh: '指标科学性：指标全面、能衡量目标',
              en: 'indicators are complete and measure the goal',
            },
            weight: '15',
            check: 'machine-and-human',
            // biome-ignore format: the codes of a point side by side
            checks: [
              'KINDS_MISSING', 'NO_SOURCE', 'TARGET_UNREADABLE', 'TARGET_DOUBTFUL',
              'INDICATOR_SAYS_NOTHING', 'AMOUNT_AS_OUTPUT', 'WEIGHTS_NE_100', 'CLASS_WEIGHTS',
              'NO_SCORING_RULE',
            ],
          },
        ],
      },
      {
        no: '三',
        title: { zh: '适当性', en: 'suitability' },
        weight: '30',
        points: [
          {
            no: '3.1',
            text: {
              zh: '绩效合理性：预期绩效显著、符合实际',
              en: 'the expected result is worth it and realistic',
            },
            weight: '15',
            check: 'machine-and-human',
            checks: ['BELOW_PAST'],
          },
          {
            no: '3.2',
            text: {
              zh: '资金匹配性：目标与资金量、资金性质匹配',
              en: 'goals match the amount and kind of money',
            },
            weight: '15',
            check: 'machine-and-human',
            // biome-ignore format: the codes of a point side by side
            checks: [
              'NO_COST_BASIS', 'FUNDING_SHORT', 'FISCAL_ABOVE_REQUEST', 'NO_ARRIVAL_PLAN',
              'COST_ABOVE_REQUEST', 'SPLITTING', 'LOWERED_BELOW_THRESHOLD', 'SPLIT_IN_LIBRARY',
              'LIKE_PROJECT', 'SAME_POLICY_NUMBER',
            ],
          },
        ],
      },
      {
        no: '四',
        title: { zh: '可行性', en: 'feasibility' },
        weight: '20',
        points: [
          {
            no: '4.1',
            text: { zh: '实现可能性：经过论证，能够如期实现', en: 'argued, and reachable in time' },
            weight: '10',
            check: 'machine-and-human',
            // biome-ignore format: the codes of a point side by side
            checks: [
              'NO_STUDY', 'NO_MILESTONES', 'MILESTONES_NOT_QUARTERLY', 'MILESTONE_WITHOUT_VALUE',
              'PERIODS_DISAGREE', 'PLAN_FALLS', 'PLAN_ABOVE_REQUEST',
            ],
          },
          {
            no: '4.2',
            text: {
              zh: '条件充分性：组织、人员、资金等条件充分',
              en: 'organisation, people and money are in place',
            },
            weight: '10',
            check: 'machine-and-human',
            checks: ['NO_ASSURANCE', 'NO_RISKS', 'EARLIER_PROBLEMS_BLANK'],
          },
        ],
      },
    ],
  },
  // biome-ignore format: one sheet a line
  examples: [
    { given: { marks: { '1.1': '优', '1.2': '优', '2.1': '优', '2.2': '优', '3.1': '优', '3.2': '优', '4.1': '优', '4.2': '优' } },
      expect: { total: '100.00', result: '优', route: 'pass', findings: [] } },
    { given: { marks: { '1.1': '优', '1.2': '优', '2.1': '优', '2.2': '优', '3.1': '优', '3.2': '优', '4.1': '差', '4.2': '优' } },
      expect: { total: '90.00', result: '优', route: 'pass', findings: [] } },
    { given: { marks: { '1.1': '良', '1.2': '优', '2.1': '中', '2.2': '优', '3.1': '优', '3.2': '优', '4.1': '优', '4.2': '优' } },
      expect: { total: '92.00', result: '优', route: 'pass', findings: [] } },
    { given: { marks: { '1.1': '良', '1.2': '良', '2.1': '良', '2.2': '良', '3.1': '良', '3.2': '良', '4.1': '良', '4.2': '良' } },
      expect: { total: '80.00', result: '良', route: 'polish', findings: [] } },
    { given: { marks: { '1.1': '良', '1.2': '良', '2.1': '中', '2.2': '良', '3.1': '良', '3.2': '良', '4.1': '良', '4.2': '良' } },
      expect: { total: '77.00', result: '中', route: 'return', findings: [] } },
    { given: { marks: { '1.1': '良', '1.2': '良', '2.1': '优', '2.2': '良', '3.1': '良', '3.2': '良', '4.1': '良', '4.2': '良' } },
      expect: { total: '83.00', result: '良', route: 'polish', findings: [] } },
    { given: { marks: { '1.1': '中', '1.2': '中', '2.1': '中', '2.2': '中', '3.1': '中', '3.2': '中', '4.1': '中', '4.2': '中' } },
      expect: { total: '60.00', result: '中', route: 'return', findings: [] } },
    { given: { marks: { '1.1': '差', '1.2': '中', '2.1': '中', '2.2': '中', '3.1': '中', '3.2': '中', '4.1': '中', '4.2': '中' } },
      expect: { total: '54.00', result: '差', route: 'block', findings: [] } },
    { given: { marks: { '1.1': '良', '1.2': '中', '2.1': '中', '2.2': '中', '3.1': '中', '3.2': '中', '4.1': '中', '4.2': '中' } },
      expect: { total: '62.00', result: '中', route: 'return', findings: [] } },
    { given: { marks: { '1.1': '中', '1.2': '良', '2.1': '良', '2.2': '良', '3.1': '良', '3.2': '良', '4.1': '良', '4.2': '良' } },
      expect: { total: '78.00', result: '中', route: 'return', findings: [] } },
    { given: { marks: { '1.1': '优', '1.2': '良', '2.1': '良', '2.2': '良', '3.1': '良', '3.2': '良', '4.1': '良', '4.2': '良' } },
      expect: { total: '82.00', result: '良', route: 'polish', findings: [] } },
    { given: { marks: { '1.1': '优', '1.2': '优', '2.1': '良', '2.2': '良', '3.1': '良', '3.2': '优', '4.1': '优', '4.2': '优' } },
      expect: { total: '91.00', result: '优', route: 'pass', findings: [] } },
    { given: { marks: { '1.1': '优', '1.2': '优', '2.1': '良', '2.2': '良', '3.1': '良', '3.2': '优', '4.1': '良', '4.2': '优' } },
      expect: { total: '89.00', result: '良', route: 'polish', findings: [] } },
    { given: { marks: { '1.1': '优', '1.2': '优', '2.1': '优', '2.2': '优', '3.1': '差', '3.2': '差', '4.1': '良', '4.2': '差' } },
      expect: { total: '58.00', result: '差', route: 'block', findings: [] } },
    { given: { marks: { '1.1': '差', '1.2': '差', '2.1': '差', '2.2': '差', '3.1': '差', '3.2': '差', '4.1': '差', '4.2': '差' } },
      expect: { total: '0.00', result: '差', route: 'block', findings: [] } },
    { given: { marks: { '1.1': '优' } }, expect: { code: 'REVIEW_SHEET_INCOMPLETE' } },
  ],
};
