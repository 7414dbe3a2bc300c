import { Damage, TooBig } from './refusals.ts';
import type { SheetLimits } from './table.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
/** No part of an office program nests deeper than a few dozen. */
const DEEPEST = 100;
/** A tag that is looked at may begin in one piece and end in the next. */
const LONGEST_TAG = 512;
const LAST_ROW = 1_048_576;

/**
 * What would cost the library time or memory out of all proportion to the bytes is seen in the bytes themselves: entities,
 * depth, the number of tags, merges and names over millions of cells. Throws `Damage` or `TooBig`.
 */
export class PartScan {
  readonly #isXml: boolean;
  readonly #limits: SheetLimits;
  #depth = 0;
  #tags = 0;
  #before = 0;
  #carried = '';
  #mergedCells = 0;
  #merges = 0;

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
    this.#carried = text.slice(upTo).slice(-LONGEST_TAG * 8);
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
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Damage('a document type');
    for (const [tag] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*/g)) this.#merge(tag);
    for (const [, row = ''] of text.matchAll(/\sr=["']?[A-Z]*(\d+)/g))
      if (Number(row) > LAST_ROW) throw new Damage('a row beyond the last');
  }

  #merge(tag: string): void {
    const range = /\sref=["']([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?["']/.exec(tag);
    if (range === null) throw new Damage('a merge without its range');
    const [, left = '', top = '', right = left, bottom = top] = range;
    const columns = numberOfColumn(right) - numberOfColumn(left) + 1;
    this.#merges += 1;
    this.#mergedCells += Math.abs(columns * (Number(bottom) - Number(top) + 1));
    if (this.#merges > this.#limits.merges || this.#mergedCells > this.#limits.tags)
      throw new TooBig('merges');
  }
}

const numberOfColumn = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
