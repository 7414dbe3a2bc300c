import type { Words } from '@quancheng/kernel';
import { words } from './layout.ts';

/** Every way in which what was read differs from what stood in the cell, beyond spaces around it. */
const CHANGES = {
  narrowed: words('全角字符按半角读取', 'full-width signs were read as their narrow ones'),
  'closed-up': words('去掉了空格、千分位或货币符号', 'spaces, separators or currency signs were left out'),
  unit: words('按单元格内写的单位读取', 'the unit written in the cell itself was used'),
  'unit-left-out': words('计量单位另有说明，只取数字', 'the unit is known: the number alone was taken'),
  percent: words('百分比格式的单元格按所见读取', 'a cell formatted as a percentage was read as it is seen'),
  formula: words('公式按文件中保存的结果读取', 'the saved value of a formula was taken'),
  date: words('日期统一为年-月-日', 'dates were written as year-month-day'),
  choice: words('选项按意思对应', 'a choice was recognised by other words'),
  target: words(
    '目标值一格中的比较符和单位分到各自的栏目',
    'the operator and unit written with the target went to their own columns',
  ),
  merged: words('合并单元格的内容用于每一行', 'what stands in a merged cell counts for each of its rows'),
} as const satisfies Record<string, Words>;

export type ChangeKind = keyof typeof CHANGES;

export interface Change {
  readonly kind: ChangeKind;
  readonly cell: string;
  readonly from: string;
  readonly to: string;
}

/** As many as a person reads; the rest are counted. */
const MOST_NAMED = 20;
const LONGEST = 30;

/** One note for each kind of change, naming the cells. */
export function notesOf(changes: readonly Change[]): Words[] {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const these = changes.filter((change) => change.kind === kind);
    const named = these
      .slice(0, MOST_NAMED)
      .map(({ cell, from, to }) => `${cell}“${short(from)}”→“${short(to)}”`);
    const rest = these.length - named.length;
    return {
      zh: `${CHANGES[kind].zh}：${named.join('、')}${rest > 0 ? `等${these.length}处` : ''}`,
      en: `${CHANGES[kind].en}: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    };
  });
}

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
