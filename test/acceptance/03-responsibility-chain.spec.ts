import { describe, expect, it } from '@jest/globals';
import { scanFile, stampedScan } from '../../infra/rehearsal/story/scan.ts';
import type { Address, Bureau, Paper } from './support/bureau.ts';
import { aConfirmedResult, aYearAt, startEvaluation } from './support/lives.ts';
import { declaration, GRADED, online, selfEvaluation, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 责任制: 一把手 is the first responsible, and each day keeps the name of its own. */
const here = theBureau('2014-02-20');

/** Each paper that the head answers for: how a file comes to owe it, the command, and what it says. */
const PAPERS: readonly (readonly [
  title: string,
  owed: (bureau: Bureau, id: string) => Promise<Address>,
  command: string,
  paper: Paper,
  code: string,
])[] = [
  [
    'the declaration',
    (bureau, id) => aYearAt(bureau, 'draft', id),
    'declare',
    { form: declaration('600000.00') },
    'HEAD_MUST_SIGN',
  ],
  [
    'the second submission',
    (bureau, id) => aYearAt(bureau, 'controlled', id),
    'resubmit',
    { requestedFen: yuan('500000.00'), goalRevision: { unchangedReason: '目标不变' } },
    'HEAD_MUST_SIGN',
  ],
  [
    'a request for an adjustment',
    (bureau, id) => aYearAt(bureau, 'approved', id),
    'request-adjustment',
    {
      kind: 'transfer',
      newAmountFen: yuan('400000.00'),
      goalRevision: { unchangedReason: '目标不变' },
      reason: '招标节余',
    },
    'HEAD_MUST_SIGN',
  ],
  [
    'the answer to a rectification order',
    async (bureau, id) => {
      const year = await aYearAt(bureau, 'approved', id);
      const order = { problems: ['二村未开工'], receivedOn: bureau.today };
      await bureau.does('finance-performance', year, 'order-rectification', order);
      return year;
    },
    'report-rectification',
    { order: 'R1', answers: [{ problem: 'R1-1', answer: '已开工' }] },
    'HEAD_MUST_SIGN',
  ],
  [
    'the self-evaluation',
    (bureau, id) => startEvaluation(bureau, `E-${id}`),
    'submit-self-evaluation',
    { form: selfEvaluation() },
    'HEAD_SIGNATURE_MISSING',
  ],
  [
    'the answer to the problems of a result',
    async (bureau, id) => {
      const year = await aYearAt(bureau, 'approved', id);
      await aConfirmedResult(bureau, `E-${id}`, { of: [year], found: GRADED.良好 });
      await bureau.does('finance-performance', year, 'circulate-result');
      return year;
    },
    'report-result-rectification',
    { answers: [{ problem: 'P1-1', answer: '补建完成' }] },
    'HEAD_MUST_SIGN',
  ],
];

describe('no submission without the head’s signature or a stamped scan', () => {
  it.each(PAPERS)('%s', async (title, owed, command, paper, code) => {
    const { bureau } = here;
    const id = `S-${PAPERS.findIndex(([one]) => one === title)}`;
    const file = await owed(bureau, id);
    const before = await bureau.factsOf(file);
    const refused = await Promise.all([
      bureau.tries('unit-clerk', file, command, { ...paper, signature: online }),
      bureau.tries('unit-head', file, command, paper),
      bureau.tries('unit-clerk', file, command, { ...paper, signature: { mode: 'stamped-scan' } }),
      bureau.tries('finance-performance', file, command, { ...paper, signature: online }),
    ]);
    expect(refused.map(({ status, code }) => [status, code])).toEqual([
      [expect.any(Number), code],
      [422, 'FORM_INVALID'],
      [422, 'FORM_INVALID'],
      [403, 'ROLE_NOT_ALLOWED'],
    ]);
    expect(await bureau.factsOf(file)).toHaveLength(before.length);

    await bureau.api.upload(bureau.post('unit-clerk'), scanFile);
    await bureau.does('unit-clerk', file, command, { ...paper, signature: stampedScan });
    const told = (await bureau.factsOf(file)).slice(before.length);
    expect(told[0]?.data.signature).toEqual({ ...stampedScan, personId: 'demo-unit-clerk' });
  });

  it('a scan that was never handed in stands for nobody', async () => {
    const { bureau } = here;
    const year = await aYearAt(bureau, 'draft', 'S-NO-SCAN');
    const signature = { mode: 'stamped-scan', sha256: '0'.repeat(64) };
    const paper = { form: declaration('600000.00'), signature };
    expect(await bureau.tries('unit-clerk', year, 'declare', paper)).toMatchObject({
      status: 422,
      code: 'ATTACHMENT_UNKNOWN',
      fields: ['signature.sha256'],
    });
  });

  it('the head who signs online is named in the fact', async () => {
    const { bureau } = here;
    const year = await aYearAt(bureau, 'declared', 'S-ONLINE');
    const { data } = await bureau.factOf(year, 'GoalAndBudgetDeclared');
    expect(data.signature).toEqual({ mode: 'online', personId: 'demo-unit-head' });
  });

  it('a head signs for the own unit alone', async () => {
    const { bureau } = here;
    const year = await aYearAt(bureau, 'draft', 'S-OTHER');
    const paper = { form: declaration('600000.00'), signature: online };
    expect(await bureau.tries(['unit-head', '201002'], year, 'declare', paper)).toMatchObject({
      status: 403,
      code: 'NOT_YOUR_OBJECT',
    });
  });
});

describe('a change of head keeps the old period', () => {
  const project = 'projects/H-1';
  type Named = { duty: string; personId: string; from: string };
  const headOn = (people: readonly Named[], day: string) =>
    people.filter(({ duty, from }) => duty === 'unit-head' && from <= day).at(-1)?.personId ?? null;

  it('each day has the name of whoever answered then', async () => {
    const { bureau } = here;
    const people = [
      { duty: 'money-user', personId: 'p-money', from: '2014-01-01' },
      { duty: 'unit-head', personId: 'p-first', from: '2014-01-01' },
    ];
    await aYearAt(bureau, 'draft', 'H-1', { project: { people } });
    expect((await bureau.waitingAt(project)).map(({ forWhat }) => forWhat.zh)).toContain(
      '确定责任人：主管部门一把手',
    );
    const name = (by: 'unit-head' | 'department', duty: string, personId: string, from: string) =>
      bureau.tries(by, project, 'assign-responsible', { duty, personId, from });
    expect(await name('unit-head', 'unit-head', 'p-second', '2014-07-01')).toMatchObject({ status: 200 });
    expect(await name('department', 'department-head', 'p-chief', '2014-01-01')).toMatchObject({
      status: 200,
    });

    const state = await bureau.stateOf(project);
    const named = state.people as Named[];
    expect(['2013-12-31', '2014-01-01', '2014-06-30', '2014-07-01'].map((day) => headOn(named, day))).toEqual(
      [null, 'p-first', 'p-first', 'p-second'],
    );
    expect((await bureau.waitingAt(project)).map(({ obligation }) => obligation)).not.toContain(
      'name-responsible',
    );
  });

  it.each([
    ['over a name that stands', 'unit-head', 'unit-head', '2014-06-01', 422, 'PERIOD_TAKEN'],
    ['as a unit, for its superior', 'unit-head', 'department-head', '2014-08-01', 403, 'ROLE_NOT_ALLOWED'],
    ['as a clerk', 'unit-clerk', 'unit-head', '2014-08-01', 403, 'ROLE_NOT_ALLOWED'],
  ] as const)('nobody is named %s', async (_how, by, duty, from, status, code) => {
    const { bureau } = here;
    const said = await bureau.tries(by, project, 'assign-responsible', { duty, personId: 'p-third', from });
    expect([said.status, said.code]).toEqual([status, code]);
  });

  it('every naming stays on record, in its order', async () => {
    const { bureau } = here;
    const named = (await bureau.factsOf(project)).filter(({ type }) => type === 'ResponsibleAssigned');
    expect(named.map(({ data }) => [data.duty, data.personId, data.from])).toEqual([
      ['money-user', 'p-money', '2014-01-01'],
      ['unit-head', 'p-first', '2014-01-01'],
      ['unit-head', 'p-second', '2014-07-01'],
      ['department-head', 'p-chief', '2014-01-01'],
    ]);
  });
});
