import { describe, expect, it } from '@jest/globals';
import type { Address } from './support/bureau.ts';
import { aConfirmedResult, yearsAt } from './support/lives.ts';
import { type Found, GRADED } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 问责制: a missed goal opens a clue; what is true of it becomes a case; what is about persons is proposed elsewhere. */
const here = theBureau('2014-12-15');
const CLAUSE = 'zh-2014/deadline/accountability-clue';

/** A year whose confirmed result says so. */
async function judged(id: string, found: Found): Promise<Address> {
  const { bureau } = here;
  const [year] = (await yearsAt(bureau, 'approved', [{ id }])) as [Address];
  await aConfirmedResult(bureau, `E-${id}`, { of: [year], found });
  return year;
}
const clueOf = async (year: Address) =>
  (await here.bureau.waitingAt(year)).find(({ obligation }) => obligation.startsWith('accountability'));
const dutyOf = async (year: Address) => {
  const { duties } = (await here.bureau.stateOf(year)) as { duties: { duty: string; step: string }[] };
  return duties.find(({ duty }) => duty === 'accountability')?.step ?? 'none';
};
const verify = (year: Address, founded: boolean) =>
  here.bureau.does('finance-performance', year, 'verify-clue', { founded, opinion: '已调阅台账' });

describe('the clue', () => {
  it.each([
    ['every goal reached', GRADED.优秀, []],
    ['one goal missed', GRADED.良好, ['集污入网户数']],
    ['two goals missed', GRADED.不合格, ['集污入网户数', '河道水质改善']],
  ] as const)('%s', async (title, found, missed) => {
    const year = await judged(`C-${missed.length}${title.length}`, found);
    expect((await here.bureau.factOf(year, 'ResultReceived')).data).toMatchObject({ missedGoals: missed });
    const clue = await clueOf(year);
    if (missed.length === 0) expect(clue).toBeUndefined();
    else
      expect(clue).toMatchObject({
        waitingFor: { role: 'finance-performance' },
        until: '2015-01-13',
        clause: CLAUSE,
        escalatesTo: { role: 'section-chief' },
      });
  });
});

describe('from the clue to its end', () => {
  it('neither a case nor an end before it is verified', async () => {
    const { bureau } = here;
    const year = await judged('V-1', GRADED.良好);
    const early = await Promise.all([
      bureau.tries('section-chief', year, 'open-case', { summary: '未实现目标' }),
      bureau.tries('section-chief', year, 'close-clue', { reason: '不追究' }),
    ]);
    expect(early.map(({ status, code }) => [status, code])).toEqual([
      [409, 'DUTY_NOT_OPEN'],
      [409, 'DUTY_NOT_OPEN'],
    ]);
    expect(await dutyOf(year)).toBe('verify');
  });

  it('unfounded, it is done; no case can follow', async () => {
    const { bureau } = here;
    const year = await judged('V-2', GRADED.良好);
    await verify(year, false);
    expect(await dutyOf(year)).toBe('done');
    expect(await bureau.tries('section-chief', year, 'open-case', { summary: '未实现目标' })).toMatchObject({
      status: 409,
      code: 'DUTY_NOT_OPEN',
    });
  });

  it.each([
    ['closed with its reason', 'close-clue', { reason: '汛期不可抗力' }, 'ClueClosed'],
    [
      'a case',
      'open-case',
      { summary: '未实现目标', measures: ['talk', 'order'] },
      'AccountabilityCaseOpened',
    ],
  ] as const)('founded, it is %s, once', async (_how, command, paper, type) => {
    const { bureau } = here;
    const year = await judged(`V-${command}`, GRADED.良好);
    await verify(year, true);
    expect(await clueOf(year)).toMatchObject({
      unblockedBy: [{ command: 'open-case' }, { command: 'close-clue' }],
    });
    await bureau.does('section-chief', year, command, paper);
    expect(await bureau.factOf(year, type)).toMatchObject({
      clause: CLAUSE,
      data: { evaluationId: `E-V-${command}`, resultVersion: 1 },
    });
    expect(await bureau.tries('section-chief', year, command, paper)).toMatchObject({ status: 409 });
    expect(await dutyOf(year)).toBe('done');
  });
});

describe('about persons the bureau only proposes', () => {
  it('a measure is one of finance’s own; a person is transferred to a body that decides', async () => {
    const { bureau } = here;
    const year = await judged('P-1', GRADED.良好);
    await verify(year, true);
    const opens = (more: object) =>
      bureau.tries('section-chief', year, 'open-case', { summary: '未实现目标', ...more });
    const person = { personId: 'p-first', proposal: '诫勉谈话' };
    expect(await opens({ measures: ['dismiss'] })).toMatchObject({ status: 422, fields: ['measures.0'] });
    expect(await opens({ personProposals: [person] })).toMatchObject({
      status: 422,
      fields: ['personProposals.0.transferTo'],
    });
    expect(await opens({ personProposals: [{ ...person, transferTo: 'finance' }] })).toMatchObject({
      status: 422,
    });

    const proposal = { ...person, transferTo: 'supervision' };
    expect(await opens({ measures: ['circulate', 'cut'], personProposals: [proposal] })).toMatchObject({
      status: 200,
    });
    expect((await bureau.factOf(year, 'AccountabilityCaseOpened')).data).toMatchObject({
      measures: ['circulate', 'cut'],
      personProposals: [proposal],
    });
  });
});
