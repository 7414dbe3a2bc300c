import type { Words } from '@quancheng/kernel';

/** What a reviewer finds at a point: in order, weak, or not there at all. */
export const PHRASE_TONES = ['good', 'weak', 'missing'] as const;
export type PhraseTone = (typeof PHRASE_TONES)[number];

/** Ready sentences for the opinion on a review sheet, by the number of the point. */
export type PhrasesValue = Readonly<Record<string, Readonly<Record<PhraseTone, Words>>>>;
export type PhrasesGiven = { readonly point: string; readonly tone: PhraseTone };
/** Null where the sheet has no such point. */
export type PhrasesAnswer = { readonly phrase: Words | null };

export function answerPhrases(phrases: PhrasesValue, { point, tone }: PhrasesGiven): PhrasesAnswer {
  return { phrase: (Object.hasOwn(phrases, point) ? phrases[point]?.[tone] : undefined) ?? null };
}

export function phrasesInWords(phrases: PhrasesValue): Words[] {
  return Object.entries(phrases).map(([point, { good, weak, missing }]) => ({
    zh: `${point}：${good.zh}；${weak.zh}；${missing.zh}`,
    en: `${point}: ${good.en}; ${weak.en}; ${missing.en}`,
  }));
}
