import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Bureau, yearFile } from '../acceptance/support/bureau.ts';
import { yearsAt } from '../acceptance/support/lives.ts';
import { type JobStack, type ShownItem, startJobStack } from './support.ts';

/** One thing done to many files: what is chosen and can be done is done, and of each other it is said why not. */
let stack: JobStack;
let bureau: Bureau;

beforeAll(async () => {
  stack = await startJobStack();
  bureau = new Bureau(stack);
  await bureau.on('2014-02-20');
  await yearsAt(bureau, 'draft', [{ id: 'D1' }]);
  await yearsAt(bureau, 'declared', [{ id: 'B1' }, { id: 'B2' }, { id: 'B3', unit: '202001' }]);
  await yearsAt(bureau, 'finance-reviewed', [{ id: 'F1' }, { id: 'F2' }]);
  await yearsAt(bureau, 'resubmitted', [{ id: 'S1' }, { id: 'S2', unit: '202001' }]);
  await yearsAt(bureau, 'approved', [{ id: 'A1' }, { id: 'A2' }]);
});
afterAll(async () => {
  await stack.stop();
});

type By = Parameters<Bureau['post']>[0];
const ids = (...projects: string[]) => projects.map((id) => `${id}-2014`);

async function previewed(by: By, kind: string, more: object) {
  const { status, body } = await stack.begin(bureau.post(by), { kind, ...more });
  expect([status, body.state]).toEqual([201, 'previewed']);
  return { id: body.id, counts: body.counts, items: await stack.items(bureau.post(by), body.id) };
}

async function carriedOut(by: By, id: string) {
  await stack.confirm(bureau.post(by), id, '按会议决定');
  const { counts } = await stack.ended(bureau.post(by), id);
  await bureau.settle();
  return counts;
}

/** `B1-2014 ok`, or why it is left alone. */
const verdicts = (items: readonly ShownItem[]) =>
  items.map(
    ({ key, state, result }) => `${key} ${state === 'untouched' ? (result?.because?.zh ?? '?') : state}`,
  );

describe('return', () => {
  it('a department returns what is declared, of its own, with its remarks', async () => {
    const chosen = {
      ids: ids('B1', 'D1', 'A1', 'B3', 'NOBODY'),
      parameters: { opinion: '请补充', remarks: ['补测算依据'] },
    };
    const { id, counts, items } = await previewed('department', 'batch-return', chosen);
    expect(counts).toMatchObject({ touched: 1, untouched: 4, faulty: 0 });
    expect(verdicts(items)).toEqual([
      'B1-2014 ok',
      'D1-2014 目前处于“编报”环节，不能办理此事项',
      'A1-2014 目前处于“已批复、跟踪中”环节，不能办理此事项',
      'B3-2014 对象不属于您的单位或部门',
      'NOBODY-2014 没有这个事项',
    ]);
    expect(await carriedOut('department', id)).toMatchObject({ done: 1, left: 0 });
    expect(await bureau.stageOf(yearFile('B1'))).toBe('returned');
    const { actor } = await bureau.factOf(yearFile('B1'), 'DeclarationReturnedByDepartment');
    expect(actor.role).toBe('department');
  });

  it('the filter of a list chooses as well', async () => {
    const chosen = {
      filter: { fiscalYear: 2014, stage: 'declared' },
      parameters: { opinion: '退', remarks: ['再核'] },
    };
    const { counts, items } = await previewed('department', 'batch-return', chosen);
    expect([counts.touched, items.map(({ key }) => key)]).toEqual([1, ['B2-2014']]);
  });
});

describe('approve', () => {
  it('一下: each gets the figure that was recommended for it', async () => {
    const chosen = { ids: ids('F1', 'F2', 'B2'), parameters: { step: 'control-figure' } };
    const { id, counts } = await previewed('finance-business', 'batch-approve', chosen);
    expect(counts).toMatchObject({ touched: 2, untouched: 1 });
    expect(await carriedOut('finance-business', id)).toMatchObject({ done: 2 });
    expect((await bureau.stateOf(yearFile('F1'))).controlYuan).toBe('500000.00');
  });

  it('批复: the second submissions of each department are one batch of its own', async () => {
    const parameters = {
      step: 'approval',
      batch: '2014-2',
      paperNo: '镇财预〔2014〕9号',
      approvedOn: '2014-02-20',
    };
    const chosen = { filter: { fiscalYear: 2014 }, parameters };
    const { id, counts, items } = await previewed('finance-business', 'batch-approve', chosen);
    expect(counts.touched).toBe(2);
    expect(verdicts(items)).toContain('D1-2014 尚未下达控制数');
    expect(verdicts(items)).toContain('F1-2014 F1-2014尚未二上');
    expect(await carriedOut('finance-business', id)).toMatchObject({ done: 2, refused: 0 });
    expect(await bureau.stageOf(yearFile('S1'))).toBe('approved');
    const batches = (await bureau.factsOf('budget-years/2014')).filter(
      ({ type }) => type === 'BatchApproved',
    );
    expect(
      batches
        .slice(-2)
        .map(({ data }) => data.batch)
        .toSorted(),
    ).toEqual(['2014-2-201', '2014-2-202']);
  });
});

describe('urge', () => {
  it('leaves a trace in each file, moves no date, and is not done twice a day', async () => {
    const before = await bureau.duties(yearFile('F1'));
    const chosen = { ids: ids('F1', 'F2'), parameters: { message: '请于本周内二上' } };
    const first = await previewed('finance-performance', 'batch-urge', chosen);
    expect(await carriedOut('finance-performance', first.id)).toMatchObject({ done: 2 });
    const { data } = await bureau.factOf(yearFile('F1'), 'ObligationUrged');
    expect([data.message, data.holder]).toEqual(['请于本周内二上', { role: 'unit-head', unit: '201001' }]);
    expect(await bureau.duties(yearFile('F1'))).toEqual(before);
    const again = await previewed('finance-performance', 'batch-urge', chosen);
    expect(verdicts(again.items)).toEqual(['F1-2014 今天已经催办过', 'F2-2014 今天已经催办过']);
  });
});

describe('send a round', () => {
  it('to some; to the others afterwards; to nobody twice', async () => {
    await bureau.on('2014-07-31');
    const parameters = { round: '2014-07', asOf: '2014-07-31' };
    const some = await previewed('finance-performance', 'batch-send-round', {
      ids: ids('A1', 'D1'),
      parameters,
    });
    expect(verdicts(some.items)).toEqual(['A1-2014 ok', 'D1-2014 D1-2014 尚未批复，不需跟踪']);
    expect(await carriedOut('finance-performance', some.id)).toMatchObject({ done: 1 });
    const all = await previewed('finance-performance', 'batch-send-round', {
      filter: { stage: 'approved' },
      parameters,
    });
    expect(all.counts).toMatchObject({ touched: 3, untouched: 1 });
    expect(await carriedOut('finance-performance', all.id)).toMatchObject({ done: 3 });
    for (const id of ['A1', 'A2', 'S1', 'S2'])
      expect(
        (await bureau.typesOf(yearFile(id))).filter((type) => type === 'TrackingRoundOpened'),
      ).toHaveLength(1);
  });
});

describe('what is asked for wrongly', () => {
  it.each([
    ['nothing chosen', { parameters: { message: '请办理' } }, 'NOTHING_CHOSEN'],
    [
      'a filter that nobody knows',
      { filter: { colour: 'red' }, parameters: { message: '请办理' } },
      'JOB_PARAMETER',
    ],
    [
      'a filter of another kind',
      { filter: { fiscalYear: '2014' }, parameters: { message: '请办理' } },
      'JOB_PARAMETER',
    ],
    ['no message', { ids: ids('A1') }, 'JOB_PARAMETER'],
    ['another list', { ids: ids('A1'), parameters: { message: '请', list: 'people' } }, 'JOB_PARAMETER'],
  ])('%s is refused', async (_, body, code) => {
    const refused = await stack.begin(bureau.post('finance-performance'), { kind: 'batch-urge', ...body });
    expect([refused.status, refused.body]).toEqual([422, expect.objectContaining({ code })]);
  });
});
