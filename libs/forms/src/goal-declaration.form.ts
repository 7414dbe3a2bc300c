import { type DraftValue, defineForm, type FormValue } from './field.ts';
import { gapFields, indicatorFields, periodValueFields } from './indicator.ts';

const text = (zh: string, en: string) => ({ zh, en });

const paperFields = [
  {
    name: 'title',
    label: text('文件名称', 'title'),
    kind: 'line',
    required: true,
    help: text('法规、规划、政府决定或论证材料', 'law, plan, decision or study'),
  },
  {
    name: 'number',
    label: text('文号', 'document number'),
    kind: 'line',
    required: false,
    help: text('如 镇政发〔2012〕27号', 'for example 镇政发〔2012〕27号'),
  },
  {
    name: 'sha256',
    label: text('附件摘要', 'attachment'),
    kind: 'sha256',
    required: false,
    help: text('上传附件后自动填入', 'filled in when the file is uploaded'),
  },
] as const;

const studyFields = [
  {
    name: 'kind',
    label: text('材料种类', 'kind'),
    kind: 'choice',
    required: true,
    help: text('按已有材料选择', 'choose what is on file'),
    options: [
      { value: 'feasibility', label: text('可行性研究', 'feasibility study') },
      { value: 'expert', label: text('专家意见', 'expert opinion') },
      { value: 'risk', label: text('风险评估', 'risk review') },
      { value: 'collective', label: text('集体决策记录', 'collective decision') },
    ],
  },
  ...paperFields,
] as const;

const lineFields = [
  {
    name: 'item',
    label: text('支出内容', 'item'),
    kind: 'line',
    required: true,
    help: text('一行一项', 'one item a line'),
  },
  {
    name: 'quantity',
    label: text('数量', 'quantity'),
    kind: 'decimal',
    required: false,
    help: text('数字', 'a number'),
  },
  {
    name: 'unit',
    label: text('单位', 'unit'),
    kind: 'line',
    required: false,
    help: text('个、公里、人次……', 'pieces, km, persons'),
  },
  {
    name: 'priceFen',
    label: text('单价', 'price'),
    kind: 'money',
    unit: '元',
    required: false,
    help: text('按标准、定额、询价或合同', 'by standard, quota, quotation or contract'),
  },
  {
    name: 'amountFen',
    label: text('金额', 'amount'),
    kind: 'money',
    unit: '元',
    required: true,
    help: text('各行合计应等于申报金额', 'the lines add up to the request'),
  },
  {
    name: 'economicClass',
    label: text('经济分类', 'economic class'),
    kind: 'line',
    required: false,
    help: text('部门预算支出经济分类科目', 'economic classification'),
  },
  {
    name: 'basis',
    label: text('测算依据', 'basis'),
    kind: 'line',
    required: false,
    help: text('标准、定额、询价或合同', 'standard, quota, quotation or contract'),
  },
] as const;

const fundingFields = [
  {
    name: 'source',
    label: text('资金来源', 'source'),
    kind: 'choice',
    required: true,
    help: text('按来源分行', 'a line for each'),
    options: [
      { value: 'fiscal', label: text('本年财政拨款', "this year's appropriation") },
      { value: 'carry-over', label: text('上年结转', 'carried over') },
      { value: 'superior', label: text('上级补助', 'from a higher level') },
      { value: 'other', label: text('自筹及其他', 'own and other') },
    ],
  },
  {
    name: 'amountFen',
    label: text('金额', 'amount'),
    kind: 'money',
    unit: '元',
    required: true,
    help: text('到位金额', 'what will arrive'),
  },
  {
    name: 'arrivesOn',
    label: text('预计到位日期', 'arrives on'),
    kind: 'date',
    required: false,
    help: text('配套资金须有计划', 'matching money needs a plan'),
  },
] as const;

const milestoneFields = [
  {
    name: 'on',
    label: text('日期', 'day'),
    kind: 'date',
    required: true,
    help: text('至少每季度一个', 'one a quarter at least'),
  },
  {
    name: 'expect',
    label: text('应达到', 'expected'),
    kind: 'line',
    required: true,
    help: text('到这一天完成什么', 'what is done by that day'),
  },
  {
    name: 'progressPercent',
    label: text('形象进度', 'progress'),
    kind: 'percent',
    unit: '%',
    required: false,
    help: text('跟踪时以此为准', 'tracking goes by it'),
  },
  {
    name: 'goalPercent',
    label: text('目标完成', 'goal reached'),
    kind: 'percent',
    unit: '%',
    required: false,
    help: text('到这一天的目标完成比例', 'share of the goal by then'),
  },
  {
    name: 'spendFen',
    label: text('累计支出', 'spent by then'),
    kind: 'money',
    unit: '元',
    required: false,
    help: text('到这一天的累计支出', 'spent up to that day'),
  },
] as const;

/** 项目支出绩效目标申报表: goal and money of one year on one paper (三同步 begins here). */
export const goalDeclarationForm = defineForm({
  id: 'goal-declaration',
  title: text('项目支出绩效目标申报表', 'declaration of goal and budget'),
  fields: [
    {
      name: 'requestedFen',
      label: text('本年申报金额', 'requested this year'),
      kind: 'money',
      unit: '元',
      required: true,
      help: text(
        '是否须设目标按申报数判断，不按核减后的数',
        'the threshold looks at this amount, not at what remains after a cut',
      ),
    },
    {
      name: 'totalFen',
      label: text('项目总投资', 'total of all years'),
      kind: 'money',
      unit: '元',
      required: false,
      help: text('跨年项目填写，不与本年数混淆', "for several years; not the year's amount"),
    },
    {
      name: 'startOn',
      label: text('开始日期', 'starts on'),
      kind: 'date',
      required: false,
      help: text('项目计划开始', 'planned start'),
    },
    {
      name: 'endOn',
      label: text('结束日期', 'ends on'),
      kind: 'date',
      required: false,
      help: text('项目计划结束', 'planned end'),
    },
    {
      name: 'policyBasis',
      label: text('政策依据', 'policy basis'),
      kind: 'rows',
      fields: paperFields,
      required: false,
      help: text('文件名称、文号和附件', 'title, number and text'),
    },
    {
      name: 'duties',
      label: text('与职责的关系', "how it falls in the unit's duties"),
      kind: 'text',
      required: false,
      help: text('属于本单位哪项职责和规划', 'which duty and plan'),
    },
    {
      name: 'need',
      label: text('立项必要性', 'need'),
      kind: 'text',
      required: true,
      help: text('公共需求和受益对象', 'the public need and who benefits'),
    },
    {
      name: 'studies',
      label: text('论证与程序', 'studies and procedure'),
      kind: 'rows',
      fields: studyFields,
      required: false,
      help: text('可研、专家、风险、集体决策', 'study, experts, risk, collective decision'),
    },
    {
      name: 'relatedRequests',
      label: text('同一事项的其他申报', 'other requests for the same thing'),
      kind: 'rows',
      required: false,
      help: text('拆分申报会被标出', 'splitting is flagged'),
      fields: [
        {
          name: 'projectId',
          label: text('项目编号', 'project'),
          kind: 'line',
          required: true,
          help: text('项目库编号', 'its number in the library'),
        },
        {
          name: 'requestedFen',
          label: text('申报金额', 'requested'),
          kind: 'money',
          unit: '元',
          required: true,
          help: text('本年申报数', 'for this year'),
        },
      ],
    },
    {
      name: 'content',
      label: text('主要内容', 'content'),
      kind: 'text',
      required: true,
      help: text('任务、范围、地点、数量', 'tasks, scope, place, quantity'),
    },
    {
      name: 'supportForm',
      label: text('财政支持方式', 'form of support'),
      kind: 'line',
      required: false,
      help: text('直接支出、补助、贴息……', 'direct, subsidy, interest'),
    },
    {
      name: 'lines',
      label: text('支出明细', 'expenditure lines'),
      kind: 'rows',
      fields: lineFields,
      required: true,
      help: text('合计等于申报金额', 'they add up to the request'),
    },
    {
      name: 'funding',
      label: text('资金来源', 'sources of money'),
      kind: 'rows',
      fields: fundingFields,
      required: false,
      help: text('来源、配套和到位计划', 'sources, matching money, arrival'),
    },
    {
      name: 'goalMediumTerm',
      label: text('中长期目标', 'medium-term goal'),
      kind: 'text',
      required: false,
      help: text('跨年项目填写', 'for several years'),
    },
    {
      name: 'goalAnnual',
      label: text('年度绩效目标', 'goal of the year'),
      kind: 'text',
      required: false,
      help: text('产出和效果都要写；达到金额标准的必填', 'output and effect; asked for above the threshold'),
    },
    {
      name: 'indicators',
      label: text('绩效指标', 'indicators'),
      kind: 'rows',
      fields: indicatorFields,
      required: false,
      help: text(
        '数量、质量、时效、成本、效益、满意度',
        'quantity, quality, timeliness, cost, benefit, satisfaction',
      ),
    },
    {
      name: 'periodValues',
      label: text('分期目标值', 'values by period'),
      kind: 'rows',
      fields: periodValueFields,
      required: false,
      help: text(
        '逐月或逐季的计划，合成全年应等于目标值',
        'by month or quarter; together they make the target',
      ),
    },
    {
      name: 'executionWeight',
      label: text('预算执行率权重', 'weight of budget execution'),
      kind: 'decimal',
      unit: '分',
      required: false,
      help: text('与各指标权重合计100', 'with the indicators it sums to 100'),
    },
    {
      name: 'gaps',
      label: text('未设指标的说明', 'why a kind is missing'),
      kind: 'rows',
      required: false,
      help: text('没有的类别逐项说明', 'a reason for each kind left out'),
      fields: gapFields,
    },
    {
      name: 'milestones',
      label: text('进度计划', 'plan'),
      kind: 'rows',
      fields: milestoneFields,
      required: false,
      help: text('跟踪以此为准', 'tracking goes by it'),
    },
    {
      name: 'responsiblePost',
      label: text('责任岗位', 'post responsible'),
      kind: 'line',
      required: false,
      help: text('填岗位，不填姓名', 'the post, not the name'),
    },
    {
      name: 'assurance',
      label: text('组织与制度保障', 'organisation and rules'),
      kind: 'text',
      required: false,
      help: text('制度、人员、采购准备', 'rules, staff, procurement'),
    },
    {
      name: 'risks',
      label: text('风险与应对', 'risks and answers'),
      kind: 'text',
      required: false,
      help: text('主要风险和办法', 'main risks and what is done'),
    },
    {
      name: 'earlierProblems',
      label: text('以前发现问题的整改', 'problems found earlier'),
      kind: 'text',
      required: false,
      help: text('跟踪、评价发现的问题是否销号', 'whether they are closed'),
    },
  ],
});

export type GoalDeclaration = FormValue<(typeof goalDeclarationForm)['fields']>;
export type GoalDeclarationDraft = DraftValue<(typeof goalDeclarationForm)['fields']>;
