import type { ClauseOf } from '../../clause.ts';

export const goalReviewSheet: ClauseOf<'weighted-sheet'> = {
  id: 'zh-2014/goal-review/sheet',
  question: 'goal-review/sheet',
  kind: 'weighted-sheet',
  title: { zh: '绩效目标评审表（5个方面、23个要点）', en: 'review sheet of a goal: 5 aspects, 23 points' },
  says: {
    zh: '“绩效目标评审制度”从“项目实施依据、项目主要内容、项目支出明细、项目预算绩效、项目实施计划及保障措施”5个方面、分23个要点评审。方面名称出自答复；要点、分值、关口、等级和去向均为推定：优直接进入、良完善后进入、中退回、差不得进入；关口未过只作提示。',
    en: 'Goals are reviewed (绩效目标评审制度) on 23 points of 5 aspects. The names of the aspects are the paper’s; the points, weights, gates, results and routes are derived: 优 passes, 良 is polished, 中 is returned, 差 is blocked; a failed gate only warns.',
  },
  source: {
    paper: '推定（答复二之一只列5个方面；去向取自财预〔2015〕88号）',
    article: '待财政局提供23个要点原文',
  },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'goal-approval',
  transition: {
    zh: '已开始评审的项目沿用原评审表；财政局确认后，关口才可改为阻止。',
    en: 'A review that has begun keeps its sheet; gates may block only after the bureau has confirmed them.',
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
        title: { zh: '项目实施依据', en: 'grounds of the project' },
        weight: '20',
        points: [
          {
            no: '1.1',
            text: {
              zh: '政策依据充分：列明法规、规划或政府决定的文号并附文本',
              en: 'grounds in policy: law, plan or government decision cited by number, text attached',
            },
            weight: '4',
            check: 'machine-and-human',
            checks: ['NO_POLICY_NUMBER', 'NO_POLICY_TEXT'],
            gate: true,
          },
          {
            no: '1.2',
            text: {
              zh: '职责相关：属于单位职责和工作计划',
              en: 'within the unit’s duties and plan',
            },
            weight: '4',
            check: 'human',
          },
          {
            no: '1.3',
            text: {
              zh: '立项必要：说明公共需求和受益对象',
              en: 'a stated public need and its beneficiaries',
            },
            weight: '4',
            check: 'human',
          },
          {
            no: '1.4',
            text: {
              zh: '不重复交叉：与项目库比对，没有重复安排',
              en: 'no double funding, compared with the project library',
            },
            weight: '4',
            check: 'machine-and-human',
            checks: [
              'SPLITTING',
              'LOWERED_BELOW_THRESHOLD',
              'SPLIT_IN_LIBRARY',
              'LIKE_PROJECT',
              'SAME_POLICY_NUMBER',
            ],
          },
          {
            no: '1.5',
            text: {
              zh: '论证与程序：可行性研究、专家意见、风险评估、集体决策齐备',
              en: 'feasibility study, expert opinion, risk review and collective decision on file',
            },
            weight: '4',
            check: 'machine-and-human',
            checks: ['NO_STUDY'],
            gate: true,
          },
        ],
      },
      {
        no: '二',
        title: { zh: '项目主要内容', en: 'main content of the project' },
        weight: '15',
        points: [
          {
            no: '2.1',
            text: {
              zh: '内容明确：任务、范围、地点、数量',
              en: 'content is clear: tasks, scope, place, quantity',
            },
            weight: '3.75',
            check: 'human',
          },
          {
            no: '2.2',
            text: {
              zh: '内容与目标对应：每项任务对应一个目标',
              en: 'each task serves a goal',
            },
            weight: '3.75',
            check: 'human',
          },
          {
            no: '2.3',
            text: {
              zh: '属性与期限准确：新增或经常性，一次性、阶段性或持续性，起止日期',
              en: 'kind and period are right: new or recurrent; one-off, phased or continuing; start and end',
            },
            weight: '3.75',
            check: 'machine',
            checks: ['DATES', 'YEAR_OUTSIDE_PERIOD', 'ONE_OFF_OVER_YEARS'],
          },
          {
            no: '2.4',
            text: {
              zh: '财政支持方式适当：需要公共资金，且方式合适',
              en: 'public money is the right tool, and in this form',
            },
            weight: '3.75',
            check: 'human',
          },
        ],
      },
      {
        no: '三',
        title: { zh: '项目支出明细', en: 'details of spending' },
        weight: '20',
        points: [
          {
            no: '3.1',
            text: {
              zh: '明细完整：每行有项目、数量、单位、单价、经济分类',
              en: 'each line has item, quantity, unit, price and economic class',
            },
            weight: '4',
            check: 'machine',
            checks: ['LINES_INCOMPLETE'],
          },
          {
            no: '3.2',
            text: {
              zh: '测算依据：每行有标准、定额、报价或合同',
              en: 'a standard, quota, quotation or contract for each line',
            },
            weight: '4',
            check: 'machine-and-human',
            checks: ['NO_COST_BASIS'],
          },
          {
            no: '3.3',
            text: {
              zh: '勾稽一致：明细合计等于总额，总额等于申报数，单位统一，年度数不与累计数混用',
              en: 'the lines add up to the total and the total to the request; one unit; annual is not cumulative',
            },
            weight: '4',
            check: 'machine',
            checks: ['LINES_NE_REQUEST', 'LINE_PRODUCT', 'MONEY_UNIT', 'TOTAL_BELOW_YEAR', 'ANNUAL_IS_TOTAL'],
            gate: true,
          },
          {
            no: '3.4',
            text: {
              zh: '资金来源合规：来源、结转、配套及到位计划',
              en: 'sources, carry-over, matching money and its arrival are in order',
            },
            weight: '4',
            check: 'machine-and-human',
            checks: ['FUNDING_SHORT', 'FISCAL_ABOVE_REQUEST', 'NO_ARRIVAL_PLAN'],
          },
          {
            no: '3.5',
            text: {
              zh: '资金与任务匹配：与产出、以往执行和同类项目相称',
              en: 'the money fits the output, past execution and like projects',
            },
            weight: '4',
            check: 'machine-and-human',
            checks: ['COST_ABOVE_REQUEST'],
          },
        ],
      },
      {
        no: '四',
        title: { zh: '项目预算绩效', en: 'budget performance of the project' },
        weight: '30',
        points: [
          {
            no: '4.1',
            text: {
              zh: '总体目标清晰：中长期和年度目标，兼有产出和效果',
              en: 'goals are clear, medium-term and annual, with outputs and effects',
            },
            weight: '5',
            check: 'machine-and-human',
            checks: ['NO_MEDIUM_TERM_GOAL'],
          },
          {
            no: '4.2',
            text: {
              zh: '指标齐全：产出（数量、质量、时效、成本）、效益、满意度，缺项说明理由',
              en: 'indicators are complete: output (quantity, quality, timeliness, cost), benefit, satisfaction, or a reason for each gap',
            },
            weight: '5',
            check: 'machine',
            checks: ['KINDS_MISSING'],
            gate: true,
          },
          {
            no: '4.3',
            text: {
              zh: '指标可衡量：有运算符、数值、单位、数据来源和采集方法',
              en: 'indicators are measurable: operator, value, unit, data source, collection method',
            },
            weight: '5',
            check: 'machine',
            checks: [
              // A goal in copied words, or that is only its amount, has nothing to measure: it fails the gate with them.
              'GOAL_SAYS_NOTHING',
              'NO_SOURCE',
              'TARGET_UNREADABLE',
              'TARGET_DOUBTFUL',
              'INDICATOR_SAYS_NOTHING',
              'AMOUNT_AS_OUTPUT',
            ],
            gate: true,
          },
          {
            no: '4.4',
            text: {
              zh: '指标与目标相关：关键结果没有遗漏',
              en: 'indicators serve the goal and leave out no key result',
            },
            weight: '5',
            check: 'human',
          },
          {
            no: '4.5',
            text: {
              zh: '指标值合理：参照历史、行业、计划，不过低',
              en: 'values are reasonable against history, industry and plan, not trivially low',
            },
            weight: '5',
            check: 'machine-and-human',
            checks: ['BELOW_PAST'],
          },
          {
            no: '4.6',
            text: {
              zh: '权重与评分规则：合计100，各类权重合规，每项有评分规则',
              en: 'weights add up to 100, class weights within policy, a scoring rule for each',
            },
            weight: '5',
            check: 'machine',
            checks: ['WEIGHTS_NE_100', 'CLASS_WEIGHTS', 'NO_SCORING_RULE'],
          },
        ],
      },
      {
        no: '五',
        title: { zh: '项目实施计划及保障措施', en: 'plan and safeguards' },
        weight: '15',
        points: [
          {
            no: '5.1',
            text: {
              zh: '进度计划：至少按季度列出节点、预期值和支出，供跟踪使用',
              en: 'dated milestones, quarterly at least, with expected value and spending, for tracking',
            },
            weight: '5',
            check: 'machine-and-human',
            checks: [
              'NO_MILESTONES',
              'MILESTONES_NOT_QUARTERLY',
              'MILESTONE_WITHOUT_VALUE',
              'PERIODS_DISAGREE',
              'PLAN_FALLS',
              'PLAN_ABOVE_REQUEST',
            ],
          },
          {
            no: '5.2',
            text: {
              zh: '组织与制度保障：责任人、制度、人员、采购准备',
              en: 'responsible person, rules, staff and procurement readiness',
            },
            weight: '5',
            check: 'machine-and-human',
            checks: ['NO_ASSURANCE'],
          },
          {
            no: '5.3',
            text: {
              zh: '风险与整改：有风险应对，以往监控和评价发现的问题已整改',
              en: 'risks have answers; problems of earlier monitoring or evaluation are closed',
            },
            weight: '5',
            check: 'machine-and-human',
            checks: ['NO_RISKS', 'EARLIER_PROBLEMS_BLANK'],
          },
        ],
      },
    ],
  },
  // biome-ignore format: a sheet on three lines
  examples: [
    { given: { marks: {
        '1.1': '优', '1.2': '优', '1.3': '优', '1.4': '优', '1.5': '优', '2.1': '优', '2.2': '优', '2.3': '优', '2.4': '优',
        '3.1': '优', '3.2': '优', '3.3': '优', '3.4': '优', '3.5': '优',
        '4.1': '差', '4.2': '优', '4.3': '优', '4.4': '差', '4.5': '优', '4.6': '优', '5.1': '优', '5.2': '优', '5.3': '优',
      } },
      expect: { total: '90.00', result: '优', route: 'pass', findings: [] } },
    { given: { marks: {
        '1.1': '优', '1.2': '优', '1.3': '优', '1.4': '优', '1.5': '优', '2.1': '良', '2.2': '优', '2.3': '优', '2.4': '优',
        '3.1': '优', '3.2': '优', '3.3': '优', '3.4': '优', '3.5': '优',
        '4.1': '差', '4.2': '优', '4.3': '优', '4.4': '差', '4.5': '优', '4.6': '优', '5.1': '优', '5.2': '优', '5.3': '优',
      } },
      expect: { total: '89.25', result: '良', route: 'polish', findings: [] } },
    { given: { marks: {
        '1.1': '中', '1.2': '中', '1.3': '中', '1.4': '中', '1.5': '中', '2.1': '中', '2.2': '中', '2.3': '中', '2.4': '中',
        '3.1': '中', '3.2': '中', '3.3': '中', '3.4': '中', '3.5': '中',
        '4.1': '中', '4.2': '中', '4.3': '中', '4.4': '中', '4.5': '中', '4.6': '中', '5.1': '中', '5.2': '中', '5.3': '中',
      } },
      expect: { total: '60.00', result: '中', route: 'return', findings: [] } },
    { given: { marks: {
        '1.1': '中', '1.2': '中', '1.3': '中', '1.4': '中', '1.5': '中', '2.1': '中', '2.2': '中', '2.3': '中', '2.4': '中',
        '3.1': '中', '3.2': '中', '3.3': '中', '3.4': { notApplicable: '没有配套资金' }, '3.5': '中',
        '4.1': '中', '4.2': '中', '4.3': '中', '4.4': '中', '4.5': '中', '4.6': '中', '5.1': '中', '5.2': '差', '5.3': '中',
      } },
      expect: { total: '56.88', result: '差', route: 'block', findings: [] } },
    { given: { marks: { '1.1': '优' } }, expect: { code: 'REVIEW_SHEET_INCOMPLETE' } },
    { given: { marks: {
        '1.1': '优', '1.2': '优', '1.3': '优', '1.4': '优', '1.5': '优', '2.1': '优', '2.2': '优', '2.3': '优', '2.4': '优',
        '3.1': '优', '3.2': '优', '3.3': '优', '3.4': '优', '3.5': '优',
        '4.1': '差', '4.2': '优', '4.3': '优', '4.4': '中', '4.5': '优', '4.6': '优', '5.1': '优', '5.2': '优', '5.3': '优',
      } },
      expect: { total: '93.00', result: '优', route: 'pass' } },
    { given: { marks: {
        '1.1': '良', '1.2': '良', '1.3': '良', '1.4': '良', '1.5': '良', '2.1': '良', '2.2': '良', '2.3': '良', '2.4': '良',
        '3.1': '良', '3.2': '良', '3.3': '良', '3.4': '良', '3.5': '良',
        '4.1': '良', '4.2': '良', '4.3': '良', '4.4': '良', '4.5': '良', '4.6': '良', '5.1': '良', '5.2': '良', '5.3': '良',
      } },
      expect: { total: '80.00', result: '良', route: 'polish' } },
    { given: { marks: {
        '1.1': '良', '1.2': '中', '1.3': '良', '1.4': '良', '1.5': '良', '2.1': '良', '2.2': '良', '2.3': '良', '2.4': '良',
        '3.1': '良', '3.2': '良', '3.3': '良', '3.4': '良', '3.5': '良',
        '4.1': '良', '4.2': '良', '4.3': '良', '4.4': '良', '4.5': '良', '4.6': '良', '5.1': '良', '5.2': '良', '5.3': '良',
      } },
      expect: { total: '79.20', result: '中', route: 'return' } },
    { given: { marks: {
        '1.1': '良', '1.2': '优', '1.3': '良', '1.4': '良', '1.5': '良', '2.1': '良', '2.2': '良', '2.3': '良', '2.4': '良',
        '3.1': '良', '3.2': '良', '3.3': '良', '3.4': '良', '3.5': '良',
        '4.1': '良', '4.2': '良', '4.3': '良', '4.4': '良', '4.5': '良', '4.6': '良', '5.1': '良', '5.2': '良', '5.3': '良',
      } },
      expect: { total: '80.80', result: '良', route: 'polish' } },
    { given: { marks: {
        '1.1': '中', '1.2': '差', '1.3': '中', '1.4': '中', '1.5': '中', '2.1': '中', '2.2': '中', '2.3': '中', '2.4': '中',
        '3.1': '中', '3.2': '中', '3.3': '中', '3.4': '中', '3.5': '中',
        '4.1': '中', '4.2': '中', '4.3': '中', '4.4': '中', '4.5': '中', '4.6': '中', '5.1': '中', '5.2': '中', '5.3': '中',
      } },
      expect: { total: '57.60', result: '差', route: 'block' } },
    { given: { marks: {
        '1.1': '中', '1.2': '良', '1.3': '中', '1.4': '中', '1.5': '中', '2.1': '中', '2.2': '中', '2.3': '中', '2.4': '中',
        '3.1': '中', '3.2': '中', '3.3': '中', '3.4': '中', '3.5': '中',
        '4.1': '中', '4.2': '中', '4.3': '中', '4.4': '中', '4.5': '中', '4.6': '中', '5.1': '中', '5.2': '中', '5.3': '中',
      } },
      expect: { total: '60.80', result: '中', route: 'return' } },
  ],
};
