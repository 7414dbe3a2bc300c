import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { Bureau } from '../acceptance/support/bureau.ts';
import { yearsAt } from '../acceptance/support/lives.ts';
import { yuan } from '../acceptance/support/papers.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { openBrowser, openBrowserOf } from './support/browser.ts';
import { DESK, Person } from './support/person.ts';

/** What a form does for the person in front of it: nothing typed is lost, and every "no" says what and where. */

const START_MS = 180_000;
const STEP_MS = 120_000;
const MEGABYTE = 1024 * 1024;

let stack: Stack;
let bureau: Bureau;
let browser: Browser;
let clerk: Person;
let head: Person;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(undefined, { pages: true }), openBrowser()]);
  bureau = new Bureau(stack);
  await bureau.on('2013-10-08');
  await yearsAt(bureau, 'draft', [{ id: 'KEYS' }, { id: 'KEPT' }]);
  clerk = await Person.signsIn(browser, stack.api.base, 'unit-clerk');
  head = await Person.signsIn(browser, stack.api.base, 'unit-head');
}, START_MS);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const keys = 'project-years/KEYS-2014';
const kept = 'project-years/KEPT-2014';
const NEED = '三个村的生活污水直排河道';

describe('a refusal', () => {
  it(
    'names what is blank and leads to the field',
    async () => {
      await head.opens(keys, 'declare');
      await head.page.getByRole('button', { name: '下一步：核对' }).click();
      const said = head.page.getByRole('alert');
      await said.getByText('还有 4 处未填').waitFor();
      expect(await head.barriers()).toEqual([]);
      await said.getByRole('link', { name: '立项必要性：必填' }).click();
      expect(await head.field('立项必要性').evaluate((field) => field.matches(':focus'))).toBe(true);
    },
    STEP_MS,
  );
});

describe('the keyboard alone', () => {
  it(
    'declares a goal and its budget',
    async () => {
      await head.opens(keys, 'declare');
      const typed: Readonly<Record<string, string>> = {
        本年申报金额: '450000',
        立项必要性: NEED,
        主要内容: '建设三个村的集污管网',
        '支出明细第1行 支出内容': '管网',
        '支出明细第1行 金额': '450000',
      };
      const left = new Set(Object.keys(typed));
      // Tab by Tab through the whole form; what has the focus says what it is.
      for (let steps = 0; steps < 120; steps++) {
        await head.page.keyboard.press('Tab');
        const name = await head.focused();
        const text = typed[name];
        if (text !== undefined && left.delete(name)) await head.page.keyboard.type(text);
        if (name === '下一步：核对') break;
      }
      expect([...left]).toEqual([]);
      await head.page.keyboard.press('Enter');
      await head.page.getByRole('heading', { name: '核对：申报目标与预算' }).waitFor();
      for (let steps = 0; (await head.focused()) !== '确认提交' && steps < 60; steps++)
        await head.page.keyboard.press('Tab');
      await head.page.keyboard.press('Enter');
      await head.page.getByText(/^已办理：/).waitFor();
      expect(await bureau.stageOf(keys)).toBe('declared');
    },
    STEP_MS,
  );
});

describe('what was typed', () => {
  it(
    'is there again after the browser was closed',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-desk-'));
      try {
        const before = await openBrowserOf(folder, DESK);
        const sat = await Person.sitsAt(before, stack.api.base, 'unit-clerk');
        await sat.opens(kept, 'save-draft');
        await sat.fills({ 立项必要性: NEED });
        await before.close();
        const after = await openBrowserOf(folder, DESK);
        const back = await Person.sitsAt(after, stack.api.base, 'unit-clerk');
        await back.opens(kept, 'save-draft');
        await back.page.getByText(/^已恢复您上次填写的内容/).waitFor();
        expect(await back.field('立项必要性').inputValue()).toBe(NEED);
        await back.pictures('forms-restored');
        await after.close();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    STEP_MS,
  );

  it(
    'outlives an expired sign-in: signing in again leads back to the same form, and it is sent',
    async () => {
      await clerk.opens(kept, 'save-draft');
      await clerk.fills({ 立项必要性: NEED });
      await clerk.checks();
      await clerk.expires();
      await clerk.page.getByRole('button', { name: '确认提交' }).click();
      await clerk.page.getByRole('dialog', { name: '登录已过期' }).waitFor();
      await clerk.pictures('forms-expired');
      expect(await clerk.barriers()).toEqual([]);
      await clerk.page.reload();
      await clerk.chooses('unit-clerk');
      await clerk.page.getByText(/^已恢复您上次填写的内容/).waitFor();
      expect(await clerk.field('立项必要性').inputValue()).toBe(NEED);
      await clerk.sends();
      expect(await bureau.stateOf(kept)).toMatchObject({ draft: { need: NEED } });
    },
    STEP_MS,
  );

  it(
    'stays when the file has changed meanwhile, which the person is told',
    async () => {
      await clerk.opens(kept, 'save-draft');
      await clerk.fills({ 主要内容: '建设集污管网' });
      await bureau.does('unit-clerk', kept, 'save-draft', { form: { requestedFen: yuan('1.00') } });
      await clerk.checks();
      await clerk.page.getByRole('button', { name: '确认提交' }).click();
      await clerk.page.getByText('您打开表格以后，该事项有新的变化').waitFor();
      await clerk.pictures('forms-stale');
      await clerk.page.getByRole('button', { name: '按最新情况继续' }).click();
      await clerk.page.getByText('您打开表格以后，该事项有新的变化').waitFor({ state: 'hidden' });
      await clerk.confirms();
      expect(await bureau.stateOf(kept)).toMatchObject({ draft: { content: '建设集污管网' } });
    },
    STEP_MS,
  );
});

describe('a scan for the head’s signature', () => {
  const chooses = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    const [chooser] = await Promise.all([
      head.page.waitForEvent('filechooser'),
      head.page.getByRole('button', { name: '选择文件' }).click(),
    ]);
    await chooser.setFiles(file);
  };

  it(
    'is refused in words when it is of a forbidden type or too large, and taken when it is neither',
    async () => {
      await head.opens(kept, 'declare');
      await head.picks('盖章扫描件');
      await chooses({ name: '程序.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
      await head.page
        .getByRole('alert')
        .getByText(/类型|格式/)
        .first()
        .waitFor();
      await head.pictures('forms-forbidden-type');
      const large = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(21 * MEGABYTE)]);
      await chooses({ name: '扫描件.pdf', mimeType: 'application/pdf', buffer: large });
      await head.page
        .getByRole('alert')
        .getByText(/超过|过大/)
        .first()
        .waitFor();
      await head.pictures('forms-too-large');
      expect(await head.barriers()).toEqual([]);
      await chooses({
        name: '扫描件.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
      });
      await head.page.getByText('已上传 扫描件.pdf').waitFor();
    },
    STEP_MS,
  );
});
