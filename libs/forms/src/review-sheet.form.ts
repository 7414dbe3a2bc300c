import { type DraftValue, defineForm, type FormValue } from './field.ts';

const text = (zh: string, en: string) => ({ zh, en });

/** The four marks of a point, and 不适用: not applicable, with a reason. */
export const REVIEW_MARK_OPTIONS = [
  { value: '优', label: text('优', 'excellent') },
  { value: '良', label: text('良', 'good') },
  { value: '中', label: text('中', 'fair') },
  { value: '差', label: text('差', 'poor') },
  { value: '不适用', label: text('不适用', 'not applicable') },
] as const;

/** 绩效目标评审表. Its points are the rulebook's (`reviewSheet`): the paper only says how a point is marked. */
export const reviewSheetForm = defineForm({
  id: 'review-sheet',
  title: text('绩效目标评审表', 'review sheet of the goal'),
  fields: [
    {
      name: 'marks',
      label: text('要点评分', 'marks'),
      kind: 'rows',
      required: true,
      help: text('逐点评定', 'every point is marked'),
      fields: [
        {
          name: 'point',
          label: text('要点', 'point'),
          kind: 'line',
          required: true,
          help: text('如 4.2', 'for example 4.2'),
        },
        {
          name: 'mark',
          label: text('评定', 'mark'),
          kind: 'choice',
          options: REVIEW_MARK_OPTIONS,
          required: true,
          help: text('优、良、中、差或不适用', 'one of the four, or not applicable'),
        },
        {
          name: 'reason',
          label: text('理由', 'reason'),
          kind: 'line',
          required: false,
          help: text('不适用必须说明', 'needed when not applicable'),
        },
      ],
    },
    {
      name: 'opinion',
      label: text('评审意见', 'opinion'),
      kind: 'text',
      required: true,
      help: text('总体意见', 'the opinion as a whole'),
    },
    {
      name: 'remarks',
      label: text('修改要求', 'remarks'),
      kind: 'rows',
      required: false,
      help: text('单位须逐条回复', 'each is to be answered by the unit'),
      fields: [
        {
          name: 'remark',
          label: text('要求', 'remark'),
          kind: 'line',
          required: true,
          help: text('一条一项', 'one thing each'),
        },
      ],
    },
  ],
});

export type ReviewSheetDraft = DraftValue<(typeof reviewSheetForm)['fields']>;
export type ReviewSheet = FormValue<(typeof reviewSheetForm)['fields']>;
