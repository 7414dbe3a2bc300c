import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeTable } from '@quancheng/sheets';
import { Bureau, type By, yearFile } from '../acceptance/support/bureau.ts';
import { declare, yearsAt } from '../acceptance/support/lives.ts';
import { declaration } from '../acceptance/support/papers.ts';
import { PaperFile } from '../../infra/client/paper-file.ts';
import { faultList, type JobStack, startJobStack } from './support.ts';

/** 批量导入表格: many papers at once, each kept as the draft of its own file, and nothing changes without a line. */
const OTHER_CLERK: By = ['unit-clerk', '202001'];
const PROJECTS = ['P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-6', 'P-7', 'P-8'];
let stack: JobStack;
let bureau: Bureau;
const clerk = () => stack.post('unit-clerk');

beforeAll(async () => {
  stack = await startJobStack();
  bureau = new Bureau(stack);
  await bureau.on('2013-09-10');
  await yearsAt(bureau, 'draft', [
    ...PROJECTS.map((id) => ({ id })),
    { id: 'P-9', unit: '202001', project: { unit: '202001' } },
  ]);
  for (const id of PROJECTS)
    await bureau.does('unit-clerk', yearFile(id), 'save-draft', { form: declaration('600000.00') });
  await bureau.does(OTHER_CLERK, yearFile('P-9'), 'save-draft', { form: declaration('600000.00') });
}, 120_000);
afterAll(() => stack.stop());

async function paperOf(id: string, by: By = 'unit-clerk'): Promise<Uint8Array> {
  const address = `/api/${yearFile(id)}/papers/goal-declaration?unit=元`;
  return (await stack.api.download(bureau.post(by), address)).bytes;
}

/** The paper of a project, with some of its entries typed over. */
async function filled(id: string, entries: Readonly<Record<string, string>>, by?: By): Promise<Uint8Array> {
  const file = await PaperFile.open(await paperOf(id, by));
  for (const [label, text] of Object.entries(entries)) file.type(file.behind(label), text);
  return await file.bytes();
}

/** Uploads files and previews their import. */
async function bring(files: Readonly<Record<string, Uint8Array>>, by: By = 'unit-clerk') {
  const given: { sha256: string; name: string }[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    const kept = await stack.api.upload(bureau.post(by), { name, type: 'application/octet-stream', bytes });
    given.push({ sha256: (kept.body as { sha256: string }).sha256, name });
  }
  const { body } = await stack.begin(bureau.post(by), {
    kind: 'import-papers',
    parameters: { files: given },
  });
  while (body.state === 'opened') Object.assign(body, await stack.job(bureau.post(by), body.id));
  return body;
}

const draftOf = async (id: string) => (await bureau.stateOf(yearFile(id))).draft as Record<string, unknown>;
const versionOf = async (id: string) => (await bureau.read<{ version: number }>(yearFile(id))).version;

interface Told {
  readonly what: { readonly zh: string };
  readonly detail: {
    readonly changes: readonly { field: string; before: string; after: string }[];
    readonly notes: readonly { zh: string }[];
  };
  readonly links?: { readonly marked: string };
}

describe('many papers at once', () => {
  it('are previewed file by file, with every change and every fault by its cell; then the good ones are kept', async () => {
    const amount = (await PaperFile.open(await paperOf('P-3'))).behind('本年申报金额');
    const files = {
      '改动.xlsx': await filled('P-1', { 本年申报金额: '６１０,０００.００', 立项必要性: '五个村' }),
      '未改.xlsx': await paperOf('P-2'),
      '金额.xlsx': await filled('P-3', { 本年申报金额: '六十万' }),
      '别的项目.xlsx': await filled('P-4', { 项目编号: 'P-404' }),
      '别的年度.xlsx': await filled('P-4', { 预算年度: '2015' }),
      '重复一.xlsx': await filled('P-5', { 立项必要性: '甲' }),
      '重复二.xlsx': await filled('P-5', { 立项必要性: '乙' }),
      '别的单位.xlsx': await filled('P-9', { 立项必要性: '丙' }, OTHER_CLERK),
      '不是表.xlsx': await writeTable({ sheet: '名单', columns: [{ title: '姓名' }], rows: [] }),
    };
    const before = await Promise.all(PROJECTS.map(versionOf));
    const job = await bring(files);
    expect(job).toMatchObject({ state: 'previewed', counts: { touched: 1, untouched: 1, faulty: 7 } });
    const items = await stack.items(clerk(), job.id);
    expect(faultList(items)).toEqual([
      [3, expect.any(String), amount],
      [4, 'NOT_FOUND', ''],
      [5, 'NOT_FOUND', ''],
      [6, 'PAPER_TWICE', ''],
      [7, 'PAPER_TWICE', ''],
      [8, 'NOT_YOUR_OBJECT', ''],
      [9, 'PAPER_UNKNOWN', ''],
    ]);
    const [good] = items as unknown as Told[];
    expect(good?.detail.changes.map(({ field, before: was, after }) => [field, was, after])).toEqual([
      ['requestedFen', '600000.00', '610000.00'],
      ['need', '三个村的生活污水直排河道', '五个村'],
    ]);
    expect(good?.detail.notes.map(({ zh }) => zh).join()).toContain('６１０,０００.００');
    expect(await Promise.all(PROJECTS.map(versionOf))).toEqual(before);

    await stack.confirm(clerk(), job.id, '各科室交来的申报表');
    expect((await stack.ended(clerk(), job.id)).counts).toMatchObject({ done: 1, refused: 0, left: 0 });
    expect(await draftOf('P-1')).toMatchObject({ requestedYuan: '610000.00', need: '五个村' });
    const after = before.map((version, index) => (index === 0 ? version + 1 : version));
    expect(await Promise.all(PROJECTS.map(versionOf))).toEqual(after);
  });

  it('have a marked copy each, and a list of all results', async () => {
    const address = (await PaperFile.open(await paperOf('P-3'))).behind('本年申报金额');
    const job = await bring({ '金额.xlsx': await filled('P-3', { 本年申报金额: '六十万' }) });
    const [item] = (await stack.items(clerk(), job.id)) as unknown as Told[];
    const marked = await stack.api.download(clerk(), item?.links?.marked ?? '');
    expect(decodeURIComponent(marked.disposition)).toContain('金额-问题.xlsx');
    const copy = await PaperFile.open(marked.bytes);
    expect([copy.text(address), copy.note(address)]).toEqual(['六十万', expect.stringContaining('【错误】')]);
    const { bytes } = await stack.api.download(clerk(), `/api/jobs/${job.id}/results.xlsx`);
    const [titles, row] = (await PaperFile.open(bytes)).rowsOf('逐项结果');
    expect([titles?.slice(0, 5), row?.slice(1, 4)]).toEqual([
      ['行', '编号', '内容', '结果', '问题'],
      ['P-3-2014', expect.stringContaining('金额.xlsx'), '有问题'],
    ]);
  });

  it('that say what the rules refuse, or what another has changed since, are not written over it', async () => {
    const late = await filled('P-6', { 立项必要性: '晚了一步' });
    const passed = await filled('P-7', { 立项必要性: '已经申报' });
    await declare(bureau, { id: 'P-7' });
    const job = await bring({ '晚.xlsx': late, '已申报.xlsx': passed });
    expect(faultList(await stack.items(clerk(), job.id, 'fault'))).toEqual([[2, 'WRONG_STAGE', '']]);
    await bureau.does('unit-clerk', yearFile('P-6'), 'save-draft', { form: declaration('590000.00') });
    await stack.confirm(clerk(), job.id);
    expect((await stack.ended(clerk(), job.id)).counts).toMatchObject({ done: 0, refused: 1 });
    const [refused] = await stack.items(clerk(), job.id, 'refused');
    expect(refused?.result).toMatchObject({ code: 'STALE_VERSION' });
    expect(await draftOf('P-6')).toMatchObject({ requestedYuan: '590000.00' });
  });

  it('brought again change nothing, and go out as they came', async () => {
    const bytes = await filled('P-8', { 立项必要性: '再来一次' });
    const first = await bring({ '表.xlsx': bytes });
    await stack.confirm(clerk(), first.id);
    await stack.ended(clerk(), first.id);
    const out = await paperOf('P-8');
    expect((await bring({ '表.xlsx': bytes })).counts).toMatchObject({ touched: 0, untouched: 1 });
    expect((await bring({ '表.xlsx': out })).counts).toMatchObject({ touched: 0, untouched: 1 });
    expect(await paperOf('P-8')).toEqual(out);
  });
});

describe('the job of a unit', () => {
  it('is seen by its own people alone', async () => {
    const job = await bring({ '表.xlsx': await paperOf('P-2') });
    const other = bureau.post(OTHER_CLERK);
    expect((await stack.api.get(other, `/api/jobs/${job.id}`)).status).toBe(403);
    const { body } = await stack.api.get<{ items: unknown[] }>(other, '/api/jobs');
    expect(body.items).toEqual([]);
  });

  it.each<[string, object]>([
    ['no file', { files: [] }],
    ['301 files', { files: Array.from({ length: 301 }, () => ({ sha256: '0'.repeat(64), name: 'a.xlsx' })) }],
    ['a file without its sha256', { files: [{ name: 'a.xlsx' }] }],
    ['nothing', {}],
  ])('with %s is refused', async (_, parameters) => {
    const said = await stack.begin(clerk(), { kind: 'import-papers', parameters });
    expect([said.status, said.body]).toEqual([422, expect.objectContaining({ code: 'JOB_PARAMETER' })]);
  });

  it('names a file that was never uploaded', async () => {
    const files = [{ sha256: '0'.repeat(64), name: 'a.xlsx' }];
    const { body } = await stack.begin(clerk(), { kind: 'import-papers', parameters: { files } });
    expect(faultList(await stack.items(clerk(), body.id))).toMatchObject([[1, 'not_found', 'file.sha256']]);
  });
});
