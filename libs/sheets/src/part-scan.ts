import { Damage, TooBig } from './refusals.ts';
import type { SheetLimits } from './table.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
/** No part of an office program nests deeper than a few dozen. */
const DEEPEST = 100;
/** From one tag to the next. A cell holds 32,767 characters at most. */
const LONGEST_STRETCH = 1024 * 1024;
/** Office programs keep rows in which nothing stands, for their height or colour: that many times the filled ones. */
const EMPTY_ROWS = 4;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * What would cost the library time or memory out of all proportion to the bytes is seen in the bytes themselves: entities,
 * depth, the number of tags; merges, names and columns over millions of cells, which it would lay out one by one. Throws
 * `Damage` or `TooBig`.
 */
export class PartScan {
  readonly #isXml: boolean;
  readonly #limits: SheetLimits;
  #depth = 0;
  #tags = 0;
  #before = 0;
  #carried = '';
  #rows = 0;
  #merges = 0;
  /** Cells and columns that the library would lay out one by one. */
  #laidOut = 0;

  constructor(name: string, limits: SheetLimits) {
    this.#isXml = /\.(xml|rels|vml)$/i.test(name);
    this.#limits = limits;
  }

  take(chunk: Buffer): void {
    if (!this.#isXml) return;
    for (let at = 0; at < chunk.length; at++) this.#step(chunk[at] ?? 0);
    const text = this.#carried + chunk.toString('latin1');
    const upTo = Math.max(0, text.lastIndexOf('<'));
    this.#look(text.slice(0, upTo));
    this.#carried = text.slice(upTo);
    if (this.#carried.length > LONGEST_STRETCH) throw new TooBig('cellCharacters');
  }

  end(): void {
    this.#look(this.#carried);
  }

  #step(byte: number): void {
    if (byte === 0) throw new Damage('a zero byte in a text');
    if (this.#before === LESS) this.#open(byte);
    else if (byte === GREATER && this.#before === SLASH) this.#depth -= 1;
    this.#before = byte;
  }

  #open(byte: number): void {
    if (byte === SLASH) this.#depth -= 1;
    else if (byte !== QUESTION && byte !== EXCLAMATION) {
      this.#depth += 1;
      this.#tags += 1;
      if (this.#depth > DEEPEST) throw new Damage('nested too deep');
      if (this.#tags > this.#limits.tags) throw new TooBig('tags');
    }
  }

  #look(text: string): void {
    if (/<!(DOCTYPE|ENTITY|\[CDATA)/i.test(text))
      throw new Damage('a document type, or a text that hides its tags');
    if (/\s(r|ref|min|max)=["'][^"'<>]*&/.test(text)) throw new Damage('a place that hides behind entities');
    this.#rows += text.match(/<(?:\w+:)?row[\s/>]/g)?.length ?? 0;
    if (this.#rows > this.#limits.rows * EMPTY_ROWS) throw new TooBig('rows');
    for (const [, column = '', row = ''] of text.matchAll(/\sr=["']([A-Z]*)(\d+)["']/g)) {
      if (Number(row) > LAST_ROW) throw new Damage('a row beyond the last');
      if (numberOfColumn(column) > this.#limits.columns) throw new TooBig('columns');
    }
    for (const [tag] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*/g)) this.#merge(tag);
    for (const [tag] of text.matchAll(/<(?:\w+:)?col\s[^>]*/g)) this.#column(tag);
    for (const [, name = ''] of text.matchAll(/<(?:\w+:)?definedName\b[^>]*>([^<]*)/g)) this.#name(name);
  }

  #merge(tag: string): void {
    this.#merges += 1;
    if (this.#merges > this.#limits.merges) throw new TooBig('merges');
    const cells = cellsIn(/\sref=["']([^"']*)/.exec(tag)?.[1] ?? '');
    if (cells === undefined) throw new Damage('a merge without its range');
    this.#layOut(cells);
  }

  #column(tag: string): void {
    const [from, to] = ['min', 'max'].map((end) =>
      Number(new RegExp(`\\s${end}=["'](\\d+)`).exec(tag)?.[1] ?? 0),
    );
    if ((to ?? 0) > LAST_COLUMN) throw new Damage('a column beyond the last');
    this.#layOut((to ?? 0) - (from ?? 0) + 1);
  }

  #name(text: string): void {
    if (text.includes('&#')) throw new Damage('a name that hides behind entities');
    for (const range of text.split(',')) this.#layOut(cellsIn(range.split('!').at(-1) ?? '') ?? 0);
  }

  #layOut(count: number): void {
    this.#laidOut += Math.abs(count);
    if (this.#laidOut > this.#limits.tags) throw new TooBig('merges');
  }
}

const RANGE = /^\s*\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?\s*$/i;

/** How many cells a range has; undefined where it is none. */
function cellsIn(range: string): number | undefined {
  const match = RANGE.exec(range);
  if (match === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const columns = Math.abs(numberOfColumn(right) - numberOfColumn(left)) + 1;
  return columns * (Math.abs(Number(bottom) - Number(top)) + 1);
}

const numberOfColumn = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
