import type { Words } from '@quancheng/kernel';

/** What a paper lets one choose from, in its order; `preset` is taken until the bureau says otherwise. */
export type OptionsValue = {
  readonly options: readonly { readonly id: string; readonly words: Words }[];
  readonly preset?: string;
};
/** An id, or the paper's own word. */
export type OptionsGiven = { readonly chosen: string | null };
/** Null where it is none of them, or nothing was chosen and nothing is preset. */
export type OptionsAnswer = { readonly option: string | null };

export function answerOptions({ options, preset }: OptionsValue, { chosen }: OptionsGiven): OptionsAnswer {
  if (chosen === null) return { option: preset ?? null };
  return { option: options.find(({ id, words }) => id === chosen || words.zh === chosen.trim())?.id ?? null };
}

export function optionsInWords({ options, preset }: OptionsValue): Words[] {
  return options.map(({ id, words }) =>
    id === preset ? { zh: `${words.zh}（预设）`, en: `${words.en} (preset)` } : words,
  );
}
