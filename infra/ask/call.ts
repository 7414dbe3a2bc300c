import type { Ask } from './ask.ts';

/** What is typed after the name of an ask. */
export type Call =
  | { readonly how: 'batch' }
  | { readonly how: 'one'; readonly given: Readonly<Record<string, string>> };

/**
 * `--working-days 10` becomes `workingDays: '10'`; a value without an option is the ask's positional one. Undefined where
 * the words cannot be read so: an option without value or twice, or a value too many. Whether an option exists is the schema's to say.
 */
export function readCall(
  { positional }: Pick<Ask, 'positional'>,
  words: readonly string[],
): Call | undefined {
  if (words.includes('--batch')) return words.length === 1 ? { how: 'batch' } : undefined;
  const given: Record<string, string> = {};
  const rest = [...words];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const [name, value] = word.startsWith('--') ? optionOf(word, rest) : [positional, word];
    if (name === undefined || value === undefined || Object.hasOwn(given, name)) return undefined;
    given[name] = value;
  }
  return { how: 'one', given };
}

function optionOf(word: string, rest: string[]): [string, string | undefined] {
  const [option = '', ...inline] = word.slice(2).split('=');
  const name = option.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
  return [name, inline.length > 0 ? inline.join('=') : rest.shift()];
}
