import { exact, isExactText, type Words } from '@quancheng/kernel';

/** A number that something may reach and not pass, or must reach; the number itself is within (以上, 以内 include it). */
export type LimitValue = { readonly limit: string; readonly side: 'at-most' | 'at-least' };
export type LimitGiven = { readonly value: string };
/** Null where the text is no number. */
export type LimitAnswer = { readonly within: boolean | null; readonly limit: string };

export function answerLimit({ limit, side }: LimitValue, { value }: LimitGiven): LimitAnswer {
  if (!isExactText(value)) return { within: null, limit };
  return { within: side === 'at-most' ? exact(value).lte(limit) : exact(value).gte(limit), limit };
}

export function limitInWords({ limit, side }: LimitValue): Words[] {
  return [
    side === 'at-most'
      ? { zh: `不超过${limit}（含本数）`, en: `at most ${limit}` }
      : { zh: `不低于${limit}（含本数）`, en: `at least ${limit}` },
  ];
}
