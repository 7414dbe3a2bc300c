import { describe, expect, it } from '@jest/globals';
import { yearFile } from './support/bureau.ts';
import { aDraftYear, startEvaluation } from './support/lives.ts';
import { declaration, online, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** Every fact has the day it happened and the moment it was recorded: the law counts from the first. */
const here = theBureau('2013-10-14');
const paper = { form: declaration('600000.00'), signature: online };

describe('the day of a fact', () => {
  it.each([
    [
      'L-1',
      'an earlier day without a reason',
      { happenedOn: '2013-10-08' },
      422,
      'LATE_ENTRY_NEEDS_REASON',
      'lateReason',
    ],
    [
      'L-2',
      'an earlier day with an empty reason',
      { happenedOn: '2013-10-08', lateReason: ' ' },
      422,
      'LATE_ENTRY_NEEDS_REASON',
      'lateReason',
    ],
    [
      'L-3',
      'tomorrow, with whatever reason',
      { happenedOn: '2013-10-15', lateReason: '提前' },
      422,
      'FUTURE_DATE',
      'happenedOn',
    ],
    [
      'L-4',
      'a day that does not exist',
      { happenedOn: '2013-02-29', lateReason: '补录' },
      422,
      expect.any(String),
      'happenedOn',
    ],
    ['L-5', 'today', {}, 200, null, undefined],
    [
      'L-6',
      'an earlier day with its reason',
      { happenedOn: '2013-10-08', lateReason: '系统停机' },
      200,
      null,
      undefined,
    ],
  ])('%s: %s', async (id, _what, day, status, code, field) => {
    const { bureau } = here;
    const year = await aDraftYear(bureau, id);
    const said = await bureau.tries('unit-head', year, 'declare', paper, day);
    expect([said.status, said.code]).toEqual([status, code]);
    expect(said.fields[0]).toBe(field);
  });

  it('both dates stand in the file, with the reason', async () => {
    const { bureau } = here;
    const year = yearFile('L-6');
    expect(await bureau.factOf(year, 'GoalAndBudgetDeclared')).toMatchObject({
      happenedOn: '2013-10-08',
      recordedAt: expect.stringMatching(/^2013-10-14T09:/),
      lateReason: '系统停机',
    });
    const { entries } = await bureau.read<{ entries: Record<string, unknown>[] }>(`${year}/timeline`);
    expect(entries.at(-1)).toMatchObject({ happenedOn: '2013-10-08', lateReason: '系统停机' });
  });
});

describe('the law counts from the day it happened', () => {
  it('the review is due from the declaration’s own day, not from its entry', async () => {
    const { bureau } = here;
    const due = async (id: string) => (await bureau.waitingAt(yearFile(id)))[0];
    expect(await due('L-6')).toMatchObject({ since: '2013-10-08', until: '2013-10-21' });
    expect(await due('L-5')).toMatchObject({ since: '2013-10-14', until: '2013-10-28' });
  });

  it('three months run from the completion, however late it is told', async () => {
    const { bureau } = here;
    const evaluation = await startEvaluation(bureau, 'E-LATE', { completedOn: '2013-08-01' });
    expect(await bureau.waitingAt(evaluation)).toMatchObject([{ until: '2013-11-01' }]);
  });

  it('a rectification is due from the day the order was received', async () => {
    const { bureau } = here;
    const year = yearFile('R-1', 2013);
    await bureau.does('finance-business', 'projects/R-1', 'take-over', {
      name: '项目R-1',
      unit: '201001',
      department: '201',
      nature: 'new',
      term: 'one-off',
      field: '环保',
      years: [{ fiscalYear: 2013, atStage: 'tracking', approvedFen: yuan('800000.00'), gaps: [] }],
    });
    await bureau.settle();
    const order = { problems: ['台账不全'], receivedOn: '2013-10-09' };
    await bureau.does('finance-performance', year, 'order-rectification', order);
    expect((await bureau.factOf(year, 'RectificationOrdered')).data).toMatchObject({
      receivedOn: '2013-10-09',
      answerBy: { due: '2013-10-22' },
    });
  });
});
