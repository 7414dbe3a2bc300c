import {
  type Field,
  goalDeclarationForm,
  reviewSheetForm,
  selfEvaluationForm,
  trackingReportForm,
} from '@quancheng/forms';
import type { Words } from '@quancheng/kernel';
import { halfWidth } from '@quancheng/sheets';
import type { PaperHead, PaperName } from './paper.ts';

/** A check that only says whether a value holds, and what is wrong with it. */
interface Check {
  safeParse(value: unknown): {
    readonly data?: unknown;
    readonly error?:
      | {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[];
            readonly code: string;
            readonly message: string;
          }[];
        }
      | undefined;
  };
}

export interface PaperForm {
  readonly fields: readonly Field[];
  readonly schema: Check;
  readonly draft: Check;
}

/** The one list of fields behind each paper. The file's layout and its reading follow it, so that a new field appears by itself. */
export const FORMS: Readonly<Record<PaperName, PaperForm>> = {
  'goal-declaration': goalDeclarationForm,
  'goal-review': reviewSheetForm,
  'tracking-report': trackingReportForm,
  'self-evaluation': selfEvaluationForm,
};

export type RowsField = Extract<Field, { kind: 'rows' }>;
export type CellField = Exclude<Field, RowsField>;

export const fieldsOf = (paper: PaperName): readonly Field[] => FORMS[paper].fields;

export const isRows = (field: Field): field is RowsField => field.kind === 'rows';

export const hasMoney = (fields: readonly Field[]): boolean =>
  fields.some((field) => (isRows(field) ? hasMoney(field.fields) : field.kind === 'money'));

/** Tables stand alone; between them a long text has the whole line, and two short fields share one. */
export function blocksOf(fields: readonly Field[]): (RowsField | CellField[])[] {
  const blocks: (RowsField | CellField[])[] = [];
  for (const field of fields) {
    const last = blocks.at(-1);
    if (isRows(field)) blocks.push(field);
    else if (Array.isArray(last) && last.length === 1 && ![...last, field].some(isLong)) last.push(field);
    else blocks.push([field]);
  }
  return blocks;
}

const isLong = ({ kind }: CellField): boolean => kind === 'text' || kind === 'choices';

/** The lines of the head, in pairs as they stand on the paper: what each says of a head, as text. */
export const HEAD_LABELS = {
  projectName: '项目名称',
  projectId: '项目编号',
  unitName: '单位名称',
  unitCode: '单位代码',
  departmentName: '主管部门',
  departmentCode: '主管部门代码',
  fiscalYear: '预算年度',
  division: '财政区划',
  edition: '规则版本',
  version: '数据版本',
  round: '跟踪轮次',
} as const;
export type HeadLine = keyof typeof HEAD_LABELS;

export const headTexts = (head: PaperHead): Partial<Record<HeadLine, string>> => ({
  projectName: head.projectName,
  projectId: head.projectId,
  unitName: head.unit.name,
  unitCode: head.unit.code,
  departmentName: head.department.name,
  departmentCode: head.department.code,
  fiscalYear: String(head.fiscalYear),
  division: head.division,
  edition: head.edition,
  version: String(head.version),
  ...(head.round !== undefined && { round: head.round }),
});

export const MONEY_UNIT_LABEL = '金额单位：';
/** Where the form ends: below it people sign. */
export const FOOTER = '单位（盖章）：';
/** Columns that are shown beside a row's key, and never read. */
export const POINT_TEXT = '要点内容';
export const POINT_WEIGHT = '分值';
export const APPROVED = '批复的指标';
export const FAULT_SHEET = '错误清单';

/** As it stands on the paper: a required one has its star, and a share or points their unit. Money's unit stands in the head. */
export const labelOf = ({ label, required, kind, ...field }: Field): string =>
  `${required ? '*' : ''}${label.zh}${'unit' in field && kind !== 'money' ? `（${field.unit}）` : ''}`;

/** As it stands in print, where nobody is asked any more. */
export const printLabel = (field: Field): string => labelOf({ ...field, required: false });

/** Two labels are the same when they differ in width, spaces, star, colon or a unit behind them alone. */
export const labelKey = (text: string): string =>
  halfWidth(text)
    .replace(/[\s*]/g, '')
    .replace(/:$/, '')
    .replace(/\((万元|元|%|分)\)$/, '');

/** 'B7', as the office program counts. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

export const words = (zh: string, en: string): Words => ({ zh, en });
