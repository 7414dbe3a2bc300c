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

/** Which way is better. `higher`: at least the target; `lower`: at most; `equal`: exactly; `qualitative`: judged in words. */
export const DIRECTIONS = [
  { value: 'higher', label: { zh: '≥（不低于）', en: 'at least' } },
  { value: 'lower', label: { zh: '≤（不高于）', en: 'at most' } },
  { value: 'equal', label: { zh: '＝（等于）', en: 'exactly' } },
  { value: 'qualitative', label: { zh: '定性', en: 'qualitative' } },
] as const;

export type Direction = (typeof DIRECTIONS)[number]['value'];

const text = (zh: string, en: string) => ({ zh, en });

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
] as const satisfies readonly Field[];

export type Indicator = FormValue<typeof indicatorFields>;
