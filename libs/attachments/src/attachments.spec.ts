import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { folderStorage } from './folder.ts';
import { TooLarge } from './storage.ts';
import { kindOfFile } from './types.ts';
import { writeFileSync } from 'node:fs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attachments-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const anything = async (): Promise<void> => undefined;

describe('a folder of contents', () => {
  it('gives every content back as it came, under its sha256, however it was cut on the way', async () => {
    const storage = folderStorage(folder);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 5_000 }),
        fc.integer({ min: 1, max: 999 }),
        async (bytes, size) => {
          const received = await storage.put(pieces(bytes, size), 5_000, anything);
          const sha256 = createHash('sha256').update(bytes).digest('hex');
          expect(received).toEqual({ sha256, sizeBytes: bytes.length });
          const content = await storage.open(sha256);
          expect(new Uint8Array(await buffer(content as NonNullable<typeof content>))).toEqual(bytes);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each<[string, () => AsyncIterable<Uint8Array>, () => Promise<void>]>([
    ['that is one byte too long', () => pieces(new Uint8Array(101), 10), anything],
    [
      'whose sender went away',
      async function* () {
        yield new Uint8Array(50);
        throw new Error('aborted');
      },
      anything,
    ],
    ['that was not approved of', () => pieces(new Uint8Array(50), 10), () => Promise.reject(new Error('no'))],
  ])('keeps nothing of a content %s', async (_name, content, judge) => {
    await expect(folderStorage(folder).put(content(), 100, judge)).rejects.toThrow();
    expect(files()).toEqual([]);
  });

  it('says that a content is too large, and takes one of exactly the limit', async () => {
    const storage = folderStorage(folder);
    await expect(storage.put(pieces(new Uint8Array(101), 7), 100, anything)).rejects.toThrow(TooLarge);
    await expect(storage.put(pieces(new Uint8Array(100), 7), 100, anything)).resolves.toMatchObject({
      sizeBytes: 100,
    });
  });

  it('keeps a content that comes twice once', async () => {
    const storage = folderStorage(folder);
    const bytes = Buffer.from('验收报告');
    await Promise.all([1, 2, 3].map((size) => storage.put(pieces(bytes, size), 100, anything)));
    expect(files()).toHaveLength(1);
  });
});

const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const picture = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

describe('the kind of a file goes by what it holds', () => {
  it.each<[string, Buffer, string | null]>([
    ['验收报告.pdf', Buffer.from('%PDF-1.7\n%…\n'), 'pdf'],
    ['照片.png', picture, 'png'],
    ['照片.exe', picture, 'png'],
    ['照片.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'jpg'],
    ['单位.csv', Buffer.from('单位编码,单位名称\n201001,水务中心\n'), 'csv'],
    ['单位.csv', Buffer.from('b5a5cebbb1e0c2eb2cb5a5cebbc3fbb3c60a', 'hex'), 'csv'],
    ['单位.csv', Buffer.from('\ufeff单位编码', 'utf16le'), 'csv'],
    ['说明.txt', Buffer.from('情况说明'), 'txt'],
    ['说明.TXT', Buffer.from('情况说明'), 'txt'],
    ['验收报告.pdf', program, null],
    ['程序.txt', program, null],
    ['压缩.zip', zip, null],
    ['表.xlsx', zip, null],
    ['页面.html', Buffer.from('<html><script>1</script></html>'), null],
    ['图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    ['零.csv', Buffer.from([65, 0, 66]), null],
    ['无扩展名', Buffer.from('情况说明'), null],
  ])('%s (row %#)', async (name, bytes, kind) => {
    const file = path.join(folder, 'one');
    writeFileSync(file, bytes);
    expect(await kindOfFile(file, name)).toBe(kind);
  });
});
