/** How Chinese text is searched without a dictionary: by substring, and by the pairs of neighbouring characters in common. */

/** One width, one case, without spaces and signs: what is compared. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '');

/** The pairs of neighbouring characters, each once; a single character is its own. */
export function pairsOf(text: string): string[] {
  const characters = [...plainWords(text)];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}
