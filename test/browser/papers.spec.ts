import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { partsOf } from '@quancheng/testing';
import type { Browser } from 'playwright-core';
import { PaperFile } from '../../infra/client/paper-file.ts';
import { Bureau, yearFile } from '../acceptance/support/bureau.ts';
import { yearsAt } from '../acceptance/support/lives.ts';
import { declaration } from '../acceptance/support/papers.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { openBrowser } from './support/browser.ts';
import { Person } from './support/person.ts';

/** 用 Excel 填写: the way of a clerk with a file, and of one with many. */

const START_MS = 180_000;
const STEP_MS = 180_000;
const PROJECTS = ['ONE', 'TWO', 'SIX'];
const NEED = '五个村的生活污水直排河道';
const one = 'project-years/ONE-2014';

let stack: Stack;
let bureau: Bureau;
let browser: Browser;
let clerk: Person;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(undefined, { pages: true }), openBrowser()]);
  bureau = new Bureau(stack);
  await bureau.on('2013-10-08');
  await yearsAt(
    bureau,
    'draft',
    PROJECTS.map((id) => ({ id })),
  );
  for (const id of PROJECTS)
    await bureau.does('unit-clerk', yearFile(id), 'save-draft', { form: declaration('600000.00') });
  clerk = await Person.signsIn(browser, stack.api.base, 'unit-clerk');
}, START_MS);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

async function downloads(button: string): Promise<PaperFile> {
  const [download] = await Promise.all([
    clerk.page.waitForEvent('download'),
    clerk.page.getByRole('button', { name: button }).first().click(),
  ]);
  return await PaperFile.open(await readFile(await download.path()));
}

async function chooses(button: string, files: Readonly<Record<string, PaperFile>>): Promise<void> {
  const [chooser] = await Promise.all([
    clerk.page.waitForEvent('filechooser'),
    clerk.page.getByRole('button', { name: button }).click(),
  ]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const given = Object.entries(files).map(async ([name, file]) => ({
    name,
    mimeType,
    buffer: Buffer.from(await file.bytes()),
  }));
  await chooser.setFiles(await Promise.all(given));
}

const paperOf = async (id: string): Promise<PaperFile> => {
  const address = `/api/${yearFile(id)}/papers/goal-declaration`;
  return await PaperFile.open((await stack.api.download(bureau.post('unit-clerk'), address)).bytes);
};

describe('a clerk with a file', () => {
  it(
    'downloads it, is shown a fault by its cell, mends it, sees what it changes, and hands it in',
    async () => {
      await clerk.opens(one, 'save-draft');
      const file = await downloads('下载 Excel');
      const amount = file.behind('本年申报金额');
      file.type(amount, '六十万').type(file.behind('立项必要性'), NEED);
      await chooses('上传 Excel', { '申报表.xlsx': file });
      await clerk.page.getByText(/^有 1 处问题/).waitFor();
      await clerk.page.getByRole('rowheader', { name: amount, exact: true }).waitFor();
      await clerk.pictures('papers-fault');
      expect(await clerk.barriers()).toEqual([]);
      const marked = await downloads('下载标明问题的文件');
      expect(marked.note(amount)).toContain('【错误】');

      await chooses('上传 Excel', { '申报表.xlsx': file.type(amount, 62) });
      await clerk.page.getByText('与现有内容相比，改动 2 处').waitFor();
      await clerk.pictures('papers-changes');
      expect(await clerk.barriers()).toEqual([]);
      expect(await bureau.stateOf(one)).toMatchObject({ draft: { requestedYuan: '600000.00' } });
      await clerk.page.getByRole('button', { name: '采用到本表' }).click();
      expect(await clerk.field('立项必要性').inputValue()).toBe(NEED);
      await clerk.sends();
      expect(await bureau.stateOf(one)).toMatchObject({
        draft: { requestedYuan: '620000.00', need: NEED },
      });

      const head = await Person.signsIn(browser, stack.api.base, 'unit-head');
      await head.opens(one, 'declare');
      await head.sends();
      expect(await bureau.stateOf(one)).toMatchObject({
        stage: 'declared',
        declaration: { form: { need: NEED } },
      });
      await head.leaves();
    },
    STEP_MS,
  );

  it(
    'who brings that of another project is told so',
    async () => {
      await clerk.opens('project-years/TWO-2014', 'save-draft');
      await chooses('上传 Excel', { '申报表.xlsx': await paperOf('SIX') });
      await clerk.page
        .getByRole('alert')
        .getByText(/项目编号是“SIX”/)
        .waitFor();
    },
    STEP_MS,
  );
});

describe('a clerk with many files', () => {
  it(
    'previews them as one job, and confirms what is good in them',
    async () => {
      const [two, six] = [await paperOf('TWO'), await paperOf('SIX')];
      two.type(two.behind('立项必要性'), NEED);
      six.type(six.behind('本年申报金额'), '六十万');
      await clerk.page.getByRole('link', { name: '批量', exact: true }).click();
      const [download] = await Promise.all([
        clerk.page.waitForEvent('download'),
        clerk.page.getByRole('button', { name: '打包下载' }).click(),
      ]);
      expect(Object.keys(partsOf(await readFile(await download.path())))).toHaveLength(PROJECTS.length);
      await clerk.pictures('papers-jobs');
      await chooses('选择多份 Excel', { '二.xlsx': two, '六.xlsx': six });
      await clerk.page.getByRole('button', { name: '确认办理 1 项' }).waitFor();
      await clerk.page.locator('summary', { hasText: '改动 1 处' }).first().click();
      await clerk.pictures('papers-job');
      expect(await clerk.barriers()).toEqual([]);
      const marked = await downloads('下载标明问题的文件');
      expect(marked.rowsOf('错误清单')).toHaveLength(2);
      await clerk.page.getByLabel('理由').fill('各科室交来');
      await clerk.page.getByRole('button', { name: '确认办理 1 项' }).click();
      await clerk.page.getByRole('status').getByText('已办').waitFor();
      expect(await bureau.stateOf(yearFile('TWO'))).toMatchObject({ draft: { need: NEED } });
    },
    STEP_MS,
  );
});
