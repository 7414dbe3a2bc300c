import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scanFile } from '../../infra/rehearsal/story/scan.ts';
import { faultList, type JobStack, startJobStack } from './support.ts';

let stack: JobStack;
const administrator = () => stack.post('administrator', '101', '101');

beforeAll(async () => {
  stack = await startJobStack();
  const name = '镇海区';
  await stack.api.must(administrator(), ['directories', stack.division, 'found-directory'], { name });
});
afterAll(async () => {
  await stack.stop();
});

const GOOD = `单位编码,单位名称,单位类型,主管部门编码,起始日期
0201,教育局,主管部门,,2013-01-01
0201001,第一小学,,0201,2013/1/1
0201002,第二小学,项目单位,0201,２０１３年１月１日
`;

describe('a list of units', () => {
  it('is previewed, touches nothing before it is confirmed, and is there afterwards', async () => {
    const { status, body: job } = await stack.bring(administrator(), 'import-units', GOOD);
    expect([status, job.state, job.counts]).toEqual([
      201,
      'previewed',
      { touched: 3, untouched: 0, faulty: 0, done: 0, refused: 0, left: 3 },
    ]);
    const before = await stack.api.get<{ version: number }>(
      administrator(),
      `/api/directories/${stack.division}`,
    );
    expect(before.body.version).toBe(1);

    expect((await stack.confirm(administrator(), job.id)).status).toBe(200);
    expect((await stack.ended(administrator(), job.id)).counts).toMatchObject({ done: 3, left: 0 });
    const after = await stack.api.get<{ version: number }>(
      administrator(),
      `/api/directories/${stack.division}`,
    );
    expect(after.body.version).toBe(2);
  });

  it('brought again touches nothing; with one more unit it touches that one', async () => {
    const again = await stack.bring(administrator(), 'import-units', GOOD);
    expect(again.body.counts).toMatchObject({ touched: 0, untouched: 3 });
    const longer = await stack.bring(administrator(), 'import-units', `${GOOD}0201003,第三小学,,0201,\n`);
    expect(longer.body.counts).toMatchObject({ touched: 1, untouched: 3 });
    const [left] = await stack.items(administrator(), longer.body.id, 'ok');
    expect([left?.row, left?.key]).toEqual([5, '0201003']);
  });

  it('has its faults named by row and title, and the good rows are taken', async () => {
    const list = `单位编码,单位名称,单位类型,主管部门编码,起始日期,备注
0201,教育局（旧）,主管部门,,,
0202,卫生局,局,,,
0203001,老干部局,,0999,,
0204,民政局,,,2013-02-30,
0204,民政局,,,,
,没有编码,,,,
0205,水利局,主管部门,,2013-05-01,收
`;
    const { body: job } = await stack.bring(administrator(), 'import-units', list);
    expect(job.notes.map(({ zh }) => zh)).toEqual(['不认识的列没有导入：备注']);
    expect(job.counts).toMatchObject({ touched: 1, faulty: 6 });
    expect(faultList(await stack.items(administrator(), job.id, 'fault'))).toEqual([
      [2, 'UNIT_KNOWN_OTHERWISE', '单位编码'],
      [3, 'NOT_ONE_OF', '单位类型'],
      [4, 'DEPARTMENT_UNKNOWN', '主管部门编码'],
      [5, 'DATE_DOES_NOT_EXIST', '起始日期'],
      [6, 'UNIT_TWICE', '单位编码'],
      [7, 'REQUIRED', '单位编码'],
    ]);
    await stack.confirm(administrator(), job.id);
    expect((await stack.ended(administrator(), job.id)).counts).toMatchObject({ done: 1, faulty: 6 });
  });

  it.each([
    ['that is no table', scanFile.bytes, 'SHEET_TYPE_WRONG'],
    ['without a needed column', '单位编码\n0201', 'COLUMN_MISSING'],
    ['without a row', '单位编码,单位名称\n', 'SHEET_EMPTY'],
  ])('%s is refused whole', async (_, list, code) => {
    const refused = await stack.bring(administrator(), 'import-units', list);
    expect([refused.status, refused.body]).toEqual([422, expect.objectContaining({ code })]);
  });
});

describe('a job', () => {
  it('is one for one key: repeated it is the same, with another list it is refused', async () => {
    const key = 'units-of-the-first-day';
    const [first, second] = [
      await stack.bring(administrator(), 'import-units', GOOD, key),
      await stack.bring(administrator(), 'import-units', GOOD, key),
    ];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    const other = await stack.bring(administrator(), 'import-units', `${GOOD}0209,x,,,\n`, key);
    expect([other.status, other.body]).toEqual([
      422,
      expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }),
    ]);
  });

  it('needs a reason, is confirmed once, and is not for every post', async () => {
    const { body: job } = await stack.bring(administrator(), 'import-units', GOOD);
    const clerk = stack.post('unit-clerk');
    const asked = [
      await stack.confirm(administrator(), job.id, ' '),
      await stack.confirm(clerk, job.id),
      await stack.bring(clerk, 'import-units', GOOD),
      await stack.begin(administrator(), { kind: 'import-anything' }),
      await stack.begin(administrator(), { kind: 'import-units' }),
      await stack.begin(administrator(), { kind: 'import-units', sha256: '0'.repeat(64) }),
      await stack.confirm(administrator(), 'J0'),
      await stack.cancel(administrator(), job.id),
      await stack.confirm(administrator(), job.id),
    ];
    expect(asked.map(({ status, body }) => [status, (body as unknown as { code?: string }).code])).toEqual([
      [422, 'JOB_REQUEST_SHAPE'],
      [403, 'ROLE_NOT_ALLOWED'],
      [403, 'ROLE_NOT_ALLOWED'],
      [422, 'JOB_KIND_UNKNOWN'],
      [422, 'JOB_FILE_MISSING'],
      [422, 'JOB_FILE_MISSING'],
      [404, 'NOT_FOUND'],
      [200, undefined],
      [409, 'JOB_STATE'],
    ]);
  });
});
