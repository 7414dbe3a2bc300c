import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '@quancheng/kernel';
import fc from 'fast-check';
import { hostileFiles } from './hostile-files.story.ts';
import { readPaper, writePaper } from './index.ts';

const MEGABYTE = 1024 * 1024;
const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const honest = await writePaper({
  paper: 'self-evaluation',
  head: {
    division: '330211000',
    projectId: 'P1',
    projectName: '农村生活污水治理',
    fiscalYear: 2014,
    unit: { code: '01', name: '农业局' },
    department: { code: '01', name: '农业局' },
    edition: 'zh-2014',
    version: 1,
  },
  values: {},
});

/** In a process of its own, which is ended when it does not end by itself. */
function readAlone(bytes: Uint8Array): { outcome: string; megabytes: number } {
  const file = path.join(folder, 'file.xlsx');
  writeFileSync(file, bytes);
  const reader = path.join(import.meta.dirname, 'read-alone.story.ts');
  return JSON.parse(execFileSync(process.execPath, [reader, file], { encoding: 'utf8', timeout: 20_000 }));
}

describe('a hostile file', () => {
  it.each(hostileFiles(honest))(
    'with %s ends as %s, and the whole process takes less than 200 MB beside the file itself',
    (_, expected, make) => {
      const bytes = make();
      const { outcome, megabytes } = readAlone(bytes);
      expect(outcome).toBe(expected);
      expect(megabytes - bytes.length / MEGABYTE).toBeLessThan(200);
    },
    30_000,
  );

  it.each([
    ['an old or locked file', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'), 'SHEET_OLD_OR_LOCKED'],
    ['a CSV under another name', Buffer.from('编码,名称\n01,村'), 'SHEET_TYPE_WRONG'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'SHEET_TYPE_WRONG'],
    ['nothing', Buffer.alloc(0), 'SHEET_TYPE_WRONG'],
    ['the beginning of a package', Buffer.from('PK'), 'SHEET_DAMAGED'],
  ])('that is %s is refused', async (_, bytes, code) =>
    expect(await readPaper(bytes)).toMatchObject({ refused: true, code }),
  );

  it('that is an honest one cut anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(honest.length - 1), async (length) =>
        expect(isRefusal(await readPaper(honest.subarray(0, length)))).toBe(true),
      ),
      {
        numRuns: 200,
        examples: [0, 1, 2, 4, 21, 22, 30, 1_000, honest.length - 1].map((length) => [length]),
      },
    );
  });

  it('that is chance, or an honest one with any bytes changed, is read or refused, and never breaks', async () => {
    const changed = fc
      .array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
      .map((changes) => {
        const bytes = Uint8Array.from(honest);
        for (const [at, value] of changes) bytes[at] = value;
        return bytes;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 5_000 }), changed), async (bytes) => {
        const read = await readPaper(bytes);
        expect(isRefusal(read) || Array.isArray(read.faults)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
