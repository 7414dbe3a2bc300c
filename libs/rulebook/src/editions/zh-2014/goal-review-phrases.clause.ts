import type { ClauseOf } from '../../clause.ts';

export const goalReviewPhrases: ClauseOf<'phrases'> = {
  id: 'zh-2014/goal-review/phrases',
  question: 'goal-review/phrases',
  kind: 'phrases',
  title: { zh: '绩效目标评审常用意见', en: 'ready opinions for the review of a goal' },
  says: {
    zh: '23个要点各有三句常用意见：符合、不足、缺失，供评审人选用和改写，不影响得分。用语为推定。',
    en: 'Each of the 23 points has three ready sentences: in order, weak, missing. A reviewer may take and change them; they earn no points. The words are derived.',
  },
  source: { paper: '推定（答复二之一只列5个方面）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'goal-approval',
  transition: {
    zh: '已写入评审意见的文字不变。',
    en: 'Words that stand in an opinion stay as they were written.',
  },
  value: {
    '1.1': {
      good: { zh: '依据文件列明文号并附文本', en: 'grounds cited by number, text attached' },
      weak: { zh: '列了依据，但文号或文本不全', en: 'grounds named, number or text incomplete' },
      missing: { zh: '没有写明政策依据', en: 'no grounds in policy are given' },
    },
    '1.2': {
      good: { zh: '属于单位职责和年度工作计划', en: 'within the duties and the plan of the year' },
      weak: { zh: '与职责有关，没有说明对应哪项计划', en: 'related to the duties, the plan is not named' },
      missing: { zh: '看不出与单位职责的关系', en: 'no relation to the unit’s duties can be seen' },
    },
    '1.3': {
      good: { zh: '公共需求和受益对象清楚', en: 'the public need and who benefits are clear' },
      weak: {
        zh: '需求笼统，受益对象或数量不清',
        en: 'the need is vague, who benefits or how many is unclear',
      },
      missing: { zh: '没有说明为什么要立项', en: 'nothing says why the project is needed' },
    },
    '1.4': {
      good: { zh: '与项目库比对，没有重复', en: 'compared with the library, no double funding' },
      weak: {
        zh: '与在库项目部分交叉，须说明分工',
        en: 'partly overlaps a project in the library; say who does what',
      },
      missing: { zh: '与在库项目重复', en: 'doubles a project in the library' },
    },
    '1.5': {
      good: { zh: '论证和决策材料齐全', en: 'studies and decisions are on file' },
      weak: {
        zh: '有论证，缺专家意见或集体决策记录',
        en: 'studied, but expert opinion or collective decision is missing',
      },
      missing: { zh: '没有论证和决策材料', en: 'neither study nor decision is on file' },
    },
    '2.1': {
      good: { zh: '任务、范围、地点、数量明确', en: 'tasks, scope, place and quantity are clear' },
      weak: { zh: '任务明确，数量或地点不具体', en: 'tasks are clear, quantity or place is not' },
      missing: { zh: '只有口号，没有具体任务', en: 'slogans without tasks' },
    },
    '2.2': {
      good: { zh: '每项任务都有对应目标', en: 'each task serves a goal' },
      weak: { zh: '个别任务没有对应目标', en: 'some tasks serve no goal' },
      missing: { zh: '任务与目标脱节', en: 'tasks and goals do not meet' },
    },
    '2.3': {
      good: { zh: '属性和起止日期准确', en: 'kind and dates are right' },
      weak: { zh: '属性或期限与内容不尽一致', en: 'kind or period does not quite fit the content' },
      missing: { zh: '没有写明属性或期限', en: 'kind or period is not given' },
    },
    '2.4': {
      good: { zh: '需要财政支持，方式合适', en: 'public money is needed, in this form' },
      weak: { zh: '需要支持，方式可以优化', en: 'support is needed, another form may be better' },
      missing: {
        zh: '不属于财政支持范围，或没有说明方式',
        en: 'not for public money, or the form is not given',
      },
    },
    '3.1': {
      good: { zh: '明细逐行完整', en: 'every line is complete' },
      weak: { zh: '部分行缺数量、单价或经济分类', en: 'some lines lack quantity, price or class' },
      missing: { zh: '没有细化到具体支出', en: 'not broken down into lines' },
    },
    '3.2': {
      good: {
        zh: '各行测算有标准、定额、询价或合同',
        en: 'each line rests on a standard, quota, quotation or contract',
      },
      weak: { zh: '部分行依据不足', en: 'some lines rest on too little' },
      missing: { zh: '没有测算依据', en: 'no basis of cost at all' },
    },
    '3.3': {
      good: { zh: '明细、总额、申报数勾稽一致', en: 'lines, total and request agree' },
      weak: { zh: '个别数据不一致，须更正', en: 'single figures disagree and are to be mended' },
      missing: {
        zh: '明细与申报数对不上，或元、万元混用',
        en: 'lines and request do not agree, or 元 and 万元 are mixed',
      },
    },
    '3.4': {
      good: { zh: '来源合规，到位计划清楚', en: 'sources are in order, arrival is planned' },
      weak: {
        zh: '来源基本清楚，配套或结转说明不足',
        en: 'sources are clear, matching money or carry-over is not',
      },
      missing: { zh: '没有说明资金来源', en: 'sources are not given' },
    },
    '3.5': {
      good: { zh: '资金规模与任务相称', en: 'the money fits the task' },
      weak: { zh: '金额偏高，建议按同类项目核减', en: 'rather high; cut to the level of like projects' },
      missing: { zh: '看不出金额与任务的关系', en: 'amount and task have no visible relation' },
    },
    '4.1': {
      good: { zh: '总体目标清楚，产出和效果都有', en: 'the goal is clear, with output and effect' },
      weak: { zh: '目标偏重工作内容，效果不明确', en: 'the goal tells work rather than effect' },
      missing: { zh: '目标空泛，或照抄项目内容', en: 'the goal says nothing, or copies the content' },
    },
    '4.2': {
      good: { zh: '产出、效益、满意度指标齐全', en: 'output, benefit and satisfaction are all there' },
      weak: { zh: '缺少个别类别，须补充或说明', en: 'a kind is missing and to be added or explained' },
      missing: { zh: '缺少主要类别的指标', en: 'main kinds of indicators are missing' },
    },
    '4.3': {
      good: {
        zh: '指标可衡量，来源和方法明确',
        en: 'indicators can be measured, source and method are named',
      },
      weak: { zh: '部分指标缺数据来源或采集方法', en: 'some indicators lack source or method' },
      missing: { zh: '指标无法衡量', en: 'indicators cannot be measured' },
    },
    '4.4': {
      good: { zh: '指标反映了关键结果', en: 'indicators show the key results' },
      weak: { zh: '部分指标与目标关系不大', en: 'some indicators have little to do with the goal' },
      missing: { zh: '遗漏关键结果', en: 'a key result is left out' },
    },
    '4.5': {
      good: { zh: '指标值有依据，水平合理', en: 'values are grounded and reasonable' },
      weak: { zh: '部分指标值偏低或偏高，须说明', en: 'some values are low or high and to be explained' },
      missing: { zh: '指标值没有依据', en: 'values rest on nothing' },
    },
    '4.6': {
      good: { zh: '权重合计100，评分规则明确', en: 'weights sum to 100, rules are clear' },
      weak: { zh: '权重分配或评分规则须调整', en: 'weights or rules need changes' },
      missing: { zh: '没有权重或评分规则', en: 'no weights or no rules' },
    },
    '5.1': {
      good: { zh: '分期计划具体，可供跟踪', en: 'the plan is dated and can be tracked' },
      weak: { zh: '有计划，缺预期值或支出数', en: 'there is a plan, without expected values or spending' },
      missing: { zh: '没有进度计划', en: 'no plan' },
    },
    '5.2': {
      good: { zh: '责任岗位和制度落实', en: 'post responsible and rules are in place' },
      weak: {
        zh: '责任明确，制度或采购准备不足',
        en: 'responsibility is clear, rules or procurement are not',
      },
      missing: { zh: '没有明确责任岗位和保障措施', en: 'neither post responsible nor safeguards' },
    },
    '5.3': {
      good: { zh: '风险有应对，以前的问题已整改', en: 'risks are answered, earlier problems closed' },
      weak: { zh: '风险分析不全，或整改未完', en: 'risks incomplete, or problems still open' },
      missing: {
        zh: '没有分析风险，也没有说明整改',
        en: 'neither risks nor earlier problems are dealt with',
      },
    },
  },
  examples: [
    {
      given: { point: '1.1', tone: 'good' },
      expect: { phrase: { zh: '依据文件列明文号并附文本', en: 'grounds cited by number, text attached' } },
    },
    {
      given: { point: '4.3', tone: 'missing' },
      expect: { phrase: { zh: '指标无法衡量', en: 'indicators cannot be measured' } },
    },
    { given: { point: '6.1', tone: 'weak' }, expect: { phrase: null } },
  ],
};
