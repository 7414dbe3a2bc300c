import { defineForm, type FormValue } from './field.ts';
import { evaluationLineFields, evaluationMoneyFields } from './self-evaluation.form.ts';

const text = (zh: string, en: string) => ({ zh, en });

const findingFields = [
  {
    name: 'problem',
    label: text('问题', 'problem'),
    kind: 'text',
    required: true,
    help: text('一行一个问题', 'one problem a row'),
  },
  {
    name: 'evidence',
    label: text('依据', 'evidence'),
    kind: 'line',
    required: false,
    help: text('底稿、台账、照片编号', 'working paper, ledger or photo number'),
  },
  {
    name: 'suggestion',
    label: text('建议', 'suggestion'),
    kind: 'text',
    required: true,
    help: text('由谁怎样改', 'who should change what'),
  },
] as const;

/** 财政重点评价报告: the sheet scored by finance, its experts or a commissioned intermediary, and what they found. */
export const keyReportForm = defineForm({
  id: 'key-report',
  title: text('财政重点评价报告', 'report of a key evaluation'),
  fields: [
    {
      name: 'indicators',
      label: text('评价指标', 'indicators'),
      kind: 'rows',
      fields: evaluationLineFields,
      required: true,
      help: text('决策、过程、产出、效益', 'decision, process, output, benefit'),
    },
    ...evaluationMoneyFields,
    {
      name: 'findings',
      label: text('问题和建议', 'findings'),
      kind: 'rows',
      fields: findingFields,
      required: false,
      help: text('没有发现问题的不填', 'blank where nothing was found'),
    },
    {
      name: 'conclusion',
      label: text('评价结论', 'conclusion'),
      kind: 'text',
      required: true,
      help: text('对目标实现程度的判断', 'how far the goal was reached'),
    },
  ],
});

export type KeyReport = FormValue<(typeof keyReportForm)['fields']>;
