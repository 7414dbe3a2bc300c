import { type Fen, formatYuan, type Words } from '@quancheng/kernel';

/** 以上 includes the number itself (Civil Code art. 1259, by analogy). */
export type ThresholdValue = { readonly atLeastFen: Fen };
export type ThresholdGiven = { readonly requestedFen: Fen };
export type ThresholdAnswer = { readonly required: boolean };

export function answerThreshold(
  { atLeastFen }: ThresholdValue,
  { requestedFen }: ThresholdGiven,
): ThresholdAnswer {
  return { required: requestedFen >= atLeastFen };
}

export function thresholdInWords({ atLeastFen }: ThresholdValue): Words[] {
  const yuan = formatYuan(atLeastFen);
  return [{ zh: `${yuan}元以上（含本数）`, en: `${yuan} yuan or more` }];
}
