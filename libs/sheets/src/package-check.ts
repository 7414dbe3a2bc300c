import { inflateRawSync } from 'node:zlib';
import type { Refusal } from '@quancheng/kernel';
import { damaged, hasMacros, notASheet, oldOrLocked, tooBig } from './refusals.ts';
import type { SheetLimits } from './table.ts';

/**
 * An xlsx is a zip. Before the library unpacks it, every part is unpacked here once against a limit: what the package says
 * of its own sizes may be a lie. Null: the package may be read.
 */
export function refusePackage(bytes: Uint8Array, limits: SheetLimits): Refusal | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > limits.bytes) return tooBig('bytes', limits.bytes);
  if (file.subarray(0, 8).equals(OLE)) return oldOrLocked();
  if (file.subarray(0, 2).toString('latin1') !== 'PK') return notASheet();
  try {
    return refuseParts(file, partsOf(file), limits);
  } catch (fault) {
    if (isDamage(fault)) return damaged();
    throw fault;
  }
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const END_SIZE = 22;
const MOST_PARTS = 2_000;
const DEFLATED = 8;

interface Part {
  readonly name: string;
  readonly locked: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly at: number;
}

class Damage extends Error {
  override readonly name = 'Damage';
}

/** Our own findings, a place outside of the file, and what does not unpack. */
const isDamage = (fault: unknown): boolean =>
  fault instanceof Damage ||
  /^(Z_|ERR_OUT_OF_RANGE|ERR_BUFFER_OUT_OF_BOUNDS)/.test(String((fault as { code?: unknown } | null)?.code));

/** Throws where the directory does not hold together. */
function partsOf(file: Buffer): Part[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new Damage('too many parts');
  const parts: Part[] = [];
  for (let at = file.readUInt32LE(end + 16); parts.length < count; ) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new Damage('no entry of the directory');
    const nameLength = file.readUInt16LE(at + 28);
    parts.push({
      name: file.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
      locked: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packedSize: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function endOf(file: Buffer): number {
  for (let at = file.length - END_SIZE; at >= Math.max(0, file.length - END_SIZE - LONGEST_COMMENT); at--) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw new Damage('the end of the package is missing');
}

function refuseParts(file: Buffer, parts: readonly Part[], limits: SheetLimits): Refusal | null {
  if (parts.some(({ name }) => /vbaProject\.bin$/i.test(name))) return hasMacros();
  if (parts.some(({ locked }) => locked)) return oldOrLocked();
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) return notASheet();
  let left = limits.unpackedBytes;
  for (const part of parts) {
    const unpacked = unpack(file, part, left);
    if (unpacked === null) return tooBig('unpackedBytes', limits.unpackedBytes);
    // A document type could name entities that grow without end, or files that are none of ours.
    if (/\.(xml|rels)$/i.test(part.name) && unpacked.includes('<!DOCTYPE')) return damaged();
    left -= unpacked.length;
  }
  return null;
}

/** Null: more than `most` bytes come out. */
function unpack(file: Buffer, { at, method, packedSize }: Part, most: number): Buffer | null {
  if (file.readUInt32LE(at) !== LOCAL) throw new Damage('no part where the directory says');
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(from, from + packedSize);
  if (packed.length < packedSize) throw new Damage('a part is cut short');
  if (method !== DEFLATED) return packed.length > most ? null : packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (fault) {
    if ((fault as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw fault;
  }
}
