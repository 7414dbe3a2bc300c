import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@quancheng/domain';
import type { Browser } from 'playwright-core';
import { Bureau, type Paper } from '../acceptance/support/bureau.ts';
import { aDraftYear, confirmResult, submitEvaluation } from '../acceptance/support/lives.ts';
import { yuan } from '../acceptance/support/papers.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { openBrowser } from './support/browser.ts';
import { Person } from './support/person.ts';

/**
 * A project-year through its life as five people see it in their browsers: the clerk and the head of the unit, the department,
 * and finance's business and performance offices. Between their steps, through the API: the register, the congress's approval in a
 * batch, the treasury's payments, the sending of the round, completion, the evaluation and its confirmation, and the calendar.
 */

const START_MS = 180_000;
const STEP_MS = 120_000;
const FIVE = ['unit-clerk', 'unit-head', 'department', 'finance-business', 'finance-performance'] as const;
type OfFive = (typeof FIVE)[number];

let stack: Stack;
let bureau: Bureau;
let browser: Browser;
const people = new Map<Role, Person>();
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(undefined, { pages: true }), openBrowser()]);
  bureau = new Bureau(stack);
  await bureau.on('2013-10-08');
  await aDraftYear(bureau, 'LIFE');
  await bureau.settle();
  for (const role of FIVE) people.set(role, await Person.signsIn(browser, stack.api.base, role));
}, START_MS);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const year = 'project-years/LIFE-2014';
const evaluation = 'evaluations/E-LIFE-completion';

const by = (role: OfFive): Person => {
  const person = people.get(role);
  if (person === undefined) throw new Error(`nobody signed in as ${role}`);
  return person;
};

/** Each new page is looked at by a machine, and left as a picture for people. */
async function looked(person: Person, name: string): Promise<void> {
  await person.pictures(name);
  expect([name, await person.barriers()]).toEqual([name, []]);
}

const stage = () => bureau.stageOf(year);
const through = (role: Role, command: string, data: Paper) => bureau.does(role, year, command, data);

describe('a project-year as five people see it', () => {
  it(
    '经办人: looks at the lists, writes the goal, and keeps it as a draft',
    async () => {
      const clerk = by('unit-clerk');
      await clerk.goes('/');
      await looked(clerk, 'life-01-todo');
      await clerk.goes('/projects');
      await looked(clerk, 'life-02-projects');
      await clerk.opens(year, 'save-draft');
      await clerk.fills({
        本年申报金额: '60',
        本年申报金额的单位: '万元',
        立项必要性: '三个村的生活污水直排河道',
        主要内容: '建设三个村的集污管网',
        年度绩效目标: '120户接入管网，出水达标',
        预算执行率权重: '10',
      });
      await clerk.rows('支出明细', [{ 支出内容: '管网', 金额: '60', 金额的单位: '万元' }]);
      await clerk.rows('绩效指标', [
        {
          序号: '1',
          二级指标: '数量',
          三级指标: '入网户数',
          方向: '≥（不低于）',
          目标值: '120',
          计量单位: '户',
          权重: '50',
        },
        {
          序号: '2',
          二级指标: '社会效益',
          三级指标: '出水达标率',
          方向: '≥（不低于）',
          目标值: '95',
          计量单位: '%',
          权重: '40',
        },
      ]);
      await looked(clerk, 'life-03-draft');
      await clerk.checks();
      await looked(clerk, 'life-04-draft-check');
      await clerk.confirms();
      await looked(clerk, 'life-05-project');
      expect(await bureau.stateOf(year)).toMatchObject({ draft: { requestedYuan: '600000.00' } });
    },
    STEP_MS,
  );

  it(
    '单位负责人: finds the draft in the form, signs and declares',
    async () => {
      const head = by('unit-head');
      await head.opens(year, 'declare');
      await looked(head, 'life-06-declare');
      await head.sends();
      expect(await stage()).toBe('declared');
    },
    STEP_MS,
  );

  it(
    '主管部门: reviews from the to-do list',
    async () => {
      await bureau.settle();
      const department = by('department');
      await department.takes(/审核/, '主管部门审核');
      await department.picks('同意上报');
      await department.fills({ 意见: '同意上报' });
      await department.sends();
      expect(await stage()).toBe('department-reviewed');
    },
    STEP_MS,
  );

  it(
    '业务科 and 绩效科: judge the money, and the goal on its 23 points',
    async () => {
      await bureau.on('2013-10-21');
      const business = by('finance-business');
      await business.opens(year, 'review-money');
      await business.fills({ 审核建议数: '500000.00', 意见: '核减管理费' });
      await business.sends();
      const performance = by('finance-performance');
      await performance.opens(year, 'review-goal');
      await looked(performance, 'life-07-review');
      const marks = performance.page.getByLabel(/^要点评分第\d+行 评定$/);
      const points = await marks.count();
      expect(points).toBe(23);
      for (let point = 0; point < points; point++) await marks.nth(point).selectOption({ label: '优' });
      await performance.fills({ 评审意见: '已逐项评审' });
      await performance.sends();
      expect(await stage()).toBe('finance-reviewed');
    },
    STEP_MS,
  );

  it(
    '业务科: issues the control figure; 单位负责人: answers it the second time',
    async () => {
      await bureau.on('2013-11-04');
      const business = by('finance-business');
      await business.opens(year, 'issue-control-figure');
      await business.sends();
      const head = by('unit-head');
      await bureau.on('2013-11-11');
      await head.opens(year, 'resubmit');
      await head.fills({ 目标不变的理由: '通过招标降价，目标不变' });
      await head.sends();
      expect(await stage()).toBe('resubmitted');
    },
    STEP_MS,
  );

  it(
    '经办人: reports in July, after the congress and the treasury have done their part',
    async () => {
      await bureau.on('2014-02-20');
      await bureau.does('finance-business', 'budget-years/2014', 'approve-batch', {
        batch: 'B-1',
        department: '201',
        paperNo: '镇财预〔2014〕1号',
        approvedOn: '2014-02-20',
        items: [{ projectYearId: 'LIFE-2014', approvedFen: yuan('500000.00') }],
      });
      await bureau.on('2014-08-01');
      const round = { round: '2014-07', asOf: '2014-07-31' };
      await bureau.does('finance-performance', 'budget-years/2014', 'send-tracking-round', round);
      await bureau.settle();
      const payment = { paymentNo: 'P-1', paidOn: '2014-07-15', amountFen: yuan('500000.00') };
      await through('treasury', 'record-payments', { payments: [payment] });
      const clerk = by('unit-clerk');
      await clerk.takes(/跟踪/, '填报跟踪情况');
      await clerk.fills({
        '指标完成情况第1行 实际完成值': '120',
        '指标完成情况第2行 实际完成值': '95',
        实施进度: '100',
      });
      await clerk.picks('确定能');
      await looked(clerk, 'life-08-tracking');
      await clerk.sends();
      expect(await bureau.stateOf(year)).toMatchObject({ rounds: [{ report: { progressPercent: '100' } }] });
    },
    STEP_MS,
  );

  it(
    '绩效科, 主管部门, 业务科: put the result to use, and the year is closed',
    async () => {
      await bureau.on('2014-11-28');
      await bureau.does('unit-clerk', 'projects/LIFE', 'report-completion', {
        completedOn: '2014-11-28',
        proof: { kind: 'acceptance', paper: '竣工验收证书' },
      });
      await bureau.on('2015-02-10');
      const budget = { fullYearBudgetFen: yuan('500000.00') };
      await submitEvaluation(bureau, evaluation, { paid: '500000.00', more: budget });
      await confirmResult(bureau, evaluation);
      const performance = by('finance-performance');
      await performance.opens(year, 'circulate-result');
      await performance.sends();
      const department = by('department');
      await department.opens(year, 'acknowledge-notice');
      await department.fills({ 反馈: '已收到' });
      await department.sends();
      const business = by('finance-business');
      await business.opens(year, 'decide-budget-link');
      // The project is finished: the budget has nothing to link to, and the form says so and leads to the field.
      await business.picks('优先安排');
      await business.checks();
      await business.page.getByRole('button', { name: '确认提交' }).click();
      await business.page.getByRole('alert').getByText('项目已结束').first().waitFor();
      await looked(business, 'life-09-refused');
      await business.page.getByRole('link', { name: /^接续事项：/ }).click();
      await business.fills({ 接续事项: 'LIFE-2' });
      await business.sends();
      await performance.opens(year, 'decide-disclosure');
      await performance.picks('公开');
      await performance.fills({ 公开网址: 'https://www.example.gov.cn/jx/1' });
      await performance.sends();
      await bureau.settle();
      expect(await stage()).toBe('closed');
      await performance.goes('/projects/LIFE?file=project-years/LIFE-2014');
      await performance.page.getByRole('heading', { name: '办理经过' }).waitFor();
      await looked(performance, 'life-10-closed');
    },
    STEP_MS,
  );
});
