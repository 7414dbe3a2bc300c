import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Field,
  goalDeclarationForm,
  reviewSheetForm,
  selfEvaluationForm,
  trackingReportForm,
} from '@quancheng/forms';
import { PAPERS, type PaperHead, type PaperName, printPaper } from '@quancheng/papers';
import type { Browser, Page } from 'playwright-core';
import { Bureau, yearFile } from '../acceptance/support/bureau.ts';
import { yearsAt } from '../acceptance/support/lives.ts';
import { declaration } from '../acceptance/support/papers.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { openBrowser } from './support/browser.ts';
import { Person } from './support/person.ts';

/** 打印: what comes out of the printer, and the way there. */

const START_MS = 180_000;
const STEP_MS = 120_000;

let stack: Stack;
let bureau: Bureau;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(undefined, { pages: true }), openBrowser()]);
  bureau = new Bureau(stack);
  await bureau.on('2013-10-08');
  await yearsAt(bureau, 'draft', [{ id: 'DRAFT' }]);
  await yearsAt(bureau, 'declared', [{ id: 'DECLARED' }]);
  await bureau.does('unit-clerk', yearFile('DRAFT'), 'save-draft', { form: declaration('600000.00') });
}, START_MS);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const head: PaperHead = {
  division: '330211000',
  projectId: 'P'.repeat(60),
  projectName: '农村生活污水治理'.repeat(12),
  fiscalYear: 2014,
  unit: { code: '3302110011', name: '镇海区农业局' },
  department: { code: '330211001', name: '镇海区农业农村局' },
  edition: 'zh-2014',
  version: 3,
};

const FIELDS: Readonly<Record<PaperName, readonly Field[]>> = {
  'goal-declaration': goalDeclarationForm.fields,
  'goal-review': reviewSheetForm.fields,
  'tracking-report': trackingReportForm.fields,
  'self-evaluation': selfEvaluationForm.fields,
};

/** The most that a field takes, without a place where a line could end. */
function fullest(field: Field): unknown {
  switch (field.kind) {
    case 'line':
      return 'W'.repeat(300);
    case 'text':
      return '字'.repeat(3_000);
    case 'money':
      return 10n ** 17n - 1n;
    case 'decimal':
      return '123456789012345678.123456';
    case 'percent':
      return '99.123456';
    case 'date':
      return '2014-12-31';
    case 'sha256':
      return 'f'.repeat(64);
    case 'choice':
      return field.options[0]?.value;
    case 'choices':
      return field.options.map(({ value }) => value);
    case 'rows':
      return Array.from({ length: 12 }, () => filledIn(field.fields));
  }
}
const filledIn = (fields: readonly Field[]) =>
  Object.fromEntries(fields.map((field) => [field.name, fullest(field)]));

/** The text area in whole pixels of 1/96 inch, and the sheet in points of 1/72 inch. */
const UPRIGHT = {
  width: Math.floor((156 * 96) / 25.4),
  height: Math.floor((225 * 96) / 25.4),
  sheet: '595 842',
};
const ON_ITS_SIDE = { width: UPRIGHT.height, height: UPRIGHT.width, sheet: '842 595' };

/** The size of each sheet of a PDF, rounded to whole points. */
const sheetsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} ${Math.round(Number(height))}`,
  );

/** How high everything is on an endless sheet, and what of it is wider than its place. */
const MEASURE = `(() => {
  const tooWide = [...document.querySelectorAll('html, body, table, h1, h2, p, caption, th, td')]
    .filter((part) => part.scrollWidth > part.clientWidth)
    .map((part) => part.tagName + ' ' + part.textContent.slice(0, 20));
  return { height: document.documentElement.scrollHeight, tooWide };
})()`;

describe('a paper on A4', () => {
  it.each(PAPERS)(
    '%s keeps to its sheets, and nothing of the fullest one is cut off',
    async (paper) => {
      const area = paper === 'tracking-report' ? ON_ITS_SIDE : UPRIGHT;
      const page = await browser.newPage({ viewport: { width: area.width, height: area.height } });
      await page.setContent(printPaper({ paper, head, values: filledIn(FIELDS[paper]) }));
      await page.emulateMedia({ media: 'print' });
      const { height, tooWide } = await page.evaluate<{ height: number; tooWide: string[] }>(MEASURE);
      expect(tooWide).toEqual([]);
      const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
      expect([...new Set(sheets)]).toEqual([area.sheet]);
      expect(sheets.length).toBeGreaterThanOrEqual(Math.ceil(height / area.height));
      await page.close();
    },
    STEP_MS,
  );
});

/** Presses the button, and looks at the window that it opens. */
async function prints(clerk: Person, button: string): Promise<Page> {
  const [opened] = await Promise.all([
    clerk.context.waitForEvent('page'),
    clerk.page.getByRole('button', { name: button }).click(),
  ]);
  await opened.getByRole('heading', { name: '项目支出绩效目标申报表' }).waitFor();
  return opened;
}

describe('a clerk', () => {
  it(
    'prints a draft from its form, marked as one and in the face of official papers',
    async () => {
      const clerk = await Person.signsIn(browser, stack.api.base, 'unit-clerk');
      await clerk.opens(`project-years/DRAFT-2014`, 'save-draft');
      clerk.page = await prints(clerk, '打印草稿');
      await clerk.page.getByText('草稿', { exact: true }).waitFor();
      await clerk.page.getByText('（大写：人民币陆拾万元整）').first().waitFor();
      const centred = "getComputedStyle(document.querySelector('h1')).textAlign";
      expect(await clerk.page.evaluate(centred)).toBe('center');
      expect(await clerk.barriers()).toEqual([]);
      await clerk.pictures('print-draft');
      await clerk.leaves();
    },
    STEP_MS,
  );

  it(
    'prints what was handed in from the list of papers, with its day',
    async () => {
      const clerk = await Person.signsIn(browser, stack.api.base, 'unit-clerk');
      await clerk.goes('/files/project-years/DECLARED-2014');
      await clerk.page.getByRole('button', { name: '项目支出绩效目标申报表' }).click();
      clerk.page = await prints(clerk, '打印');
      await clerk.page.getByText('2013年10月8日').waitFor();
      expect(await clerk.page.getByText('草稿', { exact: true }).count()).toBe(0);
      await clerk.pictures('print-handed-in');
      await clerk.leaves();
    },
    STEP_MS,
  );
});
