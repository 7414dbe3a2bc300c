import type { Words } from '@quancheng/kernel';

/** What follows in each case that the paper tells apart, mildest first. */
export type MeasuresValue = {
  readonly cases: readonly {
    readonly when: string;
    readonly words: Words;
    readonly measures: readonly { readonly id: string; readonly words: Words }[];
  }[];
};
export type MeasuresGiven = { readonly when: string };
/** Null in a case that the paper does not name. */
export type MeasuresAnswer = { readonly measures: readonly string[] | null };

export function answerMeasures({ cases }: MeasuresValue, { when }: MeasuresGiven): MeasuresAnswer {
  return { measures: cases.find((one) => one.when === when)?.measures.map(({ id }) => id) ?? null };
}

export function measuresInWords({ cases }: MeasuresValue): Words[] {
  return cases.map(({ words, measures }) => ({
    zh: `${words.zh}：${measures.map((each) => each.words.zh).join('、')}`,
    en: `${words.en}: ${measures.map((each) => each.words.en).join(', ')}`,
  }));
}
