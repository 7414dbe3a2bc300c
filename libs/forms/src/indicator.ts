import type { Field, FormValue } from './field.ts';

/** The second level of a goal's indicators, with the first level that each belongs to. */
export const INDICATOR_KINDS = [
  { value: 'quantity', class: 'output', label: { zh: '数量', en: 'quantity' } },
  { value: 'quality', class: 'output', label: { zh: '质量', en: 'quality' } },
  { value: 'timeliness', class: 'output', label: { zh: '时效', en: 'timeliness' } },
  { value: 'cost', class: 'output', label: { zh: '成本', en: 'cost' } },
  { value: 'economic', class: 'benefit', label: { zh: '经济效益', en: 'economic benefit' } },
  { value: 'social', class: 'benefit', label: { zh: '社会效益', en: 'social benefit' } },
  { value: 'ecological', class: 'benefit', label: { zh: '生态效益', en: 'ecological benefit' } },
  { value: 'sustained', class: 'benefit', label: { zh: '可持续影响', en: 'sustained effect' } },
  {
    value: 'satisfaction',
    class: 'satisfaction',
    label: { zh: '服务对象满意度', en: 'satisfaction of those served' },
  },
] as const;

export type IndicatorKind = (typeof INDICATOR_KINDS)[number]['value'];

/** The first level: of a goal the last three, of an evaluation all five. */
export const INDICATOR_CLASSES = {
  decision: { zh: '决策指标', en: 'decision' },
  process: { zh: '过程指标', en: 'process' },
  output: { zh: '产出指标', en: 'output' },
  benefit: { zh: '效益指标', en: 'benefit' },
  satisfaction: { zh: '满意度指标', en: 'satisfaction' },
} as const;

/**
 * Which way is better. `higher`: at least the target; `above`: more than it; `lower`: at most; `below`: less than it;
 * `equal`: exactly; `qualitative`: judged in words.
 */
export const DIRECTIONS = [
  { value: 'higher', label: { zh: '≥（不低于）', en: 'at least' } },
  { value: 'above', label: { zh: '＞（高于）', en: 'more than' } },
  { value: 'lower', label: { zh: '≤（不高于）', en: 'at most' } },
  { value: 'below', label: { zh: '＜（低于）', en: 'less than' } },
  { value: 'equal', label: { zh: '＝（等于）', en: 'exactly' } },
  { value: 'qualitative', label: { zh: '定性', en: 'qualitative' } },
] as const;

export type Direction = (typeof DIRECTIONS)[number]['value'];

/** A target as one cell of a paper says it: “≥120户”; a qualitative one in its words. What is blank is left out. */
export function targetInOneCell(given: {
  readonly direction?: Direction | undefined;
  readonly target?: string | undefined;
  readonly unit?: string | undefined;
}): string {
  const { direction, target = '', unit = '' } = given;
  const label = DIRECTIONS.find(({ value }) => value === direction && value !== 'qualitative')?.label.zh;
  return `${label?.split('（')[0] ?? ''}${target}${unit}`;
}

const text = (zh: string, en: string) => ({ zh, en });

/**
 * How what was reached in the periods of a year becomes the value of the year. That less is better (反向) is said by the
 * direction and changes nothing here.
 */
export const ROLL_UPS = [
  { value: 'sum', label: text('各期相加', 'the periods are added') },
  { value: 'cumulative', label: text('累计数（末期即全年）', 'a running total: the last one is the year') },
  { value: 'average', label: text('各期平均', 'the mean of the periods') },
  { value: 'last', label: text('期末数', 'the value at the end') },
  { value: 'percentage', label: text('比率（分子、分母分别相加）', 'a ratio of two sums') },
  { value: 'qualitative', label: text('定性判断', 'judged in words') },
] as const;

export type RollUp = (typeof ROLL_UPS)[number]['value'];

const YES_NO = [
  { value: 'yes', label: text('是', 'yes') },
  { value: 'no', label: text('否', 'no') },
] as const;

/** The parts of a year that a plan may be written for. A running total of a quarter is that of its last month. */
export const PERIODS = [
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => ({
    value: month as Month,
    label: text(`${Number(month)}月`, `month ${Number(month)}`),
  })),
  { value: 'Q1', label: text('一季度', 'first quarter') },
  { value: 'Q2', label: text('二季度', 'second quarter') },
  { value: 'Q3', label: text('三季度', 'third quarter') },
  { value: 'Q4', label: text('四季度', 'fourth quarter') },
] as const satisfies readonly { value: Period; label: unknown }[];

type Month = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12';
/** A month or a quarter of the fiscal year. */
export type Period = Month | 'Q1' | 'Q2' | 'Q3' | 'Q4';

/** What is measured and which way is better: the same two cells when it is declared and when it is evaluated. */
export const measuredFields = [
  {
    name: 'name',
    label: text('三级指标', 'indicator'),
    kind: 'line',
    required: true,
    help: text('一个可观察的结果', 'one thing that can be seen'),
  },
  {
    name: 'direction',
    label: text('方向', 'direction'),
    kind: 'choice',
    options: DIRECTIONS,
    required: true,
    help: text('成本、时效类通常为≤', 'cost and time usually at most'),
  },
] as const satisfies readonly Field[];

/** One indicator of a goal: what will be reached, how it will be seen. Goal, adjustment and second submission share it. */
export const indicatorFields = [
  {
    name: 'row',
    label: text('序号', 'row'),
    kind: 'line',
    required: true,
    help: text(
      '在本表中唯一，跟踪和评价按它对应',
      'unique in the paper; tracking and evaluation refer to it',
    ),
  },
  {
    name: 'kind',
    label: text('二级指标', 'kind'),
    kind: 'choice',
    options: INDICATOR_KINDS,
    required: true,
    help: text('产出、效益或满意度下的类别', 'under output, benefit or satisfaction'),
  },
  ...measuredFields,
  {
    name: 'target',
    label: text('目标值', 'target'),
    kind: 'line',
    required: true,
    help: text('定量只填数字；定性写清要达到的状态', 'a number alone; or the state to be reached'),
  },
  {
    name: 'unit',
    label: text('计量单位', 'unit'),
    kind: 'line',
    required: false,
    help: text('定量必填：个、%、万元……', 'for numbers: pieces, %, 万元'),
  },
  {
    name: 'weight',
    label: text('权重', 'weight'),
    kind: 'decimal',
    unit: '分',
    required: true,
    help: text('各指标权重与预算执行率权重合计100', 'all weights and that of execution sum to 100'),
  },
  {
    name: 'source',
    label: text('数据来源', 'data source'),
    kind: 'line',
    required: false,
    help: text('台账、统计报表、问卷……', 'ledger, statistics, survey'),
  },
  {
    name: 'method',
    label: text('采集方法', 'collection'),
    kind: 'line',
    required: false,
    help: text('由谁、何时、怎样取得', 'who takes it, when and how'),
  },
  {
    name: 'scoring',
    label: text('评分规则', 'scoring rule'),
    kind: 'line',
    required: false,
    help: text('未达到目标时怎样得分', 'the points when the target is missed'),
  },
  {
    name: 'baseline',
    label: text('上年或历史值', 'past value'),
    kind: 'line',
    required: false,
    help: text('用来判断目标是否过低', 'tells whether the target is too low'),
  },
  {
    name: 'rollUp',
    label: text('汇总方式', 'roll-up'),
    kind: 'choice',
    options: ROLL_UPS,
    required: false,
    help: text(
      '各期怎样合成全年；比率和定性不相加；不填按最近一期计',
      'how periods make the year; ratios and judgements are never added; blank takes the latest',
    ),
  },
  {
    name: 'keyIndicator',
    label: text('核心指标', 'key indicator'),
    kind: 'choice',
    options: YES_NO,
    required: false,
    help: text('汇总、公开时只列核心指标', 'the ones that summaries and disclosure show'),
  },
  {
    name: 'libraryId',
    label: text('指标库编号', 'library number'),
    kind: 'line',
    required: false,
    help: text('从指标库选用时自动填入', 'filled in when taken from the library'),
  },
] as const satisfies readonly Field[];

export type Indicator = FormValue<typeof indicatorFields>;

/** Why a kind of indicator is left out. */
export const gapFields = [
  {
    name: 'kind',
    label: text('类别', 'kind'),
    kind: 'choice',
    options: INDICATOR_KINDS,
    required: true,
    help: text('未设的二级指标', 'the kind left out'),
  },
  {
    name: 'reason',
    label: text('原因', 'reason'),
    kind: 'line',
    required: true,
    help: text('为什么不适用', 'why it does not apply'),
  },
] as const satisfies readonly Field[];

/** 分期目标值: what an indicator is to reach in a part of the year, by its row. */
export const periodValueFields = [
  {
    name: 'row',
    label: text('指标序号', 'row of the indicator'),
    kind: 'line',
    required: true,
    help: text('绩效指标表中的序号', 'as in the table of indicators'),
  },
  {
    name: 'period',
    label: text('时期', 'period'),
    kind: 'choice',
    options: PERIODS,
    required: true,
    help: text('月或季度，不要重叠', 'a month or a quarter, none twice'),
  },
  {
    name: 'planned',
    label: text('计划值', 'planned'),
    kind: 'decimal',
    required: true,
    help: text('累计数填到期末的累计，其余填本期', 'a running total up to its end; else of the period alone'),
  },
] as const satisfies readonly Field[];

export type PeriodValue = FormValue<typeof periodValueFields>;
