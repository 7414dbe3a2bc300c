import type { Operator } from './reading.ts';

export type Comparison = Exclude<Operator, 'between' | 'by'>;

/**
 * Operators before the number, longest first. 以上, 以下 and 以内 include the number; 超过, 不满 and 以外 do not
 * (民法典 art. 1259); so 超 is `>` here, though papers often mean "at least".
 */
const BEFORE: readonly (readonly [RegExp, Comparison])[] = [
  [
    /^(?:>=|大于或?等于|高于或?等于|多于或?等于|不(?:得|应|会)?(?:低于|少于|小于|短于)|不低于|至少|最少|最低|达到|达)/,
    '>=',
  ],
  [
    /^(?:<=|小于或?等于|低于或?等于|少于或?等于|不(?:得|应|会)?(?:高于|多于|大于|超过|超|长于)|未超过?|至多|最多|最高|控制在)/,
    '<=',
  ],
  [/^(?:=|等于)/, '='],
  [/^(?:>|大于|高于|多于|超过|超出|超|逾|突破)/, '>'],
  [/^(?:<|小于|低于|少于|短于|不足|不满|未满|不到)/, '<'],
];

/** Operators after number and unit: 95%以上, 5天以内. */
const AFTER: readonly (readonly [RegExp, Comparison])[] = [
  [/(?:及|含|或)?以上$/, '>='],
  [/(?:(?:及|含|或)?以下|以内|之内|内)$/, '<='],
];

export type Taken = { readonly operator: Comparison | null; readonly rest: string; readonly printed: string };

export function takeOperatorBefore(text: string): Taken {
  return take(BEFORE, text);
}

export function takeOperatorAfter(text: string): Taken {
  return take(AFTER, text);
}

function take(list: readonly (readonly [RegExp, Comparison])[], text: string): Taken {
  for (const [pattern, operator] of list) {
    const printed = pattern.exec(text)?.[0];
    if (printed !== undefined) return { operator, printed, rest: text.replace(pattern, '') };
  }
  return { operator: null, printed: '', rest: text };
}

/** Whether an amount was told in prose (超13万元) rather than set as a target: it is then given in yuan. */
export const isProse = (printed: string): boolean => /^(?:超过?|超出|逾|突破)$/.test(printed);

/**
 * The one comparison that two make: "不少于50个以上" says one thing twice, "超20万元以内" says two. A comparison and an
 * equals sign are two.
 */
export function agree(
  one: Comparison | null,
  other: Comparison | null,
): { readonly operator: Comparison | null } | null {
  if (one === null || other === null || one === other) return { operator: one ?? other };
  return null;
}
