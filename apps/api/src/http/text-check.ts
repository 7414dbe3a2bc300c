import type { FieldFault, Words } from '@quancheng/kernel';

/** Real forms nest five deep and hold some hundreds of values; these limits are far above and still cheap to check. */
const DEEPEST = 32;
const MOST_VALUES = 20_000;
const MOST_FAULTS = 20;
const LONGEST_KEY = 200;

const FAULTS = {
  nul: { zh: '含有空字符（U+0000），无法保存', en: 'holds the character U+0000, which cannot be stored' },
  'lone-surrogate': {
    zh: '含有不完整的字符（孤立代理项）',
    en: 'holds half of a character (a lone surrogate)',
  },
  'too-deep': { zh: `嵌套超过 ${DEEPEST} 层`, en: `is nested more than ${DEEPEST} deep` },
  'too-many': { zh: `数据项超过 ${MOST_VALUES} 个`, en: `has more than ${MOST_VALUES} values` },
  number: { zh: '数字超出可表示的范围', en: 'is a number beyond what can be represented' },
  key: { zh: '字段名不可用', en: 'is a name that cannot be used' },
} as const satisfies Record<string, Words>;
type FaultCode = keyof typeof FAULTS;

const fault = (field: string, code: FaultCode): FieldFault => ({ field, code, because: FAULTS[code] });

/** Why a text cannot be kept exactly as it is; null when it can. Emoji and rare characters can. */
export function textFault(text: string): FaultCode | null {
  if (text.includes('\u0000')) return 'nul';
  return text.isWellFormed() ? null : 'lone-surrogate';
}

/**
 * What in a JSON value could not be stored or would harm its reader, each with its place. A walk with its own list, not
 * by recursion: a body of 200,000 brackets must not reach the end of the stack.
 */
export function jsonFaults(root: unknown, rootField: string): FieldFault[] {
  const faults: FieldFault[] = [];
  const open: { value: unknown; field: string; depth: number }[] = [
    { value: root, field: rootField, depth: 0 },
  ];
  for (let seen = 1; open.length > 0 && faults.length < MOST_FAULTS; seen++) {
    const { value, field, depth } = open.pop() as (typeof open)[number];
    if (seen > MOST_VALUES) return [...faults, fault(rootField, 'too-many')];
    const code = ownFault(value, depth);
    if (code !== null) faults.push(fault(field, code));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        const isList = Array.isArray(value);
        if (!isList && !usableKey(key)) faults.push(fault(field, 'key'));
        else open.push({ value: item, field: field === '' ? key : `${field}.${key}`, depth: depth + 1 });
      }
    }
  }
  return faults;
}

function ownFault(value: unknown, depth: number): FaultCode | null {
  if (depth > DEEPEST) return 'too-deep';
  if (typeof value === 'string') return textFault(value);
  // JSON.parse reads 1e400 as Infinity.
  if (typeof value === 'number' && !Number.isFinite(value)) return 'number';
  return null;
}

const usableKey = (key: string): boolean =>
  key !== '__proto__' && key.length <= LONGEST_KEY && textFault(key) === null;
