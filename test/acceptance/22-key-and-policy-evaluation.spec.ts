import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Address, Paper } from './support/bureau.ts';
import { startEvaluation, submitEvaluation } from './support/lives.ts';
import { evaluationLines, evaluationObject, keyReport, wan, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 财政重点评价 and 政策性资金评价: the year's plan names the road, with reasons; policies stand on top of the projects. */
const here = theBureau('2014-06-03');
const KEY = 'evaluations/E-KEY-1';
const POLICY = 'evaluations/E-POLICY-1';
const LIGHT = 'evaluations/E-KEY-2';

const item = (evaluationId: string, more: Paper = {}): Paper => ({
  evaluationId,
  road: 'finance-key',
  mode: 'own',
  object: evaluationObject(evaluationId.slice(2)),
  field: '三农',
  amountFen: wan('3000'),
  reason: '社会关注度高、实事工程',
  ...more,
});
const policyObject = evaluationObject('POLICY-1', {
  kind: 'policy',
  projectName: '节能降耗引导政策',
  nature: 'recurrent',
  term: 'continuing',
});
const adopt = (paperNo: string, items: readonly Paper[]) =>
  here.bureau.tries('finance-performance', 'budget-years/2014', 'adopt-evaluation-plan', { paperNo, items });

beforeAll(async () => {
  const { bureau } = here;
  await bureau.does('finance-performance', 'budget-years/2014', 'prepare', {
    noticePaper: '镇财〔2013〕20号',
  });
});

describe('the year’s plan', () => {
  it.each([
    ['an item without its reason', item('E-X', { reason: '' }), 'items.0.reason'],
    ['a road that is none', item('E-X', { road: 'audit' }), 'items.0.road'],
    ['an id of another shape', item('X-1'), 'items.0.evaluationId'],
    ['an amount of nothing', item('E-X', { amountFen: yuan('0') }), 'items.0.amountFen'],
  ])('%s is refused', async (_what, wrong, field) => {
    const said = await adopt('镇财绩〔2014〕1号', [wrong]);
    expect(said.status).toBe(422);
    expect(said.fields).toContain(field);
  });

  it('counts projects and policies apart, and a sum with an unknown amount as "at least"', async () => {
    const { bureau } = here;
    const items = [
      item('E-KEY-1'),
      item('E-KEY-2', { amountFen: wan('800.5') }),
      item('E-SELF-1', { road: 'self-with-spot-check', amountFen: null, reason: '一般项目' }),
      item('E-POLICY-1', { object: policyObject, field: '环保', amountFen: wan('1200') }),
    ];
    expect(await adopt('镇财绩〔2014〕2号', items)).toMatchObject({ status: 200 });
    expect((await bureau.factOf('budget-years/2014', 'EvaluationPlanAdopted')).data).toMatchObject({
      projects: { count: 3, sumYuan: '38005000.00', withoutAmount: 1 },
      policies: { count: 1, sumYuan: '12000000.00', withoutAmount: 0 },
    });
    expect(await adopt('镇财绩〔2014〕3号', [item('E-KEY-1')])).toMatchObject({
      status: 422,
      code: 'ALREADY_PLANNED',
    });
    await bureau.settle();
    expect((await bureau.factOf(KEY, 'RoadAssigned')).data).toMatchObject({
      road: 'finance-key',
      planPaper: '镇财绩〔2014〕2号',
      reason: '社会关注度高、实事工程',
      field: '三农',
    });
  });
});

describe('the key evaluation', () => {
  it('is prepared, reported and confirmed by finance, without a spot check', async () => {
    const { bureau } = here;
    expect(await bureau.waitingAt(KEY)).toMatchObject([
      {
        waitingFor: { role: 'finance-performance' },
        clause: 'zh-2014/deadline/key-evaluation',
        until: expect.any(String),
      },
    ]);
    await startEvaluation(bureau, 'E-KEY-1', { object: { projectId: 'KEY-1' } });
    await submitEvaluation(bureau, KEY);
    expect(
      await bureau.tries('finance-performance', KEY, 'accept-without-check', { basis: '未抽中' }),
    ).toMatchObject({
      status: 409,
      code: 'ROAD_IS_KEY',
    });
    await bureau.does('finance-performance', KEY, 'prepare-key-evaluation', {
      workPlan: '方案',
      experts: ['demo-expert'],
    });
    await bureau.does('expert', KEY, 'submit-key-report', { form: keyReport({ households: '80' }) });
    await bureau.does('section-chief', KEY, 'confirm-result', { opinion: '同意' });
    const { data, clause } = await bureau.factOf(KEY, 'ResultConfirmed');
    expect(clause).toBe('zh-2014/grade-bands');
    expect(data).toMatchObject({
      result: {
        version: 1,
        score: '94.00',
        grade: '优秀',
        road: 'finance-key',
        selfEvaluationMissing: false,
      },
    });
  });

  it('a report whose output and benefit weigh below 60 is pointed out, not refused', async () => {
    const { bureau } = here;
    await bureau.does('finance-performance', LIGHT, 'prepare-key-evaluation', {
      workPlan: '方案',
      experts: [],
    });
    const [first, second, third] = evaluationLines();
    const indicators = [{ ...first, kind: 'decision' }, { ...second, kind: 'process' }, third];
    const form = keyReport({ more: { indicators } });
    await bureau.does('finance-performance', LIGHT, 'submit-key-report', { form });
    const { sheet } = (await bureau.factOf(LIGHT, 'KeyReportSubmitted')).data as {
      sheet: { findings: { zh: string }[] };
    };
    expect(sheet.findings.map(({ zh }) => zh).join()).toContain('产出和效益分值合计30，低于60');
    await bureau.does('finance-performance', LIGHT, 'return-key-report', { remarks: ['补充效益指标'] });
    expect(await bureau.stageOf(LIGHT)).toBe('key-evaluation');
  });

  it('a later version says why, and is the next number', async () => {
    const { bureau } = here;
    const lines = [{ row: '1', actual: '60', reason: '审计发现重复计户' }];
    const revise = (more: Paper) =>
      bureau.tries('finance-performance', KEY, 'revise-result', { lines, reason: '审计发现', ...more });
    expect(await revise({ reason: '' })).toMatchObject({ status: 422 });
    expect(await revise({})).toMatchObject({ status: 200 });
    expect((await bureau.factOf(KEY, 'ResultRevised')).data).toMatchObject({
      result: { version: 2, score: '88.00', grade: '良好' },
    });
    expect(await revise({})).toMatchObject({ status: 409, code: 'NOTHING_CHANGES' });
  });
});

describe('the evaluation of a policy', () => {
  const recipients = (first: number, count: number) =>
    Array.from({ length: count }, (_one, index) => ({
      recipientNo: `Q-${first + index}`,
      receivedFen: yuan('100000.00'),
      outcomes: [
        { name: '节能量', unit: '吨标煤', value: '12.5' },
        { name: '单位能耗下降率', unit: '%', value: '3' },
      ],
    }));
  const report = (list: readonly unknown[], to: Address = POLICY) =>
    here.bureau.tries('department', to, 'report-recipients', { recipients: list });

  it('rolls up its recipients, each once; shares are counted and not added', async () => {
    const { bureau } = here;
    expect(await report(recipients(1, 40))).toMatchObject({ status: 200 });
    expect(await report(recipients(40, 2))).toMatchObject({
      status: 422,
      fields: ['recipients.0.recipientNo'],
    });
    expect(await report(recipients(41, 20))).toMatchObject({ status: 200 });
    expect((await bureau.factOf(POLICY, 'RecipientsReported')).data.rollUp).toEqual({
      recipients: 60,
      receivedYuan: '6000000.00',
      outcomes: [
        { name: '节能量', unit: '吨标煤', sum: '750', reported: 60 },
        { name: '单位能耗下降率', unit: '%', sum: null, reported: 60 },
      ],
    });
    expect(await report(recipients(1, 1), LIGHT)).toMatchObject({ status: 409, code: 'NOT_A_POLICY' });
  });

  it('ends in advice: keep, adjust or stop; a project gets none', async () => {
    const { bureau } = here;
    await bureau.does('finance-performance', POLICY, 'prepare-key-evaluation', {
      workPlan: '方案',
      experts: [],
    });
    await bureau.does('finance-performance', POLICY, 'submit-key-report', { form: keyReport() });
    const confirm = (more: Paper) =>
      bureau.tries('section-chief', POLICY, 'confirm-result', { opinion: '同意', ...more });
    expect(await confirm({})).toMatchObject({ status: 422, fields: ['advice'] });
    expect(await confirm({ advice: { choice: 'expand', reason: '好' } })).toMatchObject({ status: 422 });
    expect(await confirm({ advice: { choice: 'adjust', reason: '补助标准偏高' } })).toMatchObject({
      status: 200,
    });
    expect((await bureau.factOf(POLICY, 'ResultConfirmed')).data).toMatchObject({
      result: { advice: { choice: 'adjust', reason: '补助标准偏高' } },
      rollUp: { recipients: 60, receivedYuan: '6000000.00' },
    });
    await bureau.does('finance-performance', LIGHT, 'submit-key-report', { form: keyReport() });
    const advice = { choice: 'keep', reason: '好' };
    expect(
      await bureau.tries('section-chief', LIGHT, 'confirm-result', { opinion: '同意', advice }),
    ).toMatchObject({
      status: 422,
      fields: ['advice'],
    });
  });
});
