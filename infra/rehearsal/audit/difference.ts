/** One place where what is there is not what should be. */
export interface Difference {
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

/** What a difference means: something promised is gone, something was done twice, something does not come on, or is otherwise wrong. */
export const MEANINGS = ['lost', 'twice', 'stuck', 'wrong'] as const;
export type Meaning = (typeof MEANINGS)[number];
export type Finding = Difference & { readonly meaning: Meaning };

export const finding = (meaning: Meaning, { where, expected, found }: Difference): Finding => ({
  meaning,
  where,
  expected,
  found,
});
