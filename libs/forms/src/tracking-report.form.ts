import { type DraftValue, defineForm, type FormValue } from './field.ts';

const text = (zh: string, en: string) => ({ zh, en });

export const DEVIATION_CAUSES = [
  { value: 'funding', label: text('经费保障', 'funding') },
  { value: 'rules', label: text('制度保障', 'rules') },
  { value: 'staff', label: text('人员保障', 'staff') },
  { value: 'hardware', label: text('硬件条件保障', 'equipment') },
  { value: 'other', label: text('其他', 'other') },
] as const;

export const LIKELIHOODS = [
  { value: 'certain', label: text('确定能', 'certainly') },
  { value: 'possible', label: text('有可能', 'possibly') },
  { value: 'impossible', label: text('完全不可能', 'not at all') },
] as const;

/** 项目绩效运行跟踪表: goals and progress. What was spent is not asked: it comes from the treasury's payments. */
export const trackingReportForm = defineForm({
  id: 'tracking-report',
  title: text('项目绩效运行跟踪表', 'tracking report'),
  fields: [
    {
      name: 'indicators',
      label: text('指标完成情况', 'indicators'),
      kind: 'rows',
      required: false,
      help: text('按批复的指标逐行填报', 'row by row as approved'),
      fields: [
        {
          name: 'row',
          label: text('序号', 'row'),
          kind: 'line',
          required: true,
          help: text('申报表中的序号', 'its row in the goal'),
        },
        {
          name: 'actual',
          label: text('实际完成值', 'actual'),
          kind: 'decimal',
          required: false,
          help: text('定量指标；空白表示未填，不是0', 'for numbers; blank is not zero'),
        },
        {
          name: 'numerator',
          label: text('分子', 'numerator'),
          kind: 'decimal',
          required: false,
          help: text('比率指标填本期分子，全年按分子、分母汇总', 'of a ratio, for its roll-up'),
        },
        {
          name: 'denominator',
          label: text('分母', 'denominator'),
          kind: 'decimal',
          required: false,
          help: text('比率指标填本期分母', 'of a ratio, for its roll-up'),
        },
        {
          name: 'attainedPercent',
          label: text('达成程度', 'attained'),
          kind: 'percent',
          unit: '%',
          required: false,
          help: text('定性指标填达成百分比', 'for qualitative ones'),
        },
        {
          name: 'expected',
          label: text('全年预计', 'expected for the year'),
          kind: 'line',
          required: false,
          help: text('预计年末值', 'at the end of the year'),
        },
        {
          name: 'note',
          label: text('说明', 'note'),
          kind: 'line',
          required: false,
          help: text('数据来源或偏差说明', 'source, or why it is off'),
        },
      ],
    },
    {
      name: 'progressPercent',
      label: text('实施进度', 'progress'),
      kind: 'percent',
      unit: '%',
      required: true,
      help: text('项目实施进程', 'how far the work is'),
    },
    {
      name: 'expectedSpendFen',
      label: text('全年预计支出', 'expected spending'),
      kind: 'money',
      unit: '元',
      required: false,
      help: text('预计到年末', 'by the end of the year'),
    },
    {
      name: 'causes',
      label: text('偏差原因', 'causes'),
      kind: 'choices',
      options: DEVIATION_CAUSES,
      required: false,
      help: text('有偏差时选择', 'when there is a deviation'),
    },
    {
      name: 'causeText',
      label: text('原因说明', 'cause in words'),
      kind: 'text',
      required: false,
      help: text('写清原因和措施', 'the cause and what is done'),
    },
    {
      name: 'likelihood',
      label: text('完成目标的可能性', 'likelihood'),
      kind: 'choice',
      options: LIKELIHOODS,
      required: true,
      help: text('对年度目标的判断', 'of reaching the goal of the year'),
    },
    {
      name: 'remark',
      label: text('备注', 'remark'),
      kind: 'text',
      required: false,
      help: text('其他需要说明的', 'anything else'),
    },
  ],
});

export type TrackingReportDraft = DraftValue<(typeof trackingReportForm)['fields']>;
export type TrackingReport = FormValue<(typeof trackingReportForm)['fields']>;
