import { createInflateRaw } from 'node:zlib';
import type { Refusal } from '@quancheng/kernel';
import { PartScan } from './part-scan.ts';
import { Damage, damaged, hasMacros, notASheet, oldOrLocked, TooBig, tooBig } from './refusals.ts';
import type { SheetLimits } from './table.ts';

/**
 * An xlsx is a zip. Before the library unpacks it, every part flows through here once against the limits, and none is kept:
 * what the package says of its own sizes may be a lie. Null: the package may be read.
 */
export async function refusePackage(bytes: Uint8Array, limits: SheetLimits): Promise<Refusal | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > limits.bytes) return tooBig('bytes', limits.bytes);
  if (file.subarray(0, 8).equals(OLE)) return oldOrLocked();
  if (file.subarray(0, 2).toString('latin1') !== 'PK') return notASheet();
  try {
    return await refuseParts(file, partsOf(file), limits);
  } catch (fault) {
    if (fault instanceof TooBig) return tooBig(fault.what, limits[fault.what]);
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
const STORED = 0;
const DEFLATED = 8;

interface Part {
  readonly name: string;
  readonly locked: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly at: number;
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

async function refuseParts(
  file: Buffer,
  parts: readonly Part[],
  limits: SheetLimits,
): Promise<Refusal | null> {
  const names = parts.map(({ name }) => name);
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return hasMacros();
  if (parts.some(({ locked }) => locked)) return oldOrLocked();
  if (!names.includes('xl/workbook.xml')) return notASheet();
  // Two parts of one name, or a name that leads out of the package, is no office program's work.
  if (
    new Set(names).size < names.length ||
    names.some((name) => /(^|[/\\])\.\.([/\\]|$)|^[/\\]|:/.test(name))
  )
    throw new Damage('names of parts');
  let unpacked = 0;
  for (const part of parts) {
    const scan = new PartScan(part.name, limits);
    for await (const chunk of chunksOf(packedOf(file, part), part.method)) {
      unpacked += chunk.length;
      if (unpacked > limits.unpackedBytes) throw new TooBig('unpackedBytes');
      scan.take(chunk);
    }
    scan.end();
  }
  return null;
}

function packedOf(file: Buffer, { at, packedSize, name }: Part): Buffer {
  if (file.readUInt32LE(at) !== LOCAL) throw new Damage('no part where the directory says');
  const nameLength = file.readUInt16LE(at + 26);
  if (file.subarray(at + 30, at + 30 + nameLength).toString('utf8') !== name)
    throw new Damage('a part has two names');
  const from = at + 30 + nameLength + file.readUInt16LE(at + 28);
  const packed = file.subarray(from, from + packedSize);
  if (packed.length < packedSize) throw new Damage('a part is cut short');
  return packed;
}

/** Small pieces one after another, so that a part of any size needs little memory while it is looked at. */
async function* chunksOf(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === STORED) yield packed;
  else if (method === DEFLATED) {
    const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
    inflate.end(packed);
    yield* inflate as AsyncIterable<Buffer>;
  } else throw new Damage('packed in an unknown way');
}
