/** Markup that is safe to send as it stands. Only `html` makes it, so that no text of a person gets in unescaped. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

type Part = Html | string | number | readonly Part[];

/** A template whose inserted texts are escaped; lists and other markup go in as they are. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(fixed.map((text, index) => `${text}${markupOf(parts[index] ?? '')}`).join(''));
}

function markupOf(part: Part): string {
  if (part instanceof Html) return String(part);
  if (isList(part)) return part.map(markupOf).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `Array.isArray` does not see that a list may be read-only. */
const isList = (part: Part): part is readonly Part[] => Array.isArray(part);
