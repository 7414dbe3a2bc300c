import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Address, By, Paper } from './support/bureau.ts';
import { evaluationObject, keyReport, wan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 中介机构: whoever judges is neither the judged nor in its service. */
const here = theBureau('2014-06-03');
const file = (id: string): Address => `evaluations/${id}`;
const IDS = ['E-C1', 'E-C2', 'E-C3'];
const AGENCY: By = ['intermediary', '802'];

const plan = (id: string, mode: string): Promise<unknown> =>
  here.bureau.does('finance-performance', file(id), 'assign-road', {
    road: 'finance-key',
    mode,
    object: evaluationObject(id),
    planPaper: '镇财绩〔2014〕20号',
    field: '三农',
    amountFen: wan('800'),
    reason: '资金量大、技术要求高',
  });
const prepare = (id: string) =>
  here.bureau.does('finance-performance', file(id), 'prepare-key-evaluation', {
    workPlan: '工作方案',
    experts: ['demo-expert'],
  });
const commission = (id: string, more: Paper = {}, by: By = 'finance-performance') =>
  here.bureau.tries(by, file(id), 'commission', {
    agency: '802',
    conflictStatement: '与被评价单位无利益关系',
    servedUnitBefore: false,
    procurementRecord: '抽签记录2014-06',
    feeFen: wan('3'),
    ...more,
  });

beforeAll(async () => {
  for (const id of IDS) await plan(id, 'commissioned');
  await plan('E-OWN', 'own');
  for (const id of [...IDS, 'E-OWN']) await prepare(id);
});

describe('who may be commissioned', () => {
  it.each([
    ['an agency that served the unit', { servedUnitBefore: true }, 422, 'AGENCY_SERVED_UNIT'],
    ['the unit itself', { agency: '201001' }, 409, 'AGENCY_IS_EVALUATED'],
    ['its department', { agency: '201' }, 409, 'AGENCY_IS_EVALUATED'],
    ['an agency that does not say whether it served', { servedUnitBefore: undefined }, 422, 'FORM_INVALID'],
    ['without a statement of independence', { conflictStatement: '' }, 422, 'FORM_INVALID'],
    ['without a record of the procurement or lot', { procurementRecord: undefined }, 422, 'FORM_INVALID'],
  ])('not %s', async (_who, fault, status, code) => {
    expect(await commission('E-C1', fault)).toMatchObject({ status, code });
    expect(await here.bureau.typesOf(file('E-C1'))).not.toContain('IntermediaryCommissioned');
  });

  it('by finance alone: not by the evaluated unit, its department, or another agency', async () => {
    const said = await Promise.all(
      (['unit-head', 'department', AGENCY] as const).map((by) => commission('E-C1', {}, by)),
    );
    expect(said.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('one agency, with its record kept', async () => {
    expect(await commission('E-C1')).toMatchObject({ status: 200 });
    expect((await here.bureau.factOf(file('E-C1'), 'IntermediaryCommissioned')).data).toEqual({
      agency: '802',
      conflictStatement: '与被评价单位无利益关系',
      procurementRecord: '抽签记录2014-06',
      feeYuan: '30000.00',
    });
    expect(await commission('E-C1', { agency: '803' })).toMatchObject({
      status: 409,
      code: 'COMMISSIONED_ALREADY',
    });
  });

  it('only where the plan says so', async () => {
    expect(await commission('E-OWN')).toMatchObject({ status: 409, code: 'MODE_IS_OWN' });
    const own = { road: 'self-with-spot-check', mode: 'commissioned', object: evaluationObject('E-SELF') };
    const said = await here.bureau.tries('finance-performance', file('E-SELF'), 'assign-road', {
      ...own,
      planPaper: '镇财绩〔2014〕20号',
      field: '三农',
      amountFen: null,
      reason: '一般项目',
    });
    expect(said).toMatchObject({ status: 422, fields: ['mode'] });
  });
});

describe('who reports', () => {
  const report = (id: string, by: By) =>
    here.bureau.tries(by, file(id), 'submit-key-report', { form: keyReport() });

  it('nobody before the commission', async () => {
    expect(await here.bureau.duties(file('E-C2'))).toEqual([
      expect.stringMatching(/^commission-intermediary finance-performance /),
    ]);
    expect(await report('E-C2', 'finance-performance')).toMatchObject({
      status: 409,
      code: 'NOT_COMMISSIONED_YET',
    });
  });

  it('the commissioned agency and no other; then finance confirms', async () => {
    const { bureau } = here;
    expect(await bureau.duties(file('E-C1'))).toEqual([
      expect.stringMatching(/^key-report\/0 intermediary /),
    ]);
    expect(await report('E-C1', ['intermediary', '803'])).toMatchObject({ status: 403 });
    expect(await report('E-C1', AGENCY)).toMatchObject({ status: 200 });
    expect(await bureau.tries(AGENCY, file('E-C1'), 'confirm-result', { opinion: '同意' })).toMatchObject({
      status: 403,
    });
    await bureau.does('section-chief', file('E-C1'), 'confirm-result', { opinion: '同意' });
    expect((await bureau.factOf(file('E-C1'), 'ResultConfirmed')).data).toMatchObject({
      result: { road: 'finance-key', problems: ['管网养护经费未落实'] },
    });
  });

  it('of experts, those who were named', async () => {
    expect(await report('E-OWN', 'expert')).toMatchObject({ status: 200 });
  });
});
