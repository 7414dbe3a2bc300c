import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '@quancheng/kernel';
import { type ReadPaper, readPaper } from '@quancheng/papers';
import { partsOf } from '@quancheng/testing';
import type { Address, By, Paper } from '../acceptance/support/bureau.ts';
import { aDraftYear, anApprovedYear, aYearAt, startEvaluation } from '../acceptance/support/lives.ts';
import { declaration, selfEvaluation, yuan } from '../acceptance/support/papers.ts';
import { theBureau } from '../acceptance/support/spec.ts';
import { PaperFile } from '../../infra/client/paper-file.ts';
import { hostileFiles } from '../../libs/papers/src/hostile-files.story.ts';

/** Papers as files: out with what is stored, back in as a draft, and nothing changes without a word. */
const here = theBureau('2014-01-06');
const YEAR: Address = 'project-years/P-1-2014';

interface Reading {
  readonly code?: string;
  readonly values: Paper;
  readonly changes: readonly { field: string; before: string | null; after: string | null }[];
  readonly faults: readonly { cell: string; field: string; code: string }[];
  readonly notes: readonly { zh: string }[];
  readonly mismatch: { code: string; because: { zh: string } } | null;
  readonly links: { marked: string; save: string };
}

const download = async (file: Address, paper: string, by: By = 'unit-clerk', query = '') =>
  await here.stack.api.download(here.bureau.post(by), `/api/${file}/papers/${paper}${query}`);

async function opened(file: Address, paper: string, by?: By, query?: string): Promise<PaperFile> {
  return await PaperFile.open((await download(file, paper, by, query)).bytes);
}

async function readBytes(bytes: Uint8Array): Promise<ReadPaper> {
  const read = await readPaper(bytes);
  if (isRefusal(read)) throw new Error(read.because.en);
  return read;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function brought(bytes: Uint8Array, file: Address, paper: string, by: By = 'unit-clerk') {
  const { api } = here.stack;
  const post = here.bureau.post(by);
  const kept = await api.upload(post, { name: '表.xlsx', type: XLSX, bytes }, 'paper');
  expect(kept.status).toBe(201);
  const { sha256 } = kept.body as { sha256: string };
  const { status, body } = await api.post<Reading>(post, `/api/${file}/papers/${paper}/reading`, { sha256 });
  return { status, sha256, ...body };
}

const versionOf = async (file: Address) => (await here.bureau.read<{ version: number }>(file)).version;

const REPORTED: Address = 'project-years/P-9-2014';
const REVIEWED: Address = 'project-years/P-3-2014';

beforeAll(async () => {
  const { bureau } = here;
  await anApprovedYear(bureau, 'P-9');
  await aYearAt(bureau, 'department-reviewed', 'P-3');
  await aDraftYear(bureau, 'P-1');
  await aDraftYear(bureau, 'P-2');
  await bureau.does('unit-clerk', YEAR, 'save-draft', { form: declaration('600000.00') });
  await bureau.on('2014-08-01');
  await bureau.does('finance-performance', 'budget-years/2014', 'send-tracking-round', {
    round: '2014-07',
    asOf: '2014-07-31',
  });
  await bureau.settle();
}, 120_000);

describe('a declaration as a file', () => {
  it('has the draft filled in under its own name, and brought back as it is it changes nothing', async () => {
    const { status, bytes, disposition } = await download(YEAR, 'goal-declaration');
    expect([status, decodeURIComponent(disposition)]).toEqual([
      200,
      expect.stringContaining('项目P-12014项目支出绩效目标申报表.xlsx'),
    ]);
    const { draft } = await here.bureau.stateOf(YEAR);
    const said = await brought(bytes, YEAR, 'goal-declaration');
    expect(said).toMatchObject({ status: 200, values: draft, changes: [], faults: [], mismatch: null });
  });

  it('names what is wrong by its cell, and stores nothing', async () => {
    const file = await opened(YEAR, 'goal-declaration');
    const [amount, need] = [file.behind('本年申报金额'), file.behind('立项必要性')];
    const bytes = await file.type(amount, '六十万').type(need, '').bytes();
    const before = await versionOf(YEAR);
    const said = await brought(bytes, YEAR, 'goal-declaration');
    expect(said.faults.map(({ cell, field }) => [cell, field])).toEqual([
      [amount, 'requestedFen'],
      [need, 'need'],
    ]);
    expect(await versionOf(YEAR)).toBe(before);
    const marked = await here.stack.api.download(here.bureau.post('unit-clerk'), said.links.marked);
    const copy = await PaperFile.open(marked.bytes);
    expect(copy.note(amount)).toContain('【错误】');
    expect(copy.rowsOf('错误清单').map(([cell]) => cell)).toEqual(['单元格', amount, need]);
  });

  it('says what it changes, is kept by the usual command, and goes out again as it came', async () => {
    const file = await opened(YEAR, 'goal-declaration', 'unit-clerk', '?unit=元');
    const bytes = await file
      .type(file.behind('本年申报金额'), '６５０,０００.５')
      .type(file.behind('立项必要性'), '五个村的生活污水直排河道')
      .bytes();
    const said = await brought(bytes, YEAR, 'goal-declaration');
    expect(said.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['requestedFen', '600000.00', '650000.50'],
      ['need', '三个村的生活污水直排河道', '五个村的生活污水直排河道'],
    ]);
    expect(said.notes.map(({ zh }) => zh).join()).toContain('６５０,０００.５');
    const { api } = here.stack;
    const kept = await api.post(here.bureau.post('unit-clerk'), said.links.save, {
      data: { form: said.values },
    });
    expect(kept.status).toBe(200);
    const again = (await download(YEAR, 'goal-declaration')).bytes;
    const back = await brought(again, YEAR, 'goal-declaration');
    expect([back.changes, back.values]).toEqual([[], (await here.bureau.stateOf(YEAR)).draft]);
    expect((await download(YEAR, 'goal-declaration')).bytes).toEqual(again);
  });

  it('that is out of date says so, and is still compared with what stands now', async () => {
    const { bytes } = await download(YEAR, 'goal-declaration');
    await here.bureau.does('unit-clerk', YEAR, 'save-draft', { form: declaration('610000.00') });
    const said = await brought(bytes, YEAR, 'goal-declaration');
    expect(said.notes[0]?.zh).toContain('文件下载后项目有了变化');
    expect(said.changes.map(({ field }) => field)).toContain('requestedFen');
  });
});

describe('a file that belongs elsewhere', () => {
  it.each<[string, Address, string, string]>([
    ['of another project', YEAR, 'goal-declaration', '项目编号是“P-2”'],
    ['of another paper', REPORTED, 'tracking-report', '表名是“项目支出绩效目标申报表”'],
  ])('%s is named as such', async (_, file, paper, words) => {
    const { bytes } = await download('project-years/P-2-2014', 'goal-declaration');
    const said = await brought(bytes, file, paper);
    expect(said.mismatch).toMatchObject({
      code: 'PAPER_OF_ANOTHER',
      because: { zh: expect.stringContaining(words) },
    });
    expect(said.changes).toEqual([]);
  });
});

describe('the other papers', () => {
  it('a tracking report shows what was approved beside each row, and is kept for its round', async () => {
    const file = await opened(REPORTED, 'tracking-report');
    expect(file.text(file.under('批复的指标', 1))).toBe('入网户数 ≥120户');
    const bytes = await file
      .type(file.under('实际完成值', 1), 84)
      .type(file.behind('实施进度'), '70%')
      .type(file.behind('完成目标的可能性'), '确定能')
      .bytes();
    const said = await brought(bytes, REPORTED, 'tracking-report');
    expect([said.faults, said.mismatch, said.values]).toEqual([
      [],
      null,
      { indicators: [{ row: '1', actual: '84' }], progressPercent: '70', likelihood: 'certain' },
    ]);
    await here.bureau.does('unit-clerk', REPORTED, 'save-tracking-draft', {
      round: '2014-07',
      form: said.values,
    });
    const again = await readBytes((await download(REPORTED, 'tracking-report')).bytes);
    expect([again.head.round, again.values]).toEqual(['2014-07', said.values]);
  });

  it('a review has its points, and what is marked is kept', async () => {
    const year = REVIEWED;
    const file = await opened(year, 'goal-review', 'finance-performance');
    const bytes = await file.type(file.under('评定', 1), '优').bytes();
    const said = await brought(bytes, year, 'goal-review', 'finance-performance');
    expect(said.values).toMatchObject({ marks: [{ mark: '优' }] });
    await here.bureau.does('finance-performance', year, 'save-review-draft', { form: said.values });
    const back = await brought(
      (await download(year, 'goal-review', 'finance-performance')).bytes,
      year,
      'goal-review',
      'finance-performance',
    );
    expect([back.changes, back.values]).toEqual([[], said.values]);
  });

  it('a self-evaluation begins with the approved rows and the money that the treasury paid', async () => {
    const { bureau } = here;
    await bureau.does('treasury', REPORTED, 'record-payments', {
      payments: [{ paymentNo: 'P-9-1', paidOn: '2014-07-31', amountFen: yuan('480000.00') }],
    });
    const evaluation = await startEvaluation(bureau, 'E-P-9-2014', {
      object: { projectId: 'P-9', projectName: '项目P-9', projectYears: ['P-9-2014'] },
    });
    await bureau.settle();
    const { values } = await readBytes((await download(evaluation, 'self-evaluation')).bytes);
    expect(values).toMatchObject({
      executedFen: 48_000_000n,
      fullYearBudgetFen: 50_000_000n,
      executionWeight: '10',
      goalExpected: '120户接入管网，出水达标',
    });
    expect((values.indicators as Paper[])[0]).toEqual({
      row: '1',
      kind: 'quantity',
      name: '入网户数',
      direction: 'higher',
      target: '120',
      unit: '户',
      weight: '20',
    });
    await bureau.does('unit-clerk', evaluation, 'save-self-evaluation-draft', { form: selfEvaluation() });
    const back = await brought(
      (await download(evaluation, 'self-evaluation')).bytes,
      evaluation,
      'self-evaluation',
    );
    expect([back.faults, back.changes]).toEqual([[], []]);
  });
});

describe('a paper is for those who may hand it in', () => {
  it.each<[string, By, Address, string, number, string]>([
    ['another post', 'department', YEAR, 'goal-declaration', 403, 'ROLE_NOT_ALLOWED'],
    ['another unit', ['unit-clerk', '202001'], YEAR, 'goal-declaration', 403, 'NOT_YOUR_OBJECT'],
    ['the clerk, of the review', 'unit-clerk', YEAR, 'goal-review', 403, 'ROLE_NOT_ALLOWED'],
    ['an unknown paper', 'unit-clerk', YEAR, 'budget', 404, 'NOT_FOUND'],
    ['a paper of another kind of file', 'unit-clerk', YEAR, 'self-evaluation', 404, 'NOT_FOUND'],
    [
      'a file that is not there',
      'unit-clerk',
      'project-years/P-0-2014',
      'goal-declaration',
      404,
      'NOT_FOUND',
    ],
    ['a round that was not sent', 'unit-clerk', YEAR, 'tracking-report', 409, 'ROUND_UNKNOWN'],
  ])('%s', async (_, by, file, paper, status, code) => {
    const said = await here.stack.api.get<{ code: string }>(
      here.bureau.post(by),
      `/api/${file}/papers/${paper}`,
    );
    expect([said.status, said.body.code]).toEqual([status, code]);
  });
});

describe('a paper in print', () => {
  const printed = async (file: Address, paper: string, by: By, query = '') => {
    const { status, bytes } = await download(file, `${paper}/print`, by, query);
    return { status, page: Buffer.from(bytes).toString() };
  };
  const versionWith = async (file: Address, type: string) => {
    const { events } = await here.bureau.read<{ events: { type: string; version: number }[] }>(
      `${file}/events`,
    );
    return events.find((event) => event.type === type)?.version ?? 0;
  };

  it('is a draft while it is filled in, for whoever fills it in alone', async () => {
    const { status, page } = await printed(YEAR, 'goal-declaration', 'unit-clerk');
    expect([status, page.includes('草稿'), page.includes('金额单位：万元')]).toEqual([200, true, true]);
    expect((await printed(YEAR, 'goal-declaration', 'finance-business')).status).toBe(403);
  });

  it('is as it was handed in for everybody who may read the file, whatever came later', async () => {
    const version = await versionWith(REPORTED, 'GoalAndBudgetDeclared');
    const query = `?version=${version}`;
    const { page } = await printed(REPORTED, 'goal-declaration', 'finance-business', query);
    expect([page.includes('草稿'), page.includes(`数据版本：${version}<`)]).toEqual([false, true]);
    expect((await printed(REPORTED, 'goal-declaration', ['unit-clerk', '202001'], query)).status).toBe(403);
    expect((await printed(REPORTED, 'tracking-report', 'unit-clerk', query)).status).toBe(404);
  });

  it('shows a review under its five aspects', async () => {
    const version = await versionWith(REPORTED, 'GoalReviewed');
    const { status, page } = await printed(REPORTED, 'goal-review', 'unit-clerk', `?version=${version}`);
    expect(status).toBe(200);
    expect(page).toContain('五、项目实施计划及保障措施');
    expect(page).toMatch(/综合得分：\d+\.\d\d　　评审等级：[优良中差]（待财政局确认）/);
  });

  it('shows what the treasury paid beside a tracking report', async () => {
    const { page } = await printed(REPORTED, 'tracking-report', 'unit-clerk');
    expect(page).toMatch(/2014-07.*国库支付数/s);
  });
});

describe('of a file that is no honest paper nothing is kept', () => {
  const honest = async () => (await download(YEAR, 'goal-declaration')).bytes;
  const kept = async (): Promise<[files: string[], rows: string]> => {
    const { stack } = here;
    const folder = readdirSync(stack.attachmentsFolder, { recursive: true, encoding: 'utf8' });
    const files = folder.filter((name) => /[0-9a-f]{64}$|drafts.+/.test(name));
    const [row] = await stack.store.sql.begin(async (sql) => {
      await sql`select set_config('quancheng.division', ${stack.division}, true)`;
      return await sql<{ count: string }[]>`select count(*)::text as count from attachments`;
    });
    return [files.sort(), row?.count ?? ''];
  };
  const hands = async (bytes: Uint8Array, type = XLSX) => {
    const file = { name: '表.xlsx', type, bytes };
    const said = await here.stack.api.upload(here.bureau.post('unit-clerk'), file, 'paper');
    return [said.status, (said.body as { code: string }).code];
  };
  /** What is too large, or by its first bytes no xlsx, is refused before anybody looks into it. */
  const AT_THE_DOOR = { '413': 'ATTACHMENT_TOO_LARGE', '415': 'ATTACHMENT_TYPE_NOT_ALLOWED' };
  const DAMAGED = Buffer.from('PK');

  it('not of any package that an attacker or a broken program could send', async () => {
    const before = await kept();
    for (const [name, outcome, make] of hostileFiles(await honest())) {
      if (outcome === 'read') continue;
      const [status, code] = await hands(make());
      const doors = Object.entries(AT_THE_DOOR).map(([door, said]) => [name, Number(door), said]);
      expect([[name, 422, outcome], ...doors]).toContainEqual([name, status, code]);
      expect([name, await kept()]).toEqual([name, before]);
    }
  }, 300_000);

  it.each<[string, () => Promise<Uint8Array>, number, string]>([
    ['cut short', async () => (await honest()).slice(0, 4000), 422, 'SHEET_DAMAGED'],
    ['the beginning of a package', async () => DAMAGED, 415, 'ATTACHMENT_TYPE_NOT_ALLOWED'],
    ['a scan', async () => Buffer.from('%PDF-1.7\n'.padEnd(2000, ' ')), 422, 'SHEET_TYPE_WRONG'],
    [
      'without a unit of money',
      async () => {
        const file = await PaperFile.open(await honest());
        return await file.type(file.behind('金额单位：'), '').bytes();
      },
      422,
      'PAPER_MONEY_UNIT_MISSING',
    ],
    [
      'with a formula that reaches outside',
      async () => {
        const file = await PaperFile.open(await honest());
        const formula = { formula: 'WEBSERVICE("http://example.com")', result: 600_000 };
        return await file.type(file.behind('本年申报金额'), formula).bytes();
      },
      422,
      'PAPER_REACHES_OUTSIDE',
    ],
  ])('%s', async (_, make, status, code) => {
    const before = await kept();
    expect(await hands(await make())).toEqual([status, code]);
    expect(await kept()).toEqual(before);
  });
});

describe('many papers in one package', () => {
  const exported = async (by: By, paper: string, body: object) => {
    const { api } = here.stack;
    return await api.downloadWith(here.bureau.post(by), `/api/papers/${paper}/export`, body);
  };

  it('are each what it would be alone; what cannot be had is named inside', async () => {
    const ids = ['P-1-2014', 'P-2-2014', 'P-0-2014'];
    const { status, bytes } = await exported('unit-clerk', 'goal-declaration', { ids });
    const parts = partsOf(bytes);
    expect([status, Object.keys(parts)]).toEqual([
      200,
      ['P-1-2014-项目支出绩效目标申报表.xlsx', 'P-2-2014-项目支出绩效目标申报表.xlsx', '未打包.txt'],
    ]);
    const alone = (await download(YEAR, 'goal-declaration')).bytes;
    expect(parts['P-1-2014-项目支出绩效目标申报表.xlsx']).toEqual(Buffer.from(alone));
    expect(String(parts['未打包.txt'])).toContain('P-0-2014');
  });

  it('of a year are those of the own unit', async () => {
    const body = { fiscalYear: 2014 };
    const own = partsOf((await exported('unit-clerk', 'goal-declaration', body)).bytes);
    expect(Object.keys(own)).toHaveLength(4);
    const other = partsOf((await exported(['unit-clerk', '202001'], 'goal-declaration', body)).bytes);
    expect(Object.keys(other)).toEqual([]);
  });

  it.each([{}, { ids: [] }, { fiscalYear: '2014' }])(
    'are chosen by ids or a year, not by %j',
    async (body) => {
      expect((await exported('unit-clerk', 'goal-declaration', body)).status).toBe(422);
    },
  );
});
