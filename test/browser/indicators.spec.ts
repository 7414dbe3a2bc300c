import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Bureau } from '../acceptance/support/bureau.ts';
import { anApprovedYear } from '../acceptance/support/lives.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { openBrowser } from './support/browser.ts';
import { Person } from './support/person.ts';

/** Writing a goal from what is there already: the indicator library, and last year's own goal. */

const START_MS = 180_000;
const STEP_MS = 120_000;
const NEXT_YEAR = 'project-years/AGAIN-2015';

let stack: Stack;
let bureau: Bureau;
let browser: Browser;
let clerk: Person;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(undefined, { pages: true }), openBrowser()]);
  bureau = new Bureau(stack);
  await bureau.on('2014-03-03');
  await bureau.does('finance-performance', `indicator-libraries/${bureau.division}`, 'list-indicators', {
    indicators: [
      {
        code: 'C-7',
        scope: 'common',
        kind: 'quality',
        name: '工程验收合格率',
        direction: 'higher',
        unit: '%',
        standard: '≥95%',
        scoring: '每低1个百分点扣1分',
        source: '验收报告',
        method: '竣工后统计',
        rollUp: 'percentage',
        validFrom: '2014-01-01',
        pastValues: [{ year: '2012', value: '93' }],
      },
    ],
  });
  await anApprovedYear(bureau, 'AGAIN', { nature: 'recurrent', term: 'continuing' });
  await bureau.on('2014-12-15');
  await bureau.does('unit-clerk', 'projects/AGAIN', 'open-year', { fiscalYear: 2015 });
  await bureau.settle();
  clerk = await Person.signsIn(browser, stack.api.base, 'unit-clerk');
}, START_MS);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('a goal is written from what is there', () => {
  it(
    "last year's goal is taken over with the proposals that were accepted",
    async () => {
      await clerk.opens(NEXT_YEAR, 'save-draft');
      const { page } = clerk;
      await page.getByRole('button', { name: '复制上年' }).click();
      await page.getByRole('heading', { name: /^复制上年（AGAIN-2014，2014年批复）$/ }).waitFor();
      expect(await clerk.barriers()).toEqual([]);
      await clerk.pictures('indicators-last-year');
      await page.getByRole('checkbox', { name: '采用结束日期的建议' }).uncheck();
      await page.getByRole('button', { name: '带入本表' }).click();
      expect(await clerk.field('开始日期').inputValue()).toBe('2015-01-01');
      expect(await clerk.field('结束日期').inputValue()).toBe('2014-12-31');
      expect(await clerk.field('绩效指标第1行 三级指标').inputValue()).toBe('入网户数');
    },
    STEP_MS,
  );

  it(
    'an indicator is found in the library, looked at with its past values, and taken',
    async () => {
      const { page } = clerk;
      await page.getByRole('button', { name: '从指标库选用' }).click();
      await page.getByLabel('查找指标').fill('验收');
      await page.getByRole('button', { name: '查看工程验收合格率的历史值' }).click();
      await page.getByText('2012年：实际 93%（入库时登记）').waitFor();
      expect(await clerk.barriers()).toEqual([]);
      await clerk.pictures('indicators-library');
      await page.getByRole('button', { name: '选用工程验收合格率' }).click();
      const cell = (column: string) => clerk.field(`绩效指标第7行 ${column}`).inputValue();
      await clerk.field('绩效指标第7行 三级指标').waitFor();
      expect(
        await Promise.all(
          ['序号', '三级指标', '计量单位', '数据来源', '上年或历史值', '指标库编号'].map(cell),
        ),
      ).toEqual(['7', '工程验收合格率', '%', '验收报告', '93', 'C-7']);
      await clerk.fills({ '绩效指标第7行 目标值': '95', '绩效指标第7行 权重': '5' });
      await clerk.sends();
      const { draft } = (await bureau.stateOf(NEXT_YEAR)) as {
        draft: { startOn: string; endOn: string; indicators: { libraryId?: string; target: string }[] };
      };
      expect(draft).toMatchObject({ startOn: '2015-01-01', endOn: '2014-12-31' });
      expect(draft.indicators.at(-1)).toMatchObject({ libraryId: 'C-7', target: '95', rollUp: 'percentage' });
    },
    STEP_MS,
  );

  it(
    'the library has a page of its own',
    async () => {
      await clerk.goes('/indicators');
      await clerk.page.getByRole('heading', { name: '绩效指标库' }).waitFor();
      await clerk.page.getByRole('rowheader', { name: /工程验收合格率/ }).waitFor();
      expect(await clerk.barriers()).toEqual([]);
    },
    STEP_MS,
  );
});
