import { type DraftValue, defineForm, type Field, type FormValue } from './field.ts';
import { INDICATOR_KINDS, measuredFields } from './indicator.ts';

const text = (zh: string, en: string) => ({ zh, en });

/** What an evaluation looks at: the kinds of a goal's indicators, and before them how the project was decided and run. */
export const EVALUATION_KINDS = [
  { value: 'decision', class: 'decision', label: text('决策', 'decision') },
  { value: 'process', class: 'process', label: text('过程', 'process') },
  ...INDICATOR_KINDS,
] as const;

export type EvaluationKind = (typeof EVALUATION_KINDS)[number]['value'];

/** One line of an evaluation sheet: the goal's row, what was reached, and the points the filler gives himself. */
export const evaluationLineFields = [
  {
    name: 'row',
    label: text('序号', 'row'),
    kind: 'line',
    required: true,
    help: text('与批复的绩效目标相同', 'as in the approved goal'),
  },
  {
    name: 'kind',
    label: text('二级指标', 'kind'),
    kind: 'choice',
    options: EVALUATION_KINDS,
    required: true,
    help: text(
      '决策、过程、产出、效益或满意度下的类别',
      'under decision, process, output, benefit or satisfaction',
    ),
  },
  ...measuredFields,
  {
    name: 'target',
    label: text('年度指标值', 'target'),
    kind: 'line',
    required: true,
    help: text('定量只填数字', 'a number alone'),
  },
  {
    name: 'unit',
    label: text('计量单位', 'unit'),
    kind: 'line',
    required: false,
    help: text('定量必填：个、%、万元……', 'for numbers: pieces, %, 万元'),
  },
  {
    name: 'actual',
    label: text('实际完成值', 'actual'),
    kind: 'line',
    required: false,
    help: text(
      '定量只填数字；定性填档次或百分比；空白表示未填，不是0',
      'a number alone, or a tier or percentage; blank is not zero',
    ),
  },
  {
    name: 'weight',
    label: text('分值', 'weight'),
    kind: 'decimal',
    unit: '分',
    required: false,
    help: text('“其中”行不填', 'blank on a breakdown row'),
  },
  {
    name: 'selfScore',
    label: text('自评得分', 'self-score'),
    kind: 'decimal',
    unit: '分',
    required: false,
    help: text('与按规则计算的得分不同须说明原因', 'a difference from the rule needs its reason'),
  },
  {
    name: 'reason',
    label: text('偏差原因及改进措施', 'reason'),
    kind: 'text',
    required: false,
    help: text('未达到、远超目标或自评分不同时填写', 'where missed, far exceeded, or scored differently'),
  },
  {
    name: 'partOf',
    label: text('属于（其中行）', 'part of'),
    kind: 'line',
    required: false,
    help: text('“其中”行填所属的序号', 'the row that this breaks down'),
  },
  {
    name: 'notApplicable',
    label: text('不适用的原因', 'why not applicable'),
    kind: 'line',
    required: false,
    help: text('分值分摊到其他指标', 'its weight goes to the others'),
  },
] as const satisfies readonly Field[];

/** The one scored row of money. The rate is not asked: it is computed, and its base is stated. */
export const evaluationMoneyFields = [
  {
    name: 'beginBudgetFen',
    label: text('年初预算数', 'budget at the beginning'),
    kind: 'money',
    unit: '元',
    required: false,
    help: text('空白与0不同', 'blank is not zero'),
  },
  {
    name: 'fullYearBudgetFen',
    label: text('全年预算数', 'full-year budget'),
    kind: 'money',
    unit: '元',
    required: false,
    help: text('有调整的填调整后；执行率以此为基数', 'after adjustment; the rate is taken on it'),
  },
  {
    name: 'executedFen',
    label: text('全年执行数', 'executed'),
    kind: 'money',
    unit: '元',
    required: true,
    help: text('国库支付数', 'what the treasury paid'),
  },
  {
    name: 'executionWeight',
    label: text('预算执行率分值', 'weight of execution'),
    kind: 'decimal',
    unit: '分',
    required: true,
    help: text('与各指标分值合计100', 'with the indicators it sums to 100'),
  },
  {
    name: 'executionSelfScore',
    label: text('执行率自评得分', 'self-score of execution'),
    kind: 'decimal',
    unit: '分',
    required: false,
    help: text('与按规则计算的得分不同须说明原因', 'a difference from the rule needs its reason'),
  },
  {
    name: 'executionReason',
    label: text('执行偏差原因', 'reason'),
    kind: 'text',
    required: false,
    help: text('自评分不同或超预算时填写', 'where scored differently or overspent'),
  },
  {
    name: 'executionNotApplicable',
    label: text('执行率不适用的原因', 'why not applicable'),
    kind: 'line',
    required: false,
    help: text('如全年没有预算', 'for example no budget in the year'),
  },
] as const satisfies readonly Field[];

/** 项目支出绩效自评表: what the unit says of its own year or finished project. */
export const selfEvaluationForm = defineForm({
  id: 'self-evaluation',
  title: text('项目支出绩效自评表', 'self-evaluation'),
  fields: [
    {
      name: 'indicators',
      label: text('绩效指标', 'indicators'),
      kind: 'rows',
      fields: evaluationLineFields,
      required: true,
      help: text('按批复的指标逐行填报', 'row by row as approved'),
    },
    ...evaluationMoneyFields,
    {
      name: 'selfTotal',
      label: text('自评总分', 'self-awarded total'),
      kind: 'decimal',
      unit: '分',
      required: false,
      help: text('应等于各行自评得分之和', 'the sum of the self-scores'),
    },
    {
      name: 'goalExpected',
      label: text('年初设定目标', 'goal set'),
      kind: 'text',
      required: false,
      help: text('批复的年度目标', 'as approved'),
    },
    {
      name: 'goalAchieved',
      label: text('目标实际完成情况', 'goal achieved'),
      kind: 'text',
      required: true,
      help: text('写清完成了什么，不写“同左”', 'what was done, not "as left"'),
    },
    {
      name: 'problems',
      label: text('存在问题', 'problems'),
      kind: 'text',
      required: true,
      help: text('有指标未达到的，不能填“无”', '"none" does not do where a target is missed'),
    },
    {
      name: 'measures',
      label: text('改进措施', 'measures'),
      kind: 'text',
      required: true,
      help: text('针对问题逐项写', 'one for each problem'),
    },
  ],
});

export type EvaluationLine = FormValue<typeof evaluationLineFields>;
export type SelfEvaluationDraft = DraftValue<(typeof selfEvaluationForm)['fields']>;
export type SelfEvaluation = FormValue<(typeof selfEvaluationForm)['fields']>;
