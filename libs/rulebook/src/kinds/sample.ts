import { exact, type Words } from '@quancheng/kernel';

/** How many of a group are drawn: a share, rounded up, and never fewer than the minimum while there are so many. */
export type SampleValue = { readonly percent: string; readonly atLeast: number };
export type SampleGiven = { readonly count: number };
export type SampleAnswer = { readonly drawn: number };

export function answerSample({ percent, atLeast }: SampleValue, { count }: SampleGiven): SampleAnswer {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`no such count: ${count}`);
  const share = exact(percent).times(count).div(100).ceil().toNumber();
  return { drawn: Math.min(count, Math.max(atLeast, share)) };
}

export function sampleInWords({ percent, atLeast }: SampleValue): Words[] {
  return [
    {
      zh: `${percent}%，向上取整，每组至少${atLeast}个`,
      en: `${percent} %, rounded up, at least ${atLeast} a group`,
    },
  ];
}
