import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { Post } from '../../infra/client/client.ts';
import type { Role } from '@quancheng/domain';
import { type JobStack, startJobStack } from './support.ts';

/** The lists as files: what is handed out empty, and what comes back with its faults beside the rows. */
let stack: JobStack;
const administrator = () => stack.post('administrator', '101', '101');
/** Who brings a list that the administrator does not. */
const POSTS: Readonly<Record<string, Role>> = {
  'import-payments': 'treasury',
  'import-indicators': 'finance-performance',
};

beforeAll(async () => {
  stack = await startJobStack();
  const name = '镇海区';
  await stack.api.must(administrator(), ['directories', stack.division, 'found-directory'], { name });
});
afterAll(() => stack.stop());

async function workbook(post: Post, path: string): Promise<Workbook> {
  const { status, bytes, disposition } = await stack.api.download(post, path);
  expect([status, disposition]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename\*=UTF-8''.+\.xlsx$/),
  ]);
  const read = new Workbook();
  await read.xlsx.load(bytes);
  return read;
}

function put(sheet: Worksheet | undefined, row: number, column: number, text: string): void {
  if (sheet === undefined) throw new Error('the file has no sheet');
  sheet.getCell(row, column).value = text;
}

const saved = async (file: Workbook): Promise<Uint8Array> => new Uint8Array(await file.xlsx.writeBuffer());

describe('a template', () => {
  it.each(['import-units', 'import-people', 'import-projects', 'import-payments', 'import-indicators'])(
    'of %s, filled in, is a list of that import',
    async (kind) => {
      const post = stack.post(POSTS[kind] ?? 'administrator', '101', '101');
      const file = await workbook(post, `/api/jobs/templates/${kind}`);
      const [list, words] = file.worksheets;
      const titles = ((list?.getRow(1).values ?? []) as string[]).filter(Boolean);
      expect(words?.rowCount).toBe(titles.length);
      put(list, 2, 1, '0201');
      const { status, body } = await stack.bring(post, kind, await saved(file));
      expect([status, body.counts.faulty, body.notes]).toEqual([201, 1, []]);
      // The file as a whole was taken; what was left empty is named under its title.
      const [item] = await stack.items(post, body.id, 'fault');
      for (const { code, field } of item?.faults ?? [])
        expect([code, titles]).toEqual(['REQUIRED', expect.arrayContaining([field])]);
    },
  );

  it.each(['batch-return', 'import-anything'])('of %s there is none', async (kind) => {
    expect((await stack.api.get(administrator(), `/api/jobs/templates/${kind}`)).status).toBe(404);
  });
});

describe('a list with faults', () => {
  const LIST = `单位编码,单位名称,单位类型,主管部门编码,起始日期
0201,教育局,主管部门,,2013-01-01
0203001,老干部局,,0999,
0204,民政局,局,,2013-02-30
`;
  const faultsOf = async (id: string) =>
    await workbook(administrator(), `/api/jobs/${id}/faults.xlsx`).then((file) => {
      const [sheet] = file.worksheets;
      const column = sheet?.columnCount ?? 0;
      return { file, texts: [1, 2, 3, 4].map((row) => sheet?.getCell(row, column).text ?? '') };
    });

  it('comes back with what is wrong beside each row, is mended there and brought again', async () => {
    const { body: first } = await stack.bring(administrator(), 'import-units', LIST);
    expect(first.links.faults).toBe(`/api/jobs/${first.id}/faults.xlsx`);
    const { file, texts } = await faultsOf(first.id);
    expect(texts).toEqual([
      '问题',
      '',
      expect.stringMatching(/^主管部门编码：/),
      expect.stringMatching(/单位类型：.*；起始日期：|起始日期：.*；单位类型：/),
    ]);
    const [sheet] = file.worksheets;
    put(sheet, 3, 4, '0201');
    put(sheet, 4, 3, '主管部门');
    const again = await stack.bring(administrator(), 'import-units', await saved(file));
    expect(again.body.counts).toMatchObject({ touched: 2, faulty: 1 });
    // What was mended has no mark any more, in the same column.
    expect((await faultsOf(again.body.id)).texts).toEqual([
      '问题',
      '',
      '',
      expect.stringMatching(/^起始日期：/),
    ]);
  });

  it('is not handed to a post that does not work with it, and there is none of a job without faults', async () => {
    const { body: job } = await stack.bring(administrator(), 'import-units', LIST);
    const { body: clean } = await stack.bring(
      administrator(),
      'import-units',
      LIST.split('\n').slice(0, 2).join('\n'),
    );
    expect(clean.links.faults).toBeUndefined();
    const statuses = [];
    for (const [post, id] of [
      [stack.post('audit', '101', '101'), job.id],
      [stack.post('unit-clerk'), job.id],
      [administrator(), clean.id],
      [administrator(), 'J0'],
    ] as const)
      statuses.push((await stack.api.get(post, `/api/jobs/${id}/faults.xlsx`)).status);
    expect(statuses).toEqual([403, 403, 404, 404]);
  });
});
