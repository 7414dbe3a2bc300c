import { crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01, the first day that a zip can name: the same files give the same bytes. */
const FIRST_DAY = 0x0021;

/** Files in one package as they are: an xlsx is packed already. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const named = Buffer.from(name, 'utf8');
    const about = aboutOf(bytes, named.length);
    const local = Buffer.concat([uint32(LOCAL), about, named]);
    const place = Buffer.concat([Buffer.alloc(10), uint32(at)]);
    directory.push(Buffer.concat([uint32(CENTRAL), uint16(VERSION), about, place, named]));
    parts.push(local, Buffer.from(bytes));
    at += local.length + bytes.length;
  }
  const central = Buffer.concat(directory);
  const counts = [uint16(entries.length), uint16(entries.length)];
  const end = [uint32(END), uint32(0), ...counts, uint32(central.length), uint32(at), uint16(0)];
  return Buffer.concat([...parts, central, ...end]);
}

/** What stands before the bytes and again in the directory: nothing is packed, so that both sizes are the same. */
const aboutOf = (bytes: Uint8Array, nameLength: number): Buffer =>
  Buffer.concat([
    ...[VERSION, FLAGS, 0, 0, FIRST_DAY].map(uint16),
    ...[crc32(bytes), bytes.length, bytes.length].map(uint32),
    ...[nameLength, 0].map(uint16),
  ]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
